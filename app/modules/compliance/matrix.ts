import { type Day, dayIn } from '#app/platform/clock/dates.ts';
import { type Fact, holdsOn, knownOn } from './facts.ts';
import { type Standing, standingOn } from './standing.ts';

/** Everything known of an organisation that its compliance depends on. People are in name order. */
export type ComplianceFacts = {
  timeZone: string;
  /** Only a completion of an approved version counts, except in a demonstration. */
  needsApproval: boolean;
  people: { id: string; name: string }[];
  groups: { id: string; name: string }[];
  spells: (Fact & { personId: string })[];
  memberships: (Fact & { personId: string; groupId: string })[];
  requirements: RequirementFact[];
  completions: CompletionFact[];
};
export type RequirementFact = Fact & {
  scenarioId: string;
  minSubstance: number;
  groupId: string | null;
  daysToComplete: number;
  renewMonths: number | null;
};
export type CompletionFact = {
  personId: string;
  scenarioId: string;
  substance: number;
  isApproved: boolean;
  completedAt: Date;
  recordedAt: Date;
};

export type MatrixRow = {
  personId: string;
  name: string;
  groups: string[];
  requirementId: string;
  scenarioId: string;
  standing: Standing;
  completedOn: Day | null;
  dueOn: Day | null;
};

/**
 * Who stands how with what on a day: a pure function of the facts known then. One row for each
 * person employed on that day and each requirement that held for them, in name order.
 */
export function buildMatrix(facts: ComplianceFacts, day: Day): MatrixRow[] {
  const known = <F extends Fact>(list: F[]) => holdingOn(facts, day, list);
  const spells = groupBy(known(facts.spells), (spell) => spell.personId);
  const memberships = groupBy(known(facts.memberships), (membership) => membership.personId);
  const completions = groupBy(countingOn(facts, day), (completion) => completion.personId);
  const requirements = known(facts.requirements);
  const groupNames = new Map(facts.groups.map((group) => [group.id, group.name]));

  return facts.people.flatMap((person) => {
    const spell = spells.get(person.id)?.[0];
    if (!spell) return [];
    const memberOf = memberships.get(person.id) ?? [];
    const groups = facts.groups.filter(({ id }) => memberOf.some((held) => held.groupId === id));
    return requirements.flatMap((requirement) => {
      const since = heldSince(requirement, spell, memberOf);
      if (since === null) return [];
      const days = (completions.get(person.id) ?? [])
        .filter((completion) => satisfies(completion, requirement))
        .map((completion) => dayIn(facts.timeZone, completion.completedAt));
      const { standing, ...dates } = standingOn(day, { ...requirement, since }, days);
      return [
        {
          personId: person.id,
          name: person.name,
          groups: groups.map(({ id }) => groupNames.get(id) ?? ''),
          requirementId: requirement.id,
          scenarioId: requirement.scenarioId,
          standing,
          ...dates,
        },
      ];
    });
  });
}

/** How many people were employed on a day and how many requirements stood, known then. */
export function countStanding(facts: ComplianceFacts, day: Day) {
  const employed = holdingOn(facts, day, facts.spells).map(({ personId }) => personId);
  return {
    people: new Set(employed).size,
    requirements: holdingOn(facts, day, facts.requirements).length,
  };
}

function holdingOn<F extends Fact>({ timeZone }: ComplianceFacts, day: Day, list: F[]): F[] {
  return knownOn(list, day, timeZone).filter((fact) => holdsOn(fact, day));
}

function countingOn({ completions, needsApproval, timeZone }: ComplianceFacts, day: Day) {
  return completions.filter(
    (completion) =>
      dayIn(timeZone, completion.recordedAt) <= day && (completion.isApproved || !needsApproval),
  );
}

function satisfies(completion: CompletionFact, requirement: RequirementFact): boolean {
  return (
    completion.scenarioId === requirement.scenarioId &&
    completion.substance >= requirement.minSubstance
  );
}

/** The first day a requirement held for somebody: it, their spell and their membership all stood. */
function heldSince(
  requirement: RequirementFact,
  spell: Fact,
  memberOf: (Fact & { groupId: string })[],
): Day | null {
  const from = [requirement.effectiveFrom, spell.effectiveFrom];
  if (requirement.groupId !== null) {
    const membership = memberOf.find(({ groupId }) => groupId === requirement.groupId);
    if (!membership) return null;
    from.push(membership.effectiveFrom);
  }
  return from.sort().at(-1) ?? null;
}

function groupBy<T>(list: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
