import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { beginAttempt, newestVersion, takeSteps, walkthrough } from '#tests/factories/attempt.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { tamper } from '#tests/factories/tamper.ts';
import { database } from '#tests/setup/database.ts';
import { verifyChains } from '../chains/verify.server.ts';
import { openCertificate } from './certificate.server.ts';
import { codeOf, hashStartOf } from './certificate-code.ts';
import { listOwnRecords } from './own-records.server.ts';
import { verifyCertificate } from './verify-certificate.server.ts';

let services: TestServices;
let organisation: Awaited<ReturnType<typeof createOrganisation>>;
const { prisma, pool } = database;
const goodPath = walkthrough('Good path, the signs noticed');
const title = 'A picture is going round';

beforeEach(async () => {
  services = await createServices(database);
  organisation = await createOrganisation(database, { name: 'Hillcrest' });
});

/** Somebody who has completed the first scenario, and their certificate. */
async function complete(organisationId = organisation.id, name = 'Ada Quill') {
  const person = await createPerson(database, { name }, organisationId);
  const who = await beginAttempt(services, person);
  await takeSteps(services, who, goodPath);
  const [record] = (await listOwnRecords(services, who.session, 'en-GB')).records;
  const id = record?.id ?? '';
  const certificate = await openCertificate(services, who.session, id, 'en-GB');
  if (!certificate) throw new Error('There is no certificate of what was completed');
  return { ...who, id, attemptId: who.id, person, certificate };
}

async function approve(from = '2025-01-01') {
  const version = await newestVersion(services);
  return prisma.approval.create({
    data: {
      organisationId: organisation.id,
      scenarioOrganisationId: version.organisationId,
      scenarioVersionId: version.id,
      approverName: 'Nasreen Malik',
      effectiveFrom: new Date(from),
    },
  });
}

const verify = (typed: string) => verifyCertificate(services, typed, 'en-GB');
const resultOf = async (typed: string) => (await verify(typed)).result;

test('a certificate says who completed what, when, where, and with whose approval', async () => {
  await approve();
  const { certificate, version } = await complete();
  const { substance, kit, minutes, theme } = version.scenario.definition;
  expect(certificate).toEqual({
    number: '1',
    code: expect.stringMatching(/^(\w{4}-){4}\w{4}$/),
    name: 'Ada Quill',
    organisation: 'Hillcrest',
    isDemo: false,
    title,
    track: 'staff',
    theme,
    minutes,
    version: { number: 1, substance, kit, machine: expect.stringMatching(/^[0-9a-f]{8}$/) },
    completedAt: (await prisma.completion.findFirstOrThrow()).completedAt.toISOString(),
    approval: { name: 'Nasreen Malik', date: '2025-01-01' },
  });
});

test('a certificate without an approval says none, and a demonstration says that it is one', async () => {
  const demo = await createOrganisation(database, { isDemo: true });
  const { certificate } = await complete(demo.id);
  expect(certificate).toMatchObject({ approval: null, isDemo: true });
  expect(await verify(certificate.code)).toMatchObject({
    certificate: { isApproved: false, isDemo: true },
  });
});

test('an approval that came later, or was taken back since, changes no certificate', async () => {
  const before = await complete();
  const { id, ...same } = await approve();
  const during = await complete();
  await prisma.approval.create({
    data: { ...same, supersedes: id, effectiveTo: same.effectiveFrom },
  });
  const open = ({ session, id }: typeof before) => openCertificate(services, session, id, 'en-GB');
  expect((await open(before))?.approval).toBeNull();
  expect((await open(during))?.approval?.name).toBe('Nasreen Malik');
  expect(await verify(before.certificate.code)).toMatchObject({
    certificate: { isApproved: false },
  });
  expect(await verify(during.certificate.code)).toMatchObject({
    certificate: { isApproved: true },
  });
});

