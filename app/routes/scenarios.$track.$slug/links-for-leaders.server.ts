import type { Session } from '#app/modules/access/session.server.ts';
import { mayApprove, mayReview } from '#app/modules/approvals/policy.ts';
import type { Introduction } from '#app/modules/scenarios/introduction.server.ts';
import { mayLead, mayOpenPicture } from '#app/modules/scenarios/policy.ts';

/** What of a scenario somebody may see beside playing it. */
export function linksForLeaders(
  { id, home, whole }: Introduction,
  session: Session | null,
  origin: string,
) {
  const linked = home?.id ?? (whole && id);
  return {
    id,
    // The short version for home is read alone: a group is led through the whole story.
    guideOf: whole?.id ?? id,
    mayLead: mayLead(session),
    mayDraw: mayOpenPicture(session),
    mayReview: mayReview(session),
    mayApprove: mayApprove(session),
    newsletter: linked && mayLead(session) ? `${origin}/scenarios/${linked}` : null,
  };
}
