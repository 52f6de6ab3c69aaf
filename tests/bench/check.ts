import path from 'node:path';
import { initialTransition, transition } from 'xstate';
import { checkLibrary } from '#app/checker/check-library.ts';
import { versionHashes } from '#app/modules/scenarios/hashes.server.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import { createScenarioMachine } from '#scenarios/kit/machine.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { longScenario } from '#tests/factories/long-scenario.ts';
import { type Figure, figure, timeOf } from './measure.ts';

const options = { today: '2026-09-01', approved: false, hashesOf: versionHashes };

/** Checking scenarios whole, against XState's own walk over the same machines. */
export async function benchCheck(turns: number): Promise<Figure[]> {
  const root = path.join(import.meta.dirname, '../../scenarios');
  const { scenarios } = await readLibrary(root);
  const long = longScenario(500);
  return [
    await compare(
      `reading and checking the library (${scenarios.length})`,
      turns,
      scenarios,
      async () => checkLibrary(await readLibrary(root), options),
    ),
    await compare('checking a generated scenario of 500 states', turns, [long], () =>
      checkLibrary({ scenarios: [long], files: new Map() }, options),
    ),
  ];
}

async function compare(
  what: string,
  turns: number,
  scenarios: readonly ScenarioSource[],
  check: () => unknown,
): Promise<Figure> {
  const value = (await timeOf(turns, check)) / 1_000;
  const walked = (await timeOf(turns, () => scenarios.map(walkWithXState))) / 1_000;
  return figure({
    name: 'check',
    what,
    value,
    unit: 'ms',
    baseline: { what: 'one walk over every configuration with XState', value: walked },
  });
}

function walkWithXState({ definition }: { definition: Definition }) {
  const machine = createScenarioMachine(definition);
  const [first] = initialTransition(machine);
  const seen = new Set<string>();
  const queue = [first];
  for (const snapshot of queue) {
    const key = JSON.stringify([snapshot.value, snapshot.context]);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const type of new Set(machine.events as string[]))
      if (snapshot.can({ type })) queue.push(transition(machine, snapshot, { type })[0]);
  }
  return seen.size;
}