test('nobody opens the certificate of somebody else, wherever they are and whatever they may do', async () => {
  const { id } = await complete();
  const other = await createOrganisation(database);
  const roles = ['learner', 'manager', 'dsl'] as const;
  for (const place of [organisation.id, other.id]) {
    const person = await createPerson(database, { roles: [...roles] }, place);
    const { session } = await signIn(database, person);
    expect(await openCertificate(services, session, id, 'en-GB')).toBeNull();
  }
});

test('a person of two organisations opens in each what they completed there', async () => {
  const { id, session, person } = await complete();
  const there = await createPerson(database, { userId: person.userId });
  const elsewhere = await signIn(database, there);
  expect(await openCertificate(services, elsewhere.session, id, 'en-GB')).toBeNull();
  expect(await openCertificate(services, session, id, 'en-GB')).not.toBeNull();
});

test('an unknown completion has no certificate, and an attempt is no completion', async () => {
  const { session, attemptId } = await complete();
  for (const id of [randomUUID(), attemptId])
    expect(await openCertificate(services, session, id, 'en-GB')).toBeNull();
});

test('a code answers with what the public may see, and nothing else', async () => {
  await approve();
  const { certificate } = await complete();
  const [{ day } = { day: '' }] = (
    await pool.query<{ day: string }>(
      `SELECT (completed_at AT TIME ZONE 'Europe/London')::date::text AS day FROM completions`,
    )
  ).rows;
  expect(await verify(certificate.code)).toEqual({
    result: 'genuine',
    certificate: {
      code: certificate.code,
      name: 'Ada Quill',
      organisation: 'Hillcrest',
      isDemo: false,
      title,
      completedOn: day,
      isApproved: true,
    },
  });
});

const certificatesOf = async (code: string) =>
  (await pool.query<{ found: object }>('SELECT found FROM certificates_of($1) AS found', [code]))
    .rows;

test('what leaves the database for a code is these fields', async () => {
  const { certificate } = await complete();
  const rows = await certificatesOf(hashStartOf(certificate.code));
  expect(rows.map(({ found }) => Object.keys(found).sort())).toEqual([
    ['completedOn', 'isApproved', 'isDemo', 'name', 'organisation', 'scenarioId', 'slug'],
  ]);
});

test('the beginning of a code lists nobody', async () => {
  const { certificate } = await complete();
  const start = hashStartOf(certificate.code);
  for (const length of [0, 1, 24]) expect(await certificatesOf(start.slice(0, length))).toEqual([]);
});

test('each of many certificates, in several organisations, has a code of its own', async () => {
  const other = await createOrganisation(database, { name: 'Lowfield' });
  const names = ['Ada Quill', 'Ben Reed', 'Cara Singh'];
  const codes = new Set<string>();
  for (const place of [organisation, other])
    for (const name of names) {
      const { certificate } = await complete(place.id, name);
      codes.add(certificate.code);
      expect(await verify(certificate.code.toLowerCase().replaceAll('-', ' '))).toMatchObject({
        result: 'genuine',
        certificate: { name, organisation: place.name },
      });
    }
  expect(codes.size).toBe(6);
  for (const code of codes) expect(await resultOf(code)).toBe('genuine');
});

