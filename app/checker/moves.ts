import { type Placeholder, segmentsOf } from '#scenarios/kit/placeholders.ts';
import { contactSlots } from '#scenarios/kit/vocabulary.ts';
import type { Words } from '#scenarios/kit/words.ts';
import { answersOf } from './answers.ts';
import type { Leaf } from './compile.ts';
import { type Edge, type Exploration, leafOf } from './explore.ts';

/** One step of a path by the ids of the definition, `null` for an `always`; a drawing marks it. */
export type Move = { state: string; event: string | null; target: string };

/** The word on the button of a scene that has only one way on; as the interface has it. */
const next = 'Continue';

/** A path by its ids. */
export function movesOf(exploration: Exploration, trail: readonly Edge[]): Move[] {
  return trail.flatMap(({ from, to, step }) => {
    const state = leafOf(exploration, from).path;
    const entered = (exploration.machine.leaves[step.to] as Leaf).path;
    const target = leafOf(exploration, to).path;
    const chosen = { state, event: step.event, target: entered };
    return entered === target ? [chosen] : [chosen, { state: entered, event: null, target }];
  });
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
  if (!answer)
    return said(words?.choices?.[event]?.label?.text ?? (event === 'next' ? next : event));
  const items = answer.values.map((id) => `“${said(words?.items?.[id]?.text[0]?.text ?? id)}”`);
  if (leaf.scene?.kind === 'order') return `Put in this order: ${items.join(', ')}`;
  return items.length === 0 ? 'Mark nothing' : `Mark ${items.join(', ')}`;
}

/** Local people by what they are: "the designated safeguarding lead". */
function said(text: string): string {
  return segmentsOf(text)
    .map((part) => (typeof part === 'string' ? part : called(part)))
    .join('');
}

function called({ slot, field }: Placeholder): string {
  const meaning = contactSlots[slot].meaning.replace(/\.$/, '');
  const who = `${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`;
  return field === 'name' ? who : `the ${field} of ${who}`;
}
