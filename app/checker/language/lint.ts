import type { Track } from '#scenarios/kit/vocabulary.ts';
import type { Flag, LintRow } from '#scenarios/rules/language.ts';
import type { Text } from './texts.ts';

export type Hit = { row: LintRow; words: string };

type Pattern = Pick<Exclude<Flag, string>, 'tag' | 'tracks'> & {
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

/** Whole words only; a space is any white space, and an apostrophe is straight or curly. */
function sourceOf(pattern: string): string {
  const source = pattern.replaceAll(/\[[^\]]*\]| |'/g, (part) => {
    if (part === ' ') return '(?:\\s+)';
    if (part === "'") return "[’‘']";
    return part.replaceAll(' ', '\\s').replaceAll("'", "’‘'");
  });
  return `\\b(?:${source})(?!\\w)`;
}

/** What one text says that it should not, on one track; the words as they stand there. */
export function lintText(lint: Lint, track: Track, text: Text): Hit[] {
  const suspects = text.blocks.filter((block) => lint.any.test(block.text));
  if (suspects.length === 0) return [];
  return lint.rows
    .filter(({ row }) => row.tracks.includes(track))
    .flatMap(({ row, flags, allows }) =>
      suspects
        .filter(({ exemplar }) => row.everywhere || (!exemplar && isBound(row, text)))
        .flatMap((block) => {
          const allowed = spansOf(allows, block.text, track, text);
          const found = spansOf(flags, block.text, track, text).filter(
            (span) => !allowed.some((other) => overlap(span, other)),
          );
          const words = found.map(({ start, end }) => block.text.slice(start, end));
          return [...new Set(words)].map((each) => ({ row, words: each }));
        }),
    );
}

/** Signpost never says it, nor do good choices; the people of the story where the row says so. */
function isBound(row: LintRow, { voice, isTempting }: Text): boolean {
  if (isTempting) return false;
  return voice === 'signpost' || (row.speech ?? []).includes(voice);
}

type Span = { start: number; end: number };

function spansOf(patterns: Pattern[], text: string, track: Track, { tags }: Text): Span[] {
  return patterns
    .filter(({ tag, tracks }) => (!tag || tags.includes(tag)) && (tracks?.includes(track) ?? true))
    .filter(({ near }) => near?.test(text) ?? true)
    .flatMap(({ find }) =>
      [...text.matchAll(find)].map(({ index, 0: words }) => ({
        start: index,
        end: index + words.length,
      })),
    );
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
