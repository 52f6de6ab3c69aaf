import { beforeEach, expect, test } from 'vitest';
import { dayOf } from '#app/platform/clock/dates.ts';
import riverbank from '#prisma/seed/riverbank-academy.json' with { type: 'json' };
import { createServices, type TestServices } from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { findSession, startSession } from '../access/session.server.ts';
import { verifyChains } from '../chains/verify.server.ts';
import { showCompliance } from '../compliance/compliance.server.ts';
import { standingContacts } from '../people/contacts.server.ts';
import { demoParts, demoPeople } from './people.ts';
import { seedDemo } from './seed.server.ts';
import { landingOf, stepIn } from './step-in.server.ts';

const { prisma, pool } = database;
const now = () => new Date('2026-11-22T09:00:00Z');
let services: TestServices;

beforeEach(async () => {
  services = await createServices(database, now);
});

const seed = () => seedDemo(database, services.shelf, now);
const schools = () => prisma.organisation.count({ where: { kind: 'school' } });

test('the first start makes the demo organisation, and no later one does', async () => {
  expect(await seed()).toBe(true);
  const people = await prisma.person.count();
  expect(await seed()).toBe(false);
  expect(await schools()).toBe(1);
  expect(await prisma.person.count()).toBe(people);
});

test('five starts at the same moment make it once', async () => {
  const made = await Promise.all([seed(), seed(), seed(), seed(), seed()]);
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await schools()).toBe(1);
  expect(await prisma.completion.count()).toBe(
    riverbank.people.flatMap((person) => person.completedDaysAgo ?? []).length,
  );
});

test('24 people have names, an employment, roles and groups that exist', async () => {
  await seed();
  const people = await prisma.person.findMany({
    include: { spells: true, roles: true, groupMemberships: { include: { staffGroup: true } } },
    orderBy: { sortName: 'asc' },
  });
  expect(people).toHaveLength(24);
  expect(new Set(people.map(({ name }) => name)).size).toBe(24);
  for (const { spells, roles, groupMemberships, name } of people) {
    expect(spells.length, name).toBeGreaterThan(0);
    expect(roles.map(({ role }) => role)).toContain('learner');
    expect(groupMemberships.length, name).toBeGreaterThan(0);
  }
  const groups = people.flatMap(({ groupMemberships }) =>
    groupMemberships.map(({ staffGroup }) => staffGroup.name),
  );
  expect([...new Set(groups)].sort()).toEqual([...riverbank.groups].sort());
});

test('its contacts stand on the day it is made', async () => {
  await seed();
  const { session } = await stepInto('staff');
  const contacts = await standingContacts(services, session);
  expect(Object.keys(contacts).sort()).toEqual(Object.keys(riverbank.contacts).sort());
  expect(contacts.dsl).toMatchObject({ name: 'Nasreen Malik', phone: '01632 960101' });
});

