import { dayOf } from '#app/platform/clock/dates.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { CompletionFact, ComplianceFacts } from './matrix.ts';

type Organisation = { id: string; timeZone: string; isDemo: boolean };

/** The facts of one organisation that its compliance depends on. */
export async function readFacts(
  { prisma }: Database,
  { id: organisationId, timeZone, isDemo }: Organisation,
): Promise<ComplianceFacts> {
  const where = { organisationId };
  const [people, groups, spells, memberships, requirements, completions] = await Promise.all([
    prisma.person.findMany({
      where,
      select: { id: true, name: true },
      orderBy: { sortName: 'asc' },
    }),
    prisma.staffGroup.findMany({
      where,
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    prisma.employmentSpell.findMany({ where, orderBy: { effectiveFrom: 'asc' } }),
    prisma.staffGroupMembership.findMany({ where, orderBy: { effectiveFrom: 'asc' } }),
    prisma.requirement.findMany({ where, orderBy: { effectiveFrom: 'asc' } }),
    readCompletions(prisma, organisationId),
  ]);
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
  prisma: Database['prisma'],
  organisationId: string,
): Promise<CompletionFact[]> {
  const rows = await prisma.completionSubject.findMany({
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
