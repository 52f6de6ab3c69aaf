import { type Day, dateOf, dayIn, earlier } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import type { Services } from '../services.ts';
import { keepAnAdministrator } from './change-role.server.ts';
import {
  type Changed,
  daySchema,
  endSessions,
  idsOf,
  onPerson,
  Refusal,
  todayOf,
} from './changing.server.ts';
import { withdrawAll } from './invitations.server.ts';
import type { Person } from './person.server.ts';
import { mayChangePerson } from './policy.ts';

/** Records the day from which somebody works here no more. Their roles end, and so do their sessions. */
export async function recordLeaving(
  services: Services,
  session: Session,
  id: string,
  until: string,
): Promise<Changed> {
  const day = daySchema.safeParse(until);
  if (!day.success) return { outcome: 'problem', problem: 'until' };
  return onPerson(services, session, id, async (transaction, person, now) => {
    if (!mayChangePerson(session, idsOf(person))) throw new Response(null, { status: 403 });
    if (person.standing === 'left') throw new Refusal('left');
    if (!person.spell || day.data < person.spell.effectiveFrom) throw new Refusal('until');
    await keepAnAdministrator(transaction, session, person, 'administrator');
    await leave(transaction, session, person, day.data, now);
    return {};
  });
}

/** Takes back that somebody leaves on a day to come: what would have ended with it goes on. */
export async function recordStaying(
  services: Services,
  session: Session,
  id: string,
): Promise<Changed> {
  return onPerson(services, session, id, async (transaction, person, now) => {
    if (!mayChangePerson(session, idsOf(person))) throw new Response(null, { status: 403 });
    if (person.standing === 'left') throw new Refusal('left');
    // Pressed twice, or taken back by somebody else: they stay already.
    if (person.spell?.effectiveTo) await stay(transaction, session, person, now);
    return {};
  });
}

async function stay(transaction: Transaction, session: Session, person: Person, now: Date) {
  const until = person.spell?.effectiveTo;
  const base = { organisationId: session.organisation.id, personId: person.id, recordedAt: now };
  const endsWithIt = ({ effectiveTo }: { effectiveTo: Day | null }) => effectiveTo === until;
  const goesOn = ({ id, effectiveFrom }: { id: string; effectiveFrom: Day }) => ({
    ...base,
    supersedes: id,
    effectiveFrom: dateOf(effectiveFrom),
    effectiveTo: null,
  });
  if (person.spell) await transaction.employmentSpell.create({ data: goesOn(person.spell) });
  for (const { role, ...fact } of person.roles.filter(endsWithIt))
    await transaction.roleMembership.create({ data: { ...goesOn(fact), role } });
  for (const { groupId: staffGroupId, ...fact } of person.groups.filter(endsWithIt))
    await transaction.staffGroupMembership.create({ data: { ...goesOn(fact), staffGroupId } });
  const entry = { kind: 'person-stays', details: {}, aboutId: person.id } as const;
  await recordAudit(transaction, actorOf(session), entry);
}

/** Records that somebody works here again, from a day on. */
export async function recordReturn(
  services: Services,
  session: Session,
  id: string,
  from: string,
): Promise<Changed> {
  const day = daySchema.safeParse(from);
  if (!day.success) return { outcome: 'problem', problem: 'from' };
  return onPerson(services, session, id, async (transaction, person, now) => {
    if (!mayChangePerson(session, idsOf(person))) throw new Response(null, { status: 403 });
    if (person.standing !== 'left' || (person.spell?.effectiveTo ?? '') > day.data)
      throw new Refusal('from');
    const fact = { organisationId: session.organisation.id, personId: id, recordedAt: now };
    await transaction.employmentSpell.create({
      data: { ...fact, effectiveFrom: dateOf(day.data) },
    });
    await transaction.roleMembership.create({
      data: { ...fact, role: 'learner', effectiveFrom: todayOf(session, now) },
    });
    const details = { on: day.data };
    await recordAudit(transaction, actorOf(session), {
      kind: 'person-returned',
      details,
      aboutId: id,
    });
    return {};
  });
}

/** Ends employment, roles and groups on a day. */
async function leave(
  transaction: Transaction,
  session: Session,
  person: Person,
  until: Day,
  now: Date,
): Promise<void> {
  const base = { organisationId: session.organisation.id, personId: person.id, recordedAt: now };
  const ends = ({ id, effectiveFrom }: { id: string; effectiveFrom: Day }) => ({
    ...base,
    supersedes: id,
    effectiveFrom: dateOf(earlier(effectiveFrom, until)),
    effectiveTo: dateOf(until),
  });
  if (person.spell) await transaction.employmentSpell.create({ data: ends(person.spell) });
  for (const { role, ...fact } of person.roles)
    await transaction.roleMembership.create({ data: { ...ends(fact), role } });
  for (const { groupId: staffGroupId, ...fact } of person.groups)
    await transaction.staffGroupMembership.create({ data: { ...ends(fact), staffGroupId } });
  if (until <= dayIn(session.organisation.timeZone, now)) {
    await endSessions(transaction, session, person.id, 'left', now);
    await withdrawAll(transaction, base.organisationId, person.id, now);
  }
  const entry = { kind: 'person-left', details: { on: until }, aboutId: person.id } as const;
  await recordAudit(transaction, actorOf(session), entry);
}
