import { type Exploration, leafOf } from '#app/checker/explore.ts';
import { type Move, movesOf } from '#app/checker/moves.ts';
import { pathTo } from '#app/checker/search.ts';
import type { Rating } from '#scenarios/kit/vocabulary.ts';

/** How somebody comes soonest to an ending, by the ids of states and choices. */
export type WayToEnding = { path: string; rating: Rating; moves: Move[] };
export type Ways = {
  /** How many ways lead from the start to an ending, scored scenes counted by outcome; `null` where
   * one may go round, so that there is no end of them. */
  count: bigint | null;
  /** The fewest and the most choices on any of them. */
  fewest: number;
  most: number;
  endings: WayToEnding[];
};

/**
 * What leads through a story. In: everything that can happen in it, walked whole. Out: how many ways
 * there are, how long they are, and the shortest one to each ending. Pure.
 */
export function waysThrough(exploration: Exploration): Ways {
  const endings = new Map<string, Rating>();
  for (const { leaf } of exploration.configs)
    if (leaf.scene?.kind === 'ending') endings.set(leaf.path, leaf.scene.rating);
  const shortest = [...endings].map(([path, rating]) => {
    const trail = pathTo(exploration, (config) => leafOf(exploration, config).path === path) ?? [];
    return { path, rating, moves: movesOf(exploration, trail), steps: trail.length };
  });
  const { count, most } = measure(exploration);
  return {
    count,
    most,
    fewest: Math.min(...shortest.map(({ steps }) => steps)),
    endings: shortest.map(({ path, rating, moves }) => ({ path, rating, moves })),
  };
}

type Measured = { count: bigint; most: number };

/** Counts from the endings backwards; by hand, because a story may be deeper than calls can be. */
function measure({ edges }: Exploration): { count: bigint | null; most: number } {
  const known = new Map<number, Measured>();
  const open = new Set([0]);
  const stack = [0];
  for (let config = stack.at(-1); config !== undefined; config = stack.at(-1)) {
    const onward = edges[config] ?? [];
    const next = onward.find(({ to }) => !known.has(to));
    if (next) {
      if (open.has(next.to)) return { count: null, most: Number.POSITIVE_INFINITY };
      open.add(next.to);
      stack.push(next.to);
      continue;
    }
    const measured = onward.map(({ to }) => known.get(to) as Measured);
    known.set(config, {
      count: onward.length === 0 ? 1n : measured.reduce((sum, { count }) => sum + count, 0n),
      most: onward.length === 0 ? 0 : 1 + Math.max(...measured.map(({ most }) => most)),
    });
    stack.pop();
  }
  return known.get(0) ?? { count: 1n, most: 0 };
}
