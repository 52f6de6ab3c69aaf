import { beforeEach, expect, test } from 'vitest';
import { dateOf } from '#app/platform/clock/dates.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import type { Session } from '../access/session.server.ts';
import { addPerson } from './change-person.server.ts';
import { recordLeaving } from './employment.server.ts';
import { sortNameOf } from './import/sort-name.ts';
import { invite, withdrawInvitation } from './invitations.server.ts';
import { giveCode } from './let-in.server.ts';
import { listPeople, type PeopleAsk, pageSize, readPeopleAsk } from './list.server.ts';
import { newPress } from './press.server.ts';
import { openRecord } from './record.server.ts';

const { prisma } = database;
const everybody: PeopleAsk = { name: '', standing: 'here', page: 1 };
const letterhead = { origin: 'https://signpost.example', locale: 'en-GB' };
let now: Date;
let services: TestServices;
let organisationId: string;
let administrator: Session;

beforeEach(async () => {
  now = new Date('2026-07-01T09:00:00Z');
  services = await createServices(database, () => now);
  organisationId = (await createOrganisation(database)).id;
  administrator = await administratorOf(organisationId, 'Amina Malik');
});

async function administratorOf(organisation: string, name: string): Promise<Session> {
  const sortName = sortNameOf({ name });
  const roles = ['learner', 'administrator'] as const;
  const overrides = { name, sortName, roles: [...roles] };
  return (await signIn(database, await createPerson(database, overrides, organisation), now))
    .session;
}

type Given = { email?: string; staffNumber?: string; groups?: string[]; from?: string };

async function add(name: string, given: Given = {}): Promise<string> {
  const { email = null, staffNumber = null, groups = [], from = '2026-07-01' } = given;
  const values = { name, email, staffNumber, groups };
  const added = await addPerson(services, administrator, values, from);
  if (added.outcome === 'problem') throw new Error(added.problem);
  return added.id;
}

const list = (ask: Partial<PeopleAsk> = {}) =>
  listPeople(services, administrator, { ...everybody, ...ask });
const namesOf = async (ask: Partial<PeopleAsk> = {}) =>
  (await list(ask)).lines.map(({ name }) => name);

test('a line says the name, the groups and roles of today, and whether they can sign in', async () => {
  const id = await add('Ruth Adeyemi', { groups: ['Office', 'Kitchen'] });
  const { lines } = await list();
  expect(lines).toEqual([
    {
      id,
      name: 'Ruth Adeyemi',
      groups: ['Kitchen', 'Office'],
      roles: ['learner'],
      lastDay: null,
      account: 'none',
    },
    {
      id: administrator.person.id,
      name: 'Amina Malik',
      groups: [],
      roles: expect.arrayContaining(['learner', 'administrator']),
      lastDay: null,
      account: 'has',
    },
  ]);
});

test('who is invited counts as invited, until the invitation is over', async () => {
  const id = await add('Ruth Adeyemi', { email: 'ruth@hill.example' });
  const account = async () => (await list({ name: 'Ruth' })).lines[0]?.account;
  expect(await account()).toBe('none');
  await invite(services, administrator, id, letterhead, newPress());
  expect(await account()).toBe('invited');
  await withdrawInvitation(services, administrator, id);
  expect(await account()).toBe('none');
  await invite(services, administrator, id, letterhead, newPress());
  now = new Date('2026-07-15T09:00:00Z');
  expect(await account()).toBe('none');
});

test('who has a code that nobody has used counts as invited, until it is used or over', async () => {
  const id = await add('Bev Cook');
  const account = async () => (await list({ name: 'Bev' })).lines[0]?.account;
  expect(await giveCode(services, administrator, id, newPress())).toBe('given');
  expect(await account()).toBe('invited');
  expect(JSON.stringify(await list())).not.toContain('userId');
  const record = async () => (await openRecord(services, administrator, id)).account?.code;
  expect(await record()).toMatchObject({ isOver: false });
  now = new Date('2026-07-15T09:00:00Z');
  expect(await account()).toBe('none');
  expect(await record()).toMatchObject({ isOver: true });
  const { userId } = await prisma.person.findFirstOrThrow({ where: { id } });
  await services.identity.setPassword(userId ?? '', 'violet-tram-9-under-bridges', null);
  expect([await account(), await record()]).toEqual(['has', null]);
});

test('a line says the last day of somebody who is known to leave', async () => {
  const id = await add('Ruth Adeyemi', { from: '2026-06-01' });
  await recordLeaving(services, administrator, id, '2026-07-11');
  expect((await list({ name: 'Ruth' })).lines).toMatchObject([{ lastDay: '2026-07-10' }]);
});

test.each([
  ['ADEY', ['Ruth Adeyemi']],
  ['ruth@', ['Ruth Adeyemi']],
  ['n-17', ['Ruth Adeyemi']],
  ['@hill.example', ['Ruth Adeyemi', 'Ben_x 100%']],
  ['%', ['Ben_x 100%']],
  ['_', ['Ben_x 100%']],
  ['n_x', ['Ben_x 100%']],
  ['\\', ['Back\\slash']],
  ["'", ["Shona O'Neill"]],
  ['nobody', []],
])('%j finds by name, address and number, as it stands', async (name, found) => {
  await add('Ruth Adeyemi', { email: 'ruth@hill.example', staffNumber: 'N-17' });
  await add('Ben_x 100%', { email: 'ben@hill.example' });
  await add('Back\\slash');
  await add("Shona O'Neill");
  expect((await namesOf({ name })).sort()).toEqual(found.sort());
  expect((await list({ name })).found).toBe(found.length);
});

