import { beforeEach, expect, test } from 'vitest';
import { dayOf } from '#app/platform/clock/dates.ts';
import { createPerson, createServices, type TestServices } from '#tests/factories/organisation.ts';
import { rowsOf } from '#tests/factories/rows-of.ts';
import { database } from '#tests/setup/database.ts';
import { sessionOf } from '../access/request-session.server.ts';
import { acceptInvitation, openInvitation } from '../people/invitations.server.ts';
import { libraryId } from '../scenarios/publish.server.ts';
import { type SetUp, setUpOrganisation } from './set-up.server.ts';

const { prisma } = database;
const given = {
  organisation: 'Hill School',
  nation: 'wales',
  name: 'Amina Malik',
  email: 'a.malik@hill.example',
} as const;
const password = 'violet-tram-9-under-bridges';
let now: Date;
let services: TestServices;

beforeEach(async () => {
  now = new Date('2026-07-01T23:30:00Z');
  services = await createServices(database, () => now);
});

type Given = Parameters<typeof setUpOrganisation>[1];

const setUp = (answers: Partial<Given> = {}, isOneMore = false) =>
  setUpOrganisation(database, { ...given, ...answers }, now, isOneMore);
const schools = () =>
  prisma.organisation.findMany({ where: { kind: 'school' }, orderBy: { createdAt: 'asc' } });

function tokenOf(done: SetUp): string {
  if (done.outcome === 'other' || !done.token) throw new Error(`No link: ${done.outcome}`);
  return done.token;
}

const request = new Request('https://signpost.example/invitation');
const open = (token: string) => openInvitation(services, request, token);

async function accept(token: string) {
  const form = new FormData();
  form.set('password', password);
  form.set('again', password);
  return acceptInvitation(services, request, token, form);
}

test('an organisation is made with its first administrator, who is invited', async () => {
  const done = await setUp();
  expect(done.outcome).toBe('made');
  const [school, ...others] = await schools();
  expect(others).toEqual([]);
  expect(school).toMatchObject({
    name: 'Hill School',
    slug: 'hill-school',
    nation: 'wales',
    timeZone: 'Europe/London',
    isDemo: false,
  });
  const [person] = await prisma.person.findMany({ include: { spells: true, roles: true } });
  expect(person).toMatchObject({ name: 'Amina Malik', sortName: 'Malik, Amina', userId: null });
  // In London it is the second of July already.
  expect(person?.spells.map(({ effectiveFrom }) => dayOf(effectiveFrom))).toEqual(['2026-07-02']);
  expect(person?.roles.map(({ role }) => role).sort()).toEqual(['administrator', 'learner']);
  expect(await open(tokenOf(done))).toEqual({
    organisation: 'Hill School',
    name: 'Amina Malik',
    email: given.email,
    way: 'new',
    needsSecondStep: true,
  });
  const events = await prisma.auditEvent.findMany({ orderBy: { seq: 'asc' } });
  expect(events.map(({ kind, details }) => [kind, details])).toEqual([
    ['organisation-set-up', {}],
    ['person-added', { by: 'setup' }],
    ['role-given', { role: 'administrator' }],
    ['invited', { by: 'mail' }],
  ]);
});

test('whoever answers is an administrator, once they have a second factor', async () => {
  const accepted = await accept(tokenOf(await setUp()));
  if (accepted.outcome !== 'in') throw new Error(accepted.outcome);
  const kept = accepted.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  const theirs = new Request(request.url, { headers: { Cookie: kept } });
  expect(await sessionOf(theirs, services)).toMatchObject({
    person: { name: 'Amina Malik' },
    roles: ['learner'],
    withheld: ['administrator'],
  });
});

test('the library is left as it was', async () => {
  const before = [await rowsOf(libraryId), await prisma.scenarioVersion.count()];
  await setUp();
  expect([await rowsOf(libraryId), await prisma.scenarioVersion.count()]).toEqual(before);
});

/** All that is held of the school, but for the invitations and what the audit says of them. */
async function keptOf() {
  const rows = await rowsOf((await schools())[0]?.id ?? '');
  const changing = ['invitations', 'audit_events', 'audit_subjects', 'chain_heads'];
  return Object.entries(rows).filter(([table]) => !changing.includes(table));
}

