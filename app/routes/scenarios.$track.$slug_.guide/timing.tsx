import { useTranslation } from 'react-i18next';
import { Table } from '#app/components/table/table.tsx';
import { BlockList } from '#app/components/text/blocks.tsx';
import type { PresentedGuide } from '#app/modules/scenarios/guide/present.ts';

type TimingProps = Pick<PresentedGuide, 'timing' | 'minutes'>;

/** How long each part takes, and all of them together. */
export function Timing({ timing, minutes }: TimingProps) {
  const { t } = useTranslation('guide');
  const rows = [...timing.map((part, place) => ({ ...part, place })), { minutes, place: -1 }];
  return (
    <Table
      caption={t('timing.caption', { count: minutes })}
      rows={rows}
      keyOf={({ place }) => place}
      columns={[
        {
          key: 'minutes',
          label: t('timing.minutes'),
          cell: (row) => t('timing.row', { count: row.minutes }),
        },
        {
          key: 'does',
          label: t('timing.does'),
          cell: (row) =>
            'does' in row ? <BlockList blocks={row.does} /> : <strong>{t('timing.sum')}</strong>,
        },
      ]}
    />
  );
}
