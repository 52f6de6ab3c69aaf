import { contactWords } from '#app/i18n/contact-words.ts';
import type { Wording } from '#app/simulation/wording.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import type { ContactField, ContactSlot, Nation } from '#scenarios/kit/vocabulary.ts';
import type { Words } from '#scenarios/kit/words.ts';

export type ContactValues = Partial<Record<string, Partial<Record<string, string | null>>>>;

/** What differs by where a scenario is played: in an organisation, or nobody knows where. */
export type Place = { contacts: ContactValues; nation: Nation | null };

/** The words of a scenario with an organisation's contacts; where one is not set, words stand in. */
export function wordingFor(
  words: Words,
  definition: Definition,
  { contacts = {}, nation = null }: Partial<Place>,
  locale: string,
): Wording {
  return {
    words,
    contact: (slot, field) => contactOf({ contacts, nation }, slot, field, locale),
    cast: definition.cast,
    nation,
  };
}

function contactOf(
  { contacts, nation }: Place,
  slot: ContactSlot,
  field: ContactField,
  locale: string,
) {
  const value = contacts[slot]?.[field];
  if (value) return { value, isSet: true };
  return { value: contactWords(locale, nation, slot, field), isSet: false };
}
