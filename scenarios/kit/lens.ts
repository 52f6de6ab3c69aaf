import { type Segment, segmentsOf } from './placeholders.ts';

/** A piece of a sentence, and whether a lens lies on it. */
export type LensPiece = { segment: Segment; isMarked: boolean };

/**
 * A sentence in pieces: the words that a lens lies on, and what stands between. Each lens lies once, on
 * the first place where its words stand and no lens lies yet. Contacts are never marked. Pure.
 */
export function throughLens(text: string, words: readonly string[]): LensPiece[] {
  const pieces = segmentsOf(text).map((segment) => ({ segment, isMarked: false }));
  return words.reduce(markFirst, pieces);
}

/** The words that a lens cannot lie on: they are not in the sentence, or another lens lies there. */
export function wordsNotIn(text: string, words: readonly string[]): string[] {
  const marked = (lenses: number) =>
    throughLens(text, words.slice(0, lenses)).filter(({ isMarked }) => isMarked).length;
  return words.filter((_, index) => marked(index + 1) === marked(index));
}

function markFirst(pieces: LensPiece[], words: string): LensPiece[] {
  const at = pieces.findIndex(({ segment, isMarked }) => !isMarked && holds(segment, words));
  const found = pieces[at]?.segment;
  if (typeof found !== 'string') return pieces;
  const start = found.indexOf(words);
  const around = (segment: string) => (segment === '' ? [] : [{ segment, isMarked: false }]);
  return [
    ...pieces.slice(0, at),
    ...around(found.slice(0, start)),
    { segment: words, isMarked: true },
    ...around(found.slice(start + words.length)),
    ...pieces.slice(at + 1),
  ];
}

function holds(segment: Segment, words: string): boolean {
  return typeof segment === 'string' && segment.includes(words);
}
