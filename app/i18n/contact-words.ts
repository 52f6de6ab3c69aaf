import type { ContactField, ContactSlot, Nation } from '#scenarios/kit/vocabulary.ts';
import { wordsIn } from './i18n.ts';

/** Contacts that pages list, each under what it is called. */
export type LabelledSlot = Extract<
  ContactSlot,
  'dsl' | 'deputyDsl' | 'socialCare' | 'socialCareNight'
>;

/**
 * The words that stand in for a contact that nobody has set, by what a nation calls it (safeguarding
 * reference, section 8); neutral ones where the nation has none of its own, or is not known.
 */
export function contactWords(
  locale: string,
  nation: Nation | null,
  slot: ContactSlot,
  field: ContactField,
): string {
  const t = wordsIn(locale, 'contacts');
  return t(inNation(nation, `${slot}.${field}` as 'dsl.name', ''));
}

/** What a nation calls a contact, as it stands before a name. */
export function contactLabel(locale: string, nation: Nation | null, slot: LabelledSlot): string {
  const t = wordsIn(locale, 'contacts');
  return t(inNation(nation, slot as 'dsl', 'labels.'));
}

/** i18next takes the first key that has words. */
function inNation<K extends string, P extends string>(nation: Nation | null, key: K, prefix: P) {
  const keys = [...(nation ? [`${prefix}${nation}.${key}`] : []), `${prefix}neutral.${key}`];
  return keys as `${P}neutral.${K}`[];
}
