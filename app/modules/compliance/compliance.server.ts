import { wordsIn } from '#app/i18n/i18n.ts';
import { dayIn } from '#app/platform/clock/dates.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
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
  const known = await database.within(scope, (transaction) => readFacts(transaction, organisation));
  const facts = { ...known, people: known.people.map(named(locale)) };
  return presentCompliance(buildMatrix(facts, ask.asAt), ask, {
    today,
    isDemo: organisation.isDemo,
    titles: await titlesOf(shelf, locale),
    standing: countStanding(facts, ask.asAt),
  });
}

/** What somebody did stays when their name has been erased. */
function named(locale: string) {
  const nobody = wordsIn(locale, 'common')('erasedName');
  return ({ id, name }: { id: string; name: string }) => ({ id, name: name || nobody });
}

/** The same for a file, and a line in the audit that it was taken; none where the question is refused. */
export async function exportCompliance(
  services: Services,
  session: Session,
  query: URLSearchParams,
  locale: string,
): Promise<CompliancePage> {
  const page = await showCompliance(services, session, query, locale);
  if (page.problems.length > 0) return page;
  const details = { asAt: page.asAt, lines: page.lines.length };
  await services.database.within(session.scope, (transaction) =>
    recordAudit(transaction, actorOf(session), { kind: 'compliance-exported', details }),
  );
  return page;
}
