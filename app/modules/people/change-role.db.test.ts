import { beforeEach, expect, test } from 'vitest';
import { dayOf } from '#app/platform/clock/dates.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { rowsOf } from '#tests/factories/rows-of.ts';
import { database } from '#tests/setup/database.ts';
import type { Role } from '../access/roles.ts';
import { findSession, type Session, whyEnded } from '../access/session.server.ts';
import { changeRole } from './change-role.server.ts';
import { recordLeaving } from './employment.server.ts';

const { prisma } = database;
const now = new Date('2026-07-01T09:00:00Z');
const today = '2026-07-01';
const lastAdministrator = { outcome: 'problem', problem: 'lastAdministrator' };
const done = expect.objectContaining({ outcome: 'done' });
let services: TestServices;
let organisationId: string;
let administrator: Session;

beforeEach(async () => {
  services = await createServices(database, () => now);
  organisationId = (await createOrganisation(database)).id;
  administrator = (await somebody('administrator')).session;
});

async function somebody(...roles: Role[]) {
  const person = await createPerson(database, { roles: ['learner', ...roles] }, organisationId);
  return { id: person.id, ...(await signIn(database, person, now)), person };
}

const give = (id: string, role: string, by = administrator) =>
  changeRole(services, by, id, role, true);
const take = (id: string, role: string, by = administrator) =>
  changeRole(services, by, id, role, false);

async function rolesOf(person: Awaited<ReturnType<typeof somebody>>['person']) {
  const { session } = await signIn(database, person, now);
  return [...session.roles].sort();
}

test('a role is given from today on, and taken from today on', async () => {
  const { id, person } = await somebody();
  expect(await give(id, 'dsl')).toEqual(done);
  expect(await rolesOf(person)).toEqual(['dsl', 'learner']);
  expect(await take(id, 'dsl')).toEqual(done);
  expect(await rolesOf(person)).toEqual(['learner']);
  const facts = await prisma.roleMembership.findMany({
    where: { personId: id, role: 'dsl' },
    orderBy: { supersedes: { sort: 'asc', nulls: 'first' } },
  });
  const [first] = facts;
  expect(
    facts.map((fact) => [dayOf(fact.effectiveFrom), fact.effectiveTo && dayOf(fact.effectiveTo)]),
  ).toEqual([
    [today, null],
    [today, today],
  ]);
  expect(facts[1]?.supersedes).toBe(first?.id);
  await give(id, 'dsl');
  expect(await rolesOf(person)).toEqual(['dsl', 'learner']);
});

test('giving and taking are audited, with the role and whose it is', async () => {
  const { id } = await somebody();
  await give(id, 'dsl');
  await take(id, 'dsl');
  const entries = await prisma.auditEvent.findMany({
    where: { kind: { in: ['role-given', 'role-taken'] } },
    include: { subject: true },
    orderBy: { seq: 'asc' },
  });
  const subject = { actorId: administrator.person.id, aboutId: id };
  expect(entries).toMatchObject([
    { kind: 'role-given', details: { role: 'dsl' }, subject },
    { kind: 'role-taken', details: { role: 'dsl' }, subject },
  ]);
});

test('what is so already changes nothing', async () => {
  const { id } = await somebody('dsl');
  const before = await rowsOf(organisationId);
  expect(await give(id, 'dsl')).toEqual(done);
  expect(await take(id, 'author')).toEqual(done);
  expect(await rowsOf(organisationId)).toEqual(before);
});

test.each(['learner', 'owner', '', 'constructor', 'Administrator'])(
  '%j is neither given nor taken',
  async (role) => {
    const { id } = await somebody();
    const before = await rowsOf(organisationId);
    const refused = { outcome: 'problem', problem: 'role' };
    expect(await give(id, role)).toEqual(refused);
    expect(await take(id, role)).toEqual(refused);
    expect(await rowsOf(organisationId)).toEqual(before);
  },
);

test.each<Role>(['learner', 'facilitator', 'author', 'manager', 'dsl'])(
  'a %s gives and takes no role',
  async (role) => {
    const { session } = await somebody(role);
    const { id } = await somebody('dsl');
    const before = await rowsOf(organisationId);
    await expect(give(id, 'manager', session)).rejects.toMatchObject({ status: 403 });
    await expect(take(id, 'dsl', session)).rejects.toMatchObject({ status: 403 });
    await expect(give(session.person.id, 'manager', session)).rejects.toMatchObject({
      status: 403,
    });
    expect(await rowsOf(organisationId)).toEqual(before);
  },
);

test('an administrator who signed in without a second factor changes no role', async () => {
  const { person } = await somebody('administrator');
  const { session } = await signIn(database, person, now, false);
  const { id } = await somebody();
  await expect(give(id, 'dsl', session)).rejects.toMatchObject({ status: 403 });
});

test('nobody takes from themselves the right to give it back', async () => {
  await somebody('administrator');
  const { id } = administrator.person;
  await expect(take(id, 'administrator')).rejects.toMatchObject({ status: 403 });
  expect(await give(id, 'dsl')).toEqual(done);
});

test('whose role changes signs in again, and is told why; the others go on', async () => {
  const changed = await somebody();
  const other = await somebody();
  await give(changed.id, 'manager');
  expect(await findSession(database, changed.token, now)).toBeNull();
  expect(await whyEnded(database, changed.token)).toBe('changed');
  expect(await findSession(database, other.token, now)).not.toBeNull();
  const again = await signIn(database, changed.person, now);
  await take(changed.id, 'manager');
  expect(await findSession(database, again.token, now)).toBeNull();
});

test('the last administrator does not leave', async () => {
  const { id } = administrator.person;
  const before = await rowsOf(organisationId);
  expect(await recordLeaving(services, administrator, id, today)).toEqual(lastAdministrator);
  expect(await recordLeaving(services, administrator, id, '2026-12-01')).toEqual(lastAdministrator);
  expect(await rowsOf(organisationId)).toEqual(before);
});

test('an administrator of another organisation, or who is to leave, does not count', async () => {
  const other = await createOrganisation(database);
  await createPerson(database, { roles: ['learner', 'administrator'] }, other.id);
  const leaving = await somebody('administrator');
  const { id } = administrator.person;
  expect(await recordLeaving(services, administrator, leaving.id, '2026-12-01')).toEqual(done);
  expect(await take(id, 'administrator', leaving.session)).toEqual(lastAdministrator);
  expect(await recordLeaving(services, administrator, id, today)).toEqual(lastAdministrator);
});

test('two who take the role from each other at once do not both succeed', async () => {
  const other = await somebody('administrator');
  for (let round = 0; round < 5; round += 1) {
    const both = await Promise.all([
      take(other.id, 'administrator'),
      take(administrator.person.id, 'administrator', other.session),
    ]);
    expect(both).toContainEqual(done);
    expect(both).toContainEqual(lastAdministrator);
    await give(other.id, 'administrator');
    await give(administrator.person.id, 'administrator', other.session);
  }
});

test('two administrators who both leave at once do not both succeed', async () => {
  const other = await somebody('administrator');
  const both = await Promise.all([
    recordLeaving(services, administrator, administrator.person.id, today),
    recordLeaving(services, other.session, other.id, today),
  ]);
  expect(both).toContainEqual(done);
  expect(both).toContainEqual(lastAdministrator);
});
