import { beforeEach, expect, test } from 'vitest';
import { beginAttempt, newestVersion, takeSteps, walkthrough } from '#tests/factories/attempt.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { tamper } from '#tests/factories/tamper.ts';
import { database } from '#tests/setup/database.ts';
import { runCommand } from '#tests/setup/run-command.ts';
import { verifyChains } from './verify.server.ts';

let services: TestServices;
let organisation: Awaited<ReturnType<typeof createOrganisation>>;
const { prisma, pool } = database;
const goodPath = walkthrough('Good path, the signs noticed');

beforeEach(async () => {
  services = await createServices(database);
  organisation = await createOrganisation(database);
});

async function complete(organisationId = organisation.id) {
  const who = await beginAttempt(services, await createPerson(database, {}, organisationId));
  await takeSteps(services, who, goodPath);
  return who;
}

const verdict = async () => (await verifyChains(database, 'completions'))[0];

test('a chain of completions proves, and an organisation without any has nothing to prove', async () => {
  expect(await verifyChains(database, 'completions')).toEqual([
    { organisation: organisation.slug, links: 0, fault: null },
  ]);
  for (let time = 0; time < 3; time += 1) await complete();
  expect(await verdict()).toEqual({ organisation: organisation.slug, links: 3, fault: null });
});

test('ten people who complete at the same moment make one chain without gaps', async () => {
  const people = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const who = await beginAttempt(services, await createPerson(database, {}, organisation.id));
      await takeSteps(services, who, goodPath.slice(0, -1));
      return who;
    }),
  );
  await Promise.all(people.map((who) => takeSteps(services, who, [['next']], goodPath.length - 1)));
  const links = await prisma.completion.findMany({ orderBy: { seq: 'asc' } });
  expect(links.map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(await verdict()).toMatchObject({ links: 10, fault: null });
});

test('organisations have chains of their own, and a fault in one is no fault of the other', async () => {
  const other = await createOrganisation(database);
  await complete();
  await complete(other.id);
  await complete(other.id);
  await tamper(
    `UPDATE completions SET completed_at = completed_at - interval '1 day'
     WHERE organisation_id = '${other.id}' AND seq = 2`,
  );
  const reports = await verifyChains(database, 'completions');
  const byName = new Map(reports.map((report) => [report.organisation, report]));
  expect(byName.get(organisation.slug)).toMatchObject({ links: 1, fault: null });
  expect(byName.get(other.slug)).toMatchObject({ links: 2, fault: { seq: 2n, what: 'hash' } });
});

const flip = (column: string) => `${column} = set_byte(${column}, 7, get_byte(${column}, 7) # 1)`;
const nextId = (column: string) =>
  `${column} = overlay(${column}::text placing CASE WHEN ${column}::text LIKE '%a' THEN 'b' ELSE 'a' END from 36)::uuid`;

test.each([
  ['organisation_id', nextId('organisation_id'), 3n, 'gap'],
  ['seq', 'seq = 9', 3n, 'gap'],
  ['id', nextId('id'), 2n, 'hash'],
  ['scenario_organisation_id', nextId('scenario_organisation_id'), 2n, 'hash'],
  ['scenario_version_id', nextId('scenario_version_id'), 2n, 'hash'],
  ['approval_id', 'approval_id = gen_random_uuid()', 2n, 'hash'],
  ['completed_at', `completed_at = completed_at + interval '1 microsecond'`, 2n, 'hash'],
  ['recorded_at', `recorded_at = recorded_at - interval '1 microsecond'`, 2n, 'hash'],
  ['subject_digest', flip('subject_digest'), 2n, 'hash'],
  ['previous_hash', flip('previous_hash'), 2n, 'link'],
  ['hash', flip('hash'), 2n, 'hash'],
])('a change of %s behind our back is found', async (_column, change, seq, what) => {
  for (let time = 0; time < 3; time += 1) await complete();
  await tamper(`UPDATE completions SET ${change} WHERE seq = 2`);
  expect((await verdict())?.fault).toMatchObject({ seq, what });
});

test('every column of a completion is chained', async () => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = 'completions'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'organisation_id',
    'id',
    'seq',
    'scenario_organisation_id',
    'scenario_version_id',
    'approval_id',
    'completed_at',
    'recorded_at',
    'subject_digest',
    'previous_hash',
    'hash',
  ]);
});

test('an approval taken away from a completion is found', async () => {
  const version = await newestVersion(services);
  await prisma.approval.create({
    data: {
      organisationId: organisation.id,
      scenarioOrganisationId: version.organisationId,
      scenarioVersionId: version.id,
      approverName: 'Nasreen Malik',
      effectiveFrom: new Date('2025-01-01'),
    },
  });
  await complete();
  expect(await verdict()).toMatchObject({ links: 1, fault: null });
  await tamper('UPDATE completions SET approval_id = NULL');
  expect((await verdict())?.fault).toMatchObject({ seq: 1n, what: 'hash' });
});

