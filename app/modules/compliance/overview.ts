import { type Day, dateOf } from '#app/platform/clock/dates.ts';
import { type Standing, standings } from './standing.ts';

/** What an overview is made from: one for each person and each requirement that holds for them. */
export type Stand = {
  personId: string;
  name: string;
  groups: string[];
  standing: Standing;
  dueOn: Day | null;
};
type PersonStand = Pick<Stand, 'groups' | 'standing'>;

/** How many people stand how. The three standings add up to the people. */
export type Counts = Record<Standing, number> & { people: number };
/** `null` names those who are in no group. */
export type GroupCounts = Counts & { name: string | null };
/** Something to see to: how many days it is overdue, or is still to go. */
export type Need<S extends Stand> = S & { dueOn: Day; days: number };

export type Overview<S extends Stand> = {
  totals: Counts;
  groups: GroupCounts[];
  /** The longest overdue first. */
  overdueNames: { shown: string[]; more: number };
  overdue: { shown: Need<S>[]; more: number };
  soon: { shown: Need<S>[]; more: number };
};

export const soonDays = 30;
const mostNames = 3;
const mostNeeds = 6;

/** The state of a whole organisation on a day, to be taken in at a glance. */
export function overlook<S extends Stand>(stands: S[], day: Day): Overview<S> {
  const people = standPeople(stands);
  const needs = stands
    .flatMap((stand) => needOn(stand, day))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const overdue = needs.filter(({ standing }) => standing === 'overdue');
  const names = new Map(overdue.map(({ personId, name }) => [personId, name]));
  return {
    totals: count(people),
    groups: countGroups(people),
    overdueNames: cut([...names.values()], mostNames),
    overdue: cut(overdue, mostNeeds),
    soon: cut(
      needs.filter(({ standing, days }) => standing !== 'overdue' && days <= soonDays),
      mostNeeds,
    ),
  };
}

/** Each person once. Somebody stands as the worst of what is required of them. */
function standPeople(stands: Stand[]): PersonStand[] {
  const people = new Map<string, PersonStand>();
  for (const { personId, groups, standing } of stands) {
    const known = people.get(personId);
    if (!known || standings.indexOf(known.standing) < standings.indexOf(standing))
      people.set(personId, { groups, standing });
  }
  return [...people.values()];
}

function count(people: PersonStand[]): Counts {
  const of = (standing: Standing) => people.filter((one) => one.standing === standing).length;
  return { people: people.length, done: of('done'), due: of('due'), overdue: of('overdue') };
}

/** In the order of their names, those in no group last. Who is in two groups counts in both. */
function countGroups(people: PersonStand[]): GroupCounts[] {
  const names = [...new Set(people.flatMap(({ groups }) => groups))].sort((a, b) =>
    a.localeCompare(b),
  );
  const groups = names.map((name) => ({
    name,
    ...count(people.filter((one) => one.groups.includes(name))),
  }));
  const others = people.filter((one) => one.groups.length === 0);
  return others.length > 0 ? [...groups, { name: null, ...count(others) }] : groups;
}

/** A renewal that comes near is one too: it becomes overdue without ever being due. */
function needOn<S extends Stand>(stand: S, day: Day): Need<S>[] {
  const { dueOn } = stand;
  if (dueOn === null) return [];
  return [{ ...stand, dueOn, days: Math.abs(daysFrom(day, dueOn)) }];
}

function daysFrom(day: Day, other: Day): number {
  return (dateOf(other).getTime() - dateOf(day).getTime()) / 86_400_000;
}

function cut<T>(list: T[], most: number): { shown: T[]; more: number } {
  return { shown: list.slice(0, most), more: Math.max(0, list.length - most) };
}
