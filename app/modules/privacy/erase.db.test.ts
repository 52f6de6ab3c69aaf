import { beforeEach, expect, test } from 'vitest';
import { dayIn } from '#app/platform/clock/dates.ts';
import { connectDatabase } from '#app/platform/database/client.ts';
import { connectionAs } from '#app/platform/database/roles.ts';
import { liveThrough } from '#tests/factories/live-through.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { rowsOf } from '#tests/factories/rows-of.ts';
import { connection, database } from '#tests/setup/database.ts';
import { testSecret } from '#tests/setup/test-database.ts';
import type { Role } from '../access/roles.ts';
import { scopeOf } from '../access/scope.ts';
import { findSession, type Session } from '../access/session.server.ts';
import { verifyChains } from '../chains/verify.server.ts';
import { exportCompliance } from '../compliance/compliance.server.ts';
import { codeOf } from '../records/certificate-code.ts';
import { verifyCertificate } from '../records/verify-certificate.server.ts';
import { erasePerson } from './erase.server.ts';
import { exportPerson } from './export.server.ts';
import { toHtml } from './html.tsx';

const { prisma, pool } = database;
let services: TestServices;
let organisationId: string;
let ada: Awaited<ReturnType<typeof createPerson>>;
let admin: Session;

beforeEach(async () => {
  services = await createServices(database);
  organisationId = (await createOrganisation(database)).id;
  ada = await live(organisationId);
  admin = await sessionOf('Olu Barraclough', ['administrator', 'dsl']);
});

/** Somebody to whom every kind of fact has happened, with all that names them. */
async function live(organisation: string) {
  await liveThrough(services, organisation);
  const { id } = await prisma.person.findFirstOrThrow({ where: { organisationId: organisation } });
  const email = `ada@${organisation}.example.org`;
  await prisma.person.updateMany({ where: { id }, data: { email, staffNumber: 'S 7' } });
  return prisma.person.findFirstOrThrow({ where: { id } });
}

async function sessionOf(name: string, roles: Role[], organisation = organisationId) {
  const person = await createPerson(database, { name, roles }, organisation);
  return (await signIn(database, person)).session;
}

const erase = (session = admin, id = ada.id) => erasePerson(services, session, id);

test('who somebody is and how they played is gone, and the facts stay', async () => {
  const before = await rowsOf(organisationId);
  expect(await erase()).toBe('erased');
  const after = await rowsOf(organisationId);
  const gone = ['attempt_events', 'attempt_clearings', 'invitations'];
  for (const table of gone) {
    expect(before[table]?.length).toBeGreaterThan(0);
    expect(after[table]).toEqual([]);
  }
  const stay = [
    'employment_spells',
    'role_memberships',
    'staff_group_memberships',
    'completions',
    'completion_subjects',
    'approvals',
    'requirements',
  ];
  for (const table of stay) expect(after[table]).toEqual(before[table]);
  expect(await prisma.session.count({ where: { personId: ada.id } })).toBe(0);
  expect(await prisma.person.findFirstOrThrow({ where: { id: ada.id } })).toMatchObject({
    name: '',
    sortName: '',
    email: null,
    staffNumber: null,
    userId: null,
    erasedAt: expect.any(Date),
  });
  for (const attempt of await prisma.attempt.findMany({ where: { personId: ada.id } }))
    expect(attempt).toMatchObject({
      snapshot: { erased: true },
      steps: 0,
      graveSteps: [],
      practiceFrom: 0,
      endedAt: null,
      rating: null,
    });
  expect(JSON.stringify(after)).not.toMatch(/Ada|Quill|S 7|go\.together/);
});

test('whose session it was is signed out', async () => {
  const { token } = await signIn(database, ada);
  await erase();
  expect(await findSession(database, token, new Date())).toBeNull();
});

test('a staff list that was read in and would bring the name back is gone with it', async () => {
  const plan = { changes: [{ personId: ada.id, name: 'Ada Quill' }] };
  const data = { organisationId, createdById: admin.person.id, counts: {} };
  await prisma.staffImport.create({ data: { ...data, plan } });
  const other = await prisma.staffImport.create({ data: { ...data, plan: { changes: [] } } });
  await erase();
  const left = await prisma.staffImport.findMany({ where: { createdById: admin.person.id } });
  expect(left.map(({ id }) => id)).toEqual([other.id]);
});

test('both chains still prove, and it stands in the audit', async () => {
  await erase();
  for (const chain of ['completions', 'audit'] as const)
    expect(await verifyChains(database, chain)).toMatchObject([{ fault: null }]);
  const entry = await prisma.auditEvent.findFirstOrThrow({
    where: { kind: 'person-erased' },
    include: { subject: true },
  });
  expect(entry.subject).toMatchObject({ actorId: admin.person.id, aboutId: ada.id });
});

test('what was reported of a day is reported of it still, about nobody', async () => {
  const report = async () => {
    const query = new URLSearchParams({ asAt: dayIn('Europe/London', new Date()) });
    const page = await exportCompliance(services, admin, query, 'en-GB');
    return { totals: page.totals, lines: page.lines.map(({ name: _name, ...line }) => line) };
  };
  const before = await report();
  expect(before.lines.map(({ standing }) => standing)).toContain('done');
  await erase();
  const after = await report();
  const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key);
  expect(after.totals).toEqual(before.totals);
  expect(after.lines.toSorted(byKey)).toEqual(before.lines.toSorted(byKey));
});

test('a certificate stays genuine, without a name', async () => {
  const { hash } = await prisma.completion.findFirstOrThrow();
  await erase();
  expect(await verifyCertificate(services, codeOf(hash), 'en-GB')).toMatchObject({
    result: 'genuine',
    certificate: { name: null },
  });
});

