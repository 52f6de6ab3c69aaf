import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import playWords from '#app/i18n/locales/en-GB/play.json' with { type: 'json' };
import { smallScenarioJson } from '#tests/factories/small-scenario.ts';
import { temporaryFolder } from '#tests/setup/temporary-folder.ts';

// Each test starts a process, and a busy machine may take its time over that.
vi.setConfig({ testTimeout: 60_000 });

const project = path.join(import.meta.dirname, '../..');
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  temporary = await temporaryFolder('draw');
});
afterAll(() => temporary.remove());

function draw(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const all = [path.join(project, 'bin/run.mjs'), 'bin/commands/scenarios-draw.ts', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: project }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

test('writes the picture of a scenario, and nothing else', async () => {
  const { code, stdout } = await draw('staff/a-picture-is-going-round');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<svg [\s\S]*She comes back[\s\S]*<\/svg>\n$/);
});

test('the way on has the name that it has for players', async () => {
  const { stdout } = await draw('staff/a-picture-is-going-round');
  expect(stdout).toContain(`>${playWords.next}<`);
});

test('an unknown option is answered with a plain sentence', async () => {
  expect(await draw('staff/a-picture-is-going-round', '--form', 'x')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'There is no option --form. There are --from FROM, --highlight HIGHLIGHT.\n',
  });
});

test('a name that is none is told which there are', async () => {
  const { code, stdout, stderr } = await draw('staff/no-such');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('There is no scenario "staff/no-such"');
  expect(stderr).toContain('staff/a-picture-is-going-round');
});

test('a path that the checker found stands out; without one, it is said', async () => {
  const folder = path.join(temporary.folder, 'staff/a-small-one');
  await mkdir(path.join(folder, 'text'), { recursive: true });
  const { definition, words } = smallScenarioJson(
    'start\n  promise: promise_secrecy -> well\n  listen -> well',
  );
  await writeFile(path.join(folder, 'machine.json'), JSON.stringify(definition));
  await writeFile(path.join(folder, 'text/en-GB.json'), JSON.stringify(words));
  const from = ['staff/a-small-one', '--from', temporary.folder, '--highlight'];
  expect((await draw(...from, 'SEQ-4')).stdout).toContain('graph-step-number');
  const without = await draw(...from, 'SEQ-2');
  expect(without).toMatchObject({ code: 1, stdout: '' });
  expect(without.stderr).toContain('no path against "SEQ-2"');
});

test('a broken scenario is not drawn, and it is said what to do', async () => {
  const folder = path.join(temporary.folder, 'staff/broken');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'machine.json'), '{');
  const { code, stdout, stderr } = await draw('staff/broken', '--from', temporary.folder);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('scenarios:check');
  expect(stderr).not.toContain('    at ');
});
