import { parseArgs } from 'node:util';
import { benchCheck } from '#tests/bench/check.ts';
import { benchMatrix } from '#tests/bench/matrix.ts';
import type { Figure } from '#tests/bench/measure.ts';
import { benchSimulate } from '#tests/bench/simulate.ts';
import { benchStep } from '#tests/bench/step.ts';

const benches: Record<string, { run(turns: number): Promise<Figure[]>; turns: number }> = {
  step: { run: benchStep, turns: 3_000 },
  simulate: { run: benchSimulate, turns: 20_000 },
  matrix: { run: benchMatrix, turns: 200 },
  check: { run: benchCheck, turns: 5 },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, turns: { type: 'string' } },
});
const names = positionals.length > 0 ? positionals : Object.keys(benches);
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
const turns = values.turns === undefined ? null : Number(values.turns);
if (unknown.length > 0)
  throw new Error(
    `There is no benchmark named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`,
  );
if (turns !== null && !(Number.isInteger(turns) && turns > 0))
  throw new Error('--turns must be a whole number above 0.');

const figures: Figure[] = [];
for (const name of names) {
  const bench = benches[name];
  if (bench) figures.push(...(await bench.run(turns ?? bench.turns)));
}
process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : readable(figures));

function readable(list: Figure[]): string {
  return list
    .map(
      ({ name, what, value, unit, baseline, ratio }) =>
        `${name.padEnd(9)} ${value} ${unit}  ${what}\n          ${ratio} times the ${baseline.value} ${unit} of ${baseline.what}\n`,
    )
    .join('');
}
