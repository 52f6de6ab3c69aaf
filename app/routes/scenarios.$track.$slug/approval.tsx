import { useTranslation } from 'react-i18next';
import { Aside } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { StandingApproval } from '#app/modules/approvals/approvals.server.ts';
import type { Track } from '#scenarios/kit/vocabulary.ts';

type ApprovalProps = {
  track: Track;
  approval: StandingApproval | null;
  organisation: { name: string; isDemo: boolean } | null;
};

/** Whether a safeguarding lead has approved it, as far as it is known where somebody is. */
export function Approval(props: ApprovalProps) {
  const said = useSaid(props);
  return said && <Aside>{said}</Aside>;
}

function useSaid({ track, approval, organisation }: ApprovalProps) {
  const { t } = useTranslation('scenarios');
  const { dateOf } = useDates();
  // Staff's scenarios want a sign-in: whoever reads this of one is known.
  if (!organisation) return track === 'staff' ? null : t(`intro.approval.visitor.${track}`);
  if (approval) {
    const given = approval.haveWordsChanged ? 'intro.approval.changed' : 'intro.approval.given';
    return t(given, { name: approval.name, date: dateOf(approval.date) });
  }
  const counted = organisation.isDemo ? 'intro.approval.none' : 'intro.approval.noneReal';
  const key = track === 'staff' ? counted : 'intro.approval.noneHere';
  return t(key, { organisation: organisation.name });
}
