import path from 'node:path';
import { playWell } from '#app/modules/demo/play-well.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { choose } from '#app/simulation/choose.ts';
import { prepareScenario } from '#app/simulation/scenario.ts';
import { type Snapshot, start } from '#app/simulation/snapshot.ts';
import { type Figure, figure, timeOf } from './measure.ts';

/** One choice of the pure simulation, against sending its snapshot through JSON and back. */
export async function benchSimulate(turns: number): Promise<Figure[]> {
  const { scenarios } = await readLibrary(path.join(import.meta.dirname, '../../scenarios'));
  const [first] = scenarios;
  if (!first) throw new Error('The library is empty');
  const scenario = prepareScenario(first.definition);
  const path_ = playWell(scenario).taken;
  const snapshots: Snapshot[] = [start(scenario)];
  for (const { values } of path_) {
    const chosen = choose(scenario, snapshots.at(-1) as Snapshot, values);
    if (chosen.ok) snapshots.push(chosen.snapshot);
  }
  const at = (turn: number) => snapshots[turn % path_.length] as Snapshot;
  return [
    figure({
      name: 'simulate',
      what: `one choice of ${scenario.definition.id}`,
      value: await timeOf(turns, (turn) =>
        choose(scenario, at(turn), path_[turn % path_.length]?.values ?? []),
      ),
      baseline: {
        what: 'its snapshot to JSON and back',
        value: await timeOf(turns, (turn) => JSON.parse(JSON.stringify(at(turn)))),
      },
    }),
  ];
}
