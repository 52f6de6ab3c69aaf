import { expect, test } from 'vitest';
import { createPerson, signIn } from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { endSession, findSession, turnToken } from './session.server.ts';

const { prisma } = database;
const how = { by: 'second-factor', secondFactor: true } as const;

async function signedIn() {
  const person = await createPerson(database, { roles: ['manager'] });
  return signIn(database, person, new Date(), false);
}

test('a session with another token is the same one, and the old token opens nothing', async () => {
  const { token: old, session } = await signedIn();
  const before = await prisma.session.findFirstOrThrow();
  const token = await turnToken(database, session, old, how);
  expect(await findSession(database, old, new Date())).toBeNull();
  expect(await findSession(database, token, new Date())).toMatchObject({
    roles: ['manager'],
    openedBy: 'second-factor',
  });
  const after = await prisma.session.findMany();
  expect(after).toMatchObject([{ createdAt: before.createdAt, expiresAt: before.expiresAt }]);
});

test('nobody signs out or in by it, and the audit does not say so', async () => {
  const { token, session } = await signedIn();
  await turnToken(database, session, token, how);
  expect(await prisma.auditEvent.findMany()).toMatchObject([{ kind: 'sign-in' }]);
});

test('a session that is over gets none', async () => {
  const { token, session } = await signedIn();
  await endSession(database, token, new Date());
  expect(await turnToken(database, session, token, how)).toBeNull();
  expect(await turnToken(database, session, null, how)).toBeNull();
});
