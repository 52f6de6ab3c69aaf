import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tracks } from '#scenarios/kit/vocabulary.ts';

type Started = { ok: true; folder: string } | { ok: false; message: string };

const scenarios = path.join(import.meta.dirname, '../../scenarios');
const schemas = {
  'machine.json': 'machine',
  'text/en-GB.json': 'words',
  'guide.en-GB.json': 'guide',
};

/**
 * Starts a scenario such as `staff/a-quiet-word` from the starter of its track. In: its id, the folder
 * shaped like `scenarios/`, and today. Nothing is written where something is already.
 */
export async function startScenario(id: string, root: string, today: Date): Promise<Started> {
  const message = whatIsWrong(id);
  if (message) return { ok: false, message };
  const folder = path.join(root, id);
  if (!(await isMade(folder)))
    return {
      ok: false,
      message: `There is a folder ${folder} already. Choose another name, or change what is in it.`,
    };
  const [track = ''] = id.split('/');
  await cp(path.join(scenarios, 'starters', track, 'starter'), folder, { recursive: true });
  await rewrite(path.join(folder, 'machine.json'), (text) =>
    text
      .replace(`"id": "${track}/starter"`, `"id": "${id}"`)
      .replace(/"reviewBy": "[^"]*"/, `"reviewBy": "${nextSeptember(today)}"`),
  );
  for (const [name, schema] of Object.entries(schemas)) {
    const file = path.join(folder, name);
    const place = path.relative(path.dirname(file), `${scenarios}/kit/${schema}.schema.json`);
    await rewrite(file, (text) =>
      text.replace(/"\$schema": "[^"]*"/, () => `"$schema": "${place.replaceAll('\\', '/')}"`),
    );
  }
  return { ok: true, folder };
}

function whatIsWrong(id: string): string | null {
  const [track = '', slug, ...rest] = id.split('/');
  if (slug === undefined || rest.length > 0 || track === '')
    return `${id === '' ? 'Name' : `“${id}” is no track and folder. Name`} a track and a folder for the scenario: npm run scenarios:new -- staff/a-quiet-word`;
  if (!(tracks as readonly string[]).includes(track))
    return `There is no track “${track}”. Choose one of ${tracks.join(', ')}.`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    return `“${slug}” cannot be the name of a scenario. Write lower-case letters, digits and single hyphens, such as ${track}/a-quiet-word.`;
  return null;
}

/** Whether the folder was not there; two who start the same one cannot both succeed. */
async function isMade(folder: string): Promise<boolean> {
  await mkdir(path.dirname(folder), { recursive: true });
  return mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

async function rewrite(file: string, change: (text: string) => string) {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** What is taught is checked again every September (reference, head). */
function nextSeptember(today: Date): string {
  const year = today.getUTCFullYear() + (today.getUTCMonth() >= 8 ? 1 : 0);
  return `${year}-09-01`;
}
