import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { dateOf, dayOf } from '#app/platform/clock/dates.ts';
import { connectDatabase } from '#app/platform/database/client.ts';
import { connectionAs } from '#app/platform/database/roles.ts';
import { beginAttempt, takeSteps, walkthrough } from '#tests/factories/attempt.ts';
import { liveThrough } from '#tests/factories/live-through.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { rowsOf } from '#tests/factories/rows-of.ts';
import { tamper } from '#tests/factories/tamper.ts';
import { connection, database } from '#tests/setup/database.ts';
import { runCommand } from '#tests/setup/run-command.ts';
import { testSecret } from '#tests/setup/test-database.ts';
import { scopeOf } from '../access/scope.ts';
import { hashToken } from '../access/session.server.ts';
import { recordAudit } from '../audit/record.server.ts';
import { type Chain, verifyChains } from '../chains/verify.server.ts';
import { codeOf } from '../records/certificate-code.ts';
import { verifyCertificate } from '../records/verify-certificate.server.ts';
import { retentionTask, runRetention } from './retention.server.ts';

const { prisma } = database;
const jobs = connectDatabase(connectionAs('signpost_jobs', connection, testSecret));
afterAll(() => jobs.close());

const nothing = { people: 0, names: 0, sessions: 0, invitations: 0, imports: 0, links: 0 };
let services: TestServices;
let organisation: { id: string; slug: string };
/** When tests begin; what they record is recorded then. */
let now: Date;
const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
/** So late that whatever was recorded today is older than the one year that records are kept. */
const later = () => after(390);

beforeEach(async () => {
  services = await createServices(database);
  now = new Date();
  organisation = await createShort();
});

async function createShort() {
  const made = await createOrganisation(database);
  return prisma.organisation.update({ where: { id: made.id }, data: { recordsYears: 1 } });
}

const run = async (at = later(), dryRun = false) => {
  const reports = await runRetention(jobs, at, { dryRun });
  const report = reports.find((one) => one.organisation === organisation.slug);
  if (report?.outcome !== 'kept') throw new Error(JSON.stringify(reports));
  return report.removed;
};

type Person = Awaited<ReturnType<typeof createPerson>>;

/** Corrects when somebody is employed, as the last thing that was learned of it. */
async function employed(person: Person, from: Date, to: Date | null, recordedAt = now) {
  const whose = { organisationId: person.organisationId, personId: person.id };
  const spells = await prisma.employmentSpell.findMany({ where: whose });
  const replaced = spells.find(({ id }) => !spells.some(({ supersedes }) => supersedes === id));
  await prisma.employmentSpell.create({
    data: {
      ...whose,
      effectiveFrom: from,
      effectiveTo: to,
      recordedAt,
      supersedes: replaced?.id,
    },
  });
}

/** Somebody to whom everything happened, and who has left since. */
async function leaver(organisationId = organisation.id): Promise<Person> {
  await liveThrough(services, organisationId);
  const where = { organisationId, name: 'Ada Quill' };
  const person = await prisma.person.findFirstOrThrow({ where });
  await employed(person, dateOf('2025-09-01'), dateOf(dayOf(now)));
  return person;
}

const add = (name: string) => createPerson(database, { name }, organisation.id);
const goodPath = walkthrough('Good path, the signs noticed');

async function complete(person: Person) {
  await takeSteps(services, await beginAttempt(services, person), goodPath);
}

/** An entry that is kept as long as its person. */
const note = (actor: Person | null) =>
  database.within(scopeOf(organisation.id), (transaction) =>
    recordAudit(
      transaction,
      { organisationId: organisation.id, personId: actor?.id ?? null },
      { kind: 'audit-exported', details: { lines: 1 } },
    ),
  );
const proof = async (chain: Chain) =>
  (await verifyChains(jobs, chain)).find((one) => one.organisation === organisation.slug);
const names = async () =>
  (await prisma.person.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name);

test('who left longer ago than records are kept is gone, and all about them', async () => {
  const gone = await leaver();
  await complete(await add('Zadie Farne'));
  expect(await run()).toMatchObject({ people: 1 });
  expect(await names()).toEqual(['Zadie Farne']);
  expect(JSON.stringify(await rowsOf(organisation.id))).not.toContain(gone.id);
  expect(await prisma.user.count({ where: { id: gone.userId ?? '' } })).toBe(0);
  expect(await prisma.completionSubject.count()).toBe(1);
  expect(await proof('completions')).toMatchObject({ links: 1, fault: null });
});

