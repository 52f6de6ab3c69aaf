import { z } from 'zod';
import { type Day, isDay } from '#app/platform/clock/dates.ts';
import { sorts, standings } from './standing.ts';

const textSchema = z.string().trim().max(100).catch('');
const filterSchema = z.object({
  name: textSchema,
  group: textSchema,
  status: z.enum(standings).or(z.literal('')).catch(''),
  sort: z.enum(sorts).catch('name'),
});

export type Filter = z.infer<typeof filterSchema>;
export type Problem = 'asAt' | 'asAtFuture' | 'filter';
/** What a page or an export of the matrix was asked for; `problems` names what was not understood. */
export type Ask = { asAt: Day; filter: Filter; problems: Problem[] };

/** Reads the query of `/compliance` and `/compliance.csv`. Whatever is wrong is left out and named. */
export function readAsk(query: URLSearchParams, today: Day): Ask {
  const given = (key: string) => query.get(key) ?? '';
  const asAt = given('asAt');
  const problems: Problem[] = [];
  if (asAt !== '' && !isDay(asAt)) problems.push('asAt');
  else if (asAt > today) problems.push('asAtFuture');
  const raw = {
    name: given('name'),
    group: given('group'),
    status: given('status'),
    sort: given('sort') || 'name',
  };
  const filter = filterSchema.parse(raw);
  const isUnderstood = (key: keyof Filter) => filter[key] === raw[key].trim();
  if (!(['name', 'group', 'status', 'sort'] as const).every(isUnderstood)) problems.push('filter');
  const isAsAtSound = asAt !== '' && !problems.includes('asAt') && !problems.includes('asAtFuture');
  return { asAt: isAsAtSound ? asAt : today, filter, problems };
}
