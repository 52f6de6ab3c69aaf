import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Table } from '#app/components/table/table.tsx';
import { Tag } from '#app/components/tag/tag.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { Term } from '#app/modules/organisation/terms.ts';

/** The terms, a line each; the name leads to where one is changed. */
export function Lines({ terms, today }: { terms: Term[]; today: string }) {
  const { t } = useTranslation('organisation');
  const { dateOf } = useDates();
  if (terms.length === 0)
    return (
      <Card title={t('terms.none.title')}>
        <p>{t('terms.none.text')}</p>
      </Card>
    );
  const day = (column: 'firstDay' | 'lastDay') => ({
    key: column,
    label: t(`terms.columns.${column}`),
    isFigure: true,
    cell: (term: Term) => dateOf(term[column]),
  });
  return (
    <Table
      caption={t('terms.caption', { count: terms.length })}
      rows={terms}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('terms.columns.name'),
          cell: ({ id, name }) => <a href={`/organisation/terms?change=${id}#term`}>{name}</a>,
        },
        {
          key: 'state',
          label: t('terms.columns.state'),
          isState: true,
          cell: (term) => <State term={term} today={today} />,
        },
        day('firstDay'),
        day('lastDay'),
      ]}
    />
  );
}

function State({ term, today }: { term: Term; today: string }) {
  const { t } = useTranslation('organisation');
  if (term.lastDay < today) return <Tag>{t('terms.states.past')}</Tag>;
  if (term.firstDay > today) return <Tag>{t('terms.states.coming')}</Tag>;
  return <Tag tone="good">{t('terms.states.now')}</Tag>;
}
