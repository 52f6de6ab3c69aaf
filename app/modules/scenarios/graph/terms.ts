import { wordsIn } from '#app/i18n/i18n.ts';

/** The interface's words for a picture, in one language. */
export type Terms = ReturnType<typeof termsIn>;

export function termsIn(locale: string) {
  return wordsIn(locale, 'graph');
}