test('the account goes with the last person that a user is', async () => {
  const other = await createOrganisation(database);
  const { id } = await createPerson(database, { userId: ada.userId }, other.id);
  await erase();
  expect(await prisma.user.count({ where: { id: ada.userId ?? '' } })).toBe(1);
  const there = await sessionOf('Zadie Farne', ['administrator'], other.id);
  expect(await erase(there, id)).toBe('erased');
  expect(await prisma.user.count({ where: { id: ada.userId ?? '' } })).toBe(0);
});

test('an account that an organisation which has closed still knows is kept', async () => {
  const closed = await createOrganisation(database);
  const there = await createPerson(database, { userId: ada.userId }, closed.id);
  await signIn(database, there);
  await prisma.organisation.update({ where: { id: closed.id }, data: { closedAt: new Date() } });
  expect(await erase()).toBe('erased');
  expect(await prisma.user.count({ where: { id: ada.userId ?? '' } })).toBe(1);
});

test('an account that a session elsewhere was opened with is kept', async () => {
  const other = await createOrganisation(database);
  const { id: personId } = await createPerson(database, {}, other.id);
  const expiresAt = new Date();
  await prisma.session.create({
    data: {
      organisationId: other.id,
      personId,
      userId: ada.userId ?? '',
      tokenHash: Buffer.from('old'),
      expiresAt,
    },
  });
  expect(await erase()).toBe('erased');
  expect(await prisma.user.count({ where: { id: ada.userId ?? '' } })).toBe(1);
});

test('another organisation, and everybody else, is untouched', async () => {
  const other = (await createOrganisation(database)).id;
  await live(other);
  await createPerson(database, { name: 'Graham Pell' }, organisationId);
  const others = { organisationId, id: { not: ada.id } };
  const before = [await rowsOf(other), await prisma.person.findMany({ where: others })];
  await erase();
  expect([await rowsOf(other), await prisma.person.findMany({ where: others })]).toEqual(before);
});

test('erased once is erased: a second time finds nobody, and says so nowhere', async () => {
  await erase();
  const before = await rowsOf(organisationId);
  expect(await erase()).toBe('nothing');
  expect(await rowsOf(organisationId)).toEqual(before);
});

test('nobody erases themselves, and nobody without the permission erases anybody', async () => {
  expect(await erase(admin, admin.person.id)).toBe('refused');
  for (const role of ['learner', 'manager', 'dsl'] as const)
    expect(await erase(await sessionOf('Graham Pell', [role]))).toBe('refused');
  expect((await prisma.person.findFirstOrThrow({ where: { id: ada.id } })).name).toBe('Ada Quill');
});

test.each(['00000000-0000-4000-8000-00000000dead', 'nobody', ''])(
  'of %j there is nothing to erase',
  async (id) => {
    expect(await erase(admin, id)).toBe('nothing');
  },
);

test('nobody is erased across the wall', async () => {
  const elsewhere = (await createOrganisation(database)).id;
  expect(await erase(await sessionOf('Zadie Farne', ['administrator'], elsewhere))).toBe('nothing');
  const call = (scope: string) =>
    database.within(
      scopeOf(scope),
      (transaction) =>
        transaction.$queryRaw`SELECT erase_person(${organisationId}::uuid, ${ada.id}::uuid)::text`,
    );
  await expect(call(elsewhere)).rejects.toThrow('is not in scope');
  await expect(database.call('erase_person', [organisationId, ada.id])).rejects.toThrow(
    'is not in scope',
  );
  expect((await prisma.person.findFirstOrThrow({ where: { id: ada.id } })).name).toBe('Ada Quill');
});

test('facts cannot be deleted before, after or around it', async () => {
  const refusal = 'Rows of attempt_events are facts';
  await expect(pool.query('DELETE FROM attempt_events')).rejects.toThrow(refusal);
  await live((await createOrganisation(database)).id);
  await database.within(admin.scope, async (transaction) => {
    await transaction.$queryRaw`SELECT erase_person(${organisationId}::uuid, ${ada.id}::uuid)::text`;
    const [left] = await transaction.$queryRaw<object[]>`
      SELECT current_setting('signpost.forgets', true) AS setting`;
    expect(left).toEqual({ setting: '' });
  });
  await expect(pool.query('DELETE FROM attempt_events')).rejects.toThrow(refusal);
});

test.each(['signpost_app', 'signpost_jobs'] as const)(
  'whatever %s says it forgets, it may delete nothing',
  async (role) => {
    const asRole = connectDatabase(connectionAs(role, connection, testSecret));
    const client = await asRole.pool.connect();
    try {
      await client.query(`SELECT set_config('signpost.scope', $1, false)`, [`{${organisationId}}`]);
      await client.query(`SET signpost.forgets = 'attempt_events completions people'`);
      for (const table of ['attempt_events', 'completions', 'people', 'chain_checkpoints'])
        await expect(client.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
    } finally {
      client.release(true);
      await asRole.close();
    }
  },
);

test('the setting lets facts be deleted and never changed', async () => {
  const client = await pool.connect();
  try {
    await client.query(`SET signpost.forgets = 'attempt_events'`);
    const refusal = 'are facts';
    await expect(client.query('UPDATE attempt_events SET step = step')).rejects.toThrow(refusal);
    await expect(client.query('DELETE FROM attempt_clearings')).rejects.toThrow(refusal);
    await expect(client.query('DELETE FROM chain_checkpoints')).rejects.toThrow(refusal);
  } finally {
    client.release(true);
  }
});

test('a copy of somebody who was erased says so', async () => {
  await erase();
  const copy = await exportPerson(services, admin, ada.id);
  expect(copy && toHtml(copy, 'en-GB')).toContain(
    '<h1>What Signpost holds about a person whose name was erased</h1>',
  );
});
