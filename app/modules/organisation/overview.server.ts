import { may, type Permission } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { type ApprovalCounts, countApprovals } from '../approvals/list.server.ts';
import { mayApprove, maySeeApprovals } from '../approvals/policy.ts';
import { countRoutes, type RouteCounts } from '../help/confirmations.server.ts';
import { readWaiting } from '../mail/waiting.server.ts';
import { type ContactGap, contactGaps } from '../people/contacts.server.ts';
import type { Services } from '../services.ts';
import { listTerms } from './terms.server.ts';
import { currentOrNext, type Term } from './terms.ts';

/** Any of these opens the overview. */
const opening: readonly Permission[] = ['people.view', 'contacts.change', 'settings.change'];

/** The part of an overview that somebody may not go to is `null`, or false. */
export type Overview = {
  gaps: ContactGap[] | null;
  routes: RouteCounts | null;
  approvals: ApprovalCounts | null;
  mayApprove: boolean;
  /** Messages that have not gone out: those that are tried again, and people whose address was refused. */
  mail: MailTrouble | null;
  terms: { term: Term | null; isNow: boolean } | null;
  maySeePeople: boolean;
  mayChangeSettings: boolean;
  maySeeAudit: boolean;
};

export type MailTrouble = {
  waiting: { count: number; since: string; why: string } | null;
  refused: { id: string; name: string }[];
};

export function mayOverlook(session: Pick<Session, 'roles'>): boolean {
  return opening.some((permission) => may(session, permission));
}

/** What needs doing in the acting person's organisation, and where they may go. */
export async function overview(services: Services, session: Session): Promise<Overview> {
  const mayChangeSettings = may(session, 'settings.change');
  const mayChangeContacts = may(session, 'contacts.change');
  return {
    gaps: mayChangeContacts ? await contactGaps(services, session) : null,
    routes: mayChangeContacts ? await countRoutes(services, session) : null,
    approvals: maySeeApprovals(session) ? await countApprovals(services, session) : null,
    mayApprove: mayApprove(session),
    mail: await mailTrouble(services, session),
    terms: mayChangeSettings ? await termAtHand(services, session) : null,
    maySeePeople: may(session, 'people.view'),
    mayChangeSettings,
    maySeeAudit: may(session, 'audit.view'),
  };
}

async function mailTrouble(
  { database }: Services,
  { organisation, scope }: Session,
): Promise<MailTrouble | null> {
  return database.within(scope, async (transaction) => {
    const letters = await readWaiting(transaction, organisation.id);
    if (letters.length === 0) return null;
    const waiting = letters.filter(({ isOver }) => !isOver);
    const [oldest] = waiting;
    const newest = waiting.toSorted((a, b) => b.triedAt.getTime() - a.triedAt.getTime())[0];
    const refused = letters.flatMap(({ isOver, personId }) => (isOver && personId ? personId : []));
    return {
      waiting:
        oldest && newest
          ? { count: waiting.length, since: oldest.since.toISOString(), why: newest.why }
          : null,
      refused: await transaction.person.findMany({
        where: { organisationId: organisation.id, id: { in: refused } },
        select: { id: true, name: true },
        orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
      }),
    };
  });
}

async function termAtHand(services: Services, session: Session): Promise<Overview['terms']> {
  const { terms, today } = await listTerms(services, session);
  const term = currentOrNext(terms, today);
  return { term, isNow: term !== null && term.firstDay <= today };
}
