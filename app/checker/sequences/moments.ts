import type { Clause, Condition, Moment } from '#scenarios/rules/sequences.schema.ts';
import type { Leaf, Step } from '../compile.ts';

/** One moment of a path: entering a leaf, or one word of what a choice does there. */
export type Now =
  | { entering: true; leaf: Leaf; shows: boolean }
  | { entering: false; leaf: Leaf; word: string | null; repairs: boolean };

/**
 * The moments of a choice, in the order in which `does` lists them; none where nothing is done. A
 * repair comes first: it puts right what was before, not what the same choice does.
 */
export function momentsOf({ effect }: Step, leaf: Leaf, rule: string): Now[] {
  const act = { entering: false, leaf } as const;
  const repair = effect?.repairs.includes(rule) ? [{ ...act, word: null, repairs: true }] : [];
  const words = effect?.does ?? [];
  return [...repair, ...words.map((word) => ({ ...act, word, repairs: false }))];
}

/** What conditions of one clause ask about the past, each with a bit of its own. */
export type Past = { after(past: number, now: Now): number; holds: Holds };
type Holds = (condition: Condition, past: number, leaf: Leaf) => boolean;

/** Remembers what the conditions of a clause ask about, and nothing else. */
export function pastOf(clause: Clause): Past {
  const names = new Set<string>();
  for (const { seen, notSeen, done } of conditionsIn(clause)) {
    for (const tag of [...(seen ?? []), ...(notSeen ?? [])]) names.add(`tag ${tag}`);
    for (const word of done ?? []) names.add(`word ${word}`);
  }
  const places = new Map([...names].map((name, place) => [name, 1 << place]));
  const bit = (name: string) => places.get(name) ?? 0;
  const any = (past: number, list: readonly string[] | undefined, prefix: string) =>
    (list ?? []).some((name) => (past & bit(`${prefix} ${name}`)) !== 0);
  return {
    after: (past, now) =>
      now.entering
        ? [...now.leaf.tags].reduce((bits, tag) => bits | bit(`tag ${tag}`), past)
        : past | bit(`word ${now.word}`),
    holds: ({ seen, notSeen, done, here }, past, leaf) =>
      (!seen || any(past, seen, 'tag')) &&
      !any(past, notSeen, 'tag') &&
      (!done || any(past, done, 'word')) &&
      (!here || here.some((tag) => leaf.tags.has(tag))),
  };
}

function conditionsIn(clause: Clause): Condition[] {
  return Object.values(clause).flatMap((value) =>
    Array.isArray(value) ? value.filter((item): item is Condition => typeof item === 'object') : [],
  );
}

/** Whether this moment is one of those described, given the past. */
export function isOneOf(moments: Moment[], now: Now, past: number, { holds }: Past): boolean {
  return moments.some((moment) => fits(moment, now) && holds(moment, past, now.leaf));
}

/** Whether a moment is the kind that is described, whatever went before. */
export function fits({ does, repairs, tag, withoutTag, ends, shows }: Moment, now: Now): boolean {
  const isAction = does !== undefined || repairs !== undefined;
  if (isAction === now.entering) return false;
  if (!now.entering)
    return (!does || does.some((word) => word === now.word)) && (!repairs || now.repairs);
  return (
    (!tag || tag.some((name) => now.leaf.tags.has(name))) &&
    !withoutTag?.some((name) => now.leaf.tags.has(name)) &&
    (!ends || now.leaf.isFinal) &&
    (!shows || now.shows)
  );
}
