import { choose, openChoices, type Taken } from '#app/simulation/choose.ts';
import type { Scenario } from '#app/simulation/scenario.ts';
import { hasEnded, type Snapshot, sceneAt, start } from '#app/simulation/snapshot.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import { brokenBy, everyOrder, listedOrder } from '#scenarios/kit/score-order.ts';

const mostSteps = 200;

/** The steps of somebody who chooses well: how the demo organisation's histories are made. */
export function playWell(scenario: Scenario): { taken: Taken[]; snapshot: Snapshot } {
  const taken: Taken[] = [];
  let snapshot = start(scenario);
  while (!hasEnded(scenario, snapshot) && taken.length < mostSteps) {
    const best = wellChosen(scenario, snapshot);
    taken.push(best.taken);
    snapshot = best.snapshot;
  }
  return { taken, snapshot };
}

function wellChosen(scenario: Scenario, snapshot: Snapshot) {
  const scene = sceneAt(scenario, snapshot);
  const answers = bestAnswer(scene) ?? openChoices(scenario, snapshot).map((choice) => [choice]);
  const outcomes = answers.map((values) => choose(scenario, snapshot, values)).filter((o) => o.ok);
  const best = outcomes.find(({ effect }) => effect?.quality === 'good') ?? outcomes[0];
  if (!best) throw new Error(`Nothing can be chosen at "${snapshot.path}"`);
  return best;
}

/** The best answer to a scene that is scored. */
function bestAnswer(scene: Scene): string[][] | null {
  if (scene.kind === 'spot') return [scene.items.filter(({ sign }) => sign).map(({ id }) => id)];
  if (scene.kind !== 'order') return null;
  return everyOrder(listedOrder(scene)).filter((order) => brokenBy(scene, order).length === 0);
}
