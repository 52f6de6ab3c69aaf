import { addMonths, type Day } from '#app/platform/clock/dates.ts';
import { isNeededIn, type Slot } from './contact-slots.ts';

export type ContactDetails = {
  name: string | null;
  phone: string | null;
  email: string | null;
  lastVerified: Day | null;
};

/** Why a contact cannot be relied on: nobody can be reached by it, or nobody has checked it for long. */
export type Gap = 'unset' | 'stale';

const monthsFresh = 12;

/** A name alone reaches nobody, and a number alone may be anybody's. */
export function isReachable({ name, phone, email }: ContactDetails): boolean {
  return Boolean(name) && Boolean(phone || email);
}

export function gapOf(
  slot: Slot,
  contact: ContactDetails | undefined,
  nation: string,
  today: Day,
): Gap | null {
  if (!contact || !isReachable(contact)) return isNeededIn(nation, slot) ? 'unset' : null;
  const { lastVerified } = contact;
  const isFresh = lastVerified !== null && today < addMonths(lastVerified, monthsFresh);
  return isFresh ? null : 'stale';
}
