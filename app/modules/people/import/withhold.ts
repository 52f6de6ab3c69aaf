import { needsSecondFactor, type Role } from '../../access/roles.ts';
import type { Colleague } from './colleague.ts';
import { byLine } from './plan.ts';
import type { ImportPlan } from './plan-types.ts';
import type { RowProblem } from './problems.ts';

type Why = 'guarded' | 'last-administrator';

/**
 * Takes out of a plan what an import may not do: change those who see others' records, unless whoever
 * brings it in may, and leave an organisation without an administrator. It is told as a problem.
 */
export function withhold(
  plan: ImportPlan,
  colleagues: readonly Colleague[],
  mayChangeGuarded: boolean,
): ImportPlan {
  if (!mayChangeGuarded) return without(plan, guarded(colleagues), 'guarded');
  return without(plan, lastAdministrators(plan, colleagues), 'last-administrator');
}

function guarded(colleagues: readonly Colleague[]): Set<string> {
  const isGuarded = ({ roles }: Colleague) => roles.some(({ role }) => needsSecondFactor(role));
  return new Set(colleagues.filter(isGuarded).map(({ id }) => id));
}

/** Those who would leave, if nobody stayed who is an administrator for good. */
function lastAdministrators(plan: ImportPlan, colleagues: readonly Colleague[]): Set<string> {
  const leaving = new Set(plan.leavers.map(({ personId }) => personId));
  const isAdministrator = ({ roles }: Colleague, isForGood: boolean) =>
    roles.some(
      ({ role, effectiveTo }) =>
        role === ('administrator' satisfies Role) && (!isForGood || effectiveTo === null),
    );
  if (colleagues.some((one) => isAdministrator(one, true) && !leaving.has(one.id)))
    return new Set();
  const last = colleagues.filter((one) => isAdministrator(one, false) && leaving.has(one.id));
  return new Set(last.map(({ id }) => id));
}

function without(plan: ImportPlan, ids: ReadonlySet<string>, problem: Why): ImportPlan {
  const steps = [...plan.changes, ...plan.leavers, ...plan.returners];
  const stays = ({ personId }: { personId: string }) => !ids.has(personId);
  const withheld = new Map(
    steps.filter((step) => !stays(step)).map((step) => [step.personId, step]),
  );
  const problems = [...withheld.values()].map(
    ({ line, name }): RowProblem => ({ line, column: null, problem, value: name }),
  );
  return {
    ...plan,
    changes: plan.changes.filter(stays),
    leavers: plan.leavers.filter(stays),
    returners: plan.returners.filter(stays),
    problems: [...plan.problems, ...problems].sort(byLine),
  };
}
