import { contactLabel } from '#app/i18n/contact-words.ts';
import type { Reader } from '#app/i18n/i18n.ts';
import type { Story } from '#scenarios/directory/routes.ts';
import type { Track } from '#scenarios/kit/vocabulary.ts';
import { type HelpRoute, routesAfter } from '../help/routes.server.ts';
import type { PresentableAttempt } from './page.server.ts';

/** Whom somebody may turn to who has just met a story: the emergency first, then who is nearest. */
export type Support = {
  track: Track;
  emergency: HelpRoute[];
  people: LocalPerson[];
  routes: HelpRoute[];
};

/** Somebody of the organisation, under what their nation calls them; nameless where nobody is set. */
type LocalPerson = {
  slot: (typeof staffSlots)[number];
  label: string;
  name: string | null;
  phone: string | null;
};

const staffSlots = ['dsl', 'deputyDsl'] as const;

export function presentSupport(
  story: Story,
  {
    contacts,
    nation,
    routes: verdicts,
  }: Pick<PresentableAttempt, 'contacts' | 'nation' | 'routes'>,
  reader: Reader,
): Support {
  const routes = routesAfter(story, { nation, verdicts }, reader);
  return {
    track: story.track,
    emergency: routes.filter(({ emergency }) => emergency),
    people:
      story.track === 'staff'
        ? staffSlots.map((slot) => ({
            slot,
            label: contactLabel(reader.locale, nation, slot),
            name: contacts[slot]?.name ?? null,
            phone: contacts[slot]?.phone ?? null,
          }))
        : [],
    routes: routes.filter(({ emergency }) => !emergency),
  };
}
