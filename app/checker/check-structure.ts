import type { Finding } from '#scenarios/kit/findings.ts';
import { findingsFor } from '#scenarios/kit/findings.ts';
import {
  indexStates,
  isCompound,
  landingOf,
  resolveTarget,
  type StateNode,
  transitionsOf,
} from '#scenarios/kit/graph.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';

/**
 * Structure of a scenario that was read without errors, whatever its guards say: every state can be
 * reached, and an ending can be reached from everywhere. Returns findings, empty when sound.
 */
export function checkStructure({ definition }: ScenarioSource): Finding[] {
  const finder = findingsFor(definition.id, 'machine.json');
  const nodes = indexStates(definition);
  const leaves = [...nodes.values()].filter((node) => !isCompound(node));
  const next = new Map(leaves.map((leaf) => [leaf.path, followers(nodes, leaf)]));
  const start = landingOf(nodes, definition.machine.initial);
  const reached = start ? closure([start], (path) => next.get(path) ?? []) : new Set<string>();
  const finals = leaves.filter((leaf) => leaf.config.type === 'final').map((leaf) => leaf.path);
  const saved = closure(finals, (path) =>
    [...next].flatMap(([from, to]) => (to.includes(path) ? [from] : [])),
  );
  for (const { path } of leaves) {
    if (!reached.has(path))
      finder.add({ rule: 'reachable', state: path, message: `Nothing leads to "${path}".` });
    if (!saved.has(path))
      finder.add({
        rule: 'dead-end',
        state: path,
        message: `No ending can be reached from "${path}".`,
      });
  }
  return finder.found;
}

/** The leaves one step away: by its own events, and by those of the states around it. */
function followers(nodes: ReadonlyMap<string, StateNode>, leaf: StateNode): string[] {
  const around: StateNode[] = [];
  for (let node: StateNode | null = leaf; node; node = node.parent) around.push(node);
  return around.flatMap((node) =>
    transitionsOf(node.config).flatMap(({ transition }) => {
      const target = resolveTarget(nodes, node, transition.target);
      const landing = target && landingOf(nodes, target);
      return landing ? [landing] : [];
    }),
  );
}

function closure(start: string[], next: (path: string) => string[]): Set<string> {
  const seen = new Set(start);
  const queue = [...start];
  for (const path of queue)
    for (const follower of next(path))
      if (!seen.has(follower)) {
        seen.add(follower);
        queue.push(follower);
      }
  return seen;
}
