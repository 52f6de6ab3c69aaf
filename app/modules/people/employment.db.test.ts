import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { dateOf, dayOf } from '#app/platform/clock/dates.ts';
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
import { changePerson } from './change-person.server.ts';
import { changeRole } from './change-role.server.ts';
import { recordLeaving, recordReturn, recordStaying } from './employment.server.ts';
import { invite } from './invitations.server.ts';
import { newPress } from './press.server.ts';
import { openRecord } from './record.server.ts';

const { prisma, pool } = database;
const done = expect.objectContaining({ outcome: 'done' });
let now: Date;
let services: TestServices;
let organisationId: string;
let administrator: Session;

beforeEach(async () => {
  on('2026-07-01');
  services = await createServices(database, () => now);
  organisationId = (await createOrganisation(database)).id;
  administrator = await sessionOf('administrator');
});

function on(day: string) {
  now = new Date(`${day}T09:00:00Z`);
}

async function sessionOf(...roles: Role[]): Promise<Session> {
  const person = await createPerson(database, { roles: ['learner', ...roles] }, organisationId);
  return (await signIn(database, person, now)).session;
}

/** Somebody who is in a group, begins on a day, and is signed in. */
async function colleague(startedOn = '2025-09-01', roles: Role[] = ['learner']) {
  const started = dateOf(startedOn);
  const person = await createPerson(database, { roles, startedOn: started }, organisationId);
  const { id: personId } = person;
  const group = await prisma.staffGroup.create({ data: { organisationId, name: personId } });
  const fact = { organisationId, personId, effectiveFrom: started, recordedAt: now };
  await prisma.staffGroupMembership.create({ data: { ...fact, staffGroupId: group.id } });
  return { id: personId, person, ...(await signIn(database, person, now)) };
}

const leave = (id: string, until: string, by = administrator) =>
  recordLeaving(services, by, id, until);
const comeBack = (id: string, from: string, by = administrator) =>
  recordReturn(services, by, id, from);
const stay = (id: string, by = administrator) => recordStaying(services, by, id);
const record = async (id: string) => (await openRecord(services, administrator, id)).person;

type Row = { id: string; effectiveFrom: Date; effectiveTo: Date | null; supersedes: string | null };

function standing(facts: Row[]) {
  const replaced = new Set(facts.map(({ supersedes }) => supersedes));
  return facts
    .filter((fact) => !replaced.has(fact.id))
    .map((fact) => [dayOf(fact.effectiveFrom), fact.effectiveTo && dayOf(fact.effectiveTo)])
    .sort();
}

/** The facts of a person that stand, with their days. */
async function factsOf(personId: string) {
  const where = { personId };
  return {
    spells: standing(await prisma.employmentSpell.findMany({ where })),
    roles: standing(await prisma.roleMembership.findMany({ where })),
    groups: standing(await prisma.staffGroupMembership.findMany({ where })),
  };
}

test('who leaves today works here no more: employment, roles, groups and sessions end', async () => {
  const { id, token } = await colleague('2025-09-01', ['learner', 'author']);
  expect(await leave(id, '2026-07-01')).toEqual(done);
  expect(await factsOf(id)).toEqual({
    spells: [['2025-09-01', '2026-07-01']],
    roles: [
      ['2025-09-01', '2026-07-01'],
      ['2025-09-01', '2026-07-01'],
    ],
    groups: [['2025-09-01', '2026-07-01']],
  });
  // The last day is the one before: it is what people speak of.
  expect(await record(id)).toMatchObject({ standing: 'left', day: '2026-06-30', groups: [] });
  expect(await findSession(database, token, now)).toBeNull();
  expect(await whyEnded(database, token)).toBe('left');
  const left = { where: { kind: 'person-left' }, include: { subject: true } };
  expect(await prisma.auditEvent.findFirstOrThrow(left)).toMatchObject({
    details: { on: '2026-07-01' },
    subject: { actorId: administrator.person.id, aboutId: id },
  });
});

test('who leaves later stays until then, and comes in no more from that day', async () => {
  const { id, token, person } = await colleague();
  expect(await leave(id, '2026-07-03')).toEqual(done);
  expect(await findSession(database, token, now)).not.toBeNull();
  expect(await record(id)).toMatchObject({ standing: 'here' });
  on('2026-07-02');
  const next = await signIn(database, person, now);
  expect(next.session.roles).toEqual(['learner']);
  const midnight = new Date('2026-07-02T23:00:00Z');
  expect(await findSession(database, next.token, midnight)).toBeNull();
});

test('a last day to come is seen, and taken back: employment, roles and groups go on', async () => {
  const { id, token } = await colleague('2025-09-01', ['learner', 'manager']);
  const before = await factsOf(id);
  const rows = await prisma.employmentSpell.findMany({ where: { personId: id } });
  await leave(id, '2026-12-01');
  expect(await record(id)).toMatchObject({ standing: 'here', lastDay: '2026-11-30' });
  expect(await stay(id)).toEqual(done);
  expect(await record(id)).toMatchObject({ standing: 'here', lastDay: null });
  expect(await factsOf(id)).toEqual(before);
  // Nothing was edited: each says of the one before it that it is superseded.
  const all = await prisma.employmentSpell.findMany({ where: { personId: id } });
  expect(all).toHaveLength(3);
  expect(all).toEqual(expect.arrayContaining(rows));
  on('2026-12-02');
  administrator = await sessionOf('administrator');
  expect(await record(id)).toMatchObject({ standing: 'here' });
  expect(await whyEnded(database, token)).toBeNull();
});

