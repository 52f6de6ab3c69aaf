import { type Day, dateOf, dayIn, dayOf } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import { holdsOn, knownOn } from '../compliance/facts.ts';
import type { ContactValues } from '../scenarios/wording.server.ts';
import type { Services } from '../services.ts';
import { type ContactDetails, type Gap, gapOf, type Leaver } from './contact-gaps.ts';
import { type Slot, slots } from './contact-slots.ts';

/** The contacts of the acting person's organisation that people may turn to now, by slot. */
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
export type StandingContact = ContactDetails & {
  id: string;
  /** Whom it names who goes. Once they are gone, people are not shown it until somebody has seen to it. */
  leaver: Leaver | null;
};
/** Its id is empty where no fact stands. */
export type ContactLine = StandingContact & { slot: Slot; gap: Gap | null };

const nothing = { id: '', name: null, phone: null, email: null, lastVerified: null, leaver: null };

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

export type ContactGap = { slot: Slot; gap: Gap; leaver: Leaver | null };

/** The contacts that nobody can rely on today, or soon. */
export async function contactGaps(services: Services, session: Session): Promise<ContactGap[]> {
  const lines = await listContacts(services, session);
  return lines.flatMap(({ slot, gap, leaver }) => (gap ? [{ slot, gap, leaver }] : []));
}

/** What stands in each slot on a day, with the contacts that `standing_contacts` keeps from scenes. */
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
  const leavers = await readLeavers(transaction, id, today);
  return new Map(
    standing.map(({ slot, id, name, phone, email, lastVerified }) => [
      slot,
      { id, name, phone, email, lastVerified, leaver: leavers.get(id) ?? null },
    ]),
  );
}

/** The slots whose contact names somebody who has left, or will have. */
export async function slotsOfLeaver(
  transaction: Transaction,
  organisation: Pick<Session['organisation'], 'id' | 'timeZone'>,
  personId: string,
  now: Date,
): Promise<Slot[]> {
  const today = dayIn(organisation.timeZone, now);
  const standing = await readContacts(transaction, organisation, today);
  return slots.filter((slot) => standing.get(slot)?.leaver?.id === personId);
}

/** Whom contacts name who works here no more, or will not. */
async function readLeavers(transaction: Transaction, organisationId: string, today: Day) {
  const rows = await transaction.$queryRaw<(Leaver & { contactId: string })[]>`
    SELECT contact_id::text AS "contactId", person_id::text AS id, leaver AS name,
      gone_from::text AS "goneFrom"
    FROM contacts_of_leavers(${organisationId}::uuid, ${today}::date)`;
  return new Map(rows.map(({ contactId, ...leaver }) => [contactId, leaver]));
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

/** Empties the contacts that name somebody, and says which those were. */
export async function emptyContactsOf(
  transaction: Transaction,
  organisation: Pick<Session['organisation'], 'id' | 'timeZone'>,
  personId: string,
  now: Date,
): Promise<Slot[]> {
  const today = dayIn(organisation.timeZone, now);
  const naming = await transaction.$queryRaw<{ id: string; slot: Slot }[]>`
    SELECT c.id::text, c.slot FROM contacts c JOIN people p ON p.organisation_id = c.organisation_id
    WHERE c.organisation_id = ${organisation.id}::uuid AND p.id = ${personId}::uuid
      AND is_named(p, c.name, c.email) AND NOT is_council_slot(c.slot)
      AND NOT EXISTS (SELECT FROM contacts n
        WHERE n.organisation_id = c.organisation_id AND n.supersedes = c.id)`;
  for (const { id: supersedes, slot } of naming)
    await addContact(transaction, organisation, { slot, ...nobody, supersedes, today, now });
  return naming.map(({ slot }) => slot);
}

/** What is recorded where an organisation has nobody in a slot. */
export const nobody = { name: null, phone: null, email: null };