test('once more keeps everything, and gives a new link in place of the old one', async () => {
  const first = tokenOf(await setUp());
  const before = await keptOf();
  const again = await setUp({ name: 'Somebody Else', nation: 'england' });
  expect(again.outcome).toBe('kept');
  expect(await keptOf()).toEqual(before);
  expect(await open(first)).toBeNull();
  expect(await open(tokenOf(again))).toMatchObject({ name: 'Amina Malik', way: 'new' });
});

test('once there is an account, there is no link any more', async () => {
  await accept(tokenOf(await setUp()));
  const before = await rowsOf((await schools())[0]?.id ?? '');
  expect(await setUp()).toEqual({ outcome: 'kept', token: null, isInList: true });
  expect(await rowsOf((await schools())[0]?.id ?? '')).toEqual(before);
});

test('an address that nobody has here adds no administrator to what is there', async () => {
  await setUp();
  const before = await rowsOf((await schools())[0]?.id ?? '');
  expect(await setUp({ email: 'intruder@hill.example' })).toEqual({
    outcome: 'kept',
    token: null,
    isInList: false,
  });
  expect(await rowsOf((await schools())[0]?.id ?? '')).toEqual(before);
});

test('another name is refused, unless it is said to be one more', async () => {
  await setUp();
  const before = await schools();
  const other = { organisation: 'Valley School' };
  expect(await setUp(other)).toEqual({ outcome: 'other', organisation: 'Hill School' });
  expect(await schools()).toEqual(before);
  expect((await setUp(other, true)).outcome).toBe('made');
  expect((await schools()).map(({ name }) => name)).toEqual(['Hill School', 'Valley School']);
  expect((await setUp(other)).outcome).toBe('kept');
});

test('a demonstration is no organisation that is there already', async () => {
  const data = { slug: 'demo', name: 'Riverbank', kind: 'school', isDemo: true };
  await prisma.organisation.create({ data });
  expect((await setUp()).outcome).toBe('made');
});

test('one person may be the first administrator of two', async () => {
  const first = tokenOf(await setUp());
  const second = tokenOf(await setUp({ organisation: 'Valley School' }, true));
  expect((await accept(first)).outcome).toBe('in');
  expect(await open(second)).toMatchObject({ way: 'join' });
  expect((await accept(second)).outcome).toBe('joined');
  const people = await prisma.person.findMany();
  expect(new Set(people.map(({ userId }) => userId)).size).toBe(1);
});

test('names that make the same address each get one of their own', async () => {
  const names = ['Hill School', 'Hill  school!', 'Híll Schöol', '学校', '🦉', 'x'.repeat(120)];
  for (const organisation of names) await setUp({ organisation }, true);
  expect((await schools()).map(({ slug }) => slug)).toEqual([
    'hill-school',
    'hill-school-2',
    'hill-school-3',
    'organisation',
    'organisation-2',
    'x'.repeat(60),
  ]);
});

test('five at the same moment make it once, and only the last link opens', async () => {
  const all = await Promise.all([setUp(), setUp(), setUp(), setUp(), setUp()]);
  expect(all.map(({ outcome }) => outcome).sort()).toEqual([
    'kept',
    'kept',
    'kept',
    'kept',
    'made',
  ]);
  expect(await schools()).toHaveLength(1);
  const opened = await Promise.all(all.map((done) => open(tokenOf(done))));
  expect(opened.filter(Boolean)).toHaveLength(1);
});

test('a colleague of that address is invited, and becomes nothing that they are not', async () => {
  await setUp();
  const [school] = await schools();
  const { prisma: owner } = database;
  const email = 'ruth@hill.example';
  const person = await createPerson(database, { name: 'Ruth', email }, school?.id);
  const where = { organisationId_id: { organisationId: person.organisationId, id: person.id } };
  await owner.person.update({ where, data: { userId: null } });
  await owner.user.deleteMany({ where: { email } });
  expect(await open(tokenOf(await setUp({ email })))).toMatchObject({ name: 'Ruth' });
  const roles = await owner.roleMembership.findMany({ where: { personId: person.id } });
  expect(roles.map(({ role }) => role)).toEqual(['learner']);
});
