import { may } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';

type Holder = Pick<Session, 'roles'> | null;

/** The script tells every scene and ending: it is for who approves, writes or leads a group. */
export function mayReview(session: Holder): boolean {
  return session !== null && may(session, 'scenarios.review');
}

/** Who is to know what is approved, and what waits for a lead. */
export function maySeeApprovals(session: Holder): boolean {
  return session !== null && may(session, 'approvals.view');
}

export function mayApprove(session: Holder): boolean {
  return session !== null && may(session, 'scenarios.approve');
}
