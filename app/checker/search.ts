import type { Edge, Exploration } from './explore.ts';

/**
 * Something that follows a path: a small number for what it has seen so far. `start` is its state in
 * the first configuration, `next` the state after an edge (`null` where it follows no further), `bad`
 * what must not be.
 */
export type Follower = {
  start: number;
  next(state: number, edge: Edge): number | null;
  bad(state: number, config: number): boolean;
};

type Visit = { config: number; state: number; by: Edge | null; before: Visit | null };

/**
 * The shortest path from the start, or from another configuration, on which a follower meets what must
 * not be; `null` where there is none. Breadth-first over configurations and states of the follower.
 */
export function search(exploration: Exploration, follower: Follower, from = 0): Edge[] | null {
  for (const visit of visits(exploration, follower, from))
    if (follower.bad(visit.state, visit.config)) return trailOf(visit);
  return null;
}

/** Each configuration and state that a follower comes to, once each and the nearest first. */
export function* visits(
  { configs, edges }: Exploration,
  { start, next }: Pick<Follower, 'start' | 'next'>,
  from = 0,
): Generator<Visit> {
  const count = configs.length;
  const seen = new Set([start * count + from]);
  const queue: Visit[] = [{ config: from, state: start, by: null, before: null }];
  for (const visit of queue) {
    yield visit;
    for (const edge of edges[visit.config] ?? []) {
      const state = next(visit.state, edge);
      if (state === null) continue;
      const key = state * count + edge.to;
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ config: edge.to, state, by: edge, before: visit });
    }
  }
}

/** Every configuration from which one that fits can still be reached, that one included. */
export function leadingTo(
  { configs, edges }: Exploration,
  fits: (config: number) => boolean,
): ReadonlySet<number> {
  const leading = new Set(configs.flatMap((_, config) => (fits(config) ? config : [])));
  const backward = edges.flat().reverse();
  for (let size = -1; size < leading.size; ) {
    size = leading.size;
    for (const { from, to } of backward) if (leading.has(to)) leading.add(from);
  }
  return leading;
}

/** The shortest path to a configuration that fits, or `null`. */
export function pathTo(exploration: Exploration, fits: (config: number) => boolean): Edge[] | null {
  return search(exploration, { start: 0, next: () => 0, bad: (_state, config) => fits(config) });
}

function trailOf(last: Visit): Edge[] {
  const trail: Edge[] = [];
  for (let visit: Visit | null = last; visit; visit = visit.before)
    if (visit.by) trail.unshift(visit.by);
  return trail;
}
