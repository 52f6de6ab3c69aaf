import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { defaultLocale, wordsIn } from '#app/i18n/i18n.ts';
import type { Mapping } from '#app/modules/people/import/headers.ts';
import { columnNames } from '#app/modules/people/import/problems.ts';
import { countsOf } from '#app/modules/people/import/stored-plan.ts';
import { importStaff, type ServerImport } from '#app/modules/people/import-command.server.ts';
import { sayFileProblem, sayPlan, sayProblem } from '#app/modules/people/import-said.ts';
import { connectDatabase } from '#app/platform/database/client.ts';
import { openDatabase } from '#app/platform/database/open.ts';
import { say } from '../lib/say.mjs';
import { loadConfig } from '../lib/settings.ts';

const usage = `npm run people:import -- staff.csv shows what a staff list would change; --apply does it:
  --organisation hill-school     where there are several
  --map email="Work address"     which column is which (${columnNames.join(', ')})
  --absent-leave                 people who are not in the file have left
  --json                         for programs`;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    organisation: { type: 'string' },
    map: { type: 'string', multiple: true, default: [] },
    'absent-leave': { type: 'boolean', default: false },
    apply: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});
const t = wordsIn(defaultLocale, 'import');

if (flags.help) say(usage);
else await run();

async function run() {
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error(`Name one file.\n\n${usage}`);
  const answer = await bringIn(await readList(file), readMapping(flags.map));
  process.stdout.write(flags.json ? `${JSON.stringify(answer, null, 2)}\n` : readable(answer));
  const isClean = 'plan' in answer && answer.plan.problems.length === 0;
  process.exitCode = isClean ? 0 : 1;
}

async function readList(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read (${error.code ?? error.message}).`);
  });
}

/** Shares the database of a running app; starts it, and stops it again, when none runs. */
async function bringIn(bytes: Uint8Array, mapping: Mapping): Promise<ServerImport> {
  const opened = await openDatabase(loadConfig(), say);
  const owner = connectDatabase(opened.owner);
  const app = connectDatabase(opened.app);
  try {
    return await importStaff(
      { owner, app },
      {
        bytes,
        mapping,
        organisation: flags.organisation,
        leaversAreAbsent: flags['absent-leave'],
        apply: flags.apply,
        now: new Date(),
        onProgress: (done, total) => say(`  ${t('running.progress', { done, count: total })}`),
      },
    );
  } finally {
    await app.close();
    await owner.close();
    await opened.release();
  }
}

function readMapping(given: string[]): Mapping {
  return Object.fromEntries(
    given.map((one) => {
      const [, name, header] = /^(\w+)=(.+)$/.exec(one) ?? [];
      const column = columnNames.find((column) => column === name);
      if (!column || !header) throw new Error(`--map ${one} names no column.\n\n${usage}`);
      return [column, header];
    }),
  );
}

function readable(answer: ServerImport): string {
  if (!('plan' in answer)) {
    const sentences = sayFileProblem(answer, defaultLocale);
    if (answer.problem === 'headers') sentences.push(t('command.map'));
    return `${sentences.join('\n')}\n`;
  }
  const { plan, columns, isApplied } = answer;
  const said = sayPlan(plan, defaultLocale);
  const words = isApplied ? 'doneCounts' : 'counts';
  const steps = (['added', 'changed', 'left', 'returned'] as const).flatMap((kind) => [
    ...(said[kind].length > 0 ? ['', `${t(`${words}.${kind}`)}:`] : []),
    ...said[kind].map(({ line, name, says }) => `  ${place(line)}  ${name}: ${says}`),
  ]);
  const problems = plan.problems.map(
    (problem) => `  ${place(problem.line)}  ${sayProblem(problem, columns, defaultLocale)}`,
  );
  const counts = Object.entries(countsOf(plan)).map(
    ([key, count]) => `${t(`${words}.${key as 'added'}`)} ${count}`,
  );
  return `${[
    ...steps,
    ...(problems.length > 0 ? ['', `${t('counts.problems')}:`, ...problems] : []),
    ...(plan.isAbsenceUnclear ? ['', `${t('plan.unclear')}. ${t('plan.unclearText')}`] : []),
    '',
    counts.join(', '),
    isApplied ? t('done.title') : t('command.trial'),
  ].join('\n')}\n`;
}

function place(line: number | null): string {
  return line === null ? t('lists.noLine') : `${t('lists.line')} ${line}`;
}
