import { z } from 'zod';
import { recordAudit } from '../audit/record.server.ts';
import type { Services } from '../services.ts';
import { deviceOf } from './device.ts';
import { sessionToken } from './request-session.server.ts';
import { scopeOf } from './scope.ts';
import {
  endSession,
  type HowSignedIn,
  isStaff,
  type Session,
  spellsSchema,
  startSession,
  turnToken,
} from './session.server.ts';

const placeSchema = z.object({
  organisationId: z.string(),
  personId: z.string(),
  organisation: z.string(),
  timeZone: z.string(),
  isClosed: z.boolean(),
  spells: spellsSchema,
  lastSeenAt: z.coerce.date().nullable(),
});
/** Where a user works, as which person. */
export type Place = z.infer<typeof placeSchema>;

/** Where a user may come in now: in every organisation that is open and that they have not left. */
export async function placesOf(services: Services, userId: string): Promise<Place[]> {
  const now = services.clock();
  return (await everyPlaceOf(services, userId)).filter(
    ({ isClosed, spells, timeZone }) => !isClosed && isStaff(spells, timeZone, now),
  );
}

/** Where a user is known at all, left and closed organisations included. */
export async function everyPlaceOf({ identity }: Services, userId: string): Promise<Place[]> {
  return z.array(placeSchema).parse(await identity.placesOf(userId));
}

/** A session that has begun: its token, and the cookie that carries it. */
export type Entered = { token: string; cookie: string };

/**
 * Lets in whoever has proved to be a user: as the person they were last, in an organisation of theirs,
 * or in the one that is named. `null` where they work nowhere any more.
 */
export async function enter(
  services: Services,
  request: Request,
  userId: string,
  how: Omit<HowSignedIn, 'device'>,
  organisationId?: string,
): Promise<Entered | null> {
  const { database, clock, cookies } = services;
  const places = await placesOf(services, userId);
  const latest = (place: Place) => place.lastSeenAt?.getTime() ?? 0;
  const place = organisationId
    ? places.find((one) => one.organisationId === organisationId)
    : places.toSorted((a, b) => latest(b) - latest(a))[0];
  if (!place) return null;
  await endSession(database, await sessionToken(request, services), clock());
  const who = { userId, organisationId: place.organisationId, personId: place.personId };
  const device = deviceOf(request.headers.get('User-Agent'));
  const token = await startSession(database, who, { ...how, device }, clock());
  return { token, cookie: await cookies.session.serialize(token) };
}

/** Records in every organisation of a user that somebody failed to come in as them. */
export async function recordFailure(
  services: Services,
  userId: string,
  by: 'password' | 'second-factor',
): Promise<void> {
  for (const { organisationId, personId } of await placesOf(services, userId))
    await services.database.within(scopeOf(organisationId), (transaction) =>
      recordAudit(
        transaction,
        { organisationId, personId: null },
        {
          kind: 'sign-in-failed',
          details: { by },
          aboutId: personId,
        },
      ),
    );
}

/** A new token for the session of a request: what it may do has changed. */
export async function renewSession(
  services: Services,
  request: Request,
  session: Session,
  how: Omit<HowSignedIn, 'device'>,
): Promise<Entered> {
  const old = await sessionToken(request, services);
  const token = await turnToken(services.database, session, old, how);
  if (token === null) throw new Response(null, { status: 403 });
  return { token, cookie: await services.cookies.session.serialize(token) };
}
