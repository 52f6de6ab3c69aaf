import type { Step } from './compile.ts';
import type { Config, Edge, Exploration } from './explore.ts';

/**
 * The same behaviour with as few configurations as possible: two that stand in the same leaf, show the
 * same there and go on alike for ever become one. Paths, their lengths and what is done on them stay
 * what they were, so whatever is proved of the smaller graph holds of the larger one. In: an
 * exploration, and whether a configuration shows what a rule asks about. Out: one whose first
 * configuration is still the start.
 */
export function minimise(
  exploration: Exploration,
  shows: (config: Config) => boolean,
): Exploration {
  const classes = refine(exploration, shows);
  // In the order in which the walk met them, so that shorter ways still come first.
  const kept: number[] = [];
  const numbers = new Map<number, number>();
  for (const [config, group] of classes.entries())
    if (!numbers.has(group)) {
      numbers.set(group, kept.length);
      kept.push(config);
    }
  const numberOf = (config: number) => numbers.get(classes[config] as number) as number;
  return {
    ...exploration,
    configs: kept.map((config) => exploration.configs[config] as Config),
    edges: kept.map((config) =>
      (exploration.edges[config] ?? []).map(({ from, to, step }) => ({
        from: numberOf(from),
        to: numberOf(to),
        step,
      })),
    ),
  };
}

/**
 * Numbers configurations so that two with the same number show the same, take the same steps and go on
 * to the same numbers. From the endings backwards; whatever leads round in a circle stays by itself.
 */
function refine(exploration: Exploration, shows: (config: Config) => boolean): number[] {
  const { configs, edges } = exploration;
  const stepNumbers = numberedSteps(edges);
  const classes: number[] = new Array(configs.length).fill(unknown);
  const groups = new Map<string, number>();
  for (const config of lastFirst(exploration)) {
    const { leaf } = configs[config] as Config;
    let key = `${leaf.index} ${shows(configs[config] as Config)}`;
    for (const { step, to } of edges[config] ?? [])
      key +=
        classes[to] === unknown ? ` alone${config}` : ` ${stepNumbers.get(step)}>${classes[to]}`;
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    classes[config] = group;
  }
  return classes;
}

const unknown = -1;

function numberedSteps(edges: Edge[][]): Map<Step, number> {
  const numbers = new Map<Step, number>();
  for (const list of edges)
    for (const { step } of list) if (!numbers.has(step)) numbers.set(step, numbers.size);
  return numbers;
}

/** Every configuration after those that its edges lead to, except where they lead round. */
function lastFirst({ edges }: Exploration): number[] {
  const order: number[] = [];
  const seen = new Set([0]);
  const stack = [{ config: 0, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const edge = edges[top.config]?.[top.next];
    top.next += 1;
    if (!edge) {
      order.push(top.config);
      stack.pop();
    } else if (!seen.has(edge.to)) {
      seen.add(edge.to);
      stack.push({ config: edge.to, next: 0 });
    }
  }
  return order;
}
