import type { Definition } from '../kit/definition.ts';
import type { ReadingLevel, Tag, Track } from '../kit/vocabulary.ts';
import languageJson from './language.json' with { type: 'json' };
import readingJson from './reading.json' with { type: 'json' };

/**
 * Words to look for, as a regular expression. A space stands for any white space, hyphens, strokes and
 * quotation marks between words, `'` for any apostrophe, `"` for any quotation mark and `-` for any dash; whole
 * words are found, whatever their capitals. With `tag`, only where the scene has that tag; with
 * `near`, only where these words stand in the same text; with `tracks`, only there; with `by`, only
 * where such a person says it.
 */
export type Flag =
  | string
  | { pattern: string; tag?: Tag; near?: string; tracks?: Track[]; by?: Speaker[] };

type Speaker = Exclude<Definition['cast'][string]['is'], 'you'>;

/** One row of the language lint: the reference's table, section 3, CHA-3 and VIC-1. */
export type LintRow = {
  id: string;
  severity: 'error' | 'warning';
  tracks: Track[];
  flags: Flag[];
  /** Words around a flag that make it right, such as "alleged perpetrator". */
  allows?: Flag[];
  /** People of the story who may not say it either, unless it is quoted to be answered. */
  speech?: Speaker[];
  /** No quotation and no wrong choice may say it: it does harm wherever it is read. */
  everywhere?: boolean;
  /** Completes a sentence that begins with the words found. */
  reason: string;
  prefer: string;
  source: string;
};

type Criterion = { id: string; source: string };

/** Plain language: ACC-1, ACC-6 and ACC-7 of the reference, section 6. */
type Reading = {
  sentence: Record<ReadingLevel, Criterion & { mostWords: number }>;
  age: Criterion & { most: Record<Track, number>; fewestWords: number };
  /** What staff must read as it is: it does not count for the reading age. */
  legalTerms: string[];
};

// JSON modules have wider types than their data; the tests beside this file hold the shape.
export const lintRows = languageJson as LintRow[];
export const reading: Reading = readingJson;
