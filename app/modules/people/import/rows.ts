import { z } from 'zod';
import { addDays, type Day, isDay } from '#app/platform/clock/dates.ts';
import type { Columns } from './headers.ts';
import { type ColumnName, columnNames, type ProblemCode, type RowProblem } from './problems.ts';
import type { CsvRow } from './read-rows.ts';
import { sortNameOf } from './sort-name.ts';

/** One person as a line of the file has them. What its cell leaves empty is `null`. */
export type ImportRow = {
  line: number;
  name: string;
  sortName: string;
  email: string | null;
  staffNumber: string | null;
  /** `null` where the file has no such column: an empty cell means no groups. */
  groups: string[] | null;
  startDate: Day | null;
  /** The day after their last, which is what the file names. */
  endDate: Day | null;
};

const refusal = (problem: ProblemCode) => ({ error: problem });
const upTo = (characters: number) => (text: string) => [...text].length <= characters;

/** The wide forms of the four signs begin a formula, too. */
const cellSchema = z.string().regex(/^[^=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u, refusal('formula'));
const wordsSchema = cellSchema.regex(/^\P{Cc}*$/u, refusal('hidden-character'));
const visible = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u;
const daySchema = cellSchema
  .transform(readDay)
  .pipe(
    z
      .string(refusal('not-a-date'))
      .refine((day) => day >= '1950-01-01' && day <= '2100-12-31', refusal('date-out-of-range')),
  );

const rowSchema = z
  .object({
    staffNumber: cellSchema
      .regex(visible, refusal('hidden-character'))
      .refine(upTo(40), refusal('too-long'))
      .optional(),
    name: wordsSchema.optional(),
    firstName: wordsSchema.optional(),
    lastName: wordsSchema.optional(),
    email: cellSchema
      .max(254, refusal('too-long'))
      .toLowerCase()
      .pipe(z.email(refusal('not-an-email')))
      .optional(),
    groups: z
      .string()
      .max(2000, refusal('too-long'))
      .transform(splitGroups)
      .pipe(z.array(wordsSchema.refine(upTo(100), refusal('too-long'))))
      .optional(),
    startDate: daySchema.optional(),
    endDate: daySchema.optional(),
  })
  .refine((cells) => fullName(cells) !== '', {
    ...refusal('missing'),
    path: ['name'],
    when: () => true,
  })
  .refine((cells) => upTo(120)(fullName(cells)), {
    ...refusal('too-long'),
    path: ['name'],
    when: () => true,
  })
  .refine(({ startDate, endDate }) => !startDate || !endDate || endDate >= startDate, {
    ...refusal('end-before-start'),
    path: ['endDate'],
    when: ({ issues }) => issues.length === 0,
  });
type Cells = Partial<Record<ColumnName, string>>;

/** One row made tidy, or everything that is wrong with it. */
export function readRow(
  { line, cells }: CsvRow,
  columns: Columns,
): { row: ImportRow } | { problems: RowProblem[] } {
  const given = tidyCells(cells, columns);
  const read = rowSchema.safeParse(given);
  if (!read.success) return { problems: problemsOf(read.error, line, given) };
  const { firstName, lastName, email, staffNumber, groups, startDate, endDate } = read.data;
  const name = fullName(read.data);
  return {
    row: {
      line,
      name,
      sortName: sortNameOf({ name, firstName, lastName }),
      email: email ?? null,
      staffNumber: staffNumber ?? null,
      groups: groups ?? null,
      startDate: startDate ?? null,
      endDate: endDate ? addDays(endDate, 1) : null,
    },
  };
}

/** The cells with something in them, and that of the groups, which means something when empty. */
function tidyCells(cells: string[], columns: Columns): Cells {
  return Object.fromEntries(
    columnNames.flatMap((column) => {
      const index = columns[column];
      const text = index === undefined ? '' : tidy(cells[index] ?? '');
      return text !== '' || (column === 'groups' && index !== undefined) ? [[column, text]] : [];
    }),
  );
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function fullName({ name, firstName, lastName }: Pick<Cells, 'name' | 'firstName' | 'lastName'>) {
  return name ?? [firstName, lastName].filter(Boolean).join(' ');
}

/** Names that differ by capitals only are one group. */
function splitGroups(cell: string): string[] {
  const seen = new Set(['']);
  return cell
    .split(/[;|/]/)
    .map(tidy)
    .filter((name) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

/** `2026-09-01`, `01/09/2026` or `01.09.2026`: the day before the month, never as in America. */
function readDay(text: string): Day | null {
  const [, day, , month, year] = /^(\d{2})([/.])(\d{2})\2(\d{4})$/.exec(text) ?? [];
  const read = year ? `${year}-${month}-${day}` : text;
  return isDay(read) ? read : null;
}

/** One problem for a cell is enough. Every check above gives its code as its message. */
function problemsOf(error: z.ZodError, line: number, cells: Cells): RowProblem[] {
  const problems = new Map<ColumnName, RowProblem>();
  for (const { path, message } of error.issues) {
    const column = path[0] as ColumnName;
    if (problems.has(column)) continue;
    const value = cells[column];
    const problem = message as ProblemCode;
    problems.set(column, { line, column, problem, ...(value && { value: shorten(value) }) });
  }
  return [...problems.values()];
}

function shorten(value: string): string {
  return Array.from(value.slice(0, 200)).slice(0, 100).join('');
}
