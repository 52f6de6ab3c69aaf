import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const projectRoot = path.join(import.meta.dirname, '../..');
const bench = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['bin/run.mjs', 'bin/commands/bench.ts', ...args], {
    cwd: projectRoot,
  });

test('every figure has a value, a unit and the ratio to its baseline', {
  timeout: 240_000,
}, async () => {
  const { stdout } = await bench('--json', '--turns', '3');
  const figures = JSON.parse(stdout);
  expect(figures.map(({ name }: { name: string }) => name)).toEqual([
    'step',
    'simulate',
    'matrix',
    'check',
    'check',
  ]);
  for (const figure of figures)
    expect(figure).toEqual({
      name: expect.any(String),
      what: expect.stringMatching(/\w/),
      value: expect.any(Number),
      unit: expect.stringMatching(/^(µs|ms)$/),
      baseline: { what: expect.stringMatching(/\w/), value: expect.any(Number) },
      ratio: expect.toSatisfy((ratio) => ratio > 0),
    });
});

test('an unknown name is refused, and the known ones are said', async () => {
  const refused = bench('nonsense');
  await expect(refused).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There are: step, simulate, matrix, check.'),
  });
});
