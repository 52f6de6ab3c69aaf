import type { Definition } from '#scenarios/kit/definition.ts';
import type { Guard } from '#scenarios/kit/guards.ts';
import { type Compiled, compile, type Leaf, type Step } from './compile.ts';
import { liveVariables } from './live-variables.ts';
import { type Change, memoryOf, type Remembered, type Test } from './memory.ts';

/** A leaf with what is remembered there, as far as it can still matter. */
export type Config = { leaf: Leaf; remembered: Remembered };

/** One choice taken in one configuration. */
export type Edge = { from: number; to: number; step: Step };

/**
 * Everything that can happen: configurations, numbered in the order of a breadth-first walk, and the
 * edges between them. `whole` is false where the walk was cut.
 */
export type Exploration = {
  machine: Compiled;
  configs: Config[];
  edges: Edge[][];
  whole: boolean;
};

/** The leaf of a configuration. */
export function leafOf({ configs }: Pick<Exploration, 'configs'>, config: number): Leaf {
  return (configs[config] as Config).leaf;
}

export function endsWell({ scene }: Leaf): boolean {
  return scene?.kind === 'ending' && scene.rating !== 'harmful';
}

/** Guards to keep apart in a leaf besides those of its choices; and where to cut the walk. */
type Asked = { asked?: (leaf: Leaf) => Guard[]; most?: number };

/** More than this is reported instead of proved: nobody could review such a scenario either. */
export const mostConfigs = 200_000;

/**
 * Walks every configuration of a definition breadth-first, as XState would step. In: a definition
 * without format errors. Out: the graph of configurations, cut at `most`. Pure; throws as `compile`.
 */
export function explore(
  definition: Definition,
  { asked = () => [], most = mostConfigs }: Asked = {},
): Exploration {
  const machine = compile(definition);
  const stepper = stepperOf(machine, definition, asked);
  const configs: Config[] = [];
  const edges: Edge[][] = [];
  const numbers = machine.leaves.map(() => new Map<Remembered, number>());
  const visit = (config: Config): number => {
    const known = numbers[config.leaf.index] as Map<Remembered, number>;
    const before = known.get(config.remembered);
    if (before !== undefined) return before;
    known.set(config.remembered, configs.length);
    configs.push(config);
    return configs.length - 1;
  };

  visit(stepper.start);
  for (let from = 0; from < configs.length && configs.length <= most; from += 1) {
    const config = configs[from] as Config;
    edges[from] = stepper
      .open(config)
      .map((step) => ({ from, to: visit(stepper.take(config, step)), step }));
  }
  const whole = edges.length === configs.length;
  for (let from = edges.length; from < configs.length; from += 1) edges[from] = [];
  return { machine, configs, edges, whole };
}

export type Stepper = {
  start: Config;
  /** The step that each open choice would take, in the order of the choices. */
  open(config: Config): Step[];
  take(config: Config, step: Step): Config;
};

/** The stepper of a compiled machine: XState's macrostep for the allowed subset, without its cost. */
export function stepperOf(
  machine: Compiled,
  definition: Definition,
  asked: (leaf: Leaf) => Guard[] = () => [],
): Stepper {
  const memory = memoryOf(definition.machine.context);
  const tests = new Map<Step, Test>();
  const changes = new Map<Step, Change>();
  for (const { choices, always } of machine.leaves)
    for (const step of [...choices.flatMap(({ steps }) => steps), ...always]) {
      tests.set(step, memory.test(step.guard));
      changes.set(step, memory.change(step.actions));
    }
  const cuts = liveVariables(machine, asked).map((names) => memory.keepOnly(names));
  const leafAt = (index: number) => machine.leaves[index] as Leaf;
  const firstOpen = (steps: Step[], remembered: Remembered) =>
    steps.find((step) => (tests.get(step) as Test)(remembered));
  const settle = (at: Config): Config => {
    const step = firstOpen(at.leaf.always, at.remembered);
    if (step) return settle(take(at, step));
    return { ...at, remembered: (cuts[at.leaf.index] as Change)(at.remembered) };
  };
  const take = ({ remembered }: Config, step: Step): Config => ({
    leaf: leafAt(step.to),
    remembered: (changes.get(step) as Change)(remembered),
  });
  const { leaf, actions } = machine.start;
  return {
    start: settle({ leaf: leafAt(leaf), remembered: memory.change(actions)(memory.start) }),
    open: ({ leaf: { choices }, remembered }) =>
      choices.flatMap(({ steps }) => firstOpen(steps, remembered) ?? []),
    take: (config, step) => settle(take(config, step)),
  };
}
