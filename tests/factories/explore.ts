import { choose } from '#app/simulation/choose.ts';
import type { Scenario } from '#app/simulation/scenario.ts';
import { type Snapshot, sceneAt, start } from '#app/simulation/snapshot.ts';
import type { Effect } from '#scenarios/kit/definition.ts';
import type { Rating } from '#scenarios/kit/vocabulary.ts';
import { answersAt } from './walks.ts';

export type Edge = { values: string[]; choice: string; effect: Effect | null; to: Node };
export type Node = {
  snapshot: Snapshot;
  rating: Rating | null;
  edges: Edge[];
  /** How somebody gets here soonest: what was sent at each step. */
  soonest: string[][];
};

/** Every snapshot that any choices can lead to, the first one first, with all ways between them. */
export function exploreSnapshots(scenario: Scenario): Node[] {
  const nodes = new Map<string, Node>();
  const visit = (snapshot: Snapshot, soonest: string[][]): Node => {
    const key = JSON.stringify(snapshot);
    const known = nodes.get(key);
    if (known) return known;
    const scene = sceneAt(scenario, snapshot);
    const rating = scene.kind === 'ending' ? scene.rating : null;
    const node: Node = { snapshot, rating, edges: [], soonest };
    nodes.set(key, node);
    return node;
  };
  visit(start(scenario), []);
  // A map hands out what is added while it is walked through.
  for (const node of nodes.values())
    for (const values of answersAt(scenario, node.snapshot)) {
      const chosen = choose(scenario, node.snapshot, values);
      if (!chosen.ok) throw new Error(`${chosen.reason} at "${node.snapshot.path}"`);
      const to = visit(chosen.snapshot, [...node.soonest, values]);
      node.edges.push({ values, choice: chosen.taken.choice, effect: chosen.effect, to });
    }
  return [...nodes.values()];
}

/** A snapshot with what the path to it left behind: rules broken and not repaired, and grave errors. */
export type Standing = { node: Node; outstanding: ReadonlySet<string>; hasErredGravely: boolean };

/** Every snapshot together with everything that can be owed there. */
export function exploreStandings(nodes: Node[]): Standing[] {
  const standings = new Map<string, Standing>();
  const numbers = new Map(nodes.map((node, index) => [node, index]));
  const visit = (node: Node, rules: string[], hasErredGravely: boolean) => {
    const owed = [...new Set(rules)].sort();
    const key = `${numbers.get(node)} ${hasErredGravely} ${owed}`;
    if (!standings.has(key))
      standings.set(key, { node, outstanding: new Set(owed), hasErredGravely });
  };
  const [first] = nodes;
  if (first) visit(first, [], false);
  for (const { node, outstanding, hasErredGravely } of standings.values())
    for (const { effect, to } of node.edges) {
      const { repairs = [], breaks = [], quality } = effect ?? {};
      const left = [...outstanding].filter((rule) => !repairs.includes(rule));
      visit(to, [...left, ...breaks], hasErredGravely || quality === 'grave');
    }
  return [...standings.values()];
}

/** The most steps that anybody can take; without end where there is a loop. */
export function longestPath(nodes: Node[]): number {
  const lengths = new Map<Node, number>();
  const measure = (node: Node): number => {
    const known = lengths.get(node);
    if (known !== undefined) return known;
    lengths.set(node, Number.POSITIVE_INFINITY);
    const length = Math.max(0, ...node.edges.map(({ to }) => 1 + measure(to)));
    lengths.set(node, length);
    return length;
  };
  return nodes[0] ? measure(nodes[0]) : 0;
}
