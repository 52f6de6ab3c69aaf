import { useTranslation } from 'react-i18next';
import type { Review } from '#app/modules/scenarios/review/review.server.ts';

type Text = Pick<Review['texts'][number], 'locale' | 'level'>;

/** What texts are called: their language, and how they are to be read. */
export function useTextNames() {
  const { t, i18n } = useTranslation('review');
  const languages = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const nameOfLanguage = (locale: string) => languages.of(locale) ?? locale;
  return {
    nameOfLanguage,
    nameOfText: ({ locale, level }: Text) =>
      t('text', { language: nameOfLanguage(locale), level: t(`levels.${level}`) }),
  };
}
