import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Table } from '#app/components/table/table.tsx';
import { Tag } from '#app/components/tag/tag.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { CompliancePage } from '#app/modules/compliance/presenter.ts';
import { tones } from './glance.tsx';

/** One line for each person and requirement, and whether the filter leaves any out. */
export function Lines({ page }: { page: CompliancePage }) {
  const { t } = useTranslation('compliance');
  const { dateOf } = useDates();
  const { lines, isFiltered, asAt } = page;
  if (lines.length === 0)
    return (
      <Card level={3} title={t('empty.filtered.title')}>
        <p>{t('empty.filtered.text', { clear: t('filter.clear') })}</p>
      </Card>
    );
  return (
    <>
      {isFiltered && (
        <Notice>
          <p>{t('lines.filtered', { count: lines.length })}</p>
        </Notice>
      )}
      <Table
        caption={t('caption', { count: lines.length, date: dateOf(asAt) })}
        rows={lines}
        keyOf={({ key }) => key}
        columns={[
          { key: 'name', label: t('columns.name'), cell: ({ name }) => <bdi>{name}</bdi> },
          {
            key: 'groups',
            label: t('columns.groups'),
            cell: ({ groups }) => groups.join(', ') || t('noGroup'),
          },
          {
            key: 'requirement',
            label: t('columns.requirement'),
            cell: ({ requirement }) => requirement,
          },
          {
            key: 'status',
            label: t('columns.status'),
            isState: true,
            cell: ({ standing }) => <Tag tone={tones[standing]}>{t(`status.${standing}`)}</Tag>,
          },
          {
            key: 'completed',
            label: t('columns.completed'),
            isFigure: true,
            cell: ({ completedOn }) => (completedOn ? dateOf(completedOn) : t('never')),
          },
          {
            key: 'due',
            label: t('columns.due'),
            isFigure: true,
            cell: ({ dueOn }) => (dueOn ? dateOf(dueOn) : t('noRenewal')),
          },
        ]}
      />
    </>
  );
}