test('its completions are earned attempts, in a chain that proves and follows the calendar', async () => {
  await seed();
  const [report] = await verifyChains(database, 'completions');
  const links = await prisma.completion.findMany({ orderBy: { seq: 'asc' } });
  expect(report).toEqual({ organisation: 'riverbank-academy', links: links.length, fault: null });
  expect(links.length).toBeGreaterThan(10);
  const times = links.map(({ completedAt }) => completedAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const subjects = await prisma.completionSubject.findMany({ include: { attempt: true } });
  for (const { attempt } of subjects)
    expect(attempt).toMatchObject({ rating: 'recommended', graveSteps: [], practiceOf: null });
});

test('nobody completes before they start, and nothing lies in the future', async () => {
  await seed();
  const subjects = await prisma.completionSubject.findMany({
    include: { completion: true, person: { include: { spells: true } } },
  });
  for (const { completion, person } of subjects) {
    const started = person.spells.map(({ effectiveFrom }) => effectiveFrom.getTime());
    expect(completion.completedAt.getTime(), person.name).toBeGreaterThan(Math.min(...started));
    expect(completion.completedAt.getTime()).toBeLessThan(now().getTime());
  }
  const spells = await prisma.employmentSpell.findMany();
  for (const { recordedAt } of spells)
    expect(recordedAt.getTime()).toBeLessThanOrEqual(now().getTime());
});

test('its matrix has people who are done, due and overdue, today and months ago', async () => {
  await seed();
  const { session } = await stepInto('dsl');
  const today = await showCompliance(services, session, new URLSearchParams(), 'en-GB');
  expect(today.asAt).toBe(dayOf(now()));
  for (const standing of ['done', 'due', 'overdue'] as const)
    expect(today.totals[standing], standing).toBeGreaterThan(0);
  const before = new URLSearchParams({ asAt: '2026-06-01' });
  const then = await showCompliance(services, session, before, 'en-GB');
  expect(then.totals.people).toBeGreaterThan(10);
  expect(then.lines).not.toEqual(today.lines);
});

test.each([
  ['groups', 'staff_groups'],
  ['people', 'people'],
  ['completions', 'completion_subjects'],
])(
  'a seed that fails at its %s leaves nothing, and the next start makes it whole',
  async (_what, table) => {
    await pool.query(`
    CREATE FUNCTION fail_late() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT count(*) FROM ${table}) >= 3 THEN RAISE EXCEPTION 'the disk is full'; END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER fail_late AFTER INSERT ON ${table}
    FOR EACH ROW EXECUTE FUNCTION fail_late()`);
    try {
      await expect(seed()).rejects.toThrow('the disk is full');
    } finally {
      await pool.query('DROP FUNCTION fail_late CASCADE');
    }
    expect(await schools()).toBe(0);
    for (const left of [
      'people',
      'users',
      'attempts',
      'completions',
      'chain_heads',
      'staff_groups',
    ])
      expect((await pool.query(`SELECT FROM ${left}`)).rowCount, left).toBe(0);
    expect(await seed()).toBe(true);
    expect(await prisma.person.count()).toBe(24);
  },
);

test('a demonstration without its scenario still has its people', async () => {
  const shelf = { ...services.shelf, newest: async () => [] };
  expect(await seedDemo(database, shelf, now)).toBe(true);
  expect(await prisma.person.count()).toBe(24);
  expect(await prisma.requirement.count()).toBe(0);
});

const how = { by: 'demo', secondFactor: true, device: '' } as const;

async function stepInto(part: string) {
  const who = await stepIn(services, part);
  if (!who) throw new Error(`Nobody plays ${part}`);
  const { part: _part, ...ids } = who;
  const token = await startSession(database, ids, how, now());
  const session = await findSession(database, token, now());
  if (!session) throw new Error('No session');
  return { session };
}

test.each([
  ['staff', 'Ruth Adeyemi', ['learner'], '/scenarios'],
  ['manager', 'Graham Pell', ['administrator', 'learner', 'manager'], '/compliance'],
  ['dsl', 'Nasreen Malik', ['dsl', 'learner'], '/compliance'],
  ['facilitator', 'Bronwen Griffiths', ['facilitator', 'learner'], '/scenarios'],
  ['author', 'Tom Ashworth', ['author', 'learner'], '/scenarios'],
] as const)(
  'the part of %s is played by %s, with the roles of the part',
  async (part, name, roles, landing) => {
    await seed();
    const { session } = await stepInto(part);
    expect(session.person.name).toBe(name);
    expect([...session.roles].sort()).toEqual(roles);
    expect(session.organisation.isDemo).toBe(true);
    expect(landingOf(part)).toBe(landing);
  },
);

test('every part has one person, who is told of at the start', () => {
  expect(demoPeople.map(({ part }) => part)).toEqual([...demoParts]);
});

test.each(['auditor', '', 'STAFF', null, undefined, '__proto__'])(
  'nobody plays the part %j',
  async (part) => {
    await seed();
    expect(await stepIn(services, part)).toBeNull();
  },
);

test('without the demo organisation nobody can step in', async () => {
  expect(await stepIn(services, 'staff')).toBeNull();
});

test('a real school with the name of a demo person in it lets nobody step in', async () => {
  const { createPerson } = await import('#tests/factories/organisation.ts');
  await createPerson(database, { name: 'Graham Pell', roles: ['manager'] });
  expect(await stepIn(services, 'manager')).toBeNull();
});
