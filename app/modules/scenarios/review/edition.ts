import type { Definition } from '#scenarios/kit/definition.ts';
import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';
import type { Words } from '#scenarios/kit/words.ts';

/** The words of one language and reading level, as they stand in an edition. */
export type EditionText = { id: string; locale: string; level: ReadingLevel; words: Words };
/** A scenario as somebody reads and signs it: a version, and the words that it has at that moment. */
export type Edition = { definition: Definition; texts: EditionText[] };

/** The words of a language and level, or the nearest that there are. */
export function textIn(
  { texts }: Edition,
  locale: string,
  level: ReadingLevel = 'standard',
): EditionText | null {
  const inLocale = texts.filter((text) => text.locale === locale);
  const candidates = [...inLocale, ...texts.filter((text) => text.locale === 'en-GB'), ...texts];
  return (
    inLocale.find((text) => text.level === level) ??
    candidates.find((text) => text.level === 'standard') ??
    candidates[0] ??
    null
  );
}
