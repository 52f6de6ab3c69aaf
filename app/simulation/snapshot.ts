import { type AnyMachineSnapshot, initialTransition, type StateValue } from 'xstate';
import { z } from 'zod';
import type { Context } from '#scenarios/kit/definition.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import { meterRange } from '#scenarios/kit/vocabulary.ts';
import type { Scenario } from './scenario.ts';

const meterSchema = z.int().min(meterRange.min).max(meterRange.max);

/** WARNING: stored as JSON with every attempt. A change of shape needs a new kit major. */
export const snapshotSchema = z.strictObject({
  /** Dotted path of the current scene: `monday.corridor`. */
  path: z.string().min(1),
  context: z.strictObject({
    meters: z.strictObject({ trust: meterSchema, safety: meterSchema, evidence: meterSchema }),
    flags: z.record(z.string(), z.boolean()),
  }),
});

export type Snapshot = z.infer<typeof snapshotSchema>;

/** The snapshot of a new attempt: the first scene, after any `always`. */
export function start(scenario: Scenario): Snapshot {
  return fromXState(initialTransition(scenario.machine)[0]);
}

/** The scene at a snapshot. Throws when the scenario has no such scene: the snapshot is another's. */
export function sceneAt(scenario: Scenario, snapshot: Snapshot): Scene {
  const scene = scenario.states.get(snapshot.path)?.config.meta;
  if (!scene) throw new Error(`${scenario.definition.id} has no scene at "${snapshot.path}"`);
  return scene;
}

export function hasEnded(scenario: Scenario, snapshot: Snapshot): boolean {
  return sceneAt(scenario, snapshot).kind === 'ending';
}

/** What XState needs to go on from a stored snapshot. Throws when the path is not of this machine. */
export function toXState(scenario: Scenario, { path, context }: Snapshot): AnyMachineSnapshot {
  const value = path
    .split('.')
    .reduceRight<StateValue | undefined>(
      (inner, key) => (inner ? { [key]: inner } : key),
      undefined,
    );
  return scenario.machine.resolveState({ value: value as StateValue, context });
}

export function fromXState(snapshot: AnyMachineSnapshot): Snapshot {
  return { path: pathOf(snapshot.value), context: snapshot.context as Context };
}

function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  const [key, inner] = Object.entries(value)[0] ?? [];
  if (key === undefined || inner === undefined) throw new Error('A snapshot without a state');
  return `${key}.${pathOf(inner)}`;
}
