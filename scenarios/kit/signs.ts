// cspell:ignore sinhala thaana
/** Scripts that join and part their letters by signs without width. */
const joining = [
  ...['Arabic', 'Syriac', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya'],
  ...['Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Tibetan'],
];
const joined = joining.map((script) => `\\p{Script=${script}}`).join('');
const picture = '\\p{Extended_Pictographic}';
const hidden = '\\p{DI}\\p{Cf}\\p{Co}\\u2028\\u2029\\u2800\\uFFFC\\uFFFD';

/** Beside letters of these scripts a mark says which way a number or a bracket is read. */
const leftward = ['Arabic', 'Hebrew', 'Syriac', 'Thaana']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const turning = `(?<=[${leftward}]\\P{L}{0,20})[\\u200E\\u200F\\u061C]|[\\u200E\\u200F\\u061C](?=\\P{L}{0,20}[${leftward}])`;

/** Signs that a text needs: those of its script, and those that make one picture of several. */
const needed = `${turning}|(?<=[${joined}])[\\u200C\\u200D]|(?<=${picture}[\\p{EMod}\\uFE0F]*)\\u200D(?=${picture})|(?<=${picture}\\p{EMod}?)[\\uFE0E\\uFE0F]`;
const unseen = new RegExp(`(?!${needed})(?:[^\\P{Cc}\\n\\t]|[${hidden}])`, 'gu');

type Unseen = { code: string; before: string };

/** Signs that nobody can see or read, each once, with the words before its first place. */
export function unseenSigns(text: string): Unseen[] {
  const places = new Map<string, number>();
  for (const { 0: sign, index } of text.matchAll(unseen))
    if (!places.has(sign)) places.set(sign, index);
  return [...places].map(([sign, index]) => ({
    code: `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    before: text
      .slice(Math.max(0, index - 30), index)
      .replaceAll(unseen, '')
      .trim(),
  }));
}

const alphabets = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Coptic'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);

/** Words with letters of more than one alphabet: some only look like those of the others. */
export function mixedWords(text: string): string[] {
  const words = text.replaceAll(unseen, '').match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.filter((word) => alphabets.filter((letter) => letter.test(word)).length > 1);
}

/**
 * A text as the eye takes it, for rules to look at: one sign for each letter, apostrophe, quotation
 * mark and hyphen, no accents, and nothing that cannot be seen.
 */
export function asSeen(text: string): string {
  return text
    .replaceAll(/[\u00B4\u02B9\u02BB-\u02BD\u02C8\u2018-\u201B\u2032]/g, "'")
    .replaceAll(/[“”„‟«»″]/g, '"')
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\p{DI}\p{Cf}\p{Co}\u2800\uFFFC\uFFFD]|[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-');
}
