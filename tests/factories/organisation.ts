import { randomUUID } from 'node:crypto';
import { createCookies } from '#app/modules/access/cookies.server.ts';
import { createIdentity } from '#app/modules/access/identity.server.ts';
import { createLimits } from '#app/modules/access/limits.server.ts';
import type { Role } from '#app/modules/access/roles.ts';
import { findSession, startSession } from '#app/modules/access/session.server.ts';
import type { Services } from '#app/modules/services.ts';
import { readConfig } from '#app/platform/config.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { WalledDatabase } from '#app/platform/database/walled.ts';
import { publishLibrary } from '#tests/setup/library.ts';
import { type TestDatabase, testSecret } from '#tests/setup/test-database.ts';

const longAgo = new Date('2025-09-01T00:00:00Z');

export async function createOrganisation(
  { prisma }: Database,
  overrides: { name?: string; isDemo?: boolean } = {},
) {
  const slug = `school-${randomUUID().slice(0, 8)}`;
  return prisma.organisation.create({ data: { slug, name: slug, kind: 'school', ...overrides } });
}

type PersonOverrides = {
  name?: string;
  sortName?: string;
  roles?: Role[];
  startedOn?: Date;
  email?: string;
  /** Somebody who signs in already, elsewhere. */
  userId?: string | null;
};

/** A person who can sign in, employed and with roles, in an organisation that is made where none is given. */
export async function createPerson(
  database: Database,
  {
    name = 'Ada Quill',
    sortName = name,
    roles = ['learner'],
    startedOn = longAgo,
    email,
    userId,
  }: PersonOverrides = {},
  organisationId?: string,
) {
  const { prisma } = database;
  const organisation = organisationId ?? (await createOrganisation(database)).id;
  const user = userId ?? (await prisma.user.create({ data: { email } })).id;
  const person = await prisma.person.create({
    data: { organisationId: organisation, userId: user, name, sortName, email },
  });
  const fact = {
    organisationId: organisation,
    personId: person.id,
    effectiveFrom: startedOn,
    recordedAt: startedOn,
  };
  await prisma.employmentSpell.create({ data: fact });
  await prisma.roleMembership.createMany({ data: roles.map((role) => ({ ...fact, role })) });
  return person;
}

/** Signs a person in: the token of the cookie and the session that operations take. */
export async function signIn(
  database: WalledDatabase,
  person: { organisationId: string; id: string; userId: string | null },
  now = new Date(),
  secondFactor = true,
) {
  const who = {
    userId: person.userId ?? '',
    organisationId: person.organisationId,
    personId: person.id,
  };
  const token = await startSession(database, who, { by: 'demo', secondFactor, device: '' }, now);
  const session = await findSession(database, token, now);
  if (!session) throw new Error('The session did not start');
  return { token, session };
}

/** What operations take, on both sides of the wall. */
export type TestServices = Services & { database: TestDatabase };

/** Services on a test's database, with the real scenarios published. */
export async function createServices(
  database: TestDatabase,
  now = () => new Date(),
): Promise<TestServices> {
  const config = readConfig({}, process.cwd());
  return {
    config,
    database,
    clock: now,
    cookies: createCookies(config, testSecret),
    shelf: await publishLibrary(database),
    identity: createIdentity(database.identity, config, testSecret),
    limits: createLimits(database.identity.pool, testSecret),
  };
}
