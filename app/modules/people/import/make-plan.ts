import type { Day } from '#app/platform/clock/dates.ts';
import type { Colleague } from './colleague.ts';
import { planImport } from './plan.ts';
import type { StaffFile } from './read-import.ts';
import type { StoredPlan } from './stored-plan.ts';
import { withhold } from './withhold.ts';

export type PlanOptions = { leaversAreAbsent: boolean; mayChangeGuarded: boolean };

/** What a file would do to the people that are known, with all that is needed to work it out again. */
export function makePlan(
  file: Pick<StaffFile, 'rows' | 'problems' | 'columns' | 'ignoredHeaders'>,
  colleagues: readonly Colleague[],
  day: Day,
  { leaversAreAbsent, mayChangeGuarded }: PlanOptions,
): StoredPlan {
  const { rows, problems, columns, ignoredHeaders } = file;
  const given = { rows, problems, people: colleagues, today: day, leaversAreAbsent };
  return {
    rows,
    problems,
    columns,
    ignoredHeaders,
    leaversAreAbsent,
    mayChangeGuarded,
    day,
    plan: withhold(planImport(given), colleagues, mayChangeGuarded),
    knownIds: colleagues.map(({ id }) => id),
    hasChanged: false,
  };
}
