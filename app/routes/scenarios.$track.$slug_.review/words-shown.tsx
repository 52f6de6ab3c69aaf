import { useTranslation } from 'react-i18next';
import { Views } from '#app/components/script/contents.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { Review } from '#app/modules/scenarios/review/review.server.ts';
import { useTextNames } from './use-text-names.ts';

/** The same script in other words: each language, and each way of reading it. */
export function WordsShown({ review: { texts, story } }: { review: Review }) {
  const { t } = useTranslation('review');
  const { nameOfText, nameOfLanguage } = useTextNames();
  const hasEasy = texts.some(({ locale, level }) => locale === story.language && level === 'easy');
  return (
    <>
      <Views
        label={t('views.label')}
        views={texts.map(({ id, locale, level }) => ({
          id,
          href: `?language=${locale}&level=${level}`,
          label: nameOfText({ locale, level }),
          isChosen: locale === story.language && level === story.level,
        }))}
      />
      {!hasEasy && <Aside>{t('views.none', { language: nameOfLanguage(story.language) })}</Aside>}
    </>
  );
}