test('what was removed stands in the audit, done by nobody', async () => {
  await leaver();
  const { people, names: named, links } = await run();
  const entry = await prisma.auditEvent.findFirstOrThrow({
    where: { kind: 'retention-kept' },
    include: { subject: true },
  });
  expect(entry.details).toEqual({ people, names: named, links });
  expect(entry.subject).toMatchObject({ actorId: null, aboutId: null });
});

test('six years are six years: the day before, somebody is there, and the day after not', async () => {
  await prisma.organisation.update({
    where: { id: organisation.id },
    data: { recordsYears: 6, timeZone: 'UTC' },
  });
  const sixYearsAgo = new Date(now);
  sixYearsAgo.setUTCFullYear(now.getUTCFullYear() - 6);
  const edge = dateOf(dayOf(sixYearsAgo));
  const before = new Date(edge.getTime() - 86_400_000);
  const longAgo = dateOf('2015-09-01');
  await employed(await add('Left that day'), longAgo, edge, edge);
  await employed(await add('Left the day before'), longAgo, before, edge);
  // The factory's own spell is recorded in 2025, and superseded by these.
  expect(await run(now)).toMatchObject({ people: 1 });
  expect(await names()).toEqual(['Left that day']);
});

test('who works here, will, came back, or is not known to have left is never touched', async () => {
  const longAgo = dateOf('2015-09-01');
  const left = dateOf('2017-09-01');
  await add('Works here');
  await employed(await add('Leaves next year'), longAgo, after(391));
  await employed(await add('Left just now'), longAgo, after(389));
  const back = await add('Came back');
  await employed(back, longAgo, left);
  const { organisationId, id: personId } = back;
  await prisma.employmentSpell.create({
    data: { organisationId, personId, effectiveFrom: dateOf('2025-09-01') },
  });
  const corrected = await add('Put right');
  await employed(corrected, longAgo, left);
  await employed(corrected, longAgo, null);
  await prisma.person.create({
    data: { organisationId: organisation.id, name: 'Never employed', sortName: '' },
  });
  const before = await names();
  expect(before).toHaveLength(6);
  expect(await run()).toEqual(nothing);
  expect(await names()).toEqual(before);
});

test('who still worked in an organisation that was closed goes when its time has passed', async () => {
  await add('Zadie Farne');
  const where = { id: organisation.id };
  await prisma.organisation.update({ where, data: { closedAt: now } });
  expect(await run(after(360))).toMatchObject({ people: 0 });
  expect(await run()).toMatchObject({ people: 1 });
  expect(await names()).toEqual([]);
});

test('a last day that was recorded lately can still be put right', async () => {
  await employed(await add('Typed wrong'), dateOf('2015-09-01'), dateOf('2016-09-01'));
  expect(await run(after(29))).toMatchObject({ people: 0 });
  expect(await names()).toEqual(['Typed wrong']);
  expect(await run(after(31))).toMatchObject({ people: 1 });
});

test('who was erased before goes when their time has passed', async () => {
  const gone = await leaver();
  await database.within(
    scopeOf(organisation.id),
    (transaction) =>
      transaction.$queryRaw`SELECT erase_person(${organisation.id}::uuid, ${gone.id}::uuid)::text`,
  );
  expect(await run()).toMatchObject({ people: 1 });
  expect(await prisma.person.count()).toBe(0);
});

test('a user who is somebody elsewhere keeps their account', async () => {
  const gone = await leaver();
  const other = await createOrganisation(database);
  const { id } = await createPerson(database, { userId: gone.userId }, other.id);
  await run();
  expect(await prisma.person.findMany()).toMatchObject([{ id, userId: gone.userId }]);
});

test('a trial says what a run does, and changes nothing', async () => {
  await leaver();
  await complete(await add('Zadie Farne'));
  const before = await rowsOf(organisation.id);
  const said = await run(later(), true);
  expect(await rowsOf(organisation.id)).toEqual(before);
  expect(await run()).toEqual(said);
  for (const count of Object.values(said)) expect(count).toBeGreaterThan(0);
});

