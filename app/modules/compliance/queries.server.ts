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
  return {
    timeZone,
    needsApproval: !isDemo,
    people,
    groups,
    ...(await readRest(transaction, where)),
  };
}

/** The same of one person. Nobody's name is needed to know how they stand. */
export async function readFactsOf(
  transaction: Transaction,
  { id: organisationId, timeZone, isDemo }: Organisation,
  personId: string,
): Promise<ComplianceFacts> {
  const rest = await readRest(transaction, { organisationId, personId });
  const people = [{ id: personId, name: '' }];
  return { timeZone, needsApproval: !isDemo, people, groups: [], ...rest };
}

type Whose = { organisationId: string; personId?: string };

async function readRest(transaction: Transaction, whose: Whose) {
  const { organisationId } = whose;
  const orderBy = { effectiveFrom: 'asc' } as const;
  const theirs = { where: whose, orderBy };
  const spells = await transaction.employmentSpell.findMany(theirs);
  const memberships = await transaction.staffGroupMembership.findMany(theirs);
  const requirements = await transaction.requirement.findMany({
    where: { organisationId },
    orderBy,
  });
  return {
    spells: spells.map(withDays),
    memberships: memberships.map((row) => ({ ...withDays(row), groupId: row.staffGroupId })),
    requirements: requirements.map((row) => ({ ...withDays(row), groupId: row.staffGroupId })),
    completions: await readCompletions(transaction, whose),
  };
}

async function readCompletions(transaction: Transaction, where: Whose): Promise<CompletionFact[]> {
  const rows = await transaction.completionSubject.findMany({
    where,
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
