import { answersOf } from '#app/checker/answers.ts';
import { type Edge, type Exploration, explore, leafOf } from '#app/checker/explore.ts';
import { choose } from '#app/simulation/choose.ts';
import type { Scenario } from '#app/simulation/scenario.ts';
import { type Snapshot, start } from '#app/simulation/snapshot.ts';

/** Somewhere one can stand: the snapshot, and what was sent to get there soonest. */
export type Standing = { snapshot: Snapshot; sent: string[][] };

/** Everywhere one can stand, as far as choices or words differ, the soonest first. */
export function exploreAll({ definition }: Scenario): Exploration {
  return explore(definition, {
    asked: ({ scene }) => {
      const lines = scene?.kind === 'thread' ? [...scene.parts, ...scene.messages] : scene?.parts;
      return (lines ?? []).flatMap(({ when }) => when ?? []);
    },
  });
}

/** Walks there with the real simulation, one step each from where the way there came from. */
export function* standings(scenario: Scenario, exploration: Exploration): Generator<Standing> {
  const known: Standing[] = [{ snapshot: start(scenario), sent: [] }];
  const first = firstWays(exploration);
  for (const config of exploration.configs.keys()) {
    const way = first[config];
    if (way) {
      const before = known[way.from] as Standing;
      const values = valuesOf(exploration, way);
      const chosen = choose(scenario, before.snapshot, values);
      if (!chosen.ok) throw new Error(`${chosen.reason} at "${before.snapshot.path}"`);
      known[config] = { snapshot: chosen.snapshot, sent: [...before.sent, values] };
    }
    yield known[config] as Standing;
  }
}

function firstWays({ configs, edges }: Exploration): (Edge | null)[] {
  const first: (Edge | null)[] = configs.map(() => null);
  for (const edge of edges.flat()) if (edge.to > edge.from) first[edge.to] ??= edge;
  return first;
}

/** What a form sends to take an edge. */
export function valuesOf(exploration: Exploration, { from, step }: Edge): string[] {
  return answersOf(leafOf(exploration, from).scene).get(step.event)?.values ?? [step.event];
}
