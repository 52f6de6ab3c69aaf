import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Disclosure } from '#app/components/disclosure/disclosure.tsx';
import { Table } from '#app/components/table/table.tsx';
import { Tag } from '#app/components/tag/tag.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { Review } from '#app/modules/scenarios/review/review.server.ts';
import type { Organisation } from './standing.tsx';
import { useTextNames } from './use-text-names.ts';

type Approval = Review['approvals'][number];
type ApprovalsProps = { review: Review; organisation: Organisation };

/** Everything that was ever approved, and the way to withdraw what stands. */
export function Approvals({ review, organisation }: ApprovalsProps) {
  const { t } = useTranslation('review');
  const { dateOf } = useDates();
  const { approvals, may, track } = review;
  if (approvals.length === 0)
    return <p>{t('standing.none.title', { organisation: organisation.name })}.</p>;
  const standing = new Map(
    approvals.filter(({ stands }) => stands).map(({ versionId, number }) => [versionId, number]),
  );
  return (
    <>
      <Table
        caption={t('approval.history', { organisation: organisation.name })}
        rows={approvals}
        keyOf={({ id }) => id}
        columns={[
          { key: 'who', label: t('approval.columns.who'), cell: (one) => <Who {...one} /> },
          {
            key: 'state',
            label: t('approval.columns.state'),
            isState: true,
            cell: (one) => <State {...one} />,
          },
          {
            key: 'date',
            label: t('approval.columns.date'),
            isFigure: true,
            cell: ({ date }) => dateOf(date),
          },
          {
            key: 'version',
            label: t('approval.columns.version'),
            isFigure: true,
            cell: ({ number }) => number,
          },
          {
            key: 'texts',
            label: t('approval.columns.texts'),
            cell: (one) => <Texts {...one} timeZone={organisation.timeZone} />,
          },
        ]}
      />
      {may.approve &&
        [...standing].map(([versionId, number]) => (
          <Withdraw key={versionId} {...{ versionId, number, track }} />
        ))}
    </>
  );
}

function Who({ name, title }: Approval) {
  const { t } = useTranslation('review');
  return <bdi>{title ? t('approval.who', { name, title }) : name}</bdi>;
}

function State({ stands, withdrawnOn, withdrawnBy: name }: Approval) {
  const { t } = useTranslation('review');
  const { dateOf } = useDates();
  if (stands || withdrawnOn === null) return <Tag tone="good">{t('approval.stands')}</Tag>;
  const date = dateOf(withdrawnOn);
  const said = name ? t('approval.withdrawnBy', { name, date }) : t('approval.withdrawn', { date });
  return <Tag>{said}</Tag>;
}

function Texts({ texts, timeZone }: Approval & { timeZone: string }) {
  const { t } = useTranslation('review');
  const { dateAt } = useDates(timeZone);
  const { nameOfText } = useTextNames();
  if (texts.length === 0) return t('approval.unknownTexts');
  return texts.map(({ id, revision, publishedAt, ...text }) => (
    <div key={id}>
      {t('before.textValue', {
        ...{ text: nameOfText(text), revision, date: dateAt(publishedAt) },
      })}
    </div>
  ));
}

type WithdrawProps = { versionId: string; number: number } & Pick<Review, 'track'>;

function Withdraw({ versionId, number, track }: WithdrawProps) {
  const { t } = useTranslation('review');
  return (
    <Disclosure summary={t('approval.withdraw.title', { number })}>
      <p>{t(`approval.withdraw.${track === 'staff' ? 'text' : 'textHere'}`, { number })}</p>
      <form method="post">
        <input type="hidden" name="version" value={versionId} />
        <Button look="quiet" name="intent" value="withdraw">
          {t('approval.withdraw.go', { number })}
        </Button>
      </form>
    </Disclosure>
  );
}
