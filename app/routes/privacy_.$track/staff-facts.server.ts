import { sessionOf } from '#app/modules/access/request-session.server.ts';
import { mayOnceProved } from '#app/modules/access/roles.ts';
import type { Session } from '#app/modules/access/session.server.ts';
import { readSettings } from '#app/modules/organisation/settings.server.ts';
import { standingContacts } from '#app/modules/people/contacts.server.ts';
import type { Services } from '#app/modules/services.ts';
import { usualRetention } from './usual-retention.ts';

const slots = ['head', 'hr', 'it'] as const;

/** What the notice for staff says of the organisation of whoever reads it; of none, what is usual. */
export async function staffFacts(services: Services, request: Request) {
  const session = await sessionOf(request, services);
  return {
    isDemo: services.config.demo,
    organisation: session?.organisation.name ?? null,
    mayRunIt: session !== null && mayOnceProved(session, 'people.view'),
    contacts: session ? await contactsToAsk(services, session) : [],
    ...(session ? await retentionOf(services, session) : usualRetention),
  };
}

async function retentionOf(services: Services, session: Session) {
  const { recordsYears, logsDays } = await readSettings(services, session);
  return { recordsYears, logsDays };
}

async function contactsToAsk(services: Services, session: Session) {
  const contacts = await standingContacts(services, session);
  return slots.flatMap((slot) => {
    const { name, phone, email } = contacts[slot] ?? {};
    return name ? [{ slot, name, phone: phone ?? null, email: email ?? null }] : [];
  });
}
