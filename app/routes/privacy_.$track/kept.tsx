import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/layout/layout.tsx';
import { Table } from '#app/components/table/table.tsx';
import type { StaffFacts } from './staff-notice.tsx';

/** Everything that is kept about a member of staff, with the times in force. */
export function Kept({ facts }: { facts: StaffFacts }) {
  const { t } = useTranslation('privacyNotice');
  const times = {
    years: t('years', { count: facts.recordsYears }),
    days: t('days', { count: facts.logsDays }),
  };
  return (
    <Section id="kept" title={t('staff.kept.title')}>
      <Table
        caption={t('staff.kept.caption')}
        keyOf={({ what }) => what}
        rows={t('staff.kept.rows', { ...times, returnObjects: true })}
        columns={[
          { key: 'what', label: t('staff.kept.columns.what'), cell: ({ what }) => what },
          { key: 'why', label: t('staff.kept.columns.why'), cell: ({ why }) => why },
          { key: 'until', label: t('staff.kept.columns.until'), cell: ({ until }) => until },
        ]}
      />
    </Section>
  );
}
