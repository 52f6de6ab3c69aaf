import { contactLabel } from '#app/i18n/contact-words.ts';
import type { Session } from '../../access/session.server.ts';
import { findStandingApproval } from '../../approvals/approvals.server.ts';
import { whereaboutsOf } from '../../help/confirmations.server.ts';
import { routesAfter } from '../../help/routes.server.ts';
import { standingContacts } from '../../people/contacts.server.ts';
import type { Services } from '../../services.ts';
import { findNewest } from '../cards.server.ts';
import { mayLead } from '../policy.ts';
import { wordingFor } from '../wording.server.ts';
import { presentGuide } from './present.ts';

/**
 * The guide to the newest version of a scenario, for whoever leads a group through it; it is empty of
 * a version that was published without one. `null` when there is no such scenario, or it is not theirs.
 */
export async function openGuide(services: Services, session: Session, id: string, locale: string) {
  if (!mayLead(session)) return null;
  const newest = await findNewest(services, id);
  if (!newest) return null;
  const { version, textIds } = newest;
  const { definition } = version.scenario;
  const { nation } = session.organisation;
  const words = await services.shelf.words(version, textIds, locale);
  const guide = await services.shelf.guide(version, locale);
  const contacts = await standingContacts(services, session);
  const wording = wordingFor(words, definition, { contacts, nation }, locale);
  const { track, theme, minutes, nations, homeVersionOf = null } = definition;
  return {
    ...{ id, track, theme, minutes, nations, homeVersionOf },
    number: version.number,
    title: words.title,
    approval: await findStandingApproval(services, session, version, textIds),
    guide: guide && presentGuide(guide, version.scenario, wording),
    /** Whom the adult with a card rings, under what their nation calls them. */
    lead: { label: contactLabel(locale, nation, 'dsl'), ...personIn(contacts.dsl) },
    routes: routesAfter(definition, await whereaboutsOf(services, session), {
      locale,
      level: 'standard',
    }),
  };
}

function personIn(contact: Partial<Record<string, string | null>> | undefined) {
  return { name: contact?.name ?? null, phone: contact?.phone ?? null };
}
