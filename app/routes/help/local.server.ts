import { contactLabel, type LabelledSlot } from '#app/i18n/contact-words.ts';
import { sessionOf } from '#app/modules/access/request-session.server.ts';
import { may } from '#app/modules/access/roles.ts';
import { countRoutes, whereaboutsOf } from '#app/modules/help/confirmations.server.ts';
import { standingContacts } from '#app/modules/people/contacts.server.ts';
import type { Services } from '#app/modules/services.ts';

const slots: readonly LabelledSlot[] = ['dsl', 'deputyDsl', 'socialCare', 'socialCareNight'];

/** What is known of help where somebody is who is signed in; `null` for anybody else. */
export async function localHelp(request: Request, services: Services, locale: string) {
  const session = await sessionOf(request, services);
  if (!session) return null;
  const { name: organisation, nation } = session.organisation;
  const contacts = await standingContacts(services, session);
  return {
    where: await whereaboutsOf(services, session),
    organisation,
    /** That some are not shown is for those who can see to it, not for somebody in need. */
    mayConfirm:
      may(session, 'contacts.change') && (await countRoutes(services, session)).unconfirmed > 0,
    people: slots.flatMap((slot) => {
      const { name, phone } = contacts[slot] ?? {};
      const label = contactLabel(locale, nation, slot);
      return name ? [{ slot, label, name, phone: phone ?? null }] : [];
    }),
  };
}