test('who stays keeps what ends on another day than they would have', async () => {
  const { id } = await colleague();
  await changeRole(services, administrator, id, 'author', true);
  const { id: supersedes, ...fact } = await prisma.roleMembership.findFirstOrThrow({
    where: { personId: id, role: 'author' },
  });
  await prisma.roleMembership.create({
    data: { ...fact, supersedes, effectiveTo: dateOf('2026-08-01') },
  });
  const spell = await prisma.employmentSpell.findFirstOrThrow({ where: { personId: id } });
  await prisma.employmentSpell.create({
    data: { ...spell, id: undefined, supersedes: spell.id, effectiveTo: dateOf('2026-12-01') },
  });
  await stay(id);
  expect((await factsOf(id)).roles).toEqual([
    ['2025-09-01', null],
    ['2026-07-01', '2026-08-01'],
  ]);
});

test('who stays anyway, or is told to stay twice, stays once', async () => {
  const { id } = await colleague();
  const before = await rowsOf(organisationId);
  expect(await stay(id)).toEqual(done);
  expect(await rowsOf(organisationId)).toEqual(before);
  await leave(id, '2026-12-01');
  expect(await Promise.all([stay(id), stay(id)])).toEqual([done, done]);
  expect((await factsOf(id)).spells).toEqual([['2025-09-01', null]]);
  expect(await prisma.auditEvent.count({ where: { kind: 'person-stays' } })).toBe(1);
});

test('nobody stays who has left, and nobody leaves twice or is given a role then', async () => {
  const { id } = await colleague();
  await leave(id, '2026-07-01');
  const before = await rowsOf(organisationId);
  const refused = { outcome: 'problem', problem: 'left' };
  expect(await stay(id)).toEqual(refused);
  expect(await leave(id, '2026-06-01')).toEqual(refused);
  expect(await changeRole(services, administrator, id, 'author', true)).toEqual(refused);
  expect(await rowsOf(organisationId)).toEqual(before);
});

test('a manager lets colleagues stay, but no administrator', async () => {
  const manager = await sessionOf('manager');
  const { id } = await colleague('2025-09-01', ['administrator']);
  await leave(id, '2026-12-01');
  await expect(stay(id, manager)).rejects.toMatchObject({ status: 403 });
  const learner = await colleague();
  await leave(learner.id, '2026-12-01');
  expect(await stay(learner.id, manager)).toEqual(done);
});

test('an open invitation ends with who leaves today, and stands while they are still here', async () => {
  const { id } = await colleague();
  const where = { organisationId_id: { organisationId, id } };
  await prisma.person.update({ where, data: { userId: null, email: 'a@hill.example' } });
  const letterhead = { origin: 'https://signpost.example', locale: 'en-GB' };
  await invite(services, administrator, id, letterhead, newPress());
  const withdrawn = async () =>
    (await prisma.invitation.findFirstOrThrow({ where: { personId: id } })).withdrawnAt;
  await leave(id, '2026-12-01');
  expect(await withdrawn()).toBeNull();
  await leave(id, '2026-07-01');
  expect(await withdrawn()).toEqual(now);
});

test('who has not begun may leave before it all began', async () => {
  const { id } = await colleague();
  await leave(id, '2026-07-01');
  await comeBack(id, '2026-09-01');
  expect(await record(id)).toMatchObject({ standing: 'coming', day: '2026-09-01' });
  expect(await leave(id, '2026-09-01')).toEqual(done);
  expect((await factsOf(id)).spells).toEqual([
    ['2025-09-01', '2026-07-01'],
    ['2026-09-01', '2026-09-01'],
  ]);
  on('2026-09-02');
  administrator = await sessionOf('administrator');
  expect(await record(id)).toMatchObject({ standing: 'left' });
});

test('a role that was given after the day somebody left ends with it', async () => {
  const { id } = await colleague();
  await changeRole(services, administrator, id, 'author', true);
  expect(await leave(id, '2026-06-01')).toEqual(done);
  expect((await factsOf(id)).roles).toEqual([
    ['2025-09-01', '2026-06-01'],
    ['2026-06-01', '2026-06-01'],
  ]);
});

test.each(['2025-08-31', '1999-01-01', '', 'today', '2026-02-30', '2100-01-01'])(
  'nobody who began on 1 September 2025 leaves on %j',
  async (until) => {
    const { id, token } = await colleague();
    const before = await rowsOf(organisationId);
    expect(await leave(id, until)).toEqual({ outcome: 'problem', problem: 'until' });
    expect(await rowsOf(organisationId)).toEqual(before);
    expect(await findSession(database, token, now)).not.toBeNull();
  },
);

