import type { Reader } from '#app/i18n/i18n.ts';
import type { Reading } from '#app/simulation/view.ts';
import { readingLevels } from '#scenarios/kit/vocabulary.ts';
import type { TextIds } from './shelf.server.ts';

/**
 * The text of a version that is nearest to a reader, and how it is shown. The language comes before the
 * level: easy words in another language are no easier.
 */
export function nearestText(ids: TextIds, { locale, level: wanted }: Reader) {
  const locales = [locale, 'en-GB', ...Object.keys(ids).map((key) => key.split('/')[0])];
  const near = locales.find((one) => readingLevels.some((level) => ids[`${one}/${level}`]));
  const level = [wanted, ...readingLevels].find((one) => ids[`${near}/${one}`]) ?? wanted;
  const id = ids[`${near}/${level}`];
  if (!id) throw new Error('A scenario version without words');
  const hasBoth = readingLevels.every((one) => ids[`${near}/${one}`]);
  return { id, reading: { level, wanted, hasBoth } satisfies Reading };
}
