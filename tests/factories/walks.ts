import fc from 'fast-check';
import { choose, openChoices, type Taken } from '#app/simulation/choose.ts';
import type { Scenario } from '#app/simulation/scenario.ts';
import { hasEnded, type Snapshot, sceneAt, start } from '#app/simulation/snapshot.ts';
import type { Effect } from '#scenarios/kit/definition.ts';
import { everyOrder, listedOrder } from '#scenarios/kit/score-order.ts';

export type WalkStep = { before: Snapshot; taken: Taken; effect: Effect | null; after: Snapshot };
export type Walk = { first: Snapshot; steps: WalkStep[]; last: Snapshot; ended: boolean };

/** Numbers that decide a walk: any list is a walk, so that a failing one can be made shorter. */
export const decisions = fc.array(fc.nat({ max: 1023 }), { maxLength: 60 });

/** Walks as the numbers say: an open choice or an order by its rank, the marks of a spot by their bits. */
export function walk(scenario: Scenario, numbers: readonly number[]): Walk {
  const first = start(scenario);
  const steps: WalkStep[] = [];
  let now = first;
  for (const number of numbers) {
    if (hasEnded(scenario, now)) break;
    const chosen = choose(scenario, now, answerAt(scenario, now, number));
    if (!chosen.ok) throw new Error(`${chosen.reason} at "${now.path}"`);
    const { taken, effect, snapshot } = chosen;
    steps.push({ before: now, taken, effect, after: snapshot });
    now = snapshot;
  }
  return { first, steps, last: now, ended: hasEnded(scenario, now) };
}

/** One answer at a snapshot: what somebody could send there. */
export function answerAt(scenario: Scenario, snapshot: Snapshot, number: number): string[] {
  const scene = sceneAt(scenario, snapshot);
  if (scene.kind === 'spot')
    return scene.items.filter((_, bit) => (number >> bit) % 2 === 1).map(({ id }) => id);
  if (scene.kind === 'order') {
    const orders = everyOrder(listedOrder(scene));
    return orders[number % orders.length] ?? [];
  }
  const open = openChoices(scenario, snapshot);
  const choice = open[number % open.length];
  return choice === undefined ? [] : [choice];
}

/** Freezes a value to its depth, so that whoever changes it fails. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