test('a completion given to somebody else is found', async () => {
  for (let time = 0; time < 2; time += 1) await complete();
  await tamper(
    `UPDATE completion_subjects s SET person_id = (
       SELECT t.person_id FROM completion_subjects t WHERE t.person_id <> s.person_id LIMIT 1)
     WHERE completion_id = (SELECT id FROM completions WHERE seq = 2)`,
  );
  expect((await verdict())?.fault).toMatchObject({ seq: 2n, what: 'subject' });
});

test('a link removed from the middle is found', async () => {
  for (let time = 0; time < 3; time += 1) await complete();
  await tamper('DELETE FROM completions WHERE seq = 2');
  expect((await verdict())?.fault).toMatchObject({ seq: 3n, what: 'gap' });
});

test('the last link removed is found by the head', async () => {
  for (let time = 0; time < 3; time += 1) await complete();
  await tamper('DELETE FROM completions WHERE seq = 3');
  expect((await verdict())?.fault).toMatchObject({ seq: 3n, what: 'gap' });
});

test('every link removed is found by the head', async () => {
  await complete();
  await tamper('DELETE FROM completions');
  expect((await verdict())?.fault).toMatchObject({ seq: 1n, what: 'gap' });
});

test('a head that was removed or set back is found', async () => {
  for (let time = 0; time < 2; time += 1) await complete();
  await tamper('UPDATE chain_heads SET seq = 1');
  expect((await verdict())?.fault).toMatchObject({ what: 'gap' });
  await tamper('DELETE FROM chain_heads');
  expect((await verdict())?.fault).toMatchObject({ seq: 2n, what: 'gap' });
});

test('erasing whose completion it was leaves the chain proved', async () => {
  const whoms = [await complete(), await complete(), await complete()];
  await prisma.completionSubject.deleteMany({ where: { attemptId: whoms[1]?.id } });
  expect(await verdict()).toMatchObject({ links: 3, fault: null });
  await complete();
  expect(await verdict()).toMatchObject({ links: 4, fault: null });
});

test('two completions of one person share no digest', async () => {
  const person = await createPerson(database, {}, organisation.id);
  for (let time = 0; time < 2; time += 1)
    await takeSteps(services, await beginAttempt(services, person), goodPath);
  const digests = await prisma.completion.findMany({ select: { subjectDigest: true } });
  const different = new Set(digests.map((row) => Buffer.from(row.subjectDigest).toString('hex')));
  expect(different.size).toBe(2);
});

test('a step that cannot complete leaves no step and no link behind', async () => {
  const who = await beginAttempt(services, await createPerson(database, {}, organisation.id));
  await takeSteps(services, who, goodPath.slice(0, -1));
  await pool.query('ALTER TABLE chain_heads ADD CONSTRAINT broken CHECK (seq < 0) NOT VALID');
  try {
    const last = takeSteps(services, who, [['next']], goodPath.length - 1);
    await expect(last).rejects.toThrow('broken');
  } finally {
    await pool.query('ALTER TABLE chain_heads DROP CONSTRAINT broken');
  }
  expect(await prisma.attemptEvent.count()).toBe(goodPath.length - 1);
  expect(await prisma.completion.count()).toBe(0);
  await takeSteps(services, who, [['next']], goodPath.length - 1);
  expect(await verdict()).toMatchObject({ links: 1, fault: null });
});

const verifyByCommand = (...flags: string[]) => runCommand('records-verify', ...flags);

test('the command says a line for each organisation and ends with 0 when all is well', async () => {
  for (let time = 0; time < 2; time += 1) await complete();
  const { code, stdout } = await verifyByCommand();
  expect(stdout).toBe(`${organisation.slug}  2 links  ok\n`);
  expect(code).toBe(0);
});

test('the command names the first fault and ends with 1', async () => {
  for (let time = 0; time < 2; time += 1) await complete();
  await tamper(`UPDATE completions SET completed_at = now() + interval '1 day' WHERE seq = 1`);
  const { code, stdout } = await verifyByCommand();
  expect(stdout).toContain(`${organisation.slug}  2 links  FAULT at link 1:`);
  expect(code).toBe(1);
});

test('the command writes JSON that a machine can read', async () => {
  await complete();
  await tamper('DELETE FROM chain_heads');
  const { code, stdout } = await verifyByCommand('--json');
  expect(JSON.parse(stdout)).toEqual([
    { organisation: organisation.slug, links: 1, ok: false, fault: { link: 1, what: 'gap' } },
  ]);
  expect(code).toBe(1);
});
