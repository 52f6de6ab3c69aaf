import type { Track } from '#scenarios/kit/vocabulary.ts';
import type { Block } from '#scenarios/kit/words.ts';
import type { Flag, LintRow } from '#scenarios/rules/language.ts';
import type { Text } from './texts.ts';

export type Hit = { row: LintRow; words: string };

type Pattern = Pick<Exclude<Flag, string>, 'tag' | 'tracks' | 'by'> & {
  find: RegExp;
  near: RegExp | null;
};
type CompiledRow = { row: LintRow; flags: Pattern[]; allows: Pattern[] };
/** `any` finds what any flag finds: nearly all texts are fine, and are looked at once. */
export type Lint = { any: RegExp; rows: CompiledRow[] };

export function compileLint(rows: readonly LintRow[]): Lint {
  const flags = rows.flatMap((row) => row.flags.map(patternOf));
  return {
    any: new RegExp(sourceOf(flags.join('|')), 'i'),
    rows: rows.map((row) => ({
      row,
      flags: row.flags.map(compile),
      allows: (row.allows ?? []).map(compile),
    })),
  };
}

function patternOf(flag: Flag): string {
  return typeof flag === 'string' ? flag : flag.pattern;
}

function compile(flag: Flag): Pattern {
  const { near, ...where } = typeof flag === 'string' ? { pattern: flag } : flag;
  return {
    ...where,
    find: new RegExp(sourceOf(where.pattern), 'gi'),
    near: near === undefined ? null : new RegExp(sourceOf(near), 'i'),
  };
}

/** Whole words only; a space is whatever stands between two words of one phrase. */
function sourceOf(pattern: string): string {
  const source = pattern.replaceAll(/\[[^\]]*\]| /g, (part) =>
    part === ' ' ? `(?:["']*[\\s/-]+["']*)` : part.replaceAll(' ', '\\s'),
  );
  return `\\b(?:${source})(?!\\w)`;
}

/** What one text says that it should not, on one track; the words as they stand there. */
export function lintText(lint: Lint, track: Track, text: Text): Hit[] {
  const suspects = text.blocks.filter(({ seen }) => lint.any.test(seen));
  if (suspects.length === 0) return [];
  return lint.rows
    .filter(({ row }) => row.tracks.includes(track))
    .flatMap(({ row, flags, allows }) =>
      suspects
        .filter((block) => row.everywhere || (!isAnswered(block, text) && isBound(row, text)))
        .flatMap(({ seen }) => {
          const allowed = [
            ...spansOf(allows, seen, track, text),
            ...(row.everywhere ? [] : warnedOf(seen)),
          ];
          const found = spansOf(flags, seen, track, text).filter(
            (span) => !allowed.some((other) => overlap(span, other)),
          );
          const words = longest(found).map(({ start, end }) => seen.slice(start, end));
          return [...new Set(words)].map((each) => ({ row, words: each }));
        }),
    );
}

/** Marked as words that blame, where SEQ-19 asks that somebody answers them. */
function isAnswered({ exemplar }: Block, { quotes }: Text): boolean {
  return exemplar !== undefined && quotes !== 'never';
}

const quoted = `(?:"[^"]*"|'(?:[^']|(?<=\\w)'(?=\\w))*'(?!\\w))`;
const avoided = new RegExp(
  `\\b(?:not|never|avoid|\\w+n't|rather than|instead of)(?: [\\w']+){0,2} (?:say|saying|ask|asking|write|writing|tell|telling)(?:,? [\\w']+){0,3}[:,]? ${quoted}(?:,? (?:or|and|nor) ${quoted})*`,
  'gi',
);

/** What a text quotes to say that it should not be said. */
function warnedOf(text: string): Span[] {
  return spans(avoided, text);
}

/** Signpost never says it, nor do good choices; the people of the story where the row says so. */
function isBound(row: LintRow, { voice, isTempting }: Text): boolean {
  if (isTempting) return false;
  return voice === 'signpost' || (row.speech ?? []).includes(voice);
}

type Span = { start: number; end: number };

function spansOf(patterns: Pattern[], seen: string, track: Track, { tags, voice }: Text): Span[] {
  return patterns
    .filter(({ tag, tracks }) => (!tag || tags.includes(tag)) && (tracks?.includes(track) ?? true))
    .filter(({ by }) => by?.some((speaker) => speaker === voice) ?? true)
    .filter(({ near }) => near?.test(seen) ?? true)
    .flatMap(({ find }) => spans(find, seen));
}

function spans(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** Two patterns of a row may find the same words: they are told once. */
function longest(found: Span[]): Span[] {
  return found.filter(
    ({ start, end }) =>
      !found.some(
        (other) =>
          other.start <= start && end <= other.end && other.end - other.start > end - start,
      ),
  );
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
