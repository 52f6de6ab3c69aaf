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
import type { Session } from '../access/session.server.ts';
import { addPerson, changePerson } from './change-person.server.ts';
import { invite, openInvitation } from './invitations.server.ts';
import { type PersonValues, readPersonForm } from './person-form.ts';
import { newPress, tokenOf } from './press.server.ts';

const { prisma } = database;
const now = new Date('2026-07-01T09:00:00Z');
let services: TestServices;
let organisationId: string;
let administrator: Session;

beforeEach(async () => {
  services = await createServices(database, () => now);
  organisationId = (await createOrganisation(database)).id;
  administrator = await sessionOf('administrator');
});

async function sessionOf(...roles: Role[]): Promise<Session> {
  const person = await createPerson(database, { roles: ['learner', ...roles] }, organisationId);
  return (await signIn(database, person, now)).session;
}

type Typed = Partial<Record<'name' | 'email' | 'staffNumber' | 'groups', string>>;

function read(typed: Typed) {
  const form = new FormData();
  for (const [key, value] of Object.entries({ name: 'Ruth Adeyemi', ...typed }))
    form.set(key, value);
  return readPersonForm(form);
}

function valuesOf(typed: Typed = {}): PersonValues {
  const values = read(typed);
  if ('problem' in values) throw new Error(values.problem);
  return values;
}

async function add(typed: Typed = {}, from = '2026-07-01'): Promise<string> {
  const added = await addPerson(services, administrator, valuesOf(typed), from);
  if (added.outcome === 'problem') throw new Error(added.problem);
  return added.id;
}

const change = (id: string, typed: Typed, session = administrator) =>
  changePerson(services, session, id, valuesOf(typed));
const changes = () => prisma.auditEvent.findMany({ where: { kind: 'person-changed' } });

test('who is added works here from their first day, and learns from today', async () => {
  const id = await add({ groups: 'Year 3; Office' }, '2026-09-01');
  const person = await prisma.person.findFirstOrThrow({
    where: { id },
    include: { spells: true, roles: true, groupMemberships: { include: { staffGroup: true } } },
  });
  expect(person).toMatchObject({
    organisationId,
    name: 'Ruth Adeyemi',
    sortName: 'Adeyemi, Ruth',
    userId: null,
  });
  const factOf = (fact: { effectiveFrom: Date; effectiveTo: Date | null }) => [
    dayOf(fact.effectiveFrom),
    fact.effectiveTo,
  ];
  expect(person.spells.map(factOf)).toEqual([['2026-09-01', null]]);
  expect(person.roles.map((fact) => [fact.role, ...factOf(fact)])).toEqual([
    ['learner', '2026-07-01', null],
  ]);
  expect(
    person.groupMemberships.map((fact) => [fact.staffGroup.name, ...factOf(fact)]).sort(),
  ).toEqual([
    ['Office', '2026-09-01', null],
    ['Year 3', '2026-09-01', null],
  ]);
  const [entry] = await prisma.auditEvent.findMany({
    where: { kind: 'person-added' },
    include: { subject: true },
  });
  expect(entry).toMatchObject({
    details: { by: 'form' },
    subject: { actorId: administrator.person.id, aboutId: id },
  });
});

test('a group that is named twice is made once', async () => {
  await add({ name: 'One', groups: 'Office, Office; Office' });
  await add({ name: 'Two', groups: 'Office' });
  expect(await prisma.staffGroup.count()).toBe(1);
  expect(await prisma.staffGroupMembership.count()).toBe(2);
});

test.each(['', 'tomorrow', '2026-02-30', '1949-12-31', '2100-01-01', '2026-7-1'])(
  'nobody begins on %j',
  async (from) => {
    const before = await rowsOf(organisationId);
    expect(await addPerson(services, administrator, valuesOf(), from)).toEqual({
      outcome: 'problem',
      problem: 'from',
    });
    expect(await rowsOf(organisationId)).toEqual(before);
  },
);

test.each<[string, string, Typed]>([
  ['name', 'no name', { name: '' }],
  ['name', 'a name of spaces', { name: ' \t\n ' }],
  ['name', '121 letters', { name: 'x'.repeat(121) }],
  ['name', 'a control character', { name: 'Ruth\u0000Adeyemi' }],
  ['name', 'another one', { name: 'Ruth\u001b[31m' }],
  ['email', 'no address', { email: 'ruth' }],
  ['email', 'two addresses', { email: 'a@hill.example, b@hill.example' }],
  ['email', 'an address too long', { email: `${'x'.repeat(250)}@hill.example` }],
  ['email', 'a control character', { email: 'ruth\u0007@hill.example' }],
  ['staffNumber', '41 digits', { staffNumber: '1'.repeat(41) }],
  ['staffNumber', 'a control character', { staffNumber: '1\u00072' }],
  ['group', '81 letters', { groups: 'x'.repeat(81) }],
  ['group', '21 groups', { groups: Array.from({ length: 21 }, (_none, at) => at).join(';') }],
])('what is wrong is the %s: %s', (problem, _what, typed) => {
  expect(read(typed)).toEqual({ problem });
});

