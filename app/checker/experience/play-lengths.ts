import type { ScenarioSource, WordsFile } from '#scenarios/kit/read-scenario.ts';
import { type Rating, ratings } from '#scenarios/kit/vocabulary.ts';
import { type Exploration, explore } from '../explore.ts';
import { conditionsOf, type ReadingTime, readingTimeOf } from './reading-time.ts';

/** In minutes, on paths that go round nowhere twice where there are `loops`. */
export type PlayLengths = {
  /** The shortest and the longest path to the best rating. */
  good: { shortest: number; longest: number };
  longest: number;
  loops: boolean;
};

/**
 * How long a scenario takes, counting of each scene what is shown there on that path. In: a scenario
 * without format errors, and words of it. Out: minutes of paths to the best rating that can be
 * reached, and of the longest to any; `null` where no ending is reached, or where there is too much
 * to explore. Pure. Source: design.
 */
export function playLengths({ definition }: ScenarioSource, file: WordsFile): PlayLengths | null {
  const exploration = explore(definition, { asked: ({ scene }) => conditionsOf(scene) });
  if (!exploration.whole) return null;
  const time = readingTimeOf(definition, file, exploration);
  const scenes = exploration.configs.map((config, at) =>
    time.atScene(config, exploration.edges[at] ?? []),
  );
  const costs: Costs = { scenes, afterChoice: time.afterChoice };
  const { order, loops } = onward(exploration);
  const ahead = { ...exploration, edges: order };
  for (const rating of ratings) {
    const shortest = best(exploration, costs, Math.min, rating);
    if (shortest === null) continue;
    const longest = best(ahead, costs, Math.max, rating) ?? shortest;
    return { good: { shortest, longest }, longest: best(ahead, costs, Math.max) ?? longest, loops };
  }
  return null;
}

/** In minutes, at each configuration and after each choice. */
type Costs = { scenes: number[]; afterChoice: ReadingTime['afterChoice'] };

/** The least or the most that is to come before an ending, if need be of one rating. */
function best(
  { configs, edges }: Exploration,
  { scenes, afterChoice }: Costs,
  better: (a: number, b: number) => number,
  rating?: Rating,
): number | null {
  const totals: (number | null)[] = configs.map(({ leaf: { scene } }, config) =>
    scene?.kind === 'ending' && (!rating || scene.rating === rating) ? (scenes[config] ?? 0) : null,
  );
  for (let changed = true; changed; ) {
    changed = false;
    for (let config = configs.length - 1; config >= 0; config -= 1)
      for (const edge of edges[config] ?? []) {
        const rest = totals[edge.to];
        if (rest === null || rest === undefined) continue;
        const total = rest + (scenes[config] ?? 0) + afterChoice(edge);
        const before = totals[config] ?? null;
        if (before !== null && better(before, total) === before) continue;
        totals[config] = total;
        changed = true;
      }
  }
  return totals[0] ?? null;
}

/** The edges without those that lead back to where a walk has been: a longest path needs an end. */
function onward({ configs, edges }: Exploration): { order: Exploration['edges']; loops: boolean } {
  const state = new Uint8Array(configs.length);
  const order: Exploration['edges'] = configs.map(() => []);
  const stack: [config: number, next: number][] = [[0, 0]];
  let loops = false;
  state[0] = 1;
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const [config] = top;
    const edge = edges[config]?.[top[1]];
    top[1] += 1;
    if (!edge) {
      state[config] = 2;
      stack.pop();
    } else if (state[edge.to] === 1) loops = true;
    else {
      order[config]?.push(edge);
      if (state[edge.to] === 0) {
        state[edge.to] = 1;
        stack.push([edge.to, 0]);
      }
    }
  }
  return { order, loops };
}
