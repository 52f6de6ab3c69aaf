import readability from 'text-readability';
import type { Track } from '#scenarios/kit/vocabulary.ts';
import { reading } from '#scenarios/rules/language.ts';

/** A contact is read as a name of two words; its telephone number is not read at all. */
function asRead(text: string): string {
  return text
    .replaceAll(/\{\{[^{}]*\.name\s*\}\}/g, 'Sam Smith')
    .replaceAll(/\{\{[^{}]*\}\}/g, 'Sam');
}

const segmenters = new Map<string, Record<'sentence' | 'word', Intl.Segmenter>>();

function segmentersOf(locale: string) {
  const known = segmenters.get(locale) ?? {
    sentence: new Intl.Segmenter(locale, { granularity: 'sentence' }),
    word: new Intl.Segmenter(locale, { granularity: 'word' }),
  };
  segmenters.set(locale, known);
  return known;
}

/** The sentences of a text, as a reader of that language sees them. */
export function sentencesOf(text: string, locale: string): string[] {
  const found = [...segmentersOf(locale).sentence.segment(asRead(text))];
  return found.map(({ segment }) => segment.trim()).filter((each) => wordCount(each, locale) > 0);
}

const withoutSpaces =
  /[\p{Script=Han}\p{Script=Kana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** Words as a reader counts them: "twenty-eight" and "8.40" are one. */
export function wordCount(text: string, locale: string): number {
  if (!withoutSpaces.test(text)) return wordsOf(text).length;
  const parts = [...segmentersOf(locale).word.segment(text)];
  return parts.filter(({ isWordLike }) => isWordLike).length;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+|—/).filter((word) => /[\p{L}\d]/u.test(word));
}

const terms = new RegExp(
  `\\b(?:${reading.legalTerms.map((term) => term.replaceAll('’', "['’]")).join('|')})\\b`,
  'giu',
);

/** What the reading age is made of; sums of it are the measure of texts together. */
export type Measure = { sentences: number; words: number; syllables: number };

/** Measures the sentences of an English text. Legal terms are hard for nobody on the staff track. */
export function measure(sentences: string[], track: Track): Measure {
  const counted =
    track === 'staff' ? sentences.map((each) => each.replaceAll(terms, 'term')) : sentences;
  const words = counted.flatMap(wordsOf);
  return {
    sentences: sentences.length,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase()), 0),
  };
}

/**
 * The age at which texts are read with ease, by Flesch and Kincaid: the school grade and five.
 * `null` where there are too few words for a figure that means anything.
 */
export function readingAge(measures: Measure[]): number | null {
  const total = (part: keyof Measure) => measures.reduce((sum, each) => sum + each[part], 0);
  const words = total('words');
  if (words < reading.age.fewestWords) return null;
  // The library's own grade rounds syllables to a tenth of a word, which is more than a year.
  const grade = 0.39 * (words / total('sentences')) + 11.8 * (total('syllables') / words) - 15.59;
  return Math.round((grade + 5) * 10) / 10;
}

const syllables = new Map<string, number>();

/** Counting is slow, and most words come again and again. */
function syllablesOf(word: string): number {
  const known = syllables.get(word) ?? readability.syllableCount(word);
  syllables.set(word, known);
  return known;
}
