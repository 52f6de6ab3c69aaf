import type { Day } from '#app/platform/clock/dates.ts';
import type { Ask, Filter } from './ask.ts';
import type { MatrixRow } from './matrix.ts';
import { type Overview, overlook } from './overview.ts';
import { standings } from './standing.ts';

export type ComplianceLine = Omit<MatrixRow, 'requirementId' | 'scenarioId'> & {
  key: string;
  requirement: string;
};

/** The overview is of everybody; the filter narrows the lines only. */
export type CompliancePage = Overview<ComplianceLine> & {
  asAt: Day;
  today: Day;
  filter: Filter;
  problems: Ask['problems'];
  lines: ComplianceLine[];
  isFiltered: boolean;
  /** Why there is nobody to show at all. */
  isEmptyFor: 'people' | 'requirements' | 'members' | null;
  isDemo: boolean;
};

type Others = {
  today: Day;
  isDemo: boolean;
  titles: ReadonlyMap<string, string>;
  /** How many people worked there on the day, and how much was required of anybody. */
  standing: { people: number; requirements: number };
};

export function presentCompliance(rows: MatrixRow[], ask: Ask, others: Others): CompliancePage {
  const { titles, standing, ...rest } = others;
  const { name, group, status, sort } = ask.filter;
  const lines = rows.map(({ requirementId, scenarioId, ...row }) => ({
    ...row,
    key: `${row.personId}/${requirementId}`,
    requirement: titles.get(scenarioId) ?? scenarioId,
  }));
  return {
    ...ask,
    ...rest,
    ...overlook(lines, ask.asAt),
    lines: sortLines(
      lines.filter((line) => matches(line, ask.filter)),
      sort,
    ),
    isFiltered: [name, group, status].some((part) => part !== ''),
    isEmptyFor: rows.length === 0 ? whyEmpty(standing) : null,
  };
}

function whyEmpty({ people, requirements }: Others['standing']): CompliancePage['isEmptyFor'] {
  if (people === 0) return 'people';
  return requirements === 0 ? 'requirements' : 'members';
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
