import { beforeEach, expect, test } from 'vitest';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import type { Role } from '../access/roles.ts';
import { isOnlyAdministrator } from './administrators.server.ts';

const now = new Date('2026-07-01T09:00:00Z');
let services: TestServices;
let school: string;

beforeEach(async () => {
  services = await createServices(database, () => now);
  school = (await createOrganisation(database)).id;
});

const add = (roles: Role[], organisationId = school) =>
  createPerson(database, { roles }, organisationId);
async function isOnly(person: Awaited<ReturnType<typeof add>>, secondFactor = true) {
  const { session } = await signIn(database, person, now, secondFactor);
  return isOnlyAdministrator(services, session);
}

test('who administers alone is told so, before their second step as well', async () => {
  const person = await add(['learner', 'administrator']);
  await add(['learner', 'manager', 'dsl']);
  await add(['administrator'], (await createOrganisation(database)).id);
  expect(await isOnly(person)).toBe(true);
  expect(await isOnly(person, false)).toBe(true);
});

test('two who administer and can sign in could help each other', async () => {
  const person = await add(['administrator']);
  const other = await add(['administrator']);
  expect(await isOnly(person)).toBe(false);
  const where = { organisationId_id: { organisationId: school, id: other.id } };
  await database.prisma.person.update({ where, data: { userId: null } });
  expect(await isOnly(person)).toBe(true);
});

test('who administers nothing is told nothing', async () => {
  await add(['administrator']);
  expect(await isOnly(await add(['learner', 'manager']))).toBe(false);
});
