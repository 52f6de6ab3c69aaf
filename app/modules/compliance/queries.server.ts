import { dayOf } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { CompletionFact, ComplianceFacts } from './matrix.ts';

type Organisation = { id: string; timeZone: string; isDemo: boolean };

/** The facts of one organisation that its compliance depends on. */
export async function readFacts(
  transaction: Transaction,
  { id: organisationId, timeZone, isDemo }: Organisation,
): Promise<ComplianceFacts> {
  const where = { organisationId };
  const people = await transaction.person.findMany({
    where,
    select: { id: true, name: true },
    orderBy: { sortName: 'asc' },
  });
  const groups = await transaction.staffGroup.findMany({
    where,
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  const facts = { where, orderBy: { effectiveFrom: 'asc' } } as const;
  const spells = await transaction.employmentSpell.findMany(facts);
  const memberships = await transaction.staffGroupMembership.findMany(facts);
  const requirements = await transaction.requirement.findMany(facts);
  const completions = await readCompletions(transaction, organisationId);
  return {
    timeZone,
    needsApproval: !isDemo,
    people,
    groups,
    spells: spells.map(withDays),
    memberships: memberships.map((row) => ({ ...withDays(row), groupId: row.staffGroupId })),
    requirements: requirements.map((row) => ({ ...withDays(row), groupId: row.staffGroupId })),
    completions,
  };
}

async function readCompletions(
  transaction: Transaction,
  organisationId: string,
): Promise<CompletionFact[]> {
  const rows = await transaction.completionSubject.findMany({
    where: { organisationId },
    select: {
      personId: true,
      completion: {
        select: {
          completedAt: true,
          recordedAt: true,
          approvalId: true,
          version: { select: { scenarioId: true, substance: true } },
        },
      },
    },
  });
  return rows.map(({ personId, completion: { version, approvalId, ...times } }) => ({
    personId,
    ...version,
    ...times,
    isApproved: approvalId !== null,
  }));
}

function withDays<T extends { effectiveFrom: Date; effectiveTo: Date | null }>(row: T) {
  return {
    ...row,
    effectiveFrom: dayOf(row.effectiveFrom),
    effectiveTo: row.effectiveTo && dayOf(row.effectiveTo),
  };
}
