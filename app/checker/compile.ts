import type { Definition, Effect, Transition } from '#scenarios/kit/definition.ts';
import {
  asList,
  indexStates,
  isCompound,
  landingOf,
  resolveTarget,
  type StateNode,
  transitionsOf,
} from '#scenarios/kit/graph.ts';
import type { Action, Guard } from '#scenarios/kit/guards.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import type { Tag } from '#scenarios/kit/vocabulary.ts';

/** A state somebody can stand in, with the tags of all states around it. */
export type Leaf = {
  index: number;
  path: string;
  scene: Scene | null;
  tags: ReadonlySet<Tag>;
  isFinal: boolean;
  choices: Choice[];
  always: Step[];
};

/** One way a choice can go; the first of its event whose guard holds is taken. */
export type Step = {
  event: string;
  guard: Guard | null;
  /** Of the transition and of every state that it enters, in the order XState runs them. */
  actions: Action[];
  effect: Effect | null;
  from: number;
  to: number;
};
export type Choice = { event: string; steps: Step[] };
/** Whether somebody decides here, as against going on or answering. */
export function isDecision({ scene }: Leaf): boolean {
  return scene?.kind === 'decision' || scene?.kind === 'rephrase';
}

export type Compiled = { leaves: Leaf[]; start: { actions: Action[]; leaf: number } };

/**
 * Compiles the allowed subset of a machine to a stepper: leaves with direct steps between them. In: a
 * definition without format errors. Out: steps whose meaning is that of XState; tests walk both side
 * by side. Throws when a target or an initial state does not exist, which `readScenario` rules out.
 */
export function compile(definition: Definition): Compiled {
  const nodes = indexStates(definition);
  const nodesOfLeaves = [...nodes.values()].filter((node) => !isCompound(node));
  const indexOf = new Map(nodesOfLeaves.map(({ path }, index) => [path, index]));
  const stepOf = (node: StateNode, event: string, transition: Transition): Step => {
    const target = known(resolveTarget(nodes, node, transition.target));
    const leaf = known(landingOf(nodes, target));
    return {
      event,
      guard: transition.guard ?? null,
      actions: [...(transition.actions ?? []), ...entryActions(nodes, node.path, target, leaf)],
      effect: transition.meta ?? null,
      from: known(indexOf.get(node.path)),
      to: known(indexOf.get(leaf)),
    };
  };
  const first = known(landingOf(nodes, definition.machine.initial));
  return {
    leaves: nodesOfLeaves.map((node, index) => leafOf(node, index, stepOf)),
    start: { leaf: known(indexOf.get(first)), actions: entryActions(nodes, '', first, first) },
  };
}

function leafOf(
  node: StateNode,
  index: number,
  stepOf: (node: StateNode, event: string, transition: Transition) => Step,
): Leaf {
  const { config } = node;
  return {
    index,
    path: node.path,
    scene: config.meta ?? null,
    tags: new Set(lineage(node).flatMap((around) => around.config.tags ?? [])),
    isFinal: config.type === 'final',
    choices: Object.entries(config.on ?? {}).map(([event, list]) => ({
      event,
      steps: asList(list).map((transition) => stepOf(node, event, transition)),
    })),
    always: transitionsOf(config)
      .filter(({ event }) => event === null)
      .map(({ transition }) => stepOf(node, '', transition)),
  };
}

function lineage(node: StateNode): StateNode[] {
  return node.parent ? [...lineage(node.parent), node] : [node];
}

/**
 * Entry actions from the outermost state entered to the leaf. States around both source and target
 * stay as they are, unless the target is one of them: then it is entered anew. A leaf that leads to
 * itself is not entered again (XState 5, transitions without `reenter`).
 */
function entryActions(
  nodes: ReadonlyMap<string, StateNode>,
  from: string,
  target: string,
  leaf: string,
): Action[] {
  if (from === target) return [];
  return lineage(known(nodes.get(leaf)))
    .filter(({ path }) => !isAround(path, from) || path === target || isAround(target, path))
    .flatMap(({ config }) => config.entry ?? []);
}

function isAround(path: string, inner: string): boolean {
  return inner.startsWith(`${path}.`);
}

function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The definition was not checked.');
  return value;
}