test('who is here, who is coming and who has left are counted, for what is looked for', async () => {
  await add('Ruth Coming', { from: '2026-07-02' });
  const left = await add('Ruth Left', { from: '2026-06-01' });
  await recordLeaving(services, administrator, left, '2026-07-01');
  const leaving = await add('Ruth Leaving', { from: '2026-06-01' });
  await recordLeaving(services, administrator, leaving, '2026-07-02');
  await prisma.person.create({
    data: { organisationId, name: 'Ruth Never', sortName: 'Never, Ruth' },
  });
  expect((await list()).counts).toEqual({ here: 2, coming: 1, left: 2 });
  const { counts, found } = await list({ name: 'ruth', standing: 'left' });
  expect([counts, found]).toEqual([{ here: 1, coming: 1, left: 2 }, 2]);
  expect(await namesOf({ standing: 'coming' })).toEqual(['Ruth Coming']);
  expect(await namesOf({ standing: 'left' })).toEqual(['Ruth Left', 'Ruth Never']);
  expect(await namesOf({ name: 'ruth' })).toEqual(['Ruth Leaving']);
  now = new Date('2026-07-02T09:00:00Z');
  expect((await list({ name: 'ruth' })).counts).toEqual({ here: 1, coming: 0, left: 3 });
});

test('who came back is here, and was corrected once is there once', async () => {
  const id = await add('Ruth Adeyemi', { from: '2026-06-01' });
  await recordLeaving(services, administrator, id, '2026-06-10');
  const fact = { organisationId, personId: id, recordedAt: now };
  await prisma.employmentSpell.create({ data: { ...fact, effectiveFrom: dateOf('2026-06-20') } });
  await prisma.employmentSpell.create({ data: { ...fact, effectiveFrom: dateOf('2026-09-01') } });
  expect(await namesOf({ name: 'Ruth' })).toEqual(['Ruth Adeyemi']);
  expect((await list({ name: 'Ruth' })).counts).toEqual({ here: 1, coming: 0, left: 0 });
});

test('names are in the order of a book: by surname, whatever its letters', async () => {
  for (const name of ['Zoe Żółw', 'adam', 'Ruth Zebra', 'Eva Ångström', 'Ben Baker', 'Åsa baker'])
    await add(name);
  expect(await namesOf()).toEqual([
    'adam',
    'Eva Ångström',
    'Åsa baker',
    'Ben Baker',
    'Amina Malik',
    'Ruth Zebra',
    'Zoe Żółw',
  ]);
});

test('fifty to a page, nobody twice and nobody left out, also of one name', async () => {
  const made = Array.from({ length: 2 * pageSize + 4 }, (_none, at) => `Ruth ${at % 3}`);
  await prisma.person.createMany({
    data: made.map((name) => ({ organisationId, name, sortName: 'Ruth' })),
  });
  const pages = await Promise.all([1, 2, 3, 4].map((page) => list({ standing: 'left', page })));
  expect(pages.map(({ lines }) => lines.length)).toEqual([50, 50, 4, 0]);
  expect(new Set(pages.flatMap(({ lines }) => lines.map(({ id }) => id))).size).toBe(made.length);
  expect(pages.map(({ found }) => found)).toEqual(Array(4).fill(made.length));
});

test('nobody of another organisation, and nobody who was erased, is listed or counted', async () => {
  const other = await administratorOf((await createOrganisation(database)).id, 'Olga Elsewhere');
  const erased = await add('Erased');
  await prisma.person.update({
    where: { organisationId_id: { organisationId, id: erased } },
    data: { erasedAt: now },
  });
  expect(await namesOf()).toEqual(['Amina Malik']);
  const forged = { ...administrator, organisation: other.organisation };
  expect(await listPeople(services, forged, everybody)).toEqual({
    lines: [],
    counts: { here: 0, coming: 0, left: 0 },
    found: 0,
  });
});

test.each<[string, Partial<PeopleAsk>]>([
  ['', {}],
  ['name=%20Ruth%20&standing=left&page=3', { name: 'Ruth', standing: 'left', page: 3 }],
  ['standing=constructor&page=-1', {}],
  ['page=1.5', {}],
  ['name=%00', {}],
  ['name=Ruth%0D%0AAdeyemi%09', { name: 'Ruth Adeyemi' }],
  ['page=1e99', {}],
  [`name=${'x'.repeat(121)}`, {}],
])('what is asked for is read from %j', (query, ask) => {
  expect(readPeopleAsk(new URLSearchParams(query))).toEqual({ ...everybody, ...ask });
});

test.each(['Ru\u0000th', '\ud800', '\\%'])('%j is looked for without a fault', async (text) => {
  const ask = readPeopleAsk(new URLSearchParams({ name: text }));
  expect((await list(ask)).lines).toEqual([]);
});
