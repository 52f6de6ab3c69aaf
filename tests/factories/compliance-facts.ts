import type { Fact } from '#app/modules/compliance/facts.ts';
import type {
  CompletionFact,
  ComplianceFacts,
  RequirementFact,
} from '#app/modules/compliance/matrix.ts';

let made = 0;

/** A fact of long ago, learned of on the day it began, at noon. */
export function fact(overrides: Partial<Fact> = {}): Fact {
  made += 1;
  const effectiveFrom = overrides.effectiveFrom ?? '2020-01-01';
  return {
    id: `fact-${made}`,
    effectiveFrom,
    effectiveTo: null,
    recordedAt: new Date(`${effectiveFrom}T12:00:00Z`),
    supersedes: null,
    ...overrides,
  };
}

export const spell = (personId: string, overrides: Partial<Fact> = {}) => ({
  ...fact(overrides),
  personId,
});

export const membership = (personId: string, groupId: string, overrides: Partial<Fact> = {}) => ({
  ...fact(overrides),
  personId,
  groupId,
});

export const requirement = (overrides: Partial<RequirementFact> = {}): RequirementFact => ({
  ...fact({ effectiveFrom: '2026-01-01', ...overrides }),
  scenarioId: 'picture',
  minSubstance: 1,
  groupId: null,
  daysToComplete: 30,
  renewMonths: null,
  ...overrides,
});

export const completion = (
  personId: string,
  at: string,
  overrides: Partial<CompletionFact> = {},
): CompletionFact => ({
  personId,
  scenarioId: 'picture',
  substance: 1,
  isApproved: true,
  completedAt: new Date(at),
  recordedAt: new Date(at),
  ...overrides,
});

/** A school with Ada and Ben in it, one requirement, and nothing completed. */
export function school(overrides: Partial<ComplianceFacts> = {}): ComplianceFacts {
  return {
    timeZone: 'Europe/London',
    needsApproval: true,
    people: [
      { id: 'ada', name: 'Ada Quill' },
      { id: 'ben', name: 'Ben Reed' },
    ],
    groups: [
      { id: 'office', name: 'Office' },
      { id: 'teaching', name: 'Teaching' },
    ],
    spells: [spell('ada'), spell('ben')],
    memberships: [],
    requirements: [requirement()],
    completions: [],
    ...overrides,
  };
}
