import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnyMachineSnapshot, initialTransition, transition } from 'xstate';
import { compile } from '#app/checker/compile.ts';
import { type Config, stepperOf } from '#app/checker/explore.ts';
import { memoryOf } from '#app/checker/memory.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import { createScenarioMachine } from '#scenarios/kit/machine.ts';
import { machineArbitrary } from '#tests/factories/random-machine.ts';
import { scenariosFolder } from '#tests/setup/library.ts';

/** Every flag and meter as the stepper writes them down. */
function written({ context }: AnyMachineSnapshot): string {
  return memoryOf(context as Definition['machine']['context']).start;
}

function pathOf(snapshot: AnyMachineSnapshot): string {
  const value = snapshot.value as string | Record<string, string>;
  return typeof value === 'string' ? value : (Object.entries(value)[0] as string[]).join('.');
}

/** Walks the stepper and XState side by side; `picks` decide which of the open choices is taken. */
function walkBoth(definition: Definition, picks: number[]) {
  const xstate = createScenarioMachine(definition);
  const machine = compile(definition);
  const stepper = stepperOf(machine, definition, everything(definition));
  let [snapshot] = initialTransition(xstate);
  let config: Config = stepper.start;
  expectSame(config, snapshot);
  for (const pick of picks) {
    const events = config.leaf.choices.map(({ event }) => event);
    const open = stepper.open(config);
    expect(open.map(({ event }) => event)).toEqual(events.filter((type) => snapshot.can({ type })));
    const step = open[pick % Math.max(1, open.length)];
    if (!step) return;
    [snapshot] = transition(xstate, snapshot, { type: step.event });
    config = stepper.take(config, step);
    expectSame(config, snapshot);
  }
}

/** Asks for every flag and meter everywhere, so that nothing is cut away before it is compared. */
function everything({ machine: { context } }: Definition) {
  const guards = [
    ...Object.keys(context.flags).map((flag) => ({
      type: 'flagIs' as const,
      params: { flag, value: true },
    })),
    ...(['trust', 'safety', 'evidence'] as const).map((meter) => ({
      type: 'meterAtLeast' as const,
      params: { meter, value: 1 },
    })),
  ];
  return () => guards;
}

function expectSame(config: Config, snapshot: AnyMachineSnapshot) {
  expect(config.leaf.path).toBe(pathOf(snapshot));
  expect(config.remembered).toBe(written(snapshot));
}

test('the stepper goes where XState goes, on random machines', () => {
  fc.assert(
    fc.property(
      machineArbitrary,
      fc.array(fc.nat(20), { minLength: 5, maxLength: 30 }),
      (machine, picks) => walkBoth({ machine } as Definition, picks),
    ),
    { numRuns: 500 },
  );
});

test('the stepper goes where XState goes, in every scenario of the library', async () => {
  const { scenarios } = await readLibrary(scenariosFolder);
  fc.assert(
    fc.property(
      fc.constantFrom(...scenarios),
      fc.array(fc.nat(20), { minLength: 40, maxLength: 40 }),
      ({ definition }, picks) => walkBoth(definition, picks),
    ),
    { numRuns: 100 },
  );
});
