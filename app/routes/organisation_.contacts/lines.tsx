import { useTranslation } from 'react-i18next';
import { Table } from '#app/components/table/table.tsx';
import { Tag } from '#app/components/tag/tag.tsx';
import { Soft } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import { lastDayOf } from '#app/modules/people/contact-gaps.ts';
import type { ContactLine } from '#app/modules/people/contacts.server.ts';

/** The contacts, a line each; what is wrong with one stands beside its name. */
export function Lines({ lines, organisation }: { lines: ContactLine[]; organisation: string }) {
  const { t } = useTranslation('organisation');
  const { dateOf } = useDates();
  const label = (column: 'slot' | 'state' | 'name' | 'phone' | 'email' | 'checked') => ({
    key: column,
    label: t(`contacts.columns.${column}`),
  });
  const detail = (column: 'name' | 'phone' | 'email') => ({
    ...label(column),
    cell: (line: ContactLine) => <Detail value={line[column]} />,
  });
  return (
    <Table
      caption={t('contacts.caption', { organisation })}
      rows={lines}
      keyOf={({ slot }) => slot}
      columns={[
        {
          ...label('slot'),
          cell: ({ slot }) => (
            <a href={`/organisation/contacts/${slot}`}>{t(`slots.${slot}.name`)}</a>
          ),
        },
        { ...label('state'), isState: true, cell: (line) => <State line={line} /> },
        { ...label('name'), cell: (line) => <Name line={line} /> },
        { ...detail('phone'), isFigure: true },
        detail('email'),
        {
          ...label('checked'),
          isFigure: true,
          cell: ({ name, lastVerified }) =>
            !name ? (
              <Soft>{t('contacts.nothing')}</Soft>
            ) : lastVerified ? (
              dateOf(lastVerified)
            ) : (
              <Soft>{t('contacts.never')}</Soft>
            ),
        },
      ]}
    />
  );
}

function Detail({ value }: { value: string | null }) {
  const { t } = useTranslation('organisation');
  return value ? <bdi>{value}</bdi> : <Soft>{t('contacts.nothing')}</Soft>;
}

function Name({ line: { name, leaver, gap } }: { line: ContactLine }) {
  const { t } = useTranslation('organisation');
  const { dateOf } = useDates();
  const kind = gap === 'leaving' ? 'leaving' : 'left';
  const words = leaver?.name === name ? ('short' as const) : ('title' as const);
  return (
    <>
      <Detail value={name} />
      {leaver && (
        <>
          {' '}
          <Soft>
            (
            {t(`contacts.${kind}.${words}`, {
              name: leaver.name,
              date: dateOf(lastDayOf(leaver)),
            })}
            )
          </Soft>
        </>
      )}
    </>
  );
}

function State({ line: { gap, name } }: { line: ContactLine }) {
  const { t } = useTranslation('organisation');
  if (gap) return <Tag tone="care">{t(`gaps.${gap}`)}</Tag>;
  if (!name) return <Tag>{t('contacts.notNeeded')}</Tag>;
  return <Tag tone="good">{t('contacts.fine')}</Tag>;
}
