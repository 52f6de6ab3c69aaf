import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';
import { type Here, type Person, readPeople } from './person.server.ts';

/** Who administers an organisation, and has not left it. */
export async function readAdministrators(
  transaction: Transaction,
  { organisation }: Here,
  now: Date,
): Promise<Person[]> {
  const facts = await transaction.roleMembership.findMany({
    where: { organisationId: organisation.id, role: 'administrator' },
    distinct: ['personId'],
  });
  const ids = facts.map(({ personId }) => personId);
  const people = await readPeople(transaction, { organisation }, ids, now);
  return people.filter(
    ({ roles, standing }) =>
      standing !== 'left' && roles.some(({ role }) => role === 'administrator'),
  );
}

/** Whether nobody but the acting person could let them in again: no other administrator can sign in. */
export async function isOnlyAdministrator(
  { database, clock }: Services,
  session: Session,
): Promise<boolean> {
  if (![...session.roles, ...session.withheld].includes('administrator')) return false;
  const administrators = await database.within(session.scope, (transaction) =>
    readAdministrators(transaction, session, clock()),
  );
  return administrators.every(({ id, userId }) => id === session.person.id || userId === null);
}

/** The names of whoever administers the acting person's organisation: whom others can ask. */
export async function namesOfAdministrators(
  { database, clock }: Services,
  session: Session,
): Promise<string[]> {
  const administrators = await database.within(session.scope, (transaction) =>
    readAdministrators(transaction, session, clock()),
  );
  return administrators.map(({ name }) => name).sort((a, b) => a.localeCompare(b));
}