test('a second run finds nothing more', async () => {
  await leaver();
  const stays = await add('Zadie Farne');
  await complete(stays);
  await note(stays);
  await run();
  const before = await rowsOf(organisation.id);
  expect(await run()).toEqual(nothing);
  expect(await rowsOf(organisation.id)).toEqual(before);
});

test('two runs at once remove everything once', async () => {
  await leaver();
  await note(await add('Zadie Farne'));
  const reports = await Promise.all([run(), run()]);
  expect(reports.map(({ people }) => people).sort()).toEqual([0, 1]);
  expect(await prisma.chainCheckpoint.count({ where: { removed: { gt: 0 } } })).toBe(2);
});

test('one organisation’s retention touches nothing of another', async () => {
  const other = await createShort();
  await leaver();
  await leaver(other.id);
  const before = await rowsOf(other.id);
  const call = 'SELECT apply_retention($1, $2, false)';
  await jobs.pool.query(call, [organisation.id, later()]);
  expect(await rowsOf(other.id)).toEqual(before);
  await expect(database.call('apply_retention', [other.id, later(), false])).rejects.toMatchObject({
    code: '42501',
  });
});

test('what keeps one organisation from its retention keeps no other', async () => {
  const gone = await leaver();
  const { id: personId } = await add('Zadie Farne');
  await tamper(
    `UPDATE employment_spells SET supersedes = (SELECT id FROM employment_spells
       WHERE person_id = '${gone.id}' AND supersedes IS NOT NULL)
     WHERE person_id = '${personId}'`,
  );
  await leaver((await createShort()).id);
  const reports = await runRetention(jobs, later(), { dryRun: false });
  expect(reports.map(({ outcome }) => outcome).sort()).toEqual(['fault', 'kept']);
  expect(await names()).toEqual(['Ada Quill', 'Zadie Farne']);
  await expect(retentionTask(jobs, later)()).rejects.toThrow(`${organisation.slug}: `);
});

test('after the days that logs are kept, nobody is named by having signed in', async () => {
  const person = await add('Zadie Farne');
  const { session } = await signIn(database, person);
  await note(person);
  await services.identity.endSessions(session.userId, null, 'changed', now);
  expect(await run(after(89))).toEqual(nothing);
  expect(await run(after(91))).toEqual({ ...nothing, names: 2, sessions: 1 });
  const named = await prisma.auditEvent.findMany({
    where: { subject: { actorId: person.id } },
    orderBy: { seq: 'asc' },
  });
  expect(named.map(({ kind }) => kind)).toEqual(['audit-exported']);
  expect(await proof('audit')).toMatchObject({ links: 4, fault: null });
});

test('sessions, invitations and staff lists that are over go, and those that are not stay', async () => {
  const { organisationId, id: personId, userId } = await add('Zadie Farne');
  const whose = { organisationId, personId };
  const session = (key: string, times: { expiresAt: Date; endedAt?: Date }) =>
    prisma.session.create({
      data: { ...whose, ...times, userId: userId ?? '', tokenHash: hashToken(key), device: key },
    });
  await session('ended', { expiresAt: after(0), endedAt: after(-91) });
  await session('expired', { expiresAt: after(-91) });
  await session('ended lately', { expiresAt: after(-91), endedAt: after(-89) });
  await session('open', { expiresAt: after(1) });
  const invitation = (
    sentBy: 'mail' | 'hand',
    times: { expiresAt: Date; usedAt?: Date; withdrawnAt?: Date },
  ) =>
    prisma.invitation.create({
      data: {
        ...whose,
        ...times,
        sentBy,
        email: 'x@y.example',
        tokenHash: hashToken(randomUUID()),
      },
    });
  await invitation('hand', { expiresAt: after(1), usedAt: after(-91) });
  await invitation('hand', { expiresAt: after(1), withdrawnAt: after(-91) });
  await invitation('hand', { expiresAt: after(-91) });
  await invitation('mail', { expiresAt: after(-89) });
  await invitation('mail', { expiresAt: after(1) });
  const staffList = (state: string, createdAt: Date, finishedAt?: Date) =>
    prisma.staffImport.create({
      data: { organisationId, createdById: personId, counts: {}, state, createdAt, finishedAt },
    });
  await staffList('planned', after(-8));
  await staffList('done', after(-92), after(-91));
  await staffList('failed', after(-91));
  await staffList('planned', after(-6));
  await staffList('running', after(-8));
  await staffList('done', after(-92), after(-89));
  expect(await run(now)).toEqual({ ...nothing, sessions: 2, invitations: 3, imports: 3 });
  const sessions = await prisma.session.findMany();
  expect(sessions.map(({ device }) => device).sort()).toEqual(['ended lately', 'open']);
  expect(await prisma.invitation.findMany()).toMatchObject([
    { sentBy: 'mail' },
    { sentBy: 'mail' },
  ]);
  const lists = await prisma.staffImport.findMany();
  expect(lists.map(({ state }) => state).sort()).toEqual(['done', 'planned', 'running']);
});

