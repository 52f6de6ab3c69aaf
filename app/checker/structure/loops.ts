import type { Leaf } from '../compile.ts';
import type { Exploration } from '../explore.ts';

/** The first leaf of each round that is walked without a choice: only scenes with one way on. */
export function findLoops({ configs, edges }: Exploration): Leaf[] {
  const onward = new Map(
    configs.flatMap(({ leaf }, config) => {
      const [only] = edges[config] ?? [];
      return only && leaf.choices.length === 1 ? [[config, only.to]] : [];
    }),
  );
  const rounds = new Set<Leaf>();
  const done = new Set<number>();
  for (const start of onward.keys()) {
    const walked: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      walked.push(at);
      at = onward.get(at);
    }
    if (at !== undefined && walked.includes(at))
      rounds.add(configs[Math.min(...walked.slice(walked.indexOf(at)))]?.leaf as Leaf);
  }
  return [...rounds];
}
