import { dateOf, dayIn, earlier } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';
import type { Person } from './person.server.ts';

/** Groups by name; one that does not exist yet is made. */
export async function groupIds(
  transaction: Transaction,
  organisationId: string,
  names: string[],
): Promise<string[]> {
  // Everybody in the same order, or two at once would wait for each other for ever.
  const wanted = [...new Set(names)].sort();
  const data = wanted.map((name) => ({ organisationId, name }));
  await transaction.staffGroup.createMany({ data, skipDuplicates: true });
  const where = { organisationId, name: { in: wanted } };
  const groups = await transaction.staffGroup.findMany({ where });
  return groups.map(({ id }) => id);
}

/** Brings somebody into the groups that are named and out of the others, from today on. */
export async function changeGroups(
  transaction: Transaction,
  session: Session,
  person: Person,
  names: string[],
  now: Date,
): Promise<boolean> {
  const wanted = new Set(await groupIds(transaction, session.organisation.id, names));
  const base = { organisationId: session.organisation.id, personId: person.id, recordedAt: now };
  const day = dayIn(session.organisation.timeZone, now);
  const today = dateOf(day);
  const ending = person.groups.filter(({ groupId }) => !wanted.has(groupId));
  const held = new Set(person.groups.map(({ groupId }) => groupId));
  const beginning = [...wanted].filter((id) => !held.has(id));
  for (const { id: supersedes, groupId: staffGroupId, effectiveFrom } of ending) {
    await transaction.staffGroupMembership.create({
      data: {
        ...base,
        staffGroupId,
        supersedes,
        effectiveFrom: dateOf(earlier(effectiveFrom, day)),
        effectiveTo: today,
      },
    });
  }
  for (const staffGroupId of beginning)
    await transaction.staffGroupMembership.create({
      data: { ...base, staffGroupId, effectiveFrom: today },
    });
  return ending.length + beginning.length > 0;
}

/** The names of the groups of the acting person's organisation. */
export async function listGroups({ database }: Services, session: Session): Promise<string[]> {
  const groups = await database.within(session.scope, (transaction) =>
    transaction.staffGroup.findMany({
      where: { organisationId: session.organisation.id },
      orderBy: { name: 'asc' },
    }),
  );
  return groups.map(({ name }) => name);
}
