import type { Definition, StateConfig, Transition } from './definition.ts';

/** A state of a definition, with its place in the tree. `path` is dotted: `monday.corridor`. */
export type StateNode = { path: string; config: StateConfig; parent: StateNode | null };

/** Every state of a definition, parents before children. */
export function listStates(definition: Definition): StateNode[] {
  return collect(definition.machine.states, null);
}

function collect(states: Record<string, StateConfig>, parent: StateNode | null): StateNode[] {
  return Object.entries(states).flatMap(([key, config]) => {
    const node: StateNode = { path: parent ? `${parent.path}.${key}` : key, config, parent };
    return [node, ...(config.states ? collect(config.states, node) : [])];
  });
}

export function isCompound(node: StateNode): boolean {
  return node.config.states !== undefined;
}

export function asList<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The transitions of one state, each with the event that takes it; `null` stands for `always`. */
export function transitionsOf(
  config: StateConfig,
): { event: string | null; transition: Transition }[] {
  const events = Object.entries(config.on ?? {}).flatMap(([event, list]) =>
    asList(list).map((transition) => ({ event, transition })),
  );
  return [...events, ...asList(config.always).map((transition) => ({ event: null, transition }))];
}

/**
 * The path a target points to: a sibling's key, or `#scenario.<path>` from the top. `null` when no
 * such state exists.
 */
export function resolveTarget(
  nodes: ReadonlyMap<string, StateNode>,
  from: StateNode,
  target: string,
): string | null {
  const absolute = target.match(/^#scenario\.(.+)$/)?.[1];
  const path = absolute ?? (from.parent ? `${from.parent.path}.${target}` : target);
  return nodes.has(path) ? path : null;
}

/** The leaf a person lands in when a state is entered: compound states lead to their `initial`. */
export function landingOf(nodes: ReadonlyMap<string, StateNode>, path: string): string | null {
  const node = nodes.get(path);
  if (!node) return null;
  if (!isCompound(node)) return path;
  return node.config.initial ? landingOf(nodes, `${path}.${node.config.initial}`) : null;
}

export function indexStates(definition: Definition): Map<string, StateNode> {
  return new Map(listStates(definition).map((node) => [node.path, node]));
}
