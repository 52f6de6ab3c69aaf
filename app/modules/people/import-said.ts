import { wordsIn } from '#app/i18n/i18n.ts';
import { addDays, type Day, dateOf } from '#app/platform/clock/dates.ts';
import { toSpreadsheet } from '#app/platform/spreadsheet.ts';
import type { Add, Change, ImportPlan, Leaver, Returner } from './import/plan-types.ts';
import type {
  ColumnName,
  FileColumns,
  FileProblem,
  HeaderProblem,
  RowProblem,
} from './import/problems.ts';

type Words = ReturnType<typeof wordsIn<'import'>>;
type Language = { t: Words; sayDay(day: Day): string };

function languageOf(locale: string): Language {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return { t: wordsIn(locale, 'import'), sayDay: (day) => format.format(dateOf(day)) };
}

/** A line of a list: whom it is about, and what it says of them. */
export type Said = { line: number | null; name: string; says: string };
export type SaidPlan = Record<'added' | 'changed' | 'left' | 'returned', Said[]>;

/** A plan in words, list by list. */
export function sayPlan(plan: ImportPlan, locale: string): SaidPlan {
  const language = languageOf(locale);
  return {
    added: plan.adds.map((add) => ({
      line: add.line,
      name: add.name,
      says: sayAdd(add, language),
    })),
    changed: plan.changes.map((one) => ({
      line: one.line,
      name: one.before.name ?? one.name,
      says: sayChange(one, language),
    })),
    left: plan.leavers.map((one) => ({
      line: one.line,
      name: one.name,
      says: sayLeaver(one, language),
    })),
    returned: plan.returners.map((one) => ({
      line: one.line,
      name: one.name,
      says: sayReturner(one, language),
    })),
  };
}

/** What is wrong with a line, and what to do; its columns are called what the file calls them. */
export function sayProblem(problem: RowProblem, columns: FileColumns, locale: string): string {
  const t = wordsIn(locale, 'import');
  const { problem: code, column, value = '', firstLine } = problem;
  const where = column ? sayColumn(column, columns, t) : '';
  return t(`problems.${code}`, { where, value, firstLine });
}

/** A name may stand in two columns. */
function sayColumn(column: ColumnName, columns: FileColumns, t: Words): string {
  const parts = [columns.firstName, columns.lastName].filter(Boolean).join(' + ');
  return columns[column] ?? (column === 'name' && parts ? parts : t(`columns.${column}`));
}

/** All problems of a plan for a spreadsheet. */
export function problemsCsv(
  problems: readonly RowProblem[],
  columns: FileColumns,
  locale: string,
): string {
  const t = wordsIn(locale, 'import');
  const header = [t('lists.line'), t('lists.column'), t('lists.value'), t('lists.problem')];
  const rows = problems.map((problem) => [
    problem.line === null ? '' : String(problem.line),
    problem.column ? sayColumn(problem.column, columns, t) : '',
    problem.value ?? '',
    sayProblem(problem, columns, locale),
  ]);
  return toSpreadsheet([header, ...rows]);
}

/** Why a file cannot be read at all, a sentence each. */
export function sayFileProblem(problem: FileProblem, locale: string): string[] {
  const t = wordsIn(locale, 'import');
  if (problem.problem === 'headers')
    return problem.headerProblems.map((one) => sayHeaderProblem(one, t));
  return [t(`file.${problem.problem}`, problem.problem === 'quote' ? { line: problem.line } : {})];
}

function sayHeaderProblem({ problem, column, headers }: HeaderProblem, t: Words): string {
  const where = column ? t(`columns.${column}`) : '';
  return t(`headers.${problem}`, { where, headers: headers.join(', ') });
}

function sayAdd(add: Add, language: Language): string {
  const { email, staffNumber, groups, startDate, endDate } = add;
  return joined([
    email,
    staffNumber && language.t('says.number', { number: staffNumber }),
    groups.join(', '),
    sayPeriod(startDate, endDate, language),
  ]);
}

function sayChange({ before, after }: Change, language: Language): string {
  const { t } = language;
  const details = ['name', 'email', 'staffNumber', 'groups', 'startDate'] as const;
  return joined(
    details.flatMap((what) => {
      if (after[what] === undefined) return [];
      const from = sayValue(what, before[what], language);
      const to = sayValue(what, after[what], language);
      return [t('says.change', { what: t(`columns.${what}`), from, to })];
    }),
  );
}

type Value = string | string[] | null | undefined;

function sayValue(what: string, value: Value, { t, sayDay }: Language): string {
  if (Array.isArray(value)) return value.join(', ') || t('says.nothing');
  if (!value) return t('says.nothing');
  return what === 'startDate' ? sayDay(value) : value;
}

function sayLeaver({ before, after }: Leaver, language: Language): string {
  const days = [before.endDate, after.endDate].filter((day) => day !== null);
  const lastDay = days.map((day) => sayLastDay(day, language)).join(' → ');
  return language.t('says.leaves', { lastDay });
}

function sayReturner({ before, after }: Returner, language: Language): string {
  const end = before?.endDate;
  return joined([
    sayPeriod(after.startDate, after.endDate, language),
    end ? language.t('says.lastHere', { lastDay: sayLastDay(end, language) }) : null,
  ]);
}

function sayPeriod(startDate: Day, endDate: Day | null, language: Language): string {
  const start = language.sayDay(startDate);
  if (endDate === null) return language.t('says.from', { start });
  return language.t('says.during', { start, lastDay: sayLastDay(endDate, language) });
}

/** A staff list names the last day of work; a fact ends with the day after it. */
function sayLastDay(endDate: Day, { sayDay }: Language): string {
  return sayDay(addDays(endDate, -1));
}

function joined(parts: (string | null)[]): string {
  return parts.filter(Boolean).join(' · ');
}
