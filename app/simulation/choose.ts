import { transition } from 'xstate';
import type { Effect } from '#scenarios/kit/definition.ts';
import type { Scene, SceneOf } from '#scenarios/kit/scenes.ts';
import { scoreAnswer } from '#scenarios/kit/score-answer.ts';
import type { Scenario } from './scenario.ts';
import { fromXState, type Snapshot, sceneAt, start, toXState } from './snapshot.ts';

/** What was sent (`values`, as the form posts them) and the event it counted as. One recorded step. */
export type Taken = { choice: string; values: string[] };

export type Refusal =
  | 'ended'
  | 'nothing-chosen'
  | 'unknown-choice'
  | 'choice-not-open'
  | 'incomplete-order';

export type Chosen =
  | { ok: true; snapshot: Snapshot; taken: Taken; effect: Effect | null }
  | { ok: false; reason: Refusal };

/**
 * Takes one step. In: a snapshot and the values that the form posted: one choice id, the marked items
 * of a `spot`, none included, or all items of an `order`. Out: the next snapshot, the step to record
 * and what the choice does; or the reason why nothing happens. Pure; never throws for any input.
 */
export function choose(scenario: Scenario, snapshot: Snapshot, values: string[]): Chosen {
  const scene = sceneAt(scenario, snapshot);
  const refusal = refusalOf(scene, values);
  if (refusal) return { ok: false, reason: refusal };
  const choice = scoreAnswer(scene, values);
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

/** What a kind of scene refuses whatever its events are. */
function refusalOf(scene: Scene, values: string[]): Refusal | null {
  switch (scene.kind) {
    case 'ending':
      return 'ended';
    case 'spot':
      return null;
    case 'order':
      return orderRefusal(scene, values);
    default:
      return values.length === 0 ? 'nothing-chosen' : null;
  }
}

/** An empty value is a place that nothing was put in. */
function orderRefusal(scene: SceneOf<'order'>, values: string[]): Refusal | null {
  const known = scene.items.map(({ id }) => id);
  if (values.some((value) => value !== '' && !known.includes(value))) return 'unknown-choice';
  return scoreAnswer(scene, values) === null ? 'incomplete-order' : null;
}
