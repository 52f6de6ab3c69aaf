import { useTranslation } from 'react-i18next';
import { useDates } from '#app/i18n/use-dates.ts';
import type { Review } from '#app/modules/scenarios/review/review.server.ts';
import { Compared } from './compared.tsx';

/** What is not as it was when somebody last approved it here. */
export function WhatChanged({ review, organisation }: { review: Review; organisation: string }) {
  const { t } = useTranslation('review');
  const { dateOf } = useDates();
  const { since, last } = review;
  if (!since || !last) return <p>{t('changes.never', { organisation })}</p>;
  const values = { ...last, date: dateOf(last.date) };
  if (since.isSame) return <p>{t('changes.nothing', values)}</p>;
  return (
    <>
      <p>{t('changes.since', values)}</p>
      <Compared comparison={since} review={review} id="since" />
    </>
  );
}