test.each(['x'.repeat(120), '🦉 Ruth 👩🏾‍🏫', 'Ní Shúilleabháin', '李雷', "O'Neill-Żółw <b>", 'a'])(
  '%j is a name, and is kept as it is',
  async (name) => {
    const { name: kept } = await prisma.person.findFirstOrThrow({
      where: { id: await add({ name }) },
    });
    expect(kept).toBe(name);
  },
);

test('what is typed is tidied: spaces, small letters of an address, nothing for no answer', async () => {
  const typed = { name: '  Ruth \n Adeyemi ', email: ' Ruth.A@Hill.EXAMPLE ', staffNumber: '  ' };
  const id = await add(typed);
  expect(await prisma.person.findFirstOrThrow({ where: { id } })).toMatchObject({
    name: 'Ruth Adeyemi',
    email: 'ruth.a@hill.example',
    staffNumber: null,
  });
});

test.each<[string, Typed]>([
  ['emailTaken', { email: 'RUTH@hill.example' }],
  ['staffNumberTaken', { staffNumber: '17' }],
])('%s: nothing is written, and the other keeps it', async (problem, taken) => {
  const held = { email: 'ruth@hill.example', staffNumber: '17' };
  await add({ name: 'First', ...held });
  const second = await add({ name: 'Second' });
  const before = await rowsOf(organisationId);
  const refused = { outcome: 'problem', problem };
  const third = valuesOf({ name: 'Third', groups: 'New', ...taken });
  expect(await addPerson(services, administrator, third, '2026-07-01')).toEqual(refused);
  expect(await change(second, { name: 'Second', groups: 'New', ...taken })).toEqual(refused);
  expect(await rowsOf(organisationId)).toEqual(before);
});

test('the same address may be held in another organisation', async () => {
  const other = await createOrganisation(database);
  await createPerson(database, { email: 'ruth@hill.example' }, other.id);
  await add({ email: 'ruth@hill.example' });
  const where = { email: 'ruth@hill.example' };
  const holders = await prisma.person.findMany({ where });
  expect(holders.map((one) => one.organisationId).sort()).toEqual(
    [organisationId, other.id].sort(),
  );
});

test('of two who add the same address at once, one is told', async () => {
  const values = valuesOf({ email: 'ruth@hill.example', groups: 'Office' });
  const both = [1, 2, 3, 4].map(() => addPerson(services, administrator, values, '2026-07-01'));
  const outcomes = (await Promise.all(both)).map((one) =>
    'problem' in one ? one.problem : 'done',
  );
  expect(outcomes.sort()).toEqual(['done', 'emailTaken', 'emailTaken', 'emailTaken']);
});

test('a change is audited by the fields it touched, never by what stands in them', async () => {
  const id = await add({ email: 'old@hill.example', staffNumber: '17' });
  await change(id, {
    name: 'Ruth Bello',
    email: 'new@hill.example',
    staffNumber: '17',
    groups: 'Secret group',
  });
  const [entry, ...others] = await changes();
  expect(others).toEqual([]);
  expect(entry?.details).toEqual({ what: 'name, email, groups' });
  const text = JSON.stringify(
    (await prisma.auditEvent.findMany()).map(({ details, kind }) => ({ details, kind })),
  );
  expect(text).not.toMatch(/Bello|hill\.example|17|Secret/);
});

test('a new name is found under its new letter; the order that was given stays with the name', async () => {
  const id = await add();
  const where = { organisationId_id: { organisationId, id } };
  await prisma.person.update({ where, data: { sortName: 'Ruth Adeyemi' } });
  await change(id, { staffNumber: '8' });
  expect(await prisma.person.findUniqueOrThrow({ where })).toMatchObject({
    sortName: 'Ruth Adeyemi',
  });
  await change(id, { name: 'Ruth van der Berg' });
  expect(await prisma.person.findUniqueOrThrow({ where })).toMatchObject({
    sortName: 'van der Berg, Ruth',
  });
});

test('what is saved as it was changes nothing, and is not audited', async () => {
  const typed = { email: 'ruth@hill.example', staffNumber: '17', groups: 'Office' };
  const id = await add(typed);
  const before = await rowsOf(organisationId);
  expect(await change(id, typed)).toEqual({ outcome: 'done' });
  expect(await rowsOf(organisationId)).toEqual(before);
});

test('a manager changes colleagues, but no administrator', async () => {
  const manager = await sessionOf('manager');
  expect(await change(await add(), { name: 'Ruth Bello' }, manager)).toEqual({ outcome: 'done' });
  const before = await rowsOf(organisationId);
  const { id } = administrator.person;
  await expect(change(id, { email: 'mine@hill.example' }, manager)).rejects.toMatchObject({
    status: 403,
  });
  expect(await rowsOf(organisationId)).toEqual(before);
});

test('a link that went to one address does not prove another', async () => {
  const id = await add({ email: 'mine@hill.example' });
  const letterhead = { origin: 'https://signpost.example', locale: 'en-GB' };
  const press = newPress();
  await invite(services, administrator, id, letterhead, press);
  const token = tokenOf(services, administrator, press, id);
  const request = new Request(letterhead.origin);
  await change(id, { email: 'mine@hill.example', staffNumber: '3' });
  expect(await openInvitation(services, request, token)).not.toBeNull();
  await change(id, { email: 'victim@elsewhere.example' });
  expect(await openInvitation(services, request, token)).toBeNull();
});
