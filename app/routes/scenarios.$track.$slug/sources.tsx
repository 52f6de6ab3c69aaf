import { useTranslation } from 'react-i18next';
import { Disclosure } from '#app/components/disclosure/disclosure.tsx';
import { Aside } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { Introduction } from '#app/modules/scenarios/introduction.server.ts';

/** What a scenario is based on, and until when that was to be looked at again. */
export function Sources({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation(['scenarios', 'library']);
  const { dateOf } = useDates();
  const date = dateOf(introduction.reviewBy);
  return (
    <Disclosure summary={t('intro.sources')}>
      <ul>
        {introduction.sources.map((source) => (
          <li key={source.title}>
            {source.title}, {source.published}
          </li>
        ))}
      </ul>
      <Aside>
        {introduction.isReviewOverdue
          ? t('library:overdue.text', { date })
          : t('intro.review', { date })}
      </Aside>
    </Disclosure>
  );
}
