import { isDecision, type Leaf } from '../compile.ts';
import type { Edge } from '../explore.ts';
import type { Prover } from '../prover.ts';

/** Two open choices that do the same and lead to the same, now and for ever: one of them is no choice. */
export function checkIdleChoices(prover: Prover) {
  for (const [leaf, lists] of choicesIn(prover)) {
    const alike = new Map<string, string>();
    for (const { event } of leaf.choices) {
      const key = outcomesOf(event, lists);
      const first = key && alike.get(key);
      if (first)
        prover.inform(
          'no-difference',
          `"${event}" does the same as "${first}" and leads to the same: only their words differ.`,
          leaf,
          event,
        );
      else if (key) alike.set(key, event);
    }
  }
}

/** For each decision, what can be chosen there in each configuration. */
function choicesIn({ exploration: { configs, edges } }: Prover): Map<Leaf, Edge[][]> {
  const lists = new Map<Leaf, Edge[][]>();
  for (const [config, { leaf }] of configs.entries()) {
    if (!isDecision(leaf)) continue;
    lists.set(leaf, [...(lists.get(leaf) ?? []), edges[config] ?? []]);
  }
  return lists;
}

/** What a choice does and leads to wherever it is open; `null` where it never is. */
function outcomesOf(event: string, lists: Edge[][]): string | null {
  const edges = lists.map((list) => list.find(({ step }) => step.event === event));
  if (!edges.some(Boolean)) return null;
  return edges
    .map((edge) => {
      const { does, breaks, repairs } = edge?.step.effect ?? {};
      return edge ? `${edge.to} ${does} ${breaks} ${repairs}` : '-';
    })
    .join(';');
}
