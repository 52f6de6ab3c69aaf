import { type Day, dateOf, dayIn, dayOf } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { NationalRoute } from '#scenarios/directory/routes.schema.ts';
import { nationalRoutes, servesNation } from '#scenarios/directory/routes.ts';
import type { Session } from '../access/session.server.ts';
import { holdsOn, knownOn } from '../compliance/facts.ts';
import type { Services } from '../services.ts';
import { fingerprintOf } from './fingerprint.server.ts';
import {
  isShown,
  type RouteState,
  stateOf,
  type Verdict,
  type Verdicts,
  verdicts,
  verdictsSchema,
  type Whereabouts,
} from './standing.ts';

/** Where somebody is who is signed in, and what was found there about national routes. */
export async function whereaboutsOf(
  { database }: Services,
  { organisation, scope }: Pick<Session, 'organisation' | 'scope'>,
): Promise<Whereabouts> {
  const [row] = await database.within(
    scope,
    (transaction) => transaction.$queryRaw<{ routes: Verdicts }[]>`
      SELECT standing_routes(${organisation.id}::uuid) AS routes`,
  );
  return { nation: organisation.nation, verdicts: verdictsSchema.parse(row?.routes ?? {}) };
}

/** A route with how it stands in an organisation, for whoever looks after it. */
export type RouteLine = {
  route: NationalRoute;
  /** Of what it says now, for a form to send along. */
  details: string;
  state: RouteState;
  /** Whether it serves the organisation's nation; the others are shown to nobody there. */
  isHere: boolean;
  isShown: boolean;
  /** The fact that stands; empty where none does. */
  standing: string;
  /** What somebody found last, when, and who; `null` where nobody looked, or their name is erased. */
  last: Verdict | null;
  on: Day | null;
  by: string | null;
};

/** Every national route, with how it stands in the acting person's organisation. */
export async function listRoutes(
  { database, clock }: Services,
  { organisation, scope }: Session,
): Promise<RouteLine[]> {
  const today = dayIn(organisation.timeZone, clock());
  const { standing, names } = await database.within(scope, async (transaction) => {
    const standing = await readConfirmations(transaction, organisation, today);
    return { standing, names: await readNames(transaction, organisation.id, standing) };
  });
  return nationalRoutes.map((route) => {
    const found = standing.get(route.id);
    const details = fingerprintOf(route);
    const state = stateOf(route, details, found, today);
    const isHere = servesNation(route, organisation.nation);
    return {
      route,
      details,
      state,
      isHere,
      isShown: isHere && isShown(route, state),
      standing: found?.id ?? '',
      last: found?.verdict ?? null,
      on: found?.on ?? route.last_verified,
      by: (found && names.get(found.auditEventId)) || null,
    };
  });
}

/** How many routes somebody has yet to confirm, of those that serve the organisation's nation. */
export type RouteCounts = Record<'unconfirmed' | 'old' | 'wrong' | 'of', number>;

export async function countRoutes(services: Services, session: Session): Promise<RouteCounts> {
  const lines = (await listRoutes(services, session)).filter(({ isHere }) => isHere);
  const count = (...states: RouteState[]) =>
    lines.filter(({ state }) => states.includes(state)).length;
  return {
    unconfirmed: count('unconfirmed', 'changed'),
    old: count('old'),
    wrong: count('wrong'),
    of: lines.length,
  };
}

export type Confirmation = {
  id: string;
  verdict: Verdict;
  details: string;
  on: Day;
  auditEventId: string;
};

/** What stands about each route on a day. */
export async function readConfirmations(
  transaction: Transaction,
  { id, timeZone }: Pick<Session['organisation'], 'id' | 'timeZone'>,
  today: Day,
): Promise<Map<string, Confirmation>> {
  const rows = await transaction.routeConfirmation.findMany({
    where: { organisationId: id },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  const facts = rows.map(({ effectiveFrom, effectiveTo, ...rest }) => ({
    ...rest,
    effectiveFrom: dayOf(effectiveFrom),
    effectiveTo: effectiveTo && dayOf(effectiveTo),
  }));
  const standing = knownOn(facts, today, timeZone).filter((fact) => holdsOn(fact, today));
  return new Map(
    standing.flatMap(({ route, id, details, effectiveFrom: on, auditEventId, ...fact }) => {
      const verdict = verdicts.find((one) => one === fact.verdict);
      return verdict ? [[route, { id, verdict, details, on, auditEventId }]] : [];
    }),
  );
}

/** Who looked, by the entry of the audit that tells it. */
async function readNames(
  transaction: Transaction,
  organisationId: string,
  standing: Map<string, Confirmation>,
): Promise<Map<string, string>> {
  const events = [...standing.values()].map(({ auditEventId }) => auditEventId);
  const subjects = await transaction.auditSubject.findMany({
    where: { organisationId, eventId: { in: events } },
    select: { eventId: true, actor: { select: { name: true } } },
  });
  return new Map(subjects.map(({ eventId, actor }) => [eventId, actor?.name ?? '']));
}

type NewConfirmation = Omit<Confirmation, 'id' | 'on'> & {
  route: string;
  supersedes: string | undefined;
  today: Day;
  now: Date;
};

/** Adds what somebody found, in place of what stood. */
export async function addConfirmation(
  transaction: Transaction,
  { id: organisationId }: Pick<Session['organisation'], 'id'>,
  { today, now, supersedes, ...found }: NewConfirmation,
): Promise<void> {
  await transaction.routeConfirmation.create({
    data: {
      organisationId,
      ...found,
      effectiveFrom: dateOf(today),
      recordedAt: now,
      supersedes: supersedes ?? null,
    },
  });
}
