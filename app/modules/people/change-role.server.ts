import { dateOf } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import { isRole, needsSecondFactor, type Role } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import type { Services } from '../services.ts';
import { type Changed, endSessions, idsOf, onPerson, Refusal, todayOf } from './changing.server.ts';
import { withdrawAll } from './invitations.server.ts';
import type { Person } from './person.server.ts';
import { mayChangeRole } from './policy.ts';

/** Gives somebody a role, or takes it away, from today on. They sign in again before it tells. */
export async function changeRole(
  services: Services,
  session: Session,
  id: string,
  role: string,
  isGiven: boolean,
): Promise<Changed> {
  if (!isRole(role) || role === 'learner') return { outcome: 'problem', problem: 'role' };
  const changed = await onPerson(services, session, id, async (transaction, person, now) => {
    if (!mayChangeRole(session, idsOf(person), role)) throw new Response(null, { status: 403 });
    const held = person.roles.filter((fact) => fact.role === role);
    if (isGiven === held.length > 0) return { userId: null };
    if (isGiven && person.standing === 'left') throw new Refusal('left');
    if (!isGiven) await keepAnAdministrator(transaction, session, person, role);
    const today = todayOf(session, now);
    const fact = { organisationId: session.organisation.id, personId: id, role, recordedAt: now };
    if (isGiven)
      await transaction.roleMembership.create({ data: { ...fact, effectiveFrom: today } });
    for (const { id: supersedes, effectiveFrom } of isGiven ? [] : held)
      await transaction.roleMembership.create({
        data: { ...fact, effectiveFrom: dateOf(effectiveFrom), effectiveTo: today, supersedes },
      });
    await endSessions(transaction, session, id, 'changed', now);
    const kind = isGiven ? ('role-given' as const) : ('role-taken' as const);
    await recordAudit(transaction, actorOf(session), { kind, details: { role }, aboutId: id });
    const isGuarded = isGiven && needsSecondFactor(role);
    if (isGuarded) await withdrawAll(transaction, session.organisation.id, id, now);
    return { userId: isGuarded ? person.userId : null };
  });
  // A link or a code that somebody else saw must not open what this role does.
  if (changed.outcome === 'done' && changed.userId)
    await services.identity.voidCode(changed.userId, services.clock());
  return changed;
}

/** An organisation without an administrator could never have one again. */
export async function keepAnAdministrator(
  transaction: Transaction,
  session: Session,
  person: Person,
  role: Role,
) {
  if (role !== 'administrator' || !person.roles.some((fact) => fact.role === role)) return;
  const { id: organisationId } = session.organisation;
  // One after the other: two who take the role from each other at once must not both succeed.
  await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`administrators ${organisationId}`}))::text`;
  const others = await transaction.roleMembership.findMany({
    where: {
      organisationId,
      role,
      person: { erasedAt: null, userId: { not: null } },
      NOT: { personId: person.id },
    },
  });
  const replaced = new Set(others.map((fact) => fact.supersedes));
  if (!others.some((fact) => fact.effectiveTo === null && !replaced.has(fact.id)))
    throw new Refusal('lastAdministrator');
}
