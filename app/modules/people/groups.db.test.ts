import { beforeEach, expect, test } from 'vitest';
import { dayOf } from '#app/platform/clock/dates.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import type { Session } from '../access/session.server.ts';
import { addPerson, changePerson } from './change-person.server.ts';
import { listGroups } from './groups.server.ts';
import { openRecord } from './record.server.ts';

const { prisma } = database;
let now: Date;
let services: TestServices;
let administrator: Session;

beforeEach(async () => {
  on('2026-07-01');
  services = await createServices(database, () => now);
  administrator = await administratorOf((await createOrganisation(database)).id);
});

function on(day: string) {
  now = new Date(`${day}T09:00:00Z`);
}

async function administratorOf(organisationId: string): Promise<Session> {
  const roles = ['learner', 'administrator'] as const;
  const person = await createPerson(database, { roles: [...roles] }, organisationId);
  return (await signIn(database, person, now)).session;
}

const values = (groups: string[], name = 'Ruth Adeyemi') => ({
  name,
  email: null,
  staffNumber: null,
  groups,
});

async function add(groups: string[], from = '2026-07-01') {
  const added = await addPerson(services, administrator, values(groups), from);
  if (added.outcome === 'problem') throw new Error(added.problem);
  return added.id;
}

const set = (id: string, ...groups: string[]) =>
  changePerson(services, administrator, id, values(groups));
const groupsOf = async (id: string) =>
  (await openRecord(services, administrator, id)).person.groups.toSorted();

/** Every membership that stands, with its days. */
async function standing(id: string) {
  const facts = await prisma.staffGroupMembership.findMany({
    where: { personId: id },
    include: { staffGroup: true },
  });
  const replaced = new Set(facts.map(({ supersedes }) => supersedes));
  return facts
    .filter((fact) => !replaced.has(fact.id))
    .map(({ staffGroup, effectiveFrom, effectiveTo }) => [
      staffGroup.name,
      dayOf(effectiveFrom),
      effectiveTo && dayOf(effectiveTo),
    ])
    .sort();
}

test('who changes groups has left one and joined the other today; what stays is untouched', async () => {
  const id = await add(['Office', 'Year 3']);
  on('2026-07-10');
  await set(id, 'Year 3', 'Kitchen');
  expect(await groupsOf(id)).toEqual(['Kitchen', 'Year 3']);
  expect(await standing(id)).toEqual([
    ['Kitchen', '2026-07-10', null],
    ['Office', '2026-07-01', '2026-07-10'],
    ['Year 3', '2026-07-01', null],
  ]);
});

test('a group joined and left on one day is fine, and so is joining it once more', async () => {
  const id = await add(['Office']);
  on('2026-07-10');
  await set(id, 'Office', 'Kitchen');
  await set(id, 'Office');
  expect(await groupsOf(id)).toEqual(['Office']);
  await set(id, 'Office', 'Kitchen');
  expect(await groupsOf(id)).toEqual(['Kitchen', 'Office']);
  expect(await standing(id)).toEqual([
    ['Kitchen', '2026-07-10', null],
    ['Kitchen', '2026-07-10', '2026-07-10'],
    ['Office', '2026-07-01', null],
  ]);
});

test('a group that was to begin later never begins', async () => {
  const id = await add(['Office'], '2026-09-01');
  expect(await set(id)).toEqual({ outcome: 'done' });
  on('2026-09-02');
  administrator = await administratorOf(administrator.organisation.id);
  expect(await groupsOf(id)).toEqual([]);
});

test('at the end of the day in London it is that day already', async () => {
  const id = await add([]);
  now = new Date('2026-07-10T23:30:00Z');
  await set(id, 'Office');
  expect(await standing(id)).toEqual([['Office', '2026-07-11', null]]);
});

test('groups that several make at once are each made once, in whatever order they are named', async () => {
  const names = ['Kitchen', 'Office', 'Premises', 'Year 3'];
  const orders = Array.from({ length: 8 }, (_none, at) => (at % 2 ? names : names.toReversed()));
  const added = await Promise.all(
    orders.map((order) => addPerson(services, administrator, values(order), '2026-07-01')),
  );
  expect(added.map(({ outcome }) => outcome)).toEqual(orders.map(() => 'done'));
  expect(await listGroups(services, administrator)).toEqual(names);
});

test('groups are listed by name, those of this organisation alone', async () => {
  await add(['Żółw', 'adults', 'Zebra']);
  const other = await administratorOf((await createOrganisation(database)).id);
  await addPerson(services, other, values(['Elsewhere']), '2026-07-01');
  expect(await listGroups(services, administrator)).toEqual(['adults', 'Zebra', 'Żółw']);
  expect(await listGroups(services, other)).toEqual(['Elsewhere']);
});
