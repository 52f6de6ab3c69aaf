import { addDays, type Day } from '#app/platform/clock/dates.ts';
import { changeOf, groupSpelling } from './changes.ts';
import { moveOf } from './employment.ts';
import { type Identified, identify, type Known } from './identity.ts';
import type { CurrentPerson, ImportPlan } from './plan-types.ts';
import type { RowProblem } from './problems.ts';
import type { ImportRow } from './rows.ts';
import { absentOf, addOf, leaverOf, returnerOf } from './steps.ts';

/**
 * What a file of staff would do. In: its lines and their problems, the people known today, and
 * whether those missing from it have left. Out: every step with its line, nothing done yet.
 */
export function planImport({
  rows,
  problems,
  people,
  today,
  leaversAreAbsent,
}: {
  rows: readonly ImportRow[];
  /** What was wrong with lines that are no rows: those lines could be about anybody. */
  problems: readonly RowProblem[];
  people: readonly CurrentPerson[];
  today: Day;
  leaversAreAbsent: boolean;
}): ImportPlan {
  const plan: ImportPlan = {
    adds: [],
    changes: [],
    leavers: [],
    returners: [],
    unchanged: 0,
    problems: [...problems],
    isAbsenceUnclear: false,
  };
  const spell = groupSpelling(people, rows);
  const present = new Set<string>();
  for (const found of identify(rows, people)) {
    if ('problem' in found) plan.problems.push(found.problem);
    else planLine(plan, { ...found, row: spelled(found.row, spell) }, today);
    if ('person' in found && found.person) present.add(found.person.id);
  }
  plan.isAbsenceUnclear = leaversAreAbsent && plan.problems.length > 0;
  if (leaversAreAbsent && !plan.isAbsenceUnclear)
    plan.leavers.push(...absentOf(people, present, today));
  plan.problems.sort(byLine);
  return plan;
}

/** Who is missing from the file comes first. */
export function byLine(a: Pick<RowProblem, 'line'>, b: Pick<RowProblem, 'line'>): number {
  return (a.line ?? 0) - (b.line ?? 0);
}

function spelled(row: ImportRow, spell: (groups: string[]) => string[]): ImportRow {
  return row.groups ? { ...row, groups: spell(row.groups) } : row;
}

function planLine(plan: ImportPlan, { row, person }: Identified, today: Day): void {
  const isPossible = person ? planKnown(plan, { row, person }, today) : planNew(plan, row, today);
  if (isPossible) return;
  const { line, endDate } = row;
  const problem = 'end-before-start';
  plan.problems.push({
    line,
    column: 'endDate',
    problem,
    value: endDate ? addDays(endDate, -1) : '',
  });
}

function planNew(plan: ImportPlan, row: ImportRow, today: Day): boolean {
  const add = addOf(row, today);
  if (add) plan.adds.push(add);
  return add !== null;
}

function planKnown(plan: ImportPlan, known: Known, today: Day): boolean {
  const move = moveOf(known.row, known.person.spells, today);
  if (move.kind === 'impossible') return false;
  const change = changeOf(known, move, today);
  const leaver = leaverOf(known, move);
  const returner = returnerOf(known, move);
  if (change) plan.changes.push(change);
  if (leaver) plan.leavers.push(leaver);
  if (returner) plan.returners.push(returner);
  if (!change && !leaver && !returner) plan.unchanged += 1;
  return true;
}
