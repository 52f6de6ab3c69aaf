import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { fewPaths, type Played } from '#tests/factories/few-paths.ts';
import { type AppProcess, startApp } from '#tests/setup/app-process.ts';
import { HttpClient } from '#tests/setup/http-client.ts';
import { scenariosFolder } from '#tests/setup/library.ts';
import { postStep, sceneOf, temporaryData } from './support.ts';

const { scenarios } = await readLibrary(scenariosFolder);
const cases = scenarios.map(({ definition, words }) => ({ id: definition.id, definition, words }));

let temporary: Awaited<ReturnType<typeof temporaryData>>;
let app: AppProcess;

beforeAll(async () => {
  temporary = await temporaryData('library');
  app = await startApp(temporary.folder);
});

afterAll(async () => {
  await app?.stop();
  await temporary?.remove();
});

test.each(cases)(
  'every transition of $id is taken over HTTP',
  async ({ id, definition, words }) => {
    const client = new HttpClient(app.url);
    if (definition.track === 'staff') await client.signIn('staff');
    const titles = new Map(
      Object.entries(words[0]?.words.scenes ?? {}).map(([path, { title }]) => [path, title]),
    );
    for (const played of fewPaths(definition)) await walk(client, id, played, titles);
  },
);

async function walk(
  client: HttpClient,
  id: string,
  played: Played,
  titles: ReadonlyMap<string, string>,
) {
  const started = await client.post(`/scenarios/${id}`, []);
  expect(started.status).toBe(303);
  await started.arrayBuffer();
  const address = started.headers.get('location') ?? '';
  for (const [step, { path, values }] of played.entries()) {
    const scene = await sceneOf(client, address);
    expect(scene.html, `${id}, ${path}`).toContain(escaped(titles.get(path)));
    expect(scene.step, `${id}, ${path}`).toBe(String(step));
    const answered = await postStep(client, address, step, values);
    await answered.arrayBuffer();
    expect(answered.status, `${id}, ${path}: ${values}`).toBe(303);
  }
  expect((await sceneOf(client, address)).ended, `${id}, the end`).toBe(true);
}

function escaped(title = ''): string {
  return title.replaceAll('&', '&amp;');
}
