import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Row } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import {
  type ApprovalProblem,
  approvalProblems,
  type TypedApproval,
} from '#app/modules/approvals/approval-form.ts';
import type { Comparison } from '#app/modules/scenarios/review/editions.server.ts';
import type { Review } from '#app/modules/scenarios/review/review.server.ts';
import { Compared } from './compared.tsx';

export type Organisation = { name: string; timeZone: string; isDemo: boolean };

/** How the newest version stands to what was last approved. */
export function Standing({ review, organisation }: { review: Review; organisation: Organisation }) {
  const { t } = useTranslation('review');
  const { dateOf } = useDates();
  const { standing, number, track } = review;
  const { name } = organisation;
  if (standing.kind === 'none')
    return (
      <Notice tone="care" title={t('standing.none.title', { organisation: name })}>
        <p>{t(`standing.none.${meanwhileOn(track, organisation)}`)}</p>
        <ToApproval />
      </Notice>
    );
  if (standing.kind === 'withdrawn')
    return <Withdrawn {...{ standing, number, track, organisation }} />;
  const values = { ...standing, date: dateOf(standing.date), newest: number, organisation: name };
  const isAsItWas = standing.kind === 'approved';
  return (
    <Notice tone={isAsItWas ? 'good' : 'care'} title={t(`standing.${standing.kind}.title`, values)}>
      <p>{t(`standing.${standing.kind}.text`, values)}</p>
      {!isAsItWas && (
        <Row>
          <a href="#changes">{t('standing.toChanges')}</a>
          <a href="#approval">{t('standing.toApproval')}</a>
        </Row>
      )}
    </Notice>
  );
}

type Withdrawal = Extract<Review['standing'], { kind: 'withdrawn' }>;
type WithdrawnProps = Pick<Review, 'number' | 'track'> & {
  standing: Withdrawal;
  organisation: Organisation;
};

/** Who signed last, and who took it back: that is not the same as that nobody ever signed. */
function Withdrawn({ standing, number, track, organisation }: WithdrawnProps) {
  const { t } = useTranslation('review');
  const { dateOf } = useDates();
  const { name, by, date, on } = standing;
  const values = { name, by, date: dateOf(date), on: dateOf(on) };
  return (
    <Notice
      tone="care"
      title={t(by ? 'standing.withdrawn.title' : 'standing.withdrawn.titleNoName', values)}
    >
      {standing.number !== number && (
        <p>{t('standing.withdrawn.older', { number: standing.number, newest: number })}</p>
      )}
      <p>{t(`standing.withdrawn.${meanwhileOn(track, organisation)}`)}</p>
      <ToApproval />
    </Notice>
  );
}

/** What a version without approval means: on the public tracks nothing is recorded, so nothing counts. */
function meanwhileOn(track: Review['track'], { isDemo }: Organisation) {
  if (track !== 'staff') return 'here';
  return isDemo ? 'demo' : 'text';
}

function ToApproval() {
  const { t } = useTranslation('review');
  return (
    <p>
      <a href="#approval">{t('standing.toApproval')}</a>
    </p>
  );
}

type DoneProps = { done: 'signed' | 'withdrawn' } & Pick<Review, 'track'>;

export function Done({ done, track }: DoneProps) {
  const { t } = useTranslation('review');
  const isBare = done === 'withdrawn' && track !== 'staff';
  return (
    <div id="done" tabIndex={-1}>
      <Notice tone="good" role="status">
        <p>{t(isBare ? 'done.withdrawnHere' : `done.${done}`)}</p>
      </Notice>
    </div>
  );
}

/** A form that came back: why, with what in it, and what came while its page was open. */
export type FailedForm = {
  answer: { outcome: 'overtaken' } | { outcome: 'refused'; problems: ApprovalProblem[] };
  typed: TypedApproval;
  meanwhile: Comparison | null;
};

type FailedProps = { failed: FailedForm; review: Review };

export function Failed({ failed: { answer, meanwhile }, review }: FailedProps) {
  const { t } = useTranslation('review');
  if (answer.outcome === 'refused')
    return (
      <ErrorSummary
        title={t('approval.problems.title', { count: answer.problems.length })}
        problems={answer.problems.map((problem) => ({
          id: approvalProblems[problem],
          text: t(`approval.problems.${problem}`),
        }))}
      />
    );
  return (
    <Notice tone="care" role="alert" title={t('approval.overtaken.title')}>
      <p>{t(meanwhile ? 'approval.overtaken.text' : 'approval.overtaken.unknown')}</p>
      {meanwhile && <Compared comparison={meanwhile} review={review} id="meanwhile" />}
      <ToApproval />
    </Notice>
  );
}
