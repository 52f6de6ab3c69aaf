import type { Words } from '#scenarios/kit/words.ts';
import { answersOf } from './answers.ts';
import type { Leaf } from './compile.ts';
import { type Edge, type Exploration, leafOf } from './explore.ts';

/** One step of a path by the ids of the definition; a drawing marks it. */
export type Move = { state: string; event: string; target: string };

/** The word on the button of a scene that has only one way on; as the interface has it. */
const next = 'Continue';

/** A path by its ids. */
export function movesOf(exploration: Exploration, trail: readonly Edge[]): Move[] {
  return trail.map(({ from, to, step }) => ({
    state: leafOf(exploration, from).path,
    event: step.event,
    target: leafOf(exploration, to).path,
  }));
}

/** A path as the labels a learner would click, one for each step. */
export function labelsOf(
  exploration: Exploration,
  trail: readonly Edge[],
  words: Words | undefined,
): string[] {
  return trail.map(({ from, step }) =>
    labelOf(leafOf(exploration, from), step.event, words?.scenes[leafOf(exploration, from).path]),
  );
}

/** What is clicked for one choice of a scene. */
export function labelOf(leaf: Leaf, event: string, words: Words['scenes'][string] | undefined) {
  const answer = answersOf(leaf.scene).get(event);
  if (!answer) return words?.choices?.[event]?.label?.text ?? (event === 'next' ? next : event);
  const items = answer.values.map((id) => `“${words?.items?.[id]?.text[0]?.text ?? id}”`);
  if (leaf.scene?.kind === 'order') return `Put in this order: ${items.join(', ')}`;
  return items.length === 0 ? 'Mark nothing' : `Mark ${items.join(', ')}`;
}
