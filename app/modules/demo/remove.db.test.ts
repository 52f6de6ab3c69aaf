import { beforeEach, expect, test } from 'vitest';
import riverbank from '#prisma/seed/riverbank-academy.json' with { type: 'json' };
import {
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { rowsOf } from '#tests/factories/rows-of.ts';
import { database } from '#tests/setup/database.ts';
import { startSession } from '../access/session.server.ts';
import { verifyChains } from '../chains/verify.server.ts';
import { addPerson } from '../people/change-person.server.ts';
import { invite } from '../people/invitations.server.ts';
import { newPress } from '../people/press.server.ts';
import { openRecord } from '../people/record.server.ts';
import { libraryId } from '../scenarios/publish.server.ts';
import { setUpOrganisation } from '../setup/set-up.server.ts';
import { removeDemo } from './remove.server.ts';
import { seedDemo } from './seed.server.ts';
import { stepIn } from './step-in.server.ts';

const { prisma, pool } = database;
const now = new Date('2026-11-22T09:00:00Z');
const given = {
  organisation: 'Hill School',
  nation: 'england',
  name: 'Amina Malik',
  email: 'a.malik@hill.example',
} as const;
let services: TestServices;
let demoId: string;

beforeEach(async () => {
  services = await createServices(database, () => now);
  await seedDemo(database, services.shelf, () => now);
  const where = { slug: riverbank.organisation.slug };
  demoId = (await prisma.organisation.findUniqueOrThrow({ where })).id;
});

/** The tables that hold rows of organisations, as the database itself names them. */
async function tables(): Promise<string[]> {
  return Object.keys(await rowsOf(libraryId)).sort();
}

/** Somebody steps in, and there is a row of everything that a demonstration may come to hold. */
async function liveThrough() {
  const who = await stepIn(services, 'manager');
  if (!who) throw new Error('Nobody plays the manager');
  const { part: _part, ...theirs } = who;
  await startSession(database, theirs, { by: 'demo', secondFactor: true, device: '' }, now);
  const roles = ['learner', 'administrator'] as const;
  const person = await createPerson(database, { roles: [...roles] }, demoId);
  const { session } = await signIn(database, person, now);
  const values = { name: 'New', email: 'new@demo.example', staffNumber: null, groups: ['New'] };
  const added = await addPerson(services, session, values, '2026-11-22');
  const id = 'id' in added ? added.id : '';
  const letterhead = { origin: 'http://localhost', locale: 'en-GB' };
  await invite(services, session, id, letterhead, newPress());
  await openRecord(services, session, id);
  const base = { organisationId: demoId };
  await prisma.term.create({
    data: { ...base, name: 'Autumn', effectiveFrom: now, effectiveTo: now },
  });
  await prisma.staffImport.create({ data: { ...base, createdById: person.id, counts: {} } });
  const found = { route: 'childline', verdict: 'right', details: '', auditEventId: person.id };
  await prisma.routeConfirmation.create({ data: { ...base, ...found, effectiveFrom: now } });
  await prisma.chainCheckpoint.create({
    data: { ...base, chain: 'audit', seq: 1n, removed: 0, hash: Buffer.alloc(32) },
  });
}

test('nothing of the demonstration stays in any table, nor anybody who played in it', async () => {
  await liveThrough();
  expect(await prisma.user.count()).toBeGreaterThan(0);
  expect(await removeDemo(database)).toBe(true);
  const left = Object.entries(await rowsOf(demoId)).filter(([, rows]) => rows.length > 0);
  expect(left).toEqual([]);
  expect(await prisma.organisation.count({ where: { isDemo: true } })).toBe(0);
  for (const table of ['users', 'accounts', 'proofs', 'two_factors', 'sessions', 'people'])
    expect((await pool.query(`SELECT FROM ${table}`)).rows, table).toEqual([]);
});

test('the demonstration of these tests holds rows of every table that one may hold', async () => {
  await liveThrough();
  const rows = await rowsOf(demoId);
  const empty = Object.keys(rows).filter((table) => rows[table]?.length === 0);
  // Scenarios are the library's, and nobody approves or clears anything in a demonstration.
  const library = ['scenario_guides', 'scenario_texts', 'scenario_versions', 'scenarios'];
  expect(empty.sort()).toEqual(['approvals', 'attempt_clearings', ...library]);
});

test('a real school and the library stay as they are, whatever they are called', async () => {
  await liveThrough();
  await setUpOrganisation(database, given, now, false);
  const school = await prisma.organisation.findFirstOrThrow({
    where: { name: given.organisation },
  });
  const colleague = await createPerson(database, { email: 'ruth@hill.example' }, school.id);
  await signIn(database, colleague, now);
  const everything = async () => [await rowsOf(school.id), await rowsOf(libraryId)];
  const before = await everything();
  await removeDemo(database);
  expect(await everything()).toEqual(before);
  expect(await prisma.user.findMany()).toMatchObject([{ id: colleague.userId }]);
  for (const { fault } of await verifyChains(database, 'audit')) expect(fault).toBeNull();
});

test('who works at a real school as well keeps their account', async () => {
  await setUpOrganisation(database, given, now, false);
  const school = await prisma.organisation.findFirstOrThrow({
    where: { name: given.organisation },
  });
  const { userId } = await createPerson(database, { email: 'ruth@hill.example' }, school.id);
  await createPerson(database, { userId }, demoId);
  await removeDemo(database);
  expect(await prisma.user.findMany()).toMatchObject([{ id: userId, email: 'ruth@hill.example' }]);
});

test('afterwards facts are guarded again', async () => {
  const guards = async () =>
    (
      await pool.query(
        `SELECT tgrelid::regclass::text AS name, tgname, tgenabled FROM pg_trigger
         WHERE NOT tgisinternal ORDER BY 1, 2`,
      )
    ).rows;
  const before = await guards();
  expect(before.length).toBeGreaterThan(10);
  await removeDemo(database);
  expect(await guards()).toEqual(before);
  const person = await createPerson(database);
  const touch = { where: { personId: person.id } };
  await expect(prisma.employmentSpell.deleteMany(touch)).rejects.toThrow(/facts/);
  await expect(
    prisma.employmentSpell.updateMany({ ...touch, data: { effectiveTo: now } }),
  ).rejects.toThrow(/facts/);
});

test('where it fails, all of it stays, and facts stay guarded', async () => {
  const before = await rowsOf(demoId);
  // Something of a demonstration that nobody has thought of yet.
  await pool.query('CREATE TABLE forgotten (of uuid REFERENCES organisations (id))');
  try {
    await pool.query('INSERT INTO forgotten VALUES ($1)', [demoId]);
    await expect(removeDemo(database)).rejects.toThrow();
    expect(await rowsOf(demoId)).toEqual(before);
    await expect(prisma.employmentSpell.deleteMany()).rejects.toThrow(/facts/);
  } finally {
    await pool.query('DROP TABLE forgotten');
  }
});

test('without a demonstration there is nothing to remove, and nothing is', async () => {
  await removeDemo(database);
  await setUpOrganisation(database, given, now, false);
  const school = await prisma.organisation.findFirstOrThrow({
    where: { name: given.organisation },
  });
  const before = await rowsOf(school.id);
  expect(await removeDemo(database)).toBe(false);
  expect(await rowsOf(school.id)).toEqual(before);
  expect((await tables()).length).toBeGreaterThan(15);
});
