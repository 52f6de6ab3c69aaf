import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tracks } from '#scenarios/kit/vocabulary.ts';
import { temporaryFolder } from '#tests/setup/temporary-folder.ts';
import { startScenario } from '../lib/start-scenario.ts';

// Some tests start a process, and a busy machine may take its time over that.
vi.setConfig({ testTimeout: 60_000 });

const project = path.join(import.meta.dirname, '../..');
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let count = 0;

beforeAll(async () => {
  temporary = await temporaryFolder('new');
});
afterAll(() => temporary.remove());

function freshRoot(): string {
  count += 1;
  return path.join(temporary.folder, String(count));
}

function run(command: string, ...args: string[]) {
  const all = [path.join(project, 'bin/run.mjs'), `bin/commands/${command}.ts`, ...args];
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, all, { cwd: project }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

test('a scenario of each track is started, and passes the checker strictly', async () => {
  const root = freshRoot();
  for (const track of tracks) {
    const { code, stdout, stderr } = await run(
      'scenarios-new',
      `${track}/a-first-one`,
      '--into',
      root,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('scenarios/README.md');
    expect((await readdir(path.join(root, track, 'a-first-one'))).sort()).toEqual([
      'README.md',
      'guide.en-GB.json',
      'machine.json',
      'text',
      'walkthroughs.json',
    ]);
  }
  const checked = await run('scenarios-check', root, '--strict');
  expect(checked.stdout).toContain('3 of 3 scenarios read, 0 errors, 0 warnings');
  expect(checked.code).toBe(0);
});

test('it knows its own name, when to be reviewed, and where its schemas are', async () => {
  const root = freshRoot();
  await startScenario('staff/late-bus-2', root, new Date('2027-08-31'));
  await startScenario('parents/late-bus-2', root, new Date('2027-09-01'));
  const read = async (track: string, name: string) =>
    JSON.parse(await readFile(path.join(root, track, 'late-bus-2', name), 'utf8'));
  expect(await read('staff', 'machine.json')).toMatchObject({
    id: 'staff/late-bus-2',
    reviewBy: '2027-09-01',
  });
  expect(await read('parents', 'machine.json')).toMatchObject({ reviewBy: '2028-09-01' });
  for (const [name, place] of [
    ['machine.json', '.'],
    ['text/en-GB.json', 'text'],
  ] as const) {
    const { $schema } = await read('staff', name);
    const schema = path.resolve(root, 'staff/late-bus-2', place, $schema);
    expect(JSON.parse(await readFile(schema, 'utf8'))).toHaveProperty('title');
  }
});

test('whatever is there already stays as it is', async () => {
  const root = freshRoot();
  const folder = path.join(root, 'staff/mine');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'machine.json'), 'mine');
  const { code, stdout, stderr } = await run('scenarios-new', 'staff/mine', '--into', root);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe(
    `There is a folder ${folder} already. Choose another name, or change what is in it.\n`,
  );
  expect(await readdir(folder)).toEqual(['machine.json']);
  expect(await readFile(path.join(folder, 'machine.json'), 'utf8')).toBe('mine');
});

test.each([
  ['', 'Name a track and a folder for the scenario: npm run scenarios:new -- staff/a-quiet-word'],
  ['staff', '“staff” is no track and folder.'],
  ['staff/one/two', '“staff/one/two” is no track and folder.'],
  ['teachers/a-word', 'There is no track “teachers”. Choose one of staff, parents, young-people.'],
  ['constructor/a-word', 'There is no track “constructor”.'],
  ['staff/A Word', '“A Word” cannot be the name of a scenario.'],
  ['staff/..', '“..” cannot be the name of a scenario.'],
  ['staff/a--word', '“a--word” cannot be the name of a scenario.'],
  ['staff/', '“” cannot be the name of a scenario.'],
])('“%s” is refused with a sentence, and nothing is written', async (id, sentence) => {
  const root = freshRoot();
  const started = await startScenario(id, root, new Date());
  expect(started).toMatchObject({ ok: false, message: expect.stringContaining(sentence) });
  await expect(readdir(root)).rejects.toThrow();
});
