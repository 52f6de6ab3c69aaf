// cspell:ignore stric
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Changes, put, scenarioFiles } from '#tests/factories/scenario.ts';
import { smallScenarioJson } from '#tests/factories/small-scenario.ts';
import { temporaryFolder } from '#tests/setup/temporary-folder.ts';

// Each test starts a process or two, and a busy machine may take its time over that.
vi.setConfig({ testTimeout: 60_000 });

const project = path.join(import.meta.dirname, '../..');
const fields = 'scenario file state key rule severity source path message'.split(' ');
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let count = 0;

beforeAll(async () => {
  temporary = await temporaryFolder('commands');
});
afterAll(() => temporary.remove());

type Output = { code: number; stdout: string; stderr: string };

function run(command: string, args: string[], cwd = project): Promise<Output> {
  const all = [path.join(project, 'bin/run.mjs'), `bin/commands/${command}.ts`, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

/** What was found, without what is only told. */
async function check(args: string[]) {
  const output = await run('scenarios-check', [...args, '--json']);
  const all = JSON.parse(output.stdout) as Record<string, unknown>[];
  return { ...output, all, findings: all.filter(({ severity }) => severity !== 'info') };
}

const story = `
hall
  listen: listen -> well
  wait -> fair`;
const walkthroughs = [
  {
    choices: [['go.on'], ['listen']],
    passes: ['door', 'hall'],
    ending: 'well',
    rating: 'recommended',
  },
  { choices: [['do.little']], passes: ['door'], ending: 'fair', rating: 'workable' },
  { choices: [['walk.away']], passes: ['door'], ending: 'badly', rating: 'harmful' },
].map((walkthrough) => ({ name: `Ends ${walkthrough.rating}`, ...walkthrough }));

/** A folder shaped like scenarios/, outside the project, with a small scenario changed. */
async function libraryWith(definition: Changes = {}, more: Record<string, string> = {}) {
  count += 1;
  const root = path.join(temporary.folder, `library-${count}`);
  const json = smallScenarioJson(story);
  for (const [place, value] of Object.entries(definition)) put(json.definition, place, value);
  const { folder, files } = scenarioFiles(json, {
    'walkthroughs.json': JSON.stringify(walkthroughs),
    ...more,
  });
  await mkdir(path.join(root, folder, 'text'), { recursive: true });
  for (const [name, text] of files) await writeFile(path.join(root, folder, name), text);
  return root;
}

test('the scenarios of the repository are clean, even strictly', async () => {
  const { code, stdout } = await run('scenarios-check', ['--strict']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n(\d+) of \1 scenarios? read, 0 errors, 0 warnings, \d+ notes\.\n$/);
});

test('a sound folder has no errors and no warnings, and every note has the promised fields', async () => {
  const { code, findings, all } = await check([await libraryWith(), '--strict']);
  expect({ code, findings }).toEqual({ code: 0, findings: [] });
  expect(all.length).toBeGreaterThan(0);
  for (const note of all) expect(Object.keys(note)).toEqual(fields);
});

test('what nobody has approved is told, and fails with --approved', async () => {
  const root = await libraryWith();
  const relaxed = await check([root]);
  expect(relaxed.all).toContainEqual(
    expect.objectContaining({ rule: 'unapproved', severity: 'info' }),
  );
  const { code, findings } = await check([root, '--approved']);
  expect(code).toBe(1);
  expect(findings).toMatchObject([{ rule: 'unapproved', severity: 'error' }]);
});

test('a path that breaks a rule and ends well fails, with the labels one would click', async () => {
  const root = await libraryWith({
    'machine/states/hall/on/listen/0/meta': { does: ['listen', 'promise_secrecy'] },
  });
  const { code, findings } = await check([root]);
  expect(code).toBe(1);
  expect(findings).toMatchObject([
    { rule: 'SEQ-4', state: 'hall', key: 'listen', path: ['Go on', 'Listen'] },
  ]);
});

test('a clean folder anywhere on disk passes, by a name relative to where one stands', async () => {
  const root = await libraryWith();
  const relative = await run('scenarios-check', [path.basename(root)], path.dirname(root));
  expect(relative.code).toBe(0);
  expect(relative.stdout).toMatch(/\n1 of 1 scenario read, 0 errors, 0 warnings, \d+ notes\.\n$/);
});

test('an error fails, and is told with exactly the promised fields', async () => {
  const root = await libraryWith({ 'machine/states/hall/on/wait/0/target': 'nowhere' });
  const { code, findings } = await check([root]);
  expect(code).toBe(1);
  expect(findings).toEqual([
    {
      scenario: 'staff/a-small-one',
      file: 'machine.json',
      state: 'hall',
      key: 'wait',
      rule: 'target',
      severity: 'error',
      source: 'Scenario format, version 1',
      path: [],
      message:
        '"wait" leads to "nowhere", which does not exist. Name a sibling, or write #scenario.<path>.',
    },
  ]);
  expect(Object.keys(findings[0] ?? {})).toEqual(fields);
});

test('without --json the file, the state and what to do are told in lines', async () => {
  const root = await libraryWith({ 'machine/states/hall/invoke': {} });
  const { code, stdout } = await run('scenarios-check', [root]);
  expect(code).toBe(1);
  expect(stdout).toContain('error    staff/a-small-one/machine.json  hall  ');
  expect(stdout).toContain('"invoke" is not allowed in a scenario');
  expect(stdout).toContain('0 of 1 scenario read, 1 error, 0 warnings, 0 notes.');
});

test('a structural finding fails too', async () => {
  const root = await libraryWith({ 'machine/states/door/on/go.on/0/target': 'fair' });
  const { code, findings } = await check([root]);
  expect(code).toBe(1);
  const structural = findings.filter(({ file }) => file === 'machine.json');
  expect(structural.map(({ rule, state }) => [rule, state])).toEqual([
    ['reachable', 'hall'],
    ['reachable', 'well'],
    ['rating', null],
  ]);
  expect(Object.keys(findings[0] ?? {})).toEqual(fields);
});

test('a warning passes, and fails with --strict', async () => {
  const root = await libraryWith({}, { 'text/fr.json': '{}' });
  const relaxed = await check([root]);
  expect(relaxed.code).toBe(0);
  expect(relaxed.findings).toMatchObject([{ severity: 'warning', rule: 'text-unclaimed' }]);
  expect((await check([root, '--strict'])).code).toBe(1);
});

test('one broken scenario does not hide what is wrong in another', async () => {
  const root = await libraryWith({ kit: 2 });
  const place = path.join(root, 'parents/another/text');
  await mkdir(place, { recursive: true });
  const { findings } = await check([root]);
  expect(findings.map(({ scenario, rule }) => [scenario, rule])).toEqual([
    ['parents/another', 'file-missing'],
    ['staff/a-small-one', 'format'],
  ]);
});

test('a folder in place of a file is told as such and never as missing', async () => {
  const root = await libraryWith();
  const file = path.join(root, 'staff/a-small-one/walkthroughs.json');
  await rm(file);
  await mkdir(file);
  const { code, findings } = await check([root]);
  expect(code).toBe(1);
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'file-kind' }));
  expect(findings.map(({ rule }) => rule)).not.toContain('file-missing');
});

