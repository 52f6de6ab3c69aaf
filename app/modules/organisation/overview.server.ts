import { may, type Permission } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import type { Gap } from '../people/contact-gaps.ts';
import type { Slot } from '../people/contact-slots.ts';
import { contactGaps } from '../people/contacts.server.ts';
import type { Services } from '../services.ts';
import { listTerms } from './terms.server.ts';
import { currentOrNext, type Term } from './terms.ts';

/** Any of these opens the overview. */
const opening: readonly Permission[] = ['people.view', 'contacts.change', 'settings.change'];

/** The part of an overview that somebody may not go to is `null`, or false. */
export type Overview = {
  gaps: { slot: Slot; gap: Gap }[] | null;
  terms: { term: Term | null; isNow: boolean } | null;
  maySeePeople: boolean;
  mayChangeSettings: boolean;
  maySeeAudit: boolean;
};

export function mayOverlook(session: Pick<Session, 'roles'>): boolean {
  return opening.some((permission) => may(session, permission));
}

/** What needs doing in the acting person's organisation, and where they may go. */
export async function overview(services: Services, session: Session): Promise<Overview> {
  const mayChangeSettings = may(session, 'settings.change');
  return {
    gaps: may(session, 'contacts.change') ? await contactGaps(services, session) : null,
    terms: mayChangeSettings ? await termAtHand(services, session) : null,
    maySeePeople: may(session, 'people.view'),
    mayChangeSettings,
    maySeeAudit: may(session, 'audit.view'),
  };
}

async function termAtHand(services: Services, session: Session): Promise<Overview['terms']> {
  const { terms, today } = await listTerms(services, session);
  const term = currentOrNext(terms, today);
  return { term, isNow: term !== null && term.firstDay <= today };
}
