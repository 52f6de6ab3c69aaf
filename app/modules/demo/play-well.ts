import { choose, openChoices, type Taken } from '#app/simulation/choose.ts';
import type { Scenario } from '#app/simulation/scenario.ts';
import { hasEnded, type Snapshot, sceneAt, start } from '#app/simulation/snapshot.ts';

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
  const answers =
    scene.kind === 'spot'
      ? [scene.items.filter((item) => item.sign).map((item) => item.id)]
      : openChoices(scenario, snapshot).map((choice) => [choice]);
  const outcomes = answers.map((values) => choose(scenario, snapshot, values)).filter((o) => o.ok);
  const best = outcomes.find(({ effect }) => effect?.quality === 'good') ?? outcomes[0];
  if (!best) throw new Error(`Nothing can be chosen at "${snapshot.path}"`);
  return best;
}
