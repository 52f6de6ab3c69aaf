import { beforeEach, expect, test } from 'vitest';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { tamper } from '#tests/factories/tamper.ts';
import { database } from '#tests/setup/database.ts';
import { endSession, type Session } from '../access/session.server.ts';
import { verifyChains } from '../chains/verify.server.ts';
import { exportCompliance } from '../compliance/compliance.server.ts';
import { erasePerson } from '../privacy/erase.server.ts';
import { auditCsv } from './csv.ts';
import { auditKinds, isAuditKind } from './kinds.ts';
import { exportAudit, listAudit, readAuditAsk } from './list.server.ts';
import { actorOf, recordAudit } from './record.server.ts';

const { prisma } = database;
const everything = { kind: null, before: null };
let services: TestServices;
let organisationId: string;
let lead: Session;

beforeEach(async () => {
  services = await createServices(database);
  organisationId = (await createOrganisation(database)).id;
  lead = await sessionOf('Nasreen Malik');
});

async function sessionOf(name: string, organisation = organisationId): Promise<Session> {
  const person = await createPerson(database, { name, roles: ['dsl', 'manager'] }, organisation);
  return (await signIn(database, person)).session;
}

const note = (session: Session, asAt = '2026-11-01') =>
  database.within(session.scope, (transaction) =>
    recordAudit(transaction, actorOf(session), {
      kind: 'compliance-exported',
      details: { asAt, lines: 3 },
    }),
  );
const kindsListed = async (ask = everything) =>
  (await listAudit(services, lead, ask)).lines.map(({ kind }) => kind);
const verdict = async () => (await verifyChains(database, 'audit'))[0];

test('signing in and out, and what is downloaded, is audited with who did it', async () => {
  const person = await createPerson(
    database,
    { name: 'Graham Pell', roles: ['manager'] },
    organisationId,
  );
  const { token, session } = await signIn(database, person);
  await exportCompliance(services, session, new URLSearchParams(), 'en-GB');
  await endSession(database, token, new Date());
  await endSession(database, token, new Date());
  const { lines } = await listAudit(services, lead, everything);
  expect(lines.map(({ kind, actor }) => [kind, actor])).toEqual([
    ['sign-out', { name: 'Graham Pell' }],
    ['compliance-exported', { name: 'Graham Pell' }],
    ['sign-in', { name: 'Graham Pell' }],
    ['sign-in', { name: 'Nasreen Malik' }],
  ]);
  expect(await verdict()).toMatchObject({ links: 4, fault: null });
});

test('an export that is refused is none, and is not audited', async () => {
  await exportCompliance(services, lead, new URLSearchParams({ asAt: 'never' }), 'en-GB');
  expect(await kindsListed()).toEqual(['sign-in']);
});

test('the export of the audit holds what was there, and then stands in it', async () => {
  const { lines } = await exportAudit(services, lead, { kind: null });
  expect(lines.map(({ kind }) => kind)).toEqual(['sign-in']);
  expect(await kindsListed()).toEqual(['audit-exported', 'sign-in']);
});

test('what fails leaves nothing in the audit', async () => {
  const failing = database.within(lead.scope, async (transaction) => {
    const details = { asAt: '2026-11-01', lines: 1 };
    await recordAudit(transaction, actorOf(lead), { kind: 'compliance-exported', details });
    throw new Error('the disk is full');
  });
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await kindsListed()).toEqual(['sign-in']);
  expect(await verdict()).toMatchObject({ links: 1, fault: null });
});

test('each organisation has its own, and nobody reads that of another', async () => {
  const other = (await createOrganisation(database)).id;
  await note(await sessionOf('Somebody Else', other));
  expect(await kindsListed()).toEqual(['sign-in']);
  const foreign = { ...lead, organisation: { ...lead.organisation, id: other } };
  expect((await listAudit(services, foreign, everything)).lines).toEqual([]);
  const forged = database.within(lead.scope, (transaction) =>
    recordAudit(
      transaction,
      { organisationId: other, personId: lead.person.id },
      { kind: 'sign-out', details: {} },
    ),
  );
  await expect(forged).rejects.toThrow();
});

test('one kind, and page after page, nothing twice and nothing left out', async () => {
  for (let time = 0; time < 60; time += 1) await note(lead);
  const exported = { kind: 'compliance-exported' as const, before: null };
  const first = await listAudit(services, lead, exported);
  expect(first.lines).toHaveLength(50);
  const second = await listAudit(services, lead, {
    ...exported,
    before: BigInt(first.older ?? 0),
  });
  expect(second).toMatchObject({ older: null, lines: { length: 10 } });
  const numbers = [...first.lines, ...second.lines].map(({ number }) => Number(number));
  expect(numbers).toEqual(Array.from({ length: 60 }, (_none, index) => 61 - index));
});

test.each([
  ['', everything],
  ['kind=nonsense&before=-1', everything],
  ['kind=constructor&before=1e9', everything],
  ['before=99999999999999999999', everything],
  ['kind=sign-in&before=7', { kind: 'sign-in', before: 7n }],
])('what is asked for is read from %j', (query, ask) => {
  expect(readAuditAsk(new URLSearchParams(query))).toEqual(ask);
});

test('events of the same moment make one chain without gaps', async () => {
  await Promise.all(Array.from({ length: 15 }, () => note(lead)));
  expect(await verdict()).toMatchObject({ links: 16, fault: null });
});

