import type { Guard } from '#scenarios/kit/guards.ts';
import type { Compiled, Leaf, Step } from './compile.ts';
import { flagName, meterName } from './memory.ts';

/**
 * For each leaf, the flags and meters that some guard may still read from there on, before a flag is
 * set anew. Whatever else is remembered makes no difference there. In: a compiled machine, and the
 * guards that are asked for in a leaf besides those of its steps. Out: names such as `flag told`.
 */
export function liveVariables(
  { leaves }: Compiled,
  asked: (leaf: Leaf) => Guard[],
): ReadonlySet<string>[] {
  const live = leaves.map(
    (leaf) => new Set([...asked(leaf), ...guardsOf(leaf)].flatMap(variablesOf)),
  );
  const before = leaves.map((): Leaf[] => []);
  for (const leaf of leaves) for (const step of stepsOf(leaf)) before[step.to]?.push(leaf);
  const queue = new Set(leaves);
  for (const leaf of queue) {
    queue.delete(leaf);
    const here = live[leaf.index] as Set<string>;
    const size = here.size;
    for (const step of stepsOf(leaf))
      for (const name of live[step.to] ?? []) if (!overwrites(step, name)) here.add(name);
    if (here.size > size) for (const earlier of before[leaf.index] ?? []) queue.add(earlier);
  }
  return live;
}

function stepsOf({ choices, always }: Leaf): Step[] {
  return [...choices.flatMap(({ steps }) => steps), ...always];
}

function guardsOf(leaf: Leaf): Guard[] {
  return stepsOf(leaf).flatMap(({ guard }) => guard ?? []);
}

function overwrites({ actions }: Step, name: string): boolean {
  return actions.some(
    (action) => action.type === 'setFlag' && flagName(action.params.flag) === name,
  );
}

function variablesOf(guard: Guard): string[] {
  switch (guard.type) {
    case 'flagIs':
      return [flagName(guard.params.flag)];
    case 'meterAtLeast':
    case 'meterBelow':
      return [meterName(guard.params.meter)];
    case 'all':
    case 'any':
      return guard.params.of.flatMap(variablesOf);
    case 'not':
      return variablesOf(guard.params.guard);
  }
}
