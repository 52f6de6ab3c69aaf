import { dateOf } from '#app/platform/clock/dates.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import type { Services } from '../services.ts';
import { type Changed, changing, daySchema, idsOf, onPerson, todayOf } from './changing.server.ts';
import { changeGroups, groupIds } from './groups.server.ts';
import { sortNameOf } from './import/sort-name.ts';
import { withdrawAll } from './invitations.server.ts';
import type { PersonValues } from './person-form.ts';
import { mayChangePerson } from './policy.ts';

/** Adds somebody who works here, or will from a day on. Everybody who is employed learns. */
export async function addPerson(
  services: Services,
  session: Session,
  values: PersonValues,
  from: string,
): Promise<Changed<{ id: string }>> {
  const day = daySchema.safeParse(from);
  if (!day.success) return { outcome: 'problem', problem: 'from' };
  return changing(services, session, async (transaction, now) => {
    const { groups, ...rest } = values;
    const organisationId = session.organisation.id;
    const { id } = await transaction.person.create({
      data: { organisationId, ...rest, sortName: sortNameOf(values) },
    });
    const fact = { organisationId, personId: id, effectiveFrom: dateOf(day.data), recordedAt: now };
    await transaction.employmentSpell.create({ data: fact });
    await transaction.roleMembership.create({
      // What they may do begins at once: somebody who is invited early may train early.
      data: { ...fact, role: 'learner', effectiveFrom: todayOf(session, now) },
    });
    for (const staffGroupId of await groupIds(transaction, organisationId, groups))
      await transaction.staffGroupMembership.create({ data: { ...fact, staffGroupId } });
    const entry = { kind: 'person-added', details: { by: 'form' }, aboutId: id } as const;
    await recordAudit(transaction, actorOf(session), entry);
    return { id };
  });
}

/** Changes what is held about a person. Groups they leave end today; nothing is forgotten. */
export async function changePerson(
  services: Services,
  session: Session,
  id: string,
  values: PersonValues,
): Promise<Changed> {
  return onPerson(services, session, id, async (transaction, person, now) => {
    if (!mayChangePerson(session, idsOf(person))) throw new Response(null, { status: 403 });
    const organisationId = session.organisation.id;
    const { groups, ...rest } = values;
    const before: Record<string, unknown> = person;
    const what = Object.entries(rest).flatMap(([key, value]) =>
      before[key] === value ? [] : [key],
    );
    if (what.length > 0)
      await transaction.person.update({
        where: { organisationId_id: { organisationId, id } },
        data: { ...rest, sortName: person.name === rest.name ? undefined : sortNameOf(rest) },
      });
    // A link that went to the old address proves nothing about the new one.
    if (what.includes('email')) await withdrawAll(transaction, session.organisation.id, id, now);
    if (await changeGroups(transaction, session, person, groups, now)) what.push('groups');
    if (what.length === 0) return {};
    const details = { what: what.join(', ') };
    await recordAudit(transaction, actorOf(session), {
      kind: 'person-changed',
      details,
      aboutId: id,
    });
    return {};
  });
}