test('the code is found by index, however many completions there are', async () => {
  const client = await pool.connect();
  try {
    await client.query('SET enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT FROM certificates_of('${'0'.repeat(25)}')`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join()).toContain('completions_hash_idx');
  } finally {
    await client.query('RESET enable_seqscan');
    client.release();
  }
});

test('an erased name is gone from its certificate, which is genuine without it', async () => {
  const { certificate, session, id } = await complete();
  await prisma.completionSubject.deleteMany({ where: { completionId: id } });
  expect(await verify(certificate.code)).toMatchObject({
    result: 'genuine',
    certificate: { name: null, organisation: 'Hillcrest', title },
  });
  expect(await openCertificate(services, session, id, 'en-GB')).toBeNull();
});

test('a code that was never given is unknown, though one character away', async () => {
  const { certificate } = await complete();
  const last = certificate.code.endsWith('0') ? '1' : '0';
  expect(await verify(certificate.code.slice(0, -1) + last)).toEqual({ result: 'unknown' });
  expect(await verify('0000-0000-0000-0000-0000')).toEqual({ result: 'unknown' });
});

test.each([
  '',
  'certificate',
  '0000-0000',
  `'; DROP TABLE completions; --`,
  '\0',
  'x'.repeat(5_000),
])('%j is no code', async (typed) => {
  expect(await verify(typed)).toEqual({ result: 'unreadable' });
});

const flip = (column: string) => `${column} = set_byte(${column}, 31, get_byte(${column}, 31) # 1)`;

test.each([
  ['organisation', `organisation_id = gen_random_uuid()`],
  ['number', 'seq = 9'],
  ['id', 'id = gen_random_uuid()'],
  ['scenario', 'scenario_version_id = gen_random_uuid()'],
  ['approval', 'approval_id = gen_random_uuid()'],
  ['date', `completed_at = completed_at - interval '1 day'`],
  ['moment of recording', `recorded_at = recorded_at - interval '1 microsecond'`],
  ['digest', flip('subject_digest')],
  ['link before', flip('previous_hash')],
  ['hash, past what the code says', flip('hash')],
])('a changed %s is no longer genuine, as `records:verify` finds too', async (_what, change) => {
  const all = [await complete(), await complete(), await complete()];
  await tamper(`UPDATE completions SET ${change} WHERE seq = 2`);
  expect(await verify(all[1]?.certificate.code ?? '')).toEqual({ result: 'changed' });
  expect((await verifyChains(database, 'completions'))[0]?.fault).not.toBeNull();
});

test('a changed row that was given a hash to match does not answer to its code', async () => {
  const all = [await complete(), await complete(), await complete()];
  await tamper(
    `UPDATE completions SET completed_at = completed_at - interval '1 day' WHERE seq = 2`,
    `UPDATE completions c SET
       hash = sha256(previous_hash || convert_to(completion_link_text(c), 'UTF8')) WHERE seq = 2`,
  );
  expect(await resultOf(all[1]?.certificate.code ?? '')).toBe('unknown');
  // And the code that it would have now is betrayed by the link after it.
  const forged = await prisma.completion.findFirstOrThrow({ where: { seq: 2 } });
  expect(await resultOf(codeOf(forged.hash))).toBe('changed');
});

test('the last link that was given a hash to match is betrayed by the head', async () => {
  await complete();
  await tamper(
    `UPDATE completions SET completed_at = completed_at - interval '1 day'`,
    `UPDATE completions c SET
       hash = sha256(previous_hash || convert_to(completion_link_text(c), 'UTF8'))`,
  );
  const forged = await prisma.completion.findFirstOrThrow();
  expect(await resultOf(codeOf(forged.hash))).toBe('changed');
});

test('a completion given to somebody else is no longer genuine', async () => {
  const mine = await complete(organisation.id, 'Ada Quill');
  const theirs = await complete(organisation.id, 'Ben Reed');
  await tamper(
    `UPDATE completion_subjects SET person_id = '${theirs.person.id}'
     WHERE completion_id = '${mine.id}'`,
  );
  expect(await resultOf(mine.certificate.code)).toBe('changed');
  expect(await resultOf(theirs.certificate.code)).toBe('genuine');
});

test('a completion that was copied into another organisation makes neither genuine', async () => {
  const { certificate } = await complete();
  const other = await createOrganisation(database);
  await tamper(
    `INSERT INTO completions SELECT (jsonb_populate_record(c,
       '{"organisation_id": "${other.id}"}')).* FROM completions c`,
  );
  expect(await verify(certificate.code)).toEqual({ result: 'changed' });
});

test('a fault in one organisation leaves the certificates of another genuine', async () => {
  const other = await createOrganisation(database);
  const theirs = await complete(other.id);
  await complete();
  await tamper(`UPDATE completions SET seq = 7 WHERE organisation_id = '${organisation.id}'`);
  expect(await resultOf(theirs.certificate.code)).toBe('genuine');
});
