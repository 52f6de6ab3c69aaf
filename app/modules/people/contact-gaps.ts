import { addDays, addMonths, type Day } from '#app/platform/clock/dates.ts';
import { isNeededIn, type Slot } from './contact-slots.ts';

export type ContactDetails = {
  name: string | null;
  phone: string | null;
  email: string | null;
  lastVerified: Day | null;
};

/** Whom a contact names who works here no more, or will not from a day on. */
export type Leaver = { id: string; name: string; goneFrom: Day };

/** The last day on which they work here. */
export function lastDayOf({ goneFrom }: Leaver): Day {
  return addDays(goneFrom, -1);
}

/**
 * Why a contact cannot be relied on: nobody is reached by it, its person has left or soon will have, or
 * nobody has checked it for long.
 */
export const gaps = ['unset', 'left', 'leaving', 'stale'] as const;
export type Gap = (typeof gaps)[number];

const monthsFresh = 12;

/** Whether somebody checked a thing lately enough that it may be relied on. */
export function isFresh(lastVerified: Day | null, today: Day): boolean {
  return lastVerified !== null && today < addMonths(lastVerified, monthsFresh);
}

/** A name alone reaches nobody, and a number alone may be anybody's. */
export function isReachable({ name, phone, email }: ContactDetails): boolean {
  return Boolean(name) && Boolean(phone || email);
}

export function gapOf(
  slot: Slot,
  contact: (ContactDetails & { leaver: Leaver | null }) | undefined,
  nation: string,
  today: Day,
): Gap | null {
  if (!contact || !isReachable(contact)) return isNeededIn(nation, slot) ? 'unset' : null;
  if (contact.leaver) return contact.leaver.goneFrom <= today ? 'left' : 'leaving';
  return isFresh(contact.lastVerified, today) ? null : 'stale';
}
