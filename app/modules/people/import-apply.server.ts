import { randomUUID } from 'node:crypto';
import { type Day, dateOf } from '#app/platform/clock/dates.ts';
import type { Database, Transaction } from '#app/platform/database/client.ts';
import { recordAudit } from '../audit/record.server.ts';
import type { Colleague } from './import/colleague.ts';
import { type Additions, additionsOf, type Step, stepsOf } from './import/facts-of-step.ts';
import type { ImportPlan, Leaver } from './import/plan-types.ts';
import { countsOf } from './import/stored-plan.ts';

const batchSize = 200;

export type Applying = {
  organisationId: string;
  /** Who confirmed it; `null` for the command of the server. */
  actorId: string | null;
  today: Day;
  now: Date;
  onProgress(done: number): Promise<void>;
};

/** Twenty thousand people take some fifteen seconds; what a page does must be done in five. */
const timeout = 10 * 60_000;

/** What `WalledDatabase.within` does, for as long as an import takes: in one organisation, as the application. */
export async function withinLong<T>(
  { prisma }: Database,
  organisationId: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(
    async (transaction) => {
      await transaction.$queryRaw`SELECT set_config('signpost.scope', ${`{${organisationId}}`}, true)`;
      return work(transaction);
    },
    { timeout },
  );
}

/**
 * One import of an organisation after the other, and none beside a change of who is an administrator:
 * taken before the people are read, held until the transaction ends.
 */
export async function lockImports(transaction: Transaction, organisationId: string) {
  for (const what of ['imports', 'administrators'])
    await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`${what} ${organisationId}`}))::text`;
}

/** Does all that a plan says, within the transaction that it is given: all of it, or nothing. */
export async function applyPlan(
  transaction: Transaction,
  plan: ImportPlan,
  colleagues: readonly Colleague[],
  applying: Applying,
): Promise<void> {
  const steps = stepsOf(plan, colleagues);
  const groupIdOf = await makeGroups(transaction, applying.organisationId, groupsOf(plan));
  for (let done = 0; done < steps.length; done += batchSize) {
    const batch = steps.slice(done, done + batchSize);
    await write(transaction, applying, additionsOf(batch, { today: applying.today, groupIdOf }));
    await applying.onProgress(Math.min(done + batchSize, steps.length));
  }
  await endSessions(transaction, plan.leavers, applying);
  await tell(transaction, plan, steps, applying);
}

function groupsOf({ adds, changes }: ImportPlan): string[] {
  return [
    ...adds.map(({ groups }) => groups),
    ...changes.map(({ after }) => after.groups ?? []),
  ].flat();
}

/** Groups by name, whatever the capitals; one that does not exist yet is made. */
async function makeGroups(transaction: Transaction, organisationId: string, names: string[]) {
  const existing = await transaction.staffGroup.findMany({ where: { organisationId } });
  const exact = new Map(existing.map(({ id, name }) => [name, id]));
  const small = new Map(existing.map(({ id, name }) => [name.toLowerCase(), id]));
  const missing: { id: string; name: string }[] = [];
  for (const name of names) {
    if (small.has(name.toLowerCase())) continue;
    const group = { id: randomUUID(), name };
    small.set(name.toLowerCase(), group.id);
    missing.push(group);
  }
  await transaction.staffGroup.createMany({
    data: missing.map((group) => ({ organisationId, ...group })),
  });
  return (name: string) => exact.get(name) ?? small.get(name.toLowerCase()) ?? '';
}

async function write(
  transaction: Transaction,
  { organisationId, now }: Applying,
  { people, details, spells, roles, memberships }: Additions,
) {
  const dated = <F extends { effectiveFrom: Day; effectiveTo: Day | null }>(facts: F[]) =>
    facts.map((fact) => ({
      ...fact,
      organisationId,
      recordedAt: now,
      effectiveFrom: dateOf(fact.effectiveFrom),
      effectiveTo: fact.effectiveTo && dateOf(fact.effectiveTo),
    }));
  await transaction.person.createMany({
    data: people.map((person) => ({ organisationId, ...person })),
  });
  await changeDetails(transaction, organisationId, details);
  // A link that went to the old address proves nothing about the new one.
  const moved = details.filter(({ email }) => email).map(({ id }) => id);
  await withdrawOf(transaction, organisationId, moved, now);
  await transaction.employmentSpell.createMany({ data: dated(spells) });
  await transaction.roleMembership.createMany({ data: dated(roles) });
  await transaction.staffGroupMembership.createMany({ data: dated(memberships) });
}

/** What is not said stays as it is; nothing is taken away. */
async function changeDetails(
  transaction: Transaction,
  organisationId: string,
  details: Additions['details'],
) {
  if (details.length === 0) return;
  await transaction.$executeRaw`
    UPDATE people p SET name = coalesce(d.name, p.name), sort_name = coalesce(d."sortName", p.sort_name),
      email = coalesce(d.email, p.email), staff_number = coalesce(d."staffNumber", p.staff_number)
    FROM jsonb_to_recordset(${JSON.stringify(details)}::jsonb)
      AS d(id uuid, name text, "sortName" text, email text, "staffNumber" text)
    WHERE p.organisation_id = ${organisationId}::uuid AND p.id = d.id`;
}

/** Whoever works here no more is signed in no more, and is invited no more. */
async function endSessions(
  transaction: Transaction,
  leavers: Leaver[],
  { organisationId, today, now }: Applying,
) {
  const gone = leavers.filter(({ after }) => after.endDate <= today);
  const ids = gone.map(({ personId }) => personId);
  await transaction.session.updateMany({
    where: { organisationId, personId: { in: ids }, endedAt: null },
    data: { endedAt: now, endedBecause: 'left' },
  });
  await withdrawOf(transaction, organisationId, ids, now);
}

/** Makes the open invitations of some people void. */
async function withdrawOf(
  transaction: Transaction,
  organisationId: string,
  personIds: string[],
  now: Date,
) {
  if (personIds.length === 0) return;
  await transaction.invitation.updateMany({
    where: { organisationId, personId: { in: personIds }, usedAt: null, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
}

/** One entry for all, and one for each leaver whose role let them see others' records or write. Last: it holds up other entries. */
async function tell(
  transaction: Transaction,
  plan: ImportPlan,
  steps: Step[],
  { organisationId, actorId: personId }: Applying,
) {
  if (steps.length === 0) return;
  const actor = { organisationId, personId };
  for (const step of steps) {
    if ('add' in step || !step.leaver) continue;
    if (step.colleague.roles.every(({ role }) => role === 'learner')) continue;
    const details = { on: step.leaver.after.endDate };
    const aboutId = step.colleague.id;
    await recordAudit(transaction, actor, { kind: 'person-left', details, aboutId });
  }
  const { added, changed, left, returned } = countsOf(plan);
  const details = { added, changed, left, returned };
  await recordAudit(transaction, actor, { kind: 'people-imported', details });
}
