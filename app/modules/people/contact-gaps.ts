import { addMonths, type Day } from '#app/platform/clock/dates.ts';
import { isNeededIn, type Slot } from './contact-slots.ts';

export type ContactDetails = {
  name: string | null;
  phone: string | null;
  email: string | null;
  lastVerified: Day | null;
};

/** Why a contact cannot be relied on: nobody is reached by it, its person has left, or nobody has checked it for long. */
export const gaps = ['unset', 'left', 'stale'] as const;
export type Gap = (typeof gaps)[number];

const monthsFresh = 12;

/** A name alone reaches nobody, and a number alone may be anybody's. */
export function isReachable({ name, phone, email }: ContactDetails): boolean {
  return Boolean(name) && Boolean(phone || email);
}

export function gapOf(
  slot: Slot,
  contact: (ContactDetails & { leaver: string | null }) | undefined,
  nation: string,
  today: Day,
): Gap | null {
  if (!contact || !isReachable(contact)) return isNeededIn(nation, slot) ? 'unset' : null;
  if (contact.leaver !== null) return 'left';
  const { lastVerified } = contact;
  const isFresh = lastVerified !== null && today < addMonths(lastVerified, monthsFresh);
  return isFresh ? null : 'stale';
}
