import { useTranslation } from 'react-i18next';
import { Table } from '#app/components/table/table.tsx';
import { Hidden } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { OwnRecord } from '#app/modules/records/own-records.server.ts';

type CompletedProps = { records: OwnRecord[]; isDemo: boolean; timeZone: string };

/** What counts, each with its certificate. */
export function Completed({ records, isDemo, timeZone }: CompletedProps) {
  const { t } = useTranslation(['records', 'certificate']);
  const { dateAt } = useDates(timeZone);
  const approval = (approvedBy: string | null) =>
    approvedBy
      ? t('approvedBy', { name: approvedBy })
      : t(isDemo ? 'notApprovedDemo' : 'notApproved');
  return (
    <Table
      caption={t('done.caption', { count: records.length })}
      rows={records}
      keyOf={({ id }) => id}
      columns={[
        { key: 'scenario', label: t('scenario'), cell: ({ title }) => title },
        {
          key: 'completedOn',
          label: t('completedOn'),
          isFigure: true,
          cell: ({ completedAt }) => dateAt(completedAt),
        },
        {
          key: 'approval',
          label: t('approval'),
          cell: ({ approvedBy }) => approval(approvedBy),
        },
        { key: 'number', label: t('number'), isFigure: true, cell: ({ number }) => number },
        {
          key: 'certificate',
          label: t('certificate:column'),
          cell: ({ id, title, number }) => (
            <a href={`/records/${id}`}>
              {t('certificate:open')}
              <Hidden> ({t('certificate:openOf', { title, number })})</Hidden>
            </a>
          ),
        },
      ]}
    />
  );
}
