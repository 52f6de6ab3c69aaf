import { dayIn } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';
import { type BegunAttempt, type OwnState, ownStates } from './own-states.ts';
import { readFactsOf } from './queries.server.ts';

/** How the acting person stands with scenarios, by the name of each: as many queries for one as for all. */
export async function listOwnStates(
  { database, shelf, clock }: Pick<Services, 'database' | 'shelf' | 'clock'>,
  session: Session,
): Promise<Map<string, OwnState>> {
  const { organisation, person, scope } = session;
  const states = await database.within(scope, async (transaction) => {
    const facts = await readFactsOf(transaction, organisation, person.id);
    const today = dayIn(organisation.timeZone, clock());
    return ownStates(facts, await readBegun(transaction, session), today);
  });
  const newest = await shelf.newest();
  return new Map(
    newest.flatMap(({ version }) => {
      const state = states.get(version.scenarioId);
      return state ? [[version.scenario.definition.id, state] as const] : [];
    }),
  );
}

async function readBegun(
  transaction: Transaction,
  { organisation, person }: Session,
): Promise<BegunAttempt[]> {
  const rows = await transaction.attempt.findMany({
    where: {
      ...{ organisationId: organisation.id, personId: person.id },
      ...{ practiceOf: null, endedAt: null },
    },
    select: { id: true, startedAt: true, version: { select: { scenarioId: true } } },
    orderBy: { startedAt: 'desc' },
  });
  return rows.map(({ version, ...attempt }) => ({ ...attempt, ...version }));
}
