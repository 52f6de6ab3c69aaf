import { wordsIn } from '#app/i18n/i18n.ts';
import type { Wording } from '#app/simulation/wording.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import type { ContactField, ContactSlot } from '#scenarios/kit/vocabulary.ts';
import type { Words } from '#scenarios/kit/words.ts';

export type ContactValues = Partial<Record<string, Partial<Record<string, string | null>>>>;

/** The words of a scenario with an organisation's contacts; where one is not set, words stand in. */
export function wordingFor(
  words: Words,
  definition: Definition,
  contacts: ContactValues,
  locale: string,
): Wording {
  return {
    words,
    contact: (slot, field) => contactOf(contacts, slot, field, locale),
    cast: definition.cast,
  };
}

function contactOf(
  contacts: ContactValues,
  slot: ContactSlot,
  field: ContactField,
  locale: string,
) {
  const value = contacts[slot]?.[field];
  if (value) return { value, isSet: true };
  return { value: wordsIn(locale, 'contacts')(`${slot}.${field}`), isSet: false };
}
