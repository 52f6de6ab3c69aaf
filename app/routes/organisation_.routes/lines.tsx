import { useTranslation } from 'react-i18next';
import { Table } from '#app/components/table/table.tsx';
import { Tag, type Tone } from '#app/components/tag/tag.tsx';
import { Soft } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { PresentedLine } from '#app/modules/help/present-line.server.ts';

/** The national routes, a line each; how it stands is beside its name. */
export function Lines({ lines }: { lines: PresentedLine[] }) {
  const { t } = useTranslation('organisation');
  const { dateOf } = useDates();
  const label = (column: 'route' | 'state' | 'shown' | 'page' | 'confirmed' | 'caveat') => ({
    key: column,
    label: t(`routes.columns.${column}`),
  });
  const nothing = <Soft>{t('routes.none')}</Soft>;
  return (
    <Table
      caption={t('routes.caption')}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        {
          ...label('route'),
          cell: ({ id, name }) => <a href={`/organisation/routes/${id}`}>{name}</a>,
        },
        { ...label('state'), isState: true, cell: (line) => <State line={line} /> },
        { ...label('shown'), cell: ({ shown }) => t(`routes.isShown.${shown}`) },
        {
          ...label('page'),
          cell: ({ page }) =>
            page ? (
              <a href={page} rel="noreferrer">
                {page.replace('https://', '')}
              </a>
            ) : (
              <Soft>{t('routes.noPage')}</Soft>
            ),
        },
        {
          ...label('confirmed'),
          cell: ({ on, by }) => {
            if (!on) return <Soft>{t('contacts.never')}</Soft>;
            return by ? t('routes.onBy', { date: dateOf(on), name: by }) : dateOf(on);
          },
        },
        { ...label('caveat'), cell: ({ caveat }) => caveat ?? nothing },
      ]}
    />
  );
}

const tones: Record<PresentedLine['state'], Tone> = {
  unconfirmed: 'care',
  changed: 'care',
  old: 'care',
  wrong: 'grave',
  confirmed: 'good',
};

function State({ line: { state, isHere } }: { line: PresentedLine }) {
  const { t } = useTranslation('organisation');
  if (!isHere) return <Tag>{t('routes.elsewhere')}</Tag>;
  return <Tag tone={tones[state]}>{t(`routes.states.${state}`)}</Tag>;
}
