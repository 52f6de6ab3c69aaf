import { startAttempt } from '#app/modules/attempts/start.server.ts';
import { takeStep } from '#app/modules/attempts/step.server.ts';
import { findNewest } from '#app/modules/scenarios/cards.server.ts';
import type { Services } from '#app/modules/services.ts';
import { choose, openChoices } from '#app/simulation/choose.ts';
import type { Scenario } from '#app/simulation/scenario.ts';
import { hasEnded, type Snapshot, sceneAt, start } from '#app/simulation/snapshot.ts';
import { brokenBy, everyOrder, listedOrder } from '#scenarios/kit/score-order.ts';
import { firstScenario } from '#tests/setup/library.ts';
import walkthroughs from '../../scenarios/staff/a-picture-is-going-round/walkthroughs.json' with {
  type: 'json',
};
import { createPerson, signIn, type TestServices } from './organisation.ts';

export type Answer = (snapshot: Snapshot, scenario: Scenario) => string[];

/** What the first scenario's reviewers wrote down: the choices of a play-through by its name. */
export function walkthrough(name: string): string[][] {
  const found = walkthroughs.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no walkthrough "${name}"`);
  return found.choices;
}

export async function newestVersion(services: Services) {
  const newest = await findNewest(services, firstScenario);
  if (!newest) throw new Error('The first scenario is not in the library');
  return newest.version;
}

/** Somebody signed in with a new attempt of the first scenario. */
export async function beginAttempt(
  services: TestServices,
  person?: Awaited<ReturnType<typeof createPerson>>,
) {
  const { database } = services;
  const learner = person ?? (await createPerson(database));
  const { token, session } = await signIn(database, learner);
  const version = await newestVersion(services);
  return { token, session, version, id: await startAttempt(services, session, version) };
}

/** Takes steps through the real door; throws where one is not taken. */
export async function takeSteps(
  services: Services,
  { token, id }: { token: string; id: string },
  answers: readonly string[][],
  from = 0,
) {
  for (const [index, values] of answers.entries()) {
    const result = await takeStep(services, token, id, { step: from + index, values });
    if (result.outcome !== 'taken')
      throw new Error(`Step ${from + index} (${values}) came out as ${JSON.stringify(result)}`);
  }
}

/** The steps that an answering person takes from a snapshot, by default from the start, to an end. */
export function play(scenario: Scenario, answer: Answer, from: Snapshot = start(scenario)) {
  const steps: { values: string[]; effect: ReturnType<typeof effectOf> }[] = [];
  let snapshot = from;
  while (!hasEnded(scenario, snapshot)) {
    const values = answer(snapshot, scenario);
    const chosen = choose(scenario, snapshot, values);
    if (!chosen.ok) throw new Error(`${values} at ${snapshot.path}: ${chosen.reason}`);
    steps.push({ values, effect: effectOf(scenario, snapshot, values) });
    snapshot = chosen.snapshot;
  }
  return { steps, snapshot };
}

export function effectOf(scenario: Scenario, snapshot: Snapshot, values: string[]) {
  const chosen = choose(scenario, snapshot, values);
  return chosen.ok ? chosen.effect : null;
}

/**
 * Every answer that a scene would take. For a `spot`: nothing, everything, and the true signs; for an
 * `order`: the items as they are listed, turned round, and in an order that keeps every constraint.
 */
export function answersAt(scenario: Scenario, snapshot: Snapshot): string[][] {
  const scene = sceneAt(scenario, snapshot);
  if (scene.kind === 'order') {
    const listed = listedOrder(scene);
    const kept = everyOrder(listed).filter((order) => brokenBy(scene, order).length === 0);
    return [listed, listed.toReversed(), ...kept.slice(0, 1)];
  }
  if (scene.kind !== 'spot') return openChoices(scenario, snapshot).map((choice) => [choice]);
  const ids = scene.items.map((item) => item.id);
  return [[], ids, scene.items.filter((item) => item.sign).map((item) => item.id)];
}