test('who returns is known by the same record, learns, and has no other role', async () => {
  const { id, person } = await colleague('2025-09-01', ['learner', 'manager']);
  await leave(id, '2026-07-01');
  on('2026-09-01');
  administrator = await sessionOf('administrator');
  expect(await comeBack(id, '2026-09-01')).toEqual(done);
  expect(await record(id)).toMatchObject({ standing: 'here', day: '2026-09-01', groups: [] });
  const { session } = await signIn(database, person, now);
  expect([session.roles, session.withheld]).toEqual([['learner'], []]);
  const returned = { where: { kind: 'person-returned' } };
  expect(await prisma.auditEvent.findFirstOrThrow(returned)).toMatchObject({
    details: { on: '2026-09-01' },
  });
});

test.each(['2026-06-30', '', 'soon'])('nobody who left on 1 July returns on %j', async (from) => {
  const { id } = await colleague();
  await leave(id, '2026-07-01');
  const before = await rowsOf(organisationId);
  expect(await comeBack(id, from)).toEqual({ outcome: 'problem', problem: 'from' });
  expect(await rowsOf(organisationId)).toEqual(before);
});

test('nobody returns who never left', async () => {
  const { id } = await colleague();
  const before = await rowsOf(organisationId);
  expect(await comeBack(id, '2026-09-01')).toEqual({ outcome: 'problem', problem: 'from' });
  expect(await rowsOf(organisationId)).toEqual(before);
});

test('who returns twice at once returned once, and can leave again', async () => {
  const { id } = await colleague();
  await leave(id, '2026-07-01');
  await Promise.all(Array.from({ length: 4 }, () => comeBack(id, '2026-07-01')));
  expect((await factsOf(id)).spells).toHaveLength(2);
  expect(await leave(id, '2026-07-01')).toEqual(done);
  expect(await record(id)).toMatchObject({ standing: 'left' });
});

test('a manager records that colleagues leave, but no administrator', async () => {
  const manager = await sessionOf('manager');
  const { id } = await colleague();
  await sessionOf('administrator');
  expect(await leave(id, '2026-07-01', manager)).toEqual(done);
  expect(await comeBack(id, '2026-07-01', manager)).toEqual(done);
  const before = await rowsOf(organisationId);
  await expect(leave(administrator.person.id, '2026-07-01', manager)).rejects.toMatchObject({
    status: 403,
  });
  expect(await rowsOf(organisationId)).toEqual(before);
});

test('a learner records of nobody that they leave or return', async () => {
  const learner = await sessionOf();
  const { id } = await colleague();
  await expect(leave(id, '2026-07-01', learner)).rejects.toMatchObject({ status: 403 });
  await expect(comeBack(id, '2026-07-01', learner)).rejects.toMatchObject({ status: 403 });
});

/** Ends a fact of a table as somebody else, and says so only once the operation waits for it. */
async function meanwhile<T>(table: string, personId: string, operation: () => Promise<T>) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1
       AND column_name NOT IN ('id', 'supersedes', 'effective_to')`,
      [table],
    );
    const names = rows.map(({ name }) => name).join(', ');
    await client.query(
      `INSERT INTO ${table} (${names}, supersedes, effective_to)
       SELECT ${names}, id, '2026-07-01' FROM ${table} WHERE person_id = $1`,
      [personId],
    );
    const outcome = operation();
    await untilSomebodyWaits();
    await client.query('COMMIT');
    return await outcome;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function untilSomebodyWaits() {
  const question = `SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  const end = Date.now() + 10_000;
  while ((await pool.query(question)).rows.length === 0) {
    if (Date.now() > end) throw new Error('Nobody waits');
    await pause(10);
  }
}

test.each<[string, string, (id: string) => Promise<unknown>]>([
  ['leaving', 'employment_spells', (id) => leave(id, '2026-07-02')],
  ['a role', 'role_memberships', (id) => changeRole(services, administrator, id, 'author', false)],
  [
    'a group',
    'staff_group_memberships',
    (id) =>
      changePerson(services, administrator, id, {
        name: 'Ada Quill',
        email: null,
        staffNumber: null,
        groups: [],
      }),
  ],
])(
  'two who change %s at once: the second is told, and writes nothing',
  async (_what, table, act) => {
    const { id } = await colleague('2025-09-01', ['author']);
    const events = await prisma.auditEvent.count();
    expect(await meanwhile(table, id, () => act(id))).toEqual({
      outcome: 'problem',
      problem: 'changedMeanwhile',
    });
    expect(await prisma.auditEvent.count()).toBe(events);
  },
);

test('leaving and changing at once never fails in another way', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await colleague('2025-09-01', ['learner', 'author']);
    const all = await Promise.all([
      leave(id, '2026-07-01'),
      leave(id, '2026-07-02'),
      changeRole(services, administrator, id, 'author', false),
    ]);
    for (const one of all)
      if (one.outcome === 'problem') expect(['changedMeanwhile', 'left']).toContain(one.problem);
  }
});
