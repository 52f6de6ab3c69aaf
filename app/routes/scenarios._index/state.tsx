import { useTranslation } from 'react-i18next';
import { Tag } from '#app/components/tag/tag.tsx';
import { Hidden } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { OwnState } from '#app/modules/compliance/own-states.ts';

/** How somebody stands with a scenario: only they see it. */
export function State({ state, title }: { state: OwnState; title: string }) {
  const { t } = useTranslation('library');
  const { dateOf } = useDates();
  const { dueOn, isOverdue, openAttemptId, completedOn } = state;
  return (
    <>
      {dueOn && (
        <Tag tone={isOverdue ? 'grave' : 'care'}>
          {t(isOverdue ? 'state.overdue' : 'state.due', { date: dateOf(dueOn) })}
        </Tag>
      )}
      {completedOn && <Tag tone="good">{t('state.completed', { date: dateOf(completedOn) })}</Tag>}
      {openAttemptId && (
        <a href={`/attempts/${openAttemptId}`}>
          {t('state.begun')}
          <Hidden> “{title}”</Hidden>
        </a>
      )}
    </>
  );
}
