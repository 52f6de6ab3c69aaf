import { buildMatrix, type ComplianceFacts } from '#app/modules/compliance/matrix.ts';
import { type Figure, figure, timeOf } from './measure.ts';

const size = 2_000;

/** The matrix of a large trust from its facts, against sorting the same rows by name. */
export async function benchMatrix(turns: number): Promise<Figure[]> {
  const facts = trust(size);
  const rows = buildMatrix(facts, '2026-11-22');
  return [
    figure({
      name: 'matrix',
      what: `the matrix of ${size} people, ${rows.length} rows`,
      value: await timeOf(turns, () => buildMatrix(facts, '2026-11-22')),
      baseline: {
        what: 'sorting the same rows by name',
        value: await timeOf(turns, () => [...rows].sort(byName)),
      },
    }),
  ];
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

/** People of ten groups with three requirements and, most of them, a completion or two. */
function trust(count: number): ComplianceFacts {
  const recordedAt = new Date('2025-09-01T09:00:00Z');
  const fact = { effectiveFrom: '2025-09-01', effectiveTo: null, recordedAt, supersedes: null };
  const numbers = Array.from({ length: count }, (_, number) => number);
  const groups = Array.from({ length: 10 }, (_, number) => ({
    id: `group-${number}`,
    name: `Group ${number}`,
  }));
  return {
    timeZone: 'Europe/London',
    needsApproval: true,
    // Names in no order, so that the sort has something to do.
    people: numbers.map((number) => ({
      id: `person-${number}`,
      name: `Person ${(number * 7_919) % count}`,
    })),
    groups,
    spells: numbers.map((number) => ({ ...fact, id: `s${number}`, personId: `person-${number}` })),
    memberships: numbers.map((number) => ({
      ...fact,
      id: `m${number}`,
      personId: `person-${number}`,
      groupId: `group-${number % 10}`,
    })),
    requirements: [null, 'group-1', 'group-2'].map((groupId, number) => ({
      ...fact,
      id: `requirement-${number}`,
      scenarioId: `scenario-${number}`,
      minSubstance: 1,
      groupId,
      daysToComplete: 30,
      renewMonths: 12,
    })),
    completions: numbers
      .filter((number) => number % 4 > 0)
      .map((number) => ({
        personId: `person-${number}`,
        scenarioId: `scenario-${number % 3}`,
        substance: 1,
        isApproved: true,
        completedAt: new Date('2025-10-05T10:00:00Z'),
        recordedAt: new Date('2025-10-05T10:00:00Z'),
      })),
  };
}
