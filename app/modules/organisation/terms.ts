import { z } from 'zod';
import { type Day, isDay } from '#app/platform/clock/dates.ts';
import { oneLine } from './forms.ts';

/** A school term. Its last day belongs to it. */
export type Term = { id: string; name: string; firstDay: Day; lastDay: Day };

/** What can be wrong with a term, and in which field it is mended. */
export const termProblems = {
  nameMissing: 'name',
  nameLong: 'name',
  firstDayMissing: 'firstDay',
  lastDayMissing: 'lastDay',
  lastDayEarly: 'lastDay',
  overlaps: 'firstDay',
} as const;
export type TermProblem = keyof typeof termProblems;

const problem = (name: TermProblem) => name;
export const earliestDay = '2000-01-01';
export const latestDay = '2099-12-31';
const isSensible = (text: string) => isDay(text) && text >= earliestDay && text <= latestDay;

export const typedTermSchema = z.object({ name: oneLine, firstDay: oneLine, lastDay: oneLine });
export type TypedTerm = z.infer<typeof typedTermSchema>;

export const termSchema = z
  .object({
    name: oneLine.pipe(z.string().min(1, problem('nameMissing')).max(60, problem('nameLong'))),
    firstDay: oneLine.pipe(z.string().refine(isSensible, problem('firstDayMissing'))),
    lastDay: oneLine.pipe(z.string().refine(isSensible, problem('lastDayMissing'))),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, problem('lastDayEarly'));

type Days = Pick<Term, 'firstDay' | 'lastDay'>;

/** A term that has a day in common with those days. */
export function overlapOf<T extends Days>(terms: readonly T[], days: Days): T | undefined {
  return terms.find((term) => term.firstDay <= days.lastDay && days.firstDay <= term.lastDay);
}

/** The term that a day is in, or else the next one. */
export function currentOrNext(terms: readonly Term[], today: Day): Term | null {
  const coming = terms.filter(({ lastDay }) => lastDay >= today);
  return coming.sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))[0] ?? null;
}
