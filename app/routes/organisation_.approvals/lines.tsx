import { useTranslation } from 'react-i18next';
import { Table } from '#app/components/table/table.tsx';
import { Tag, type Tone } from '#app/components/tag/tag.tsx';
import { Soft } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { Standing } from '#app/modules/approvals/how-it-stands.ts';
import type { ApprovalLine } from '#app/modules/approvals/list.server.ts';

type LinesProps = { lines: ApprovalLine[]; mayReview: boolean };

/** The scenarios, a line each; how it stands is beside its name. */
export function Lines({ lines, mayReview }: LinesProps) {
  const { t } = useTranslation(['organisation', 'common']);
  const { dateOf } = useDates();
  const label = (column: 'scenario' | 'state' | 'track' | 'version' | 'who' | 'reviewBy') => ({
    key: column,
    label: t(`approvals.columns.${column}`),
  });
  return (
    <Table
      caption={t('approvals.caption')}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        { ...label('scenario'), cell: (line) => <Title line={line} mayReview={mayReview} /> },
        { ...label('state'), isState: true, cell: (line) => <State {...line.standing} /> },
        { ...label('track'), cell: ({ track }) => t(`common:tracks.${track}.short`) },
        { ...label('version'), isFigure: true, cell: ({ number }) => number },
        { ...label('who'), cell: (line) => <Who standing={line.standing} /> },
        {
          ...label('reviewBy'),
          cell: ({ reviewBy, isOverdue }) =>
            isOverdue ? t('approvals.overdue', { date: dateOf(reviewBy) }) : dateOf(reviewBy),
        },
      ]}
    />
  );
}

function Title({ line: { id, title, isForHome }, mayReview }: { line: ApprovalLine } & Reads) {
  const { t } = useTranslation('organisation');
  return (
    <>
      {mayReview ? <a href={`/scenarios/${id}/review`}>{title}</a> : title}
      {isForHome && (
        <>
          {' '}
          <Soft>{t('approvals.home')}</Soft>
        </>
      )}
    </>
  );
}

type Reads = Pick<LinesProps, 'mayReview'>;

const tones: Record<Standing['kind'], Tone> = {
  none: 'care',
  withdrawn: 'care',
  older: 'care',
  words: 'good',
  approved: 'good',
};

function State({ kind }: Pick<Standing, 'kind'>) {
  const { t } = useTranslation('organisation');
  return <Tag tone={tones[kind]}>{t(`approvals.states.${kind}`)}</Tag>;
}

/** Who signed and when, and who took it back. */
function Who({ standing }: { standing: Standing }) {
  const { t } = useTranslation('organisation');
  const { dateOf } = useDates();
  if (standing.kind === 'none') return <Soft>{t('approvals.nobody')}</Soft>;
  const { name, number, date } = standing;
  const values = { name, number, date: dateOf(date) };
  if (standing.kind !== 'withdrawn')
    return t(`approvals.who.${standing.kind === 'older' ? 'older' : 'signed'}`, values);
  const { by, on } = standing;
  const back = { ...values, by, on: dateOf(on) };
  return t(`approvals.who.${by ? 'withdrawnBy' : 'withdrawn'}`, back);
}
