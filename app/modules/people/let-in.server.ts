import { randomInt } from 'node:crypto';
import { makeReadableCode } from '../access/readable-code.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import type { Services } from '../services.ts';
import { idsOf, requireId } from './changing.server.ts';
import { codeDays } from './code-days.ts';
import { worksOnlyHere } from './invitations.server.ts';
import { type Person, readPerson } from './person.server.ts';
import { mayLetIn, mayRemoveSecondFactor } from './policy.ts';

/** What is shown once to whoever lets somebody in, to be handed over. */
export type HandedOver = { login: string; code: string } | { link: string };
export type LetIn = { given: HandedOver } | { problem: 'elsewhere' | 'notNow' };

/**
 * Gives somebody a code that they change at first use: with a username where they have no work email,
 * or in place of a password that is forgotten where no mail goes out.
 */
export async function giveCode(services: Services, session: Session, id: string): Promise<LetIn> {
  const { identity, clock } = services;
  const person = await personToLetIn(services, session, id);
  if (!person || (person.email && !person.userId)) return { problem: 'notNow' };
  if (person.userId && !(await worksOnlyHere(services, session, person.userId)))
    return { problem: 'elsewhere' };
  const userId = person.userId ?? (await makeUser(services, session, person));
  const { email, username } = await identity.accountOf(userId);
  // They help themselves by mail, and nobody else needs to know how they sign in.
  if (email && services.config.mail) return { problem: 'notNow' };
  await record(services, session, id, 'code-given');
  const code = makeReadableCode();
  const until = new Date(clock().getTime() + codeDays * 24 * 3_600_000);
  await identity.setPassword(userId, code, until);
  await identity.endSessions(userId, null, 'changed', clock());
  return { given: { login: email ?? username ?? '', code } };
}

/** Takes a lost second factor away, so that its owner can set up a new one. */
export async function removeSecondFactor(
  services: Services,
  session: Session,
  id: string,
): Promise<'done' | 'elsewhere' | 'notNow'> {
  const person = await findPerson(services, session, id);
  if (!mayRemoveSecondFactor(session, idsOf(person))) throw new Response(null, { status: 403 });
  if (!person.userId) return 'notNow';
  if (!(await worksOnlyHere(services, session, person.userId))) return 'elsewhere';
  await record(services, session, id, 'second-factor-removed');
  await services.identity.forgetSecondFactor(person.userId);
  await services.identity.endSessions(person.userId, null, 'changed', services.clock());
  return 'done';
}

async function personToLetIn(services: Services, session: Session, id: string) {
  const person = await findPerson(services, session, id);
  if (!mayLetIn(session, idsOf(person))) throw new Response(null, { status: 403 });
  return person.standing === 'left' ? null : person;
}

async function findPerson(
  { database, clock }: Services,
  session: Session,
  id: string,
): Promise<Person> {
  requireId(id);
  const person = await database.within(session.scope, (transaction) =>
    readPerson(transaction, session, id, clock()),
  );
  if (!person || person.isErased) throw new Response(null, { status: 404 });
  return person;
}

/** A user with a username from their name: `maria.k.481`. */
async function makeUser({ identity, database }: Services, session: Session, person: Person) {
  const [first = 'staff', ...others] = person.name
    .normalize('NFD')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^a-z]/g, ''))
    .filter(Boolean);
  const initial = others.at(-1)?.[0] ?? 'x';
  let userId: string | null = null;
  while (userId === null)
    userId = await identity.createUser({
      username: `${first.slice(0, 20)}.${initial}.${randomInt(1_000, 10_000)}`,
    });
  const where = { organisationId: session.organisation.id, id: person.id, userId: null };
  const { count } = await database.within(session.scope, (transaction) =>
    transaction.person.updateMany({ where, data: { userId } }),
  );
  // Somebody else has let them in this moment.
  if (count === 0) throw new Response(null, { status: 409 });
  return userId;
}

async function record(
  { database }: Services,
  session: Session,
  aboutId: string,
  kind: 'code-given' | 'second-factor-removed',
) {
  await database.within(session.scope, (transaction) =>
    recordAudit(transaction, actorOf(session), { kind, details: {}, aboutId }),
  );
}