test('whoever names the folder of one scenario is told which to name', async () => {
  const root = await libraryWith();
  const { code, findings } = await check([path.join(root, 'staff/a-small-one')]);
  expect(code).toBe(1);
  expect(findings).toMatchObject([{ rule: 'file-kind', file: 'machine.json' }]);
});

test('a folder that does not exist is an error with a clear sentence', async () => {
  const nowhere = path.join(temporary.folder, 'nowhere');
  const { code, findings } = await check([nowhere]);
  expect(code).toBe(1);
  expect(findings).toMatchObject([
    {
      file: nowhere,
      rule: 'folder',
      severity: 'error',
      message: `There is no folder ${nowhere}. Name a folder shaped like scenarios/.`,
    },
  ]);
  expect(Object.keys(findings[0] ?? {})).toEqual(fields);
});

test('a folder without any scenario is an error, not a clean result', async () => {
  const empty = path.join(temporary.folder, 'empty');
  await mkdir(empty);
  const { code, stdout } = await run('scenarios-check', [empty]);
  expect(code).toBe(1);
  expect(stdout).toContain(`There is no scenario in ${empty}.`);
});

test('an unknown option is an error with a sentence and without a stack', async () => {
  const { code, stdout, stderr } = await run('scenarios-check', ['--stric']);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toBe('There is no option --stric. There are --strict, --json, --approved.\n');
});

test('the list tells what each scenario is and how large', async () => {
  const { code, stdout } = await run('scenarios-list', ['--json']);
  expect(code).toBe(0);
  const rows = JSON.parse(stdout) as Record<string, unknown>[];
  const wanted = 'id track theme version locales readingLevels states decisions endings minutes';
  for (const row of rows) expect(Object.keys(row)).toEqual(wanted.split(' '));
  expect(rows).toContainEqual({
    id: 'staff/a-picture-is-going-round',
    track: 'staff',
    theme: 'sharing-nudes',
    version: 1,
    locales: ['en-GB'],
    readingLevels: ['standard', 'easy'],
    states: 36,
    decisions: 15,
    endings: 7,
    minutes: 10,
  });
});

test('the list for people has one line for each scenario', async () => {
  const { code, stdout } = await run('scenarios-list', []);
  expect(code).toBe(0);
  expect(stdout).toContain('staff/a-picture-is-going-round  36 states  10 minutes\n');
});
