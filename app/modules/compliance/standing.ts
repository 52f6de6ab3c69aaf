import { addDays, addMonths, type Day } from '#app/platform/clock/dates.ts';

export const standings = ['done', 'due', 'overdue'] as const;
export const sorts = ['name', 'group', 'status', 'due', 'completed'] as const;
export type Standing = (typeof standings)[number];

export type Cycle = {
  /** The first day on which the requirement held for the person. */
  since: Day;
  daysToComplete: number;
  renewMonths: number | null;
};

/**
 * How somebody stands with a requirement on a day. In: the cycle, and the days of the completions
 * that count. Out: `done` until the next renewal, `due` until the day it is due, `overdue` after it.
 */
export function standingOn(
  day: Day,
  { since, daysToComplete, renewMonths }: Cycle,
  completedOn: readonly Day[],
): { standing: Standing; completedOn: Day | null; dueOn: Day | null } {
  const latest =
    completedOn
      .filter((completed) => completed <= day)
      .sort()
      .at(-1) ?? null;
  if (latest === null) {
    const dueOn = addDays(since, daysToComplete);
    return { standing: day <= dueOn ? 'due' : 'overdue', completedOn: null, dueOn };
  }
  const dueOn = renewMonths === null ? null : addMonths(latest, renewMonths);
  const standing = dueOn === null || day <= dueOn ? 'done' : 'overdue';
  return { standing, completedOn: latest, dueOn };
}
