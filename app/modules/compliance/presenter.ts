import type { Day } from '#app/platform/clock/dates.ts';
import type { Ask, Filter } from './ask.ts';
import type { MatrixRow } from './matrix.ts';
import { type Standing, standings } from './standing.ts';

export type ComplianceLine = Omit<MatrixRow, 'requirementId' | 'scenarioId'> & {
  key: string;
  requirement: string;
};

export type CompliancePage = {
  asAt: Day;
  today: Day;
  filter: Filter;
  problems: Ask['problems'];
  groups: string[];
  lines: ComplianceLine[];
  totals: Record<Standing, number> & { people: number; peopleOverdue: number };
  isDemo: boolean;
};

/** Totals are of everybody; the filter narrows the lines only. */
export function presentCompliance(
  rows: MatrixRow[],
  ask: Ask,
  others: { today: Day; isDemo: boolean; titles: ReadonlyMap<string, string> },
): CompliancePage {
  const { titles, ...rest } = others;
  const lines = rows.map(({ requirementId, scenarioId, ...row }) => ({
    ...row,
    key: `${row.personId}/${requirementId}`,
    requirement: titles.get(scenarioId) ?? scenarioId,
  }));
  return {
    ...ask,
    ...rest,
    groups: [...new Set(rows.flatMap((row) => row.groups))],
    lines: sortLines(
      lines.filter((line) => matches(line, ask.filter)),
      ask.filter.sort,
    ),
    totals: countTotals(rows),
  };
}

function countTotals(rows: MatrixRow[]): CompliancePage['totals'] {
  const count = (standing: Standing) => rows.filter((row) => row.standing === standing).length;
  const people = (list: MatrixRow[]) => new Set(list.map((row) => row.personId)).size;
  return {
    done: count('done'),
    due: count('due'),
    overdue: count('overdue'),
    people: people(rows),
    peopleOverdue: people(rows.filter((row) => row.standing === 'overdue')),
  };
}

function matches(line: ComplianceLine, { name, group, status }: Filter): boolean {
  const has = (text: string) => text.toLocaleLowerCase().includes(name.toLocaleLowerCase());
  return (
    (name === '' || has(line.name)) &&
    (group === '' || line.groups.includes(group)) &&
    (status === '' || line.standing === status)
  );
}

/** Lines arrive in the order of names; sorting is stable, so names stay the second order. */
function sortLines(lines: ComplianceLine[], sort: Filter['sort']): ComplianceLine[] {
  if (sort === 'name') return lines;
  const keyOf = (line: ComplianceLine): string => {
    if (sort === 'group') return line.groups.join(', ') || '\uffff';
    if (sort === 'status') return String(standings.length - standings.indexOf(line.standing));
    return (sort === 'due' ? line.dueOn : line.completedOn) ?? '\uffff';
  };
  return [...lines].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}