test.each([
  ['kind', `kind = 'sign-out'`, 'hash'],
  ['details', `details = details || '{"lines": 4}'`, 'hash'],
  ['recorded_at', `recorded_at = recorded_at - interval '1 microsecond'`, 'hash'],
  ['hash', 'hash = set_byte(hash, 3, get_byte(hash, 3) # 1)', 'hash'],
  [
    'previous_hash',
    'previous_hash = set_byte(previous_hash, 3, get_byte(previous_hash, 3) # 1)',
    'link',
  ],
])('one byte of %s changed by a superuser is named', async (_column, change, what) => {
  for (let time = 0; time < 3; time += 1) await note(lead);
  await tamper(`UPDATE audit_events SET ${change} WHERE seq = 2`);
  expect((await verdict())?.fault).toMatchObject({ seq: 2n, what });
});

test('an entry laid on somebody else, or taken out, is named', async () => {
  const other = await sessionOf('Graham Pell');
  await note(lead);
  await tamper(`UPDATE audit_subjects SET actor_id = '${other.person.id}'
    WHERE event_id = (SELECT id FROM audit_events WHERE seq = 3)`);
  expect((await verdict())?.fault).toMatchObject({ seq: 3n, what: 'subject' });
  await tamper('DELETE FROM audit_events WHERE seq = 2');
  expect((await verdict())?.fault).toMatchObject({ seq: 3n, what: 'gap' });
});

test('a name that is erased is gone from the list, and the chain still proves', async () => {
  await note(lead);
  await prisma.auditSubject.deleteMany({ where: { actorId: lead.person.id } });
  const { lines } = await listAudit(services, lead, everything);
  expect(lines.map(({ actor }) => actor)).toEqual([null, null]);
  expect(await verdict()).toMatchObject({ links: 2, fault: null });
  expect(auditCsv(lines, 'en-GB')).toContain('somebody whose name has been erased');
});

test('two people who were erased can be told apart, in the list and in the spreadsheet', async () => {
  const administrator = await createPerson(database, { roles: ['administrator'] }, organisationId);
  const { session } = await signIn(database, administrator);
  for (const name of ['Graham Pell', 'Imran Shah']) {
    const person = await createPerson(database, { name }, organisationId);
    await signIn(database, person);
    expect(await erasePerson(services, session, person.id)).toBe('erased');
  }
  const { lines } = await listAudit(services, lead, everything);
  const { lines: exported } = await exportAudit(services, lead, { kind: null });
  for (const told of [lines, exported]) {
    const erasures = told.filter(({ kind }) => kind === 'person-erased').toReversed();
    const [first, second] = erasures.map(({ number }) => ({ erasedIn: number }));
    expect(erasures.map(({ about }) => about)).toEqual([first, second]);
    const signIns = told.filter(
      ({ kind, actor }) => kind === 'sign-in' && 'erasedIn' in (actor ?? {}),
    );
    expect(signIns.map(({ actor }) => actor)).toEqual([second, first]);
    const csv = auditCsv(told, 'en-GB');
    expect(csv).toContain(`name has been erased (entry ${first?.erasedIn}) signed in`);
    expect(csv).toContain(`name has been erased (entry ${second?.erasedIn}) signed in`);
    expect(csv).not.toMatch(/Graham|Imran/);
  }
});

test('one person’s looks at one record are one line, each of them an entry', async () => {
  const { person } = await sessionOf('Graham Pell');
  const look = () =>
    database.within(lead.scope, (transaction) =>
      recordAudit(transaction, actorOf(lead), {
        kind: 'person-viewed',
        details: {},
        aboutId: person.id,
      }),
    );
  for (let time = 0; time < 60; time += 1) await look();
  const first = await listAudit(services, lead, everything);
  expect(first.lines.map(({ kind, times }) => [kind, times])).toEqual([['person-viewed', 50]]);
  const rest = await listAudit(services, lead, { kind: null, before: BigInt(first.older ?? 0) });
  expect(rest.lines.map(({ kind, times }) => [kind, times])).toEqual([
    ['person-viewed', 10],
    ['sign-in', 1],
    ['sign-in', 1],
  ]);
  expect((await exportAudit(services, lead, { kind: 'person-viewed' })).lines).toHaveLength(60);
});

test('days are said as people say them, and the times of the spreadsheet say whose they are', async () => {
  await note(lead, '2026-11-01');
  const { lines } = await exportAudit(services, lead, { kind: 'compliance-exported' });
  const csv = auditCsv(lines, 'en-GB');
  expect(csv).toContain('report as at 1 November 2026, 3 lines');
  expect(csv.split('\n')[0]).toContain('When (UTC)');
  expect(csv).toMatch(/\d{4}-\d\d-\d\dT[\d:.]+Z/);
});

test('no entry holds more than its kind allows', async () => {
  await note(lead);
  await exportAudit(services, lead, { kind: null });
  for (const { kind, details } of await prisma.auditEvent.findMany()) {
    if (!isAuditKind(kind)) throw new Error(`No kind is called ${kind}`);
    expect(auditKinds[kind].strict().parse(details)).toEqual(details);
  }
});

test('a name that looks like a formula stays a name in the spreadsheet', async () => {
  const schemer = await sessionOf('=HYPERLINK("https://example.org")');
  await note(schemer);
  const { lines } = await exportAudit(services, lead, { kind: 'compliance-exported' });
  expect(auditCsv(lines, 'en-GB')).toContain(`'=HYPERLINK`);
});
