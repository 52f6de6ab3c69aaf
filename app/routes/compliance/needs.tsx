import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/layout/layout.tsx';
import { LinedList } from '#app/components/lined-list/lined-list.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Tag } from '#app/components/tag/tag.tsx';
import { Soft } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import { type Need, soonDays } from '#app/modules/compliance/overview.ts';
import type { ComplianceLine, CompliancePage } from '#app/modules/compliance/presenter.ts';
import { addressOf } from './addresses.ts';

/** Whom to see to: those overdue, the longest first, and those who soon would be. */
export function Needs({ page }: { page: CompliancePage }) {
  const { t } = useTranslation('compliance');
  const { overdue, soon } = page;
  return (
    <Section id="needs" title={t('needs.title')}>
      {overdue.shown.length + soon.shown.length === 0 ? (
        <Notice tone="good">
          <p>
            <strong>{t('needs.none.title')}</strong>
          </p>
          <p>{t('needs.none.text', { days: soonDays })}</p>
        </Notice>
      ) : (
        <LinedList>
          {overdue.shown.map((need) => (
            <OneNeed key={need.key} need={need} />
          ))}
          {overdue.more > 0 && (
            <li>
              <a href={addressOf(page, { status: 'overdue', sort: 'due' })}>
                {t('needs.moreOverdue', { count: overdue.more })}
              </a>
            </li>
          )}
          {soon.shown.map((need) => (
            <OneNeed key={need.key} need={need} />
          ))}
          {soon.more > 0 && (
            <li>
              <a href={addressOf(page, { sort: 'due' })}>
                {t('needs.moreSoon', { count: soon.more, days: soonDays })}
              </a>
            </li>
          )}
        </LinedList>
      )}
    </Section>
  );
}

function OneNeed({ need }: { need: Need<ComplianceLine> }) {
  const { t } = useTranslation('compliance');
  const { dateOf } = useDates();
  const { name, requirement, standing, days, dueOn } = need;
  const isOverdue = standing === 'overdue';
  const when = { done: 'needs.renewal', due: 'needs.isDue', overdue: 'needs.wasDue' } as const;
  return (
    <li>
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <Tag tone={isOverdue ? 'grave' : 'care'}>
          {t(isOverdue ? 'needs.overdue' : 'needs.soon', { count: days })}
        </Tag>
      </p>
      <p>
        <Soft>{t(when[standing], { requirement, date: dateOf(dueOn) })}</Soft>
      </p>
    </li>
  );
}