test('links that are about nobody any more leave a checkpoint, and the rest proves', async () => {
  await note(null);
  await leaver();
  const stays = await add('Zadie Farne');
  await complete(stays);
  await note(stays);
  await note(null);
  const [first, second] = await prisma.completion.findMany({ orderBy: { seq: 'asc' } });
  await run();
  expect(await prisma.completion.findMany()).toEqual([second]);
  expect(await prisma.chainCheckpoint.findMany({ where: { chain: 'completions' } })).toEqual([
    {
      organisationId: organisation.id,
      chain: 'completions',
      seq: 1n,
      hash: first?.hash,
      removed: 1n,
      recordedAt: later(),
    },
  ]);
  // Gone are an entry about nobody and those of signing in; what stays begins with one about somebody.
  const kinds = await prisma.auditEvent.findMany({ orderBy: { seq: 'asc' } });
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'audit-exported',
    'audit-exported',
    'retention-kept',
  ]);
  for (const chain of ['completions', 'audit'] as const)
    expect(await proof(chain)).toMatchObject({ fault: null });
  await complete(stays);
  expect(await proof('completions')).toMatchObject({ links: 2, fault: null });
  for (const { hash } of await prisma.completion.findMany())
    expect(await verifyCertificate(services, codeOf(hash), 'en-GB')).toMatchObject({
      result: 'genuine',
      certificate: { name: 'Zadie Farne' },
    });
  expect(
    await verifyCertificate(services, codeOf(first?.hash ?? new Uint8Array()), 'en-GB'),
  ).toEqual({ result: 'unknown' });
});

test('a link about nobody stays behind one that is about somebody, and while it is young', async () => {
  await complete(await add('Zadie Farne'));
  await leaver();
  expect(await run()).toMatchObject({ people: 1 });
  expect(await proof('completions')).toMatchObject({ links: 2, fault: null });
  await prisma.completionSubject.deleteMany();
  await run(after(360));
  expect(await prisma.completion.count()).toBe(2);
  await run();
  expect(await prisma.completion.count()).toBe(0);
});

test('a chain of which nothing is left goes on from its checkpoint', async () => {
  await leaver();
  await run();
  expect(await proof('completions')).toMatchObject({ links: 0, fault: null });
  await complete(await add('Zadie Farne'));
  expect(await prisma.completion.findMany()).toMatchObject([{ seq: 2n }]);
  expect(await proof('completions')).toMatchObject({ links: 1, fault: null });
});

test('of many checkpoints, the newest counts', async () => {
  const people = [await add('Graham Pell'), await add('Zadie Farne'), await add('Zoe Kowal')];
  for (const person of people) await complete(person);
  for (const { id } of people.slice(0, 2)) {
    await prisma.completionSubject.deleteMany({ where: { personId: id } });
    await run();
  }
  expect(await prisma.chainCheckpoint.count({ where: { chain: 'completions' } })).toBe(2);
  expect(await proof('completions')).toMatchObject({ links: 1, fault: null });
});

