import { transition } from 'xstate';
import type { Effect, SceneOf } from '#scenarios/kit/definition.ts';
import type { Scenario } from './scenario.ts';
import { fromXState, type Snapshot, sceneAt, start, toXState } from './snapshot.ts';

/** What was sent (`values`, as the form posts them) and the event it counted as. One recorded step. */
export type Taken = { choice: string; values: string[] };

export type Refusal = 'ended' | 'nothing-chosen' | 'unknown-choice' | 'choice-not-open';

export type Chosen =
  | { ok: true; snapshot: Snapshot; taken: Taken; effect: Effect | null }
  | { ok: false; reason: Refusal };

/**
 * Takes one step. In: a snapshot and the values that the form posted: one choice id, or the marked
 * items of a `spot`, none included. Out: the next snapshot, the step to record and what the choice
 * does; or the reason why nothing happens. Pure; never throws for any input.
 */
export function choose(scenario: Scenario, snapshot: Snapshot, values: string[]): Chosen {
  const scene = sceneAt(scenario, snapshot);
  if (scene.kind === 'ending') return { ok: false, reason: 'ended' };
  if (scene.kind !== 'spot' && values.length === 0) return { ok: false, reason: 'nothing-chosen' };
  const choice = scene.kind === 'spot' ? scoreSpot(scene, values) : single(values);
  if (choice === null || !eventsAt(scenario, snapshot).includes(choice))
    return { ok: false, reason: 'unknown-choice' };

  const before = toXState(scenario, snapshot);
  const event = { type: choice };
  const transitions = scenario.machine.getTransitionData(before, event);
  const [first] = transitions ?? [];
  if (!first) return { ok: false, reason: 'choice-not-open' };
  const [after] = transition(scenario.machine, before, event);
  return {
    ok: true,
    snapshot: fromXState(after),
    taken: { choice, values },
    effect: (first.meta as Effect | undefined) ?? null,
  };
}

/** The choices a person can pick at a snapshot: events of the scene whose guard holds, in order. */
export function openChoices(scenario: Scenario, snapshot: Snapshot): string[] {
  const before = toXState(scenario, snapshot);
  return eventsAt(scenario, snapshot).filter((choice) => before.can({ type: choice }));
}

/**
 * The snapshot after a list of recorded steps, played again from the start.
 * Throws when a step cannot be taken: the steps then belong to another version of the scenario.
 */
export function resume(scenario: Scenario, steps: readonly Pick<Taken, 'values'>[]): Snapshot {
  return steps.reduce((snapshot, step, index) => {
    const chosen = choose(scenario, snapshot, step.values);
    if (!chosen.ok) throw new Error(`Step ${index} cannot be taken again: ${chosen.reason}`);
    return chosen.snapshot;
  }, start(scenario));
}

function eventsAt(scenario: Scenario, snapshot: Snapshot): string[] {
  return Object.keys(scenario.states.get(snapshot.path)?.config.on ?? {});
}

function single(values: string[]): string | null {
  const [value, ...more] = values;
  return value !== undefined && more.length === 0 ? value : null;
}

/** The first outcome whose bounds hold; `null` when a value is no item or comes twice. */
function scoreSpot(scene: SceneOf<'spot'>, values: string[]): string | null {
  const marked = new Set(values);
  const known = new Set(scene.items.map((item) => item.id));
  if (marked.size !== values.length || values.some((value) => !known.has(value))) return null;
  const found = scene.items.filter((item) => item.sign && marked.has(item.id)).length;
  const falseAlarms = marked.size - found;
  const outcome = scene.outcomes.find(
    ({ foundAtLeast = 0, falseAlarmsAtMost = Number.POSITIVE_INFINITY }) =>
      found >= foundAtLeast && falseAlarms <= falseAlarmsAtMost,
  );
  return outcome?.event ?? null;
}
