import { randomUUID } from 'node:crypto';
import type { Day } from '#app/platform/clock/dates.ts';
import type { Role } from '../../access/roles.ts';
import type { Colleague } from './colleague.ts';
import type { Add, Change, ImportPlan, Leaver, Returner, Spell } from './plan-types.ts';

/** All that a plan does about one person. */
export type Step =
  | { add: Add }
  | { colleague: Colleague; change?: Change; leaver?: Leaver; returner?: Returner };
type KnownStep = Exclude<Step, { add: Add }>;

/** A fact to be added; with the id of the one that it replaces. */
type NewFact = {
  personId: string;
  effectiveFrom: Day;
  effectiveTo: Day | null;
  supersedes?: string;
};

export type Additions = {
  people: ({ id: string } & Pick<Add, 'name' | 'sortName' | 'email' | 'staffNumber'>)[];
  details: ({ id: string; sortName?: string } & Partial<
    Pick<Add, 'name' | 'email' | 'staffNumber'>
  >)[];
  spells: NewFact[];
  roles: (NewFact & { role: Role })[];
  memberships: (NewFact & { staffGroupId: string })[];
};

/** What steps are worked out with: the day it is, and the group that a name means. */
export type StepContext = { today: Day; groupIdOf(name: string): string };

export function stepsOf(plan: ImportPlan, colleagues: readonly Colleague[]): Step[] {
  const byPerson = <T extends { personId: string }>(list: T[]) =>
    new Map(list.map((one) => [one.personId, one]));
  const changes = byPerson(plan.changes);
  const leavers = byPerson(plan.leavers);
  const returners = byPerson(plan.returners);
  const known = colleagues.flatMap((colleague): Step[] => {
    const change = changes.get(colleague.id);
    const leaver = leavers.get(colleague.id);
    const returner = returners.get(colleague.id);
    return change || leaver || returner ? [{ colleague, change, leaver, returner }] : [];
  });
  return [...plan.adds.map((add) => ({ add })), ...known];
}

/** The rows that steps add, and the details that they change. */
export function additionsOf(steps: readonly Step[], context: StepContext): Additions {
  const all: Additions = { people: [], details: [], spells: [], roles: [], memberships: [] };
  for (const step of steps) {
    if ('add' in step) addSomebody(all, step.add, context);
    else changeSomebody(all, step, context);
  }
  return all;
}

/** Everybody who is employed learns, from today on: somebody who is to come may train early. */
function addSomebody(all: Additions, add: Add, { today, groupIdOf }: StepContext): void {
  const { name, sortName, email, staffNumber, startDate, endDate } = add;
  const personId = randomUUID();
  const fact = { personId, effectiveFrom: startDate, effectiveTo: endDate };
  all.people.push({ id: personId, name, sortName, email, staffNumber });
  all.spells.push(fact);
  all.roles.push(...during({ ...fact, role: 'learner' as const, effectiveFrom: today }));
  for (const staffGroupId of new Set(add.groups.map(groupIdOf)))
    all.memberships.push(...during({ ...fact, staffGroupId }));
}

function changeSomebody(all: Additions, step: KnownStep, context: StepContext): void {
  const { colleague, change, leaver, returner } = step;
  const personId = colleague.id;
  const { name, email, staffNumber } = change?.after ?? {};
  if (change && [name, email, staffNumber].some((value) => value !== undefined))
    all.details.push({ id: personId, name, email, staffNumber, ...(name && sortNameOf(change)) });
  const spell = leaver?.spell ?? change?.spell;
  if (spell) {
    const { id: supersedes, ...days } = spell;
    all.spells.push({ personId, ...days, supersedes });
  }
  if (returner)
    all.spells.push({
      personId,
      effectiveFrom: returner.after.startDate,
      effectiveTo: returner.after.endDate,
    });
  all.roles.push(...rolesOf(step, context));
  all.memberships.push(...membershipsOf(step, context));
}

const sortNameOf = ({ sortName }: Change) => ({ sortName });

/** Roles end with the employment; whoever is there again, or for longer than was known, learns. */
function rolesOf({ colleague, leaver, returner }: KnownStep, { today }: StepContext) {
  const personId = colleague.id;
  const learner = { personId, role: 'learner' as const };
  const learns = colleague.roles.filter(({ role }) => role === 'learner');
  if (leaver) {
    const effectiveTo = leaver.after.endDate;
    const ended = colleague.roles.map((held) => ({
      ...endOf(held, personId, effectiveTo),
      role: held.role,
    }));
    const again = { ...learner, effectiveFrom: today, effectiveTo };
    return learns.length > 0 ? ended : [...ended, ...during(again)];
  }
  if (!returner || learns.some((held) => held.effectiveTo === null)) return [];
  // The role that they have already ends with the employment that is known.
  const effectiveFrom =
    learns
      .map((held) => held.effectiveTo ?? today)
      .sort()
      .at(-1) ?? today;
  return during({ ...learner, effectiveFrom, effectiveTo: returner.after.endDate });
}

/** Groups end with the employment, or today where the file names others. */
function membershipsOf(step: KnownStep, { today, groupIdOf }: StepContext) {
  const { colleague, change, leaver, returner } = step;
  const personId = colleague.id;
  const groups = change?.after.groups;
  const wanted = groups && new Set(groups.map(groupIdOf));
  const end = leaver?.after.endDate;
  const kept = colleague.memberships.filter(({ groupId }) => !wanted || wanted.has(groupId));
  const over = colleague.memberships.filter(({ groupId }) => wanted && !wanted.has(groupId));
  const held = new Set(kept.map(({ groupId }) => groupId));
  const begin = {
    personId,
    effectiveFrom: returner?.after.startDate ?? today,
    effectiveTo: untilOf(step),
  };
  const ended = [
    ...over.map((one) => ({ one, at: today })),
    ...(end === undefined ? [] : kept.map((one) => ({ one, at: end }))),
  ];
  return [
    ...ended.map(({ one, at }) => ({ ...endOf(one, personId, at), staffGroupId: one.groupId })),
    ...[...(wanted ?? [])]
      .filter((groupId) => !held.has(groupId))
      .flatMap((staffGroupId) => during({ ...begin, staffGroupId })),
  ];
}

/** When the employment ends that stands once the step is taken. */
function untilOf({ colleague, leaver, returner }: KnownStep): Day | null {
  if (leaver) return leaver.after.endDate;
  if (returner) return returner.after.endDate;
  const last = colleague.spells.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return last.at(-1)?.effectiveTo ?? null;
}

function endOf({ id, effectiveFrom }: Spell, personId: string, end: Day): NewFact {
  return {
    personId,
    supersedes: id,
    effectiveFrom: effectiveFrom < end ? effectiveFrom : end,
    effectiveTo: end,
  };
}

/** A fact that ends before it begins never was. */
function during<F extends Pick<NewFact, 'effectiveFrom' | 'effectiveTo'>>(fact: F): F[] {
  return fact.effectiveTo === null || fact.effectiveFrom < fact.effectiveTo ? [fact] : [];
}
