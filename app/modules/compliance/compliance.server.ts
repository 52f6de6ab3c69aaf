import { dayIn } from '#app/platform/clock/dates.ts';
import type { Session } from '../access/session.server.ts';
import { titlesOf } from '../records/own-records.server.ts';
import type { Services } from '../services.ts';
import { readAsk } from './ask.ts';
import { buildMatrix, countStanding } from './matrix.ts';
import { type CompliancePage, presentCompliance } from './presenter.ts';
import { readFacts } from './queries.server.ts';

/** The matrix of the acting person's organisation, as a page or an export asks for it. */
export async function showCompliance(
  { database, shelf, clock }: Services,
  { organisation, scope }: Session,
  query: URLSearchParams,
  locale: string,
): Promise<CompliancePage> {
  const today = dayIn(organisation.timeZone, clock());
  const ask = readAsk(query, today);
  const facts = await database.within(scope, (transaction) => readFacts(transaction, organisation));
  return presentCompliance(buildMatrix(facts, ask.asAt), ask, {
    today,
    isDemo: organisation.isDemo,
    titles: await titlesOf(shelf, locale),
    standing: countStanding(facts, ask.asAt),
  });
}
