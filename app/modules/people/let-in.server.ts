import { randomInt } from 'node:crypto';
import type { Transaction } from '#app/platform/database/client.ts';
import { forgetTries } from '../access/forget-tries.server.ts';
import type { Session } from '../access/session.server.ts';
import { tellOwner } from '../access/tell-owner.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import type { Services } from '../services.ts';
import { idsOf, requireId } from './changing.server.ts';
import { codeDays } from './code-days.ts';
import { worksOnlyHere } from './invitations.server.ts';
import { type Person, readPerson } from './person.server.ts';
import { mayLetIn, mayRemoveSecondFactor } from './policy.ts';
import { codeOf } from './press.server.ts';

export type LetIn = 'given' | 'elsewhere' | 'notNow';

/**
 * Gives somebody a code that they change at first use: with a username where they have no work email,
 * or in place of a password that is forgotten where no mail goes out. It waits to be shown once; a
 * form that is sent twice gives the same code, and ends nothing a second time.
 */
export async function giveCode(
  services: Services,
  session: Session,
  id: string,
  press: string,
): Promise<LetIn> {
  const { identity, clock } = services;
  const person = await personToLetIn(services, session, id);
  if (!person || (person.email && !person.userId)) return 'notNow';
  const code = codeOf(services, session, press, id);
  const now = clock();
  const until = new Date(now.getTime() + codeDays * 24 * 3_600_000);
  const { userId } = person;
  if (!userId) return letInAnew(services, session, person, code, until);
  if (!(await worksOnlyHere(services, session, userId))) return 'elsewhere';
  const { email } = await identity.accountOf(userId);
  // They help themselves by mail, and nobody else needs to know how they sign in.
  if (email && services.config.mail) return 'notNow';
  const known = await identity.codeUntil(userId, code);
  if (known && known > now) return 'given';
  await record(services, session, id, 'code-given');
  await identity.setPassword(userId, code, until);
  await identity.endSessions(userId, null, 'changed', now);
  await forgetTries(services, userId);
  return 'given';
}

/** Makes a user for a person. Last of all it is theirs: whoever can sign in has the code that is shown. */
async function letInAnew(
  { identity, database }: Services,
  session: Session,
  person: Person,
  code: string,
  until: Date,
): Promise<LetIn> {
  const userId = await makeUser(identity, person.name);
  await identity.setPassword(userId, code, until);
  const where = { organisationId: session.organisation.id, id: person.id, userId: null };
  await database.within(session.scope, async (transaction) => {
    const { count } = await transaction.person.updateMany({ where, data: { userId } });
    // Otherwise they were let in this moment: by the same form sent twice, or by somebody else.
    if (count > 0) await recordWith(transaction, session, person.id, 'code-given');
  });
  return 'given';
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
  await forgetTries(services, person.userId);
  await tellOwner(services, person.userId, 'second-factor-removed');
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

/** A user with a username from a name: `maria.k.481`. */
async function makeUser(identity: Services['identity'], name: string): Promise<string> {
  const [first = 'staff', ...others] = name
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
  return userId;
}

type Kind = 'code-given' | 'second-factor-removed';

async function record({ database }: Services, session: Session, aboutId: string, kind: Kind) {
  await database.within(session.scope, (transaction) =>
    recordWith(transaction, session, aboutId, kind),
  );
}

function recordWith(transaction: Transaction, session: Session, aboutId: string, kind: Kind) {
  return recordAudit(transaction, actorOf(session), { kind, details: {}, aboutId });
}
