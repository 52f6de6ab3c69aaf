import { type Day, dateOf, dayIn, dayOf } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import { holdsOn, knownOn } from '../compliance/facts.ts';
import type { ContactValues } from '../scenarios/wording.server.ts';
import type { Services } from '../services.ts';
import { type ContactDetails, type Gap, gapOf } from './contact-gaps.ts';
import { type Slot, slots } from './contact-slots.ts';

/** The contacts of the acting person's organisation that stand now, by slot. */
export async function standingContacts(
  { database }: Services,
  { organisation, scope }: Pick<Session, 'organisation' | 'scope'>,
): Promise<ContactValues> {
  const [row] = await database.within(
    scope,
    (transaction) => transaction.$queryRaw<{ contacts: ContactValues }[]>`
      SELECT standing_contacts(${organisation.id}::uuid) AS contacts`,
  );
  return row?.contacts ?? {};
}

/** A contact as a fact: what the next one supersedes. */
export type StandingContact = ContactDetails & { id: string };
export type ContactLine = ContactDetails & {
  slot: Slot;
  /** Of the fact that stands; empty where there is none. */
  id: string;
  gap: Gap | null;
};

const nothing = { id: '', name: null, phone: null, email: null, lastVerified: null };

/** Every slot of the acting person's organisation, with what stands in it and what is wrong with it. */
export async function listContacts(
  { database, clock }: Services,
  { organisation, scope }: Session,
): Promise<ContactLine[]> {
  const today = dayIn(organisation.timeZone, clock());
  const standing = await database.within(scope, (transaction) =>
    readContacts(transaction, organisation, today),
  );
  return slots.map((slot) => {
    const contact = standing.get(slot);
    const gap = gapOf(slot, contact, organisation.nation, today);
    return { ...nothing, ...contact, slot, gap };
  });
}

/** The contacts that nobody can rely on today. */
export async function contactGaps(
  services: Services,
  session: Session,
): Promise<{ slot: Slot; gap: Gap }[]> {
  const lines = await listContacts(services, session);
  return lines.flatMap(({ slot, gap }) => (gap ? [{ slot, gap }] : []));
}

/** What stands in each slot on a day, as `standing_contacts` has it for scenes. */
export async function readContacts(
  transaction: Transaction,
  { id, timeZone }: Pick<Session['organisation'], 'id' | 'timeZone'>,
  today: Day,
): Promise<Map<string, StandingContact>> {
  const rows = await transaction.contact.findMany({
    where: { organisationId: id },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  const facts = rows.map(({ effectiveFrom, effectiveTo, lastVerified, ...rest }) => ({
    ...rest,
    effectiveFrom: dayOf(effectiveFrom),
    effectiveTo: effectiveTo && dayOf(effectiveTo),
    lastVerified: lastVerified && dayOf(lastVerified),
  }));
  const standing = knownOn(facts, today, timeZone).filter((fact) => holdsOn(fact, today));
  return new Map(
    standing.map(({ slot, id, name, phone, email, lastVerified }) => [
      slot,
      { id, name, phone, email, lastVerified },
    ]),
  );
}

/** Adds a contact that stands from a day on, in place of the one that stood. */
export async function addContact(
  transaction: Transaction,
  { id }: Pick<Session['organisation'], 'id'>,
  { slot, supersedes, today, now, ...details }: NewContact,
): Promise<void> {
  await transaction.contact.create({
    data: {
      organisationId: id,
      slot,
      ...details,
      lastVerified: dateOf(today),
      effectiveFrom: dateOf(today),
      recordedAt: now,
      supersedes: supersedes ?? null,
    },
  });
}

type NewContact = Omit<ContactDetails, 'lastVerified'> & {
  slot: Slot;
  supersedes: string | undefined;
  today: Day;
  now: Date;
};