const newest = `chain = 'completions' AND seq = 2`;
test.each([
  ['taken away', `DELETE FROM chain_checkpoints WHERE ${newest}`, 3n, 'gap'],
  ['moved back', `UPDATE chain_checkpoints SET seq = 1, removed = 1 WHERE ${newest}`, 3n, 'gap'],
  ['moved on', `UPDATE chain_checkpoints SET seq = 3 WHERE ${newest}`, 3n, 'gap'],
  [
    'given another hash',
    `UPDATE chain_checkpoints SET hash = set_byte(hash, 7, get_byte(hash, 7) # 1) WHERE ${newest}`,
    3n,
    'link',
  ],
])('a checkpoint that was %s is found', async (_how, statement, seq, what) => {
  const people = [await add('Graham Pell'), await add('Zadie Farne'), await add('Zoe Kowal')];
  for (const person of people) await complete(person);
  for (const { id } of people.slice(0, 2))
    await prisma.completionSubject.deleteMany({ where: { personId: id } });
  await run();
  expect(await proof('completions')).toMatchObject({ links: 1, fault: null });
  await tamper(statement);
  expect((await proof('completions'))?.fault).toMatchObject({ seq, what });
});

test('a checkpoint that is wrong is found where no link is left, too', async () => {
  await leaver();
  await run();
  await tamper(`UPDATE chain_checkpoints SET hash = decode(repeat('ab', 32), 'hex')`);
  expect((await proof('completions'))?.fault).toMatchObject({ seq: 1n, what: 'gap' });
  await tamper('DELETE FROM chain_checkpoints');
  expect((await proof('completions'))?.fault).toMatchObject({ seq: 1n, what: 'gap' });
});

test('by a clock that went back, or jumped ahead, nothing is removed', async () => {
  await leaver();
  const before = await rowsOf(organisation.id);
  for (const wrong of [after(401), after(4000), after(-1)]) {
    const reports = await runRetention(jobs, wrong, { dryRun: false });
    expect(reports).toEqual([{ organisation: organisation.slug, outcome: 'wrong-clock' }]);
    await expect(retentionTask(jobs, () => wrong)()).rejects.toThrow('the clock looks wrong');
  }
  expect(await rowsOf(organisation.id)).toEqual(before);
});

test('an organisation where nothing happens any more is kept in order all the same', async () => {
  await leaver();
  await tamper(`UPDATE audit_events SET recorded_at = recorded_at - interval '3 years'`);
  const other = await createOrganisation(database);
  await signIn(database, await createPerson(database, {}, other.id));
  expect(await run()).toMatchObject({ people: 1 });
});

test('an organisation that knows of a later time is left alone, and no other', async () => {
  await leaver();
  const other = await createShort();
  await leaver(other.id);
  await tamper(
    `UPDATE audit_events SET recorded_at = recorded_at + interval '2 years'
     WHERE organisation_id = '${other.id}'`,
  );
  const outcomes = (await runRetention(jobs, later(), { dryRun: false })).map(
    (report) => [report.organisation, report.outcome] as const,
  );
  expect(new Map(outcomes)).toEqual(
    new Map([
      [organisation.slug, 'kept'],
      [other.slug, 'wrong-clock'],
    ]),
  );
});

test('the task keeps retention by the clock that it is given', async () => {
  await leaver();
  await retentionTask(jobs, later)();
  expect(await names()).toEqual([]);
});

test('where nothing was ever recorded there is nothing to keep', async () => {
  expect(await runRetention(jobs, later(), { dryRun: false })).toEqual([
    { organisation: organisation.slug, outcome: 'kept', removed: nothing },
  ]);
});

test('the command says what it would remove, removes it, and finds nothing more', async () => {
  await employed(await add('Typed right'), dateOf('2010-09-01'), dateOf('2011-09-01'), after(-31));
  const line = (said: string) => ({ code: 0, stdout: `${organisation.slug}  ${said}\n` });
  expect(await runCommand('retention', '--dry-run')).toEqual(line('would remove: people 1'));
  expect(await names()).toEqual(['Typed right']);
  expect(await runCommand('retention')).toEqual(line('removed: people 1'));
  expect(await runCommand('retention')).toEqual(line('nothing to remove'));
});

test('the command writes JSON, and ends with 1 where an organisation was left alone', async () => {
  await leaver();
  await tamper(`UPDATE audit_events SET recorded_at = recorded_at + interval '2 years'`);
  const { code, stdout } = await runCommand('retention', '--dry-run', '--json');
  expect(JSON.parse(stdout)).toEqual([{ organisation: organisation.slug, outcome: 'wrong-clock' }]);
  expect(code).toBe(1);
});
