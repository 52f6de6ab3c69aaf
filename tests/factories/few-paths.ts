import type { Step } from '#app/checker/compile.ts';
import { type Edge, type Exploration, explore, leafOf } from '#app/checker/explore.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import { valuesOf } from './standings.ts';

/** One path from the start to an ending: what is sent in each scene. */
export type Played = { path: string; values: string[] }[];

/**
 * Few paths that together take every transition there is: each goes the shortest way to one that was
 * not taken yet, then on to an ending, by others not taken where it can.
 */
export function fewPaths(definition: Definition): Played[] {
  const exploration = explore(definition);
  const left = new Set(exploration.edges.flat().map(({ step }) => step));
  const played: Edge[][] = [];
  while (left.size > 0) {
    const taken: Edge[] = [];
    for (let config = 0; !leafOf(exploration, config).isFinal; ) {
      const way = wayToNew(exploration, config, left) ?? wayToEnd(exploration, config);
      for (const edge of way) left.delete(edge.step);
      taken.push(...way);
      config = taken.at(-1)?.to ?? config;
    }
    played.push(taken);
  }
  return played.map((edges) => edges.map((edge) => sent(exploration, edge)));
}

function sent(exploration: Exploration, edge: Edge) {
  return { path: leafOf(exploration, edge.from).path, values: valuesOf(exploration, edge) };
}

function wayToNew(exploration: Exploration, from: number, left: ReadonlySet<Step>) {
  return shortestWay(exploration, from, ({ step }) => left.has(step));
}

function wayToEnd(exploration: Exploration, from: number): Edge[] {
  const way = shortestWay(exploration, from, ({ to }) => leafOf(exploration, to).isFinal);
  if (!way) throw new Error(`Nothing leads from ${leafOf(exploration, from).path} to an ending`);
  return way;
}

function shortestWay({ edges }: Exploration, from: number, isLast: (edge: Edge) => boolean) {
  const before = new Map<number, Edge | null>([[from, null]]);
  for (const config of before.keys())
    for (const edge of edges[config] ?? []) {
      if (isLast(edge)) return [...wayBack(before, config), edge];
      if (!before.has(edge.to)) before.set(edge.to, edge);
    }
  return null;
}

function wayBack(before: ReadonlyMap<number, Edge | null>, to: number): Edge[] {
  const edge = before.get(to);
  return edge ? [...wayBack(before, edge.from), edge] : [];
}
