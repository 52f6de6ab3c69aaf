import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectDatabase } from '#app/platform/database/client.ts';
import { connectionAs } from '#app/platform/database/roles.ts';
import { prepareJobs } from '#app/platform/jobs/prepare.ts';
import { runJobsOnce } from '#app/platform/jobs/runner.ts';
import { createLog } from '#app/platform/log.ts';
import * as page from '#app/routes/people_.import/route.tsx';
import * as planPage from '#app/routes/people_.import_.$id/route.tsx';
import * as problemsFile from '#app/routes/people_.import_.$id_.problems[.]csv/route.tsx';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { connection, database } from '#tests/setup/database.ts';
import { testSecret } from '#tests/setup/test-database.ts';
import type { Role } from '../access/roles.ts';
import { findSession, type Session, whyEnded } from '../access/session.server.ts';
import { importStaff } from './import-command.server.ts';
import {
  applyStaffList,
  discardStaffList,
  openStaffList,
  readStaffList,
} from './import-list.server.ts';
import { applyImportTask, resumeImports } from './import-task.server.ts';
import { invite } from './invitations.server.ts';
import { newPress } from './press.server.ts';

const asApp = connectDatabase(connectionAs('signpost_app', connection, testSecret));
const asJobs = connectionAs('signpost_jobs', connection, testSecret);
const { prisma } = database;
const log = createLog('silent');
const longAgo = new Date('2025-09-01T00:00:00Z');

let services: TestServices;
let organisationId: string;
let session: Session;
let token: string;

beforeAll(() => prepareJobs(connection));
afterAll(() => asApp.close());
beforeEach(async () => {
  await database.pool.query('TRUNCATE graphile_worker._private_jobs');
  services = await createServices(database);
  organisationId = (await createOrganisation(database, { name: 'Own School' })).id;
  await enter('administrator');
});

async function enter(role: Role) {
  const roles: Role[] = ['learner', role];
  const person = await createPerson(database, { name: `The ${role}`, roles }, organisationId);
  ({ token, session } = await signIn(database, person));
  return person;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const many = (count: number) =>
  [
    'Staff number,Name,Email,Groups',
    ...Array.from(
      { length: count },
      (_, n) => `${n},Person ${n},p${n}@b.example,${n % 2 ? 'Teaching' : 'teaching; Year 7'}`,
    ),
  ].join('\n');

async function read(text: string, leaversAreAbsent = false) {
  const list = { bytes: bytes(text), mapping: {}, leaversAreAbsent };
  const made = await readStaffList(services, session, list);
  if ('problem' in made) throw new Error(made.problem);
  return made.id;
}

const task = (payload: unknown) => applyImportTask(asApp, services.clock)(payload);
const runJobs = (apply = task) =>
  runJobsOnce({ connection: asJobs, tasks: { 'apply-import': apply }, log });
const open = (id: string) => openStaffList(services, session, id);
const countsNow = async (text: string, leaversAreAbsent = false) =>
  (await open(await read(text, leaversAreAbsent))).counts;

async function bringIn(text: string, leaversAreAbsent = false) {
  const id = await read(text, leaversAreAbsent);
  const { left } = (await open(id)).counts;
  expect(await applyStaffList(services, session, id, left)).toBe('running');
  await runJobs();
  return open(id);
}

const audited = async () =>
  (
    await prisma.auditEvent.findMany({
      where: { organisationId, kind: { in: ['people-imported', 'person-left'] } },
      include: { subject: true },
      orderBy: { seq: 'asc' },
    })
  ).map(({ kind, details, subject }) => ({ kind, details, actorId: subject?.actorId }));

/** All facts of an organisation, to see that nothing of it changed. */
async function fingerprint(of = organisationId) {
  const tables = ['people', 'employment_spells', 'role_memberships', 'staff_groups'];
  const prints: unknown[] = [];
  for (const table of [...tables, 'staff_group_memberships', 'audit_events']) {
    const text = `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS print FROM ${table} t WHERE organisation_id = $1`;
    prints.push((await database.pool.query(text, [of])).rows[0].print);
  }
  return prints;
}

test('two thousand staff come in with progress to see, and the same file again changes nothing', async () => {
  const file = many(2_000);
  const id = await read(file);
  expect(await open(id)).toMatchObject({
    state: 'planned',
    counts: { added: 2_000, changed: 0, problems: 0 },
  });
  expect(await applyStaffList(services, session, id)).toBe('running');
  const seen = new Set<number>();
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const { state, done, total } = await open(id);
      if (state === 'running') seen.add(done);
      expect(total).toBe(2_000);
    }
  })();
  await runJobs();
  isOver = true;
  await watching;
  expect([...seen].filter((done) => done > 0 && done < 2_000).length).toBeGreaterThan(1);
  expect(await open(id)).toMatchObject({ state: 'done', done: 2_000, stored: null });
  expect(await prisma.person.count({ where: { organisationId } })).toBe(2_001);
  const groups = await prisma.staffGroup.findMany({ where: { organisationId } });
  expect(groups.map(({ name }) => name.toLowerCase()).sort()).toEqual(['teaching', 'year 7']);
  expect(await audited()).toEqual([
    {
      kind: 'people-imported',
      details: { added: 2_000, changed: 0, left: 0, returned: 0 },
      actorId: session.person.id,
    },
  ]);
  const before = await fingerprint();
  expect(await countsNow(file)).toMatchObject({ added: 0, changed: 0, left: 0, unchanged: 2_000 });
  expect(await fingerprint()).toEqual(before);
});

test('twenty thousand rows are planned and shown', async () => {
  const id = await read(many(20_000));
  expect((await open(id)).counts).toMatchObject({ added: 20_000, problems: 0 });
  const shown = await planPage.loader(await asked(`/people/import/${id}`, { id }));
  expect(shown.plan?.lists.map(({ lines }) => lines.length)).toEqual([200, 0, 0, 0]);
});

const later = new Date(Date.now() + 400 * 24 * 60 * 60_000).toISOString().slice(0, 10);

test('changes, leavers and returners are done as a person would, and once', async () => {
  await bringIn(
    'Staff number,Name,Email,Groups,Start date\n1,Ada Quill,ada@b.example,PE,2020-09-01\n' +
      '2,Ben Reed,ben@b.example,PE,2020-09-01\n3,Cy Stone,cy@b.example,Office,2020-09-01',
  );
  const file = `Staff number,Name,Email,Groups,Start date,End date
1,Ada Marsh,ada.marsh@b.example,pe; Office,2020-09-01,
2,Ben Reed,ben@b.example,PE,2020-09-01,2025-08-31
3,Cy Stone,cy@b.example,Office,2020-09-01,${later}`;
  expect((await bringIn(file)).counts).toMatchObject({ changed: 1, left: 2, unchanged: 0 });
  expect(await countsNow(file)).toMatchObject({ changed: 0, left: 0, unchanged: 3 });
  const people = await prisma.person.findMany({
    where: { organisationId, staffNumber: { not: null } },
    orderBy: { staffNumber: 'asc' },
    include: { spells: true, roles: true, groupMemberships: { include: { staffGroup: true } } },
  });
  const [ada, ben, cy] = people;
  expect(ada).toMatchObject({
    name: 'Ada Marsh',
    sortName: 'Marsh, Ada',
    email: 'ada.marsh@b.example',
  });
  expect(ada?.groupMemberships.map((one) => one.staffGroup.name).sort()).toEqual(['Office', 'PE']);
  const replaced = ben?.spells.find(({ supersedes }) => supersedes === null);
  const end = new Date('2025-09-01');
  expect(ben?.spells).toContainEqual(
    expect.objectContaining({ supersedes: replaced?.id, effectiveTo: end }),
  );
  expect(ben?.roles).toContainEqual(expect.objectContaining({ effectiveTo: end }));
  expect(ben?.groupMemberships).toContainEqual(expect.objectContaining({ effectiveTo: end }));
  expect(cy?.roles.filter(({ effectiveTo }) => effectiveTo !== null)).toHaveLength(1);
  const back = file.replace('2020-09-01,2025-08-31', '2026-01-05,');
  expect((await bringIn(back)).counts).toMatchObject({ returned: 1, changed: 1, unchanged: 2 });
  expect(await countsNow(back)).toMatchObject({ returned: 0, changed: 0, unchanged: 3 });
});

test('people leave by a list only when whoever brings it in has said how many', async () => {
  await bringIn('Name,Email\nAda,ada@b.example\nBen,ben@b.example\nCy,cy@b.example');
  const id = await read('Name,Email\nAda,ada@b.example', true);
  const before = await fingerprint();
  for (const said of [undefined, 0, 1, 3, Number.NaN])
    expect(await applyStaffList(services, session, id, said)).toBe('unsure');
  const press = async (fields: Record<string, string>) =>
    planPage.action(
      await asked(
        `/people/import/${id}`,
        { id },
        new URLSearchParams({ intent: 'apply', ...fields }).toString(),
        'application/x-www-form-urlencoded',
      ),
    );
  for (const fields of [{}, { leavers: '' }, { leavers: 'on' }, { leavers: '1' }])
    expect(await press(fields as Record<string, string>)).toMatchObject({
      data: { isUnsure: true },
      init: { status: 400 },
    });
  await runJobs();
  expect(await fingerprint()).toEqual(before);
  expect(await press({ leavers: '2' })).toMatchObject({ status: 303 });
  await runJobs();
  expect(await open(id)).toMatchObject({ state: 'done', counts: { left: 2 } });
});

test('who gets another address by a list, or leaves by it, is invited no more at the old one', async () => {
  await bringIn(
    'Staff number,Name,Email,Start date\n1,Ada,ada@b.example,2020-09-01\n2,Ben,ben@b.example,2020-09-01\n3,Cy,cy@b.example,2020-09-01',
  );
  const people = await prisma.person.findMany({ where: { staffNumber: { not: null } } });
  const letterhead = { origin: 'https://signpost.example', locale: 'en-GB' };
  for (const { id } of people) await invite(services, session, id, letterhead, newPress());
  await bringIn(
    'Staff number,Name,Email,End date\n1,Ada Reed,ada@b.example,\n2,Ben,ben.new@b.example,\n3,Cy,cy@b.example,2026-01-31',
  );
  const open = await prisma.invitation.findMany({ where: { withdrawnAt: null } });
  expect(open.map(({ email }) => email)).toEqual(['ada@b.example']);
});

test('the session of a leaver is over, and that somebody with a part left is audited', async () => {
  const email = 'author@b.example';
  const author = await createPerson(
    database,
    { roles: ['learner', 'author'], email },
    organisationId,
  );
  const learner = await createPerson(database, { email: 'x@b.example' }, organisationId);
  const { token: theirs } = await signIn(database, author);
  const { token: other } = await signIn(database, learner);
  await bringIn(
    `Name,Email,End date\nAda Quill,${email},2026-01-31\nAda Quill,x@b.example,${later}`,
  );
  expect(await whyEnded(database, theirs)).toBe('left');
  expect(await whyEnded(database, other)).toBeNull();
  expect(await findSession(database, other, new Date())).not.toBeNull();
  expect((await audited()).map(({ kind, details }) => [kind, details])).toEqual([
    ['person-left', { on: '2026-02-01' }],
    ['people-imported', { added: 0, changed: 0, left: 2, returned: 0 }],
  ]);
});

test('nobody of another organisation is known, changed or shown', async () => {
  const foreign = (await createOrganisation(database, { name: 'Foreign School' })).id;
  const stranger = await createPerson(database, { email: 'ada@b.example' }, foreign);
  await prisma.person.updateMany({ where: { id: stranger.id }, data: { staffNumber: '7' } });
  await prisma.staffGroup.create({ data: { organisationId: foreign, name: 'PE' } });
  const before = await fingerprint(foreign);
  const made = await bringIn('Staff number,Name,Email,Groups\n7,Ada Reed,ada@b.example,PE\n');
  expect(made).toMatchObject({ state: 'done', counts: { added: 1, changed: 0 } });
  expect(await fingerprint(foreign)).toEqual(before);
  const own = await read('Name,Email\nBen Reed,ben@b.example');
  const theirs = await createPerson(database, { roles: ['administrator'] }, foreign);
  const intruder = (await signIn(database, theirs)).session;
  for (const attempt of [openStaffList, applyStaffList, discardStaffList])
    await expect(attempt(services, intruder, own)).rejects.toMatchObject({ status: 404 });
  // A job that names an import of another organisation finds none.
  const theirRows = await fingerprint(foreign);
  await prisma.staffImport.updateMany({ where: { id: own }, data: { state: 'running' } });
  await task({ organisationId: foreign, importId: own });
  expect(await fingerprint(foreign)).toEqual(theirRows);
  expect((await open(own)).state).toBe('running');
});

test('only whoever brought a list in sees it', async () => {
  const id = await read('Name,Email\nBen Reed,ben@b.example');
  await enter('manager');
  await expect(open(id)).rejects.toMatchObject({ status: 404 });
  await expect(open('nonsense')).rejects.toMatchObject({ status: 404 });
});

test('confirmed twice, a plan is carried out once', async () => {
  const id = await read(many(3));
  const answers = await Promise.all([1, 2].map(() => applyStaffList(services, session, id)));
  expect(answers.sort()).toEqual(['over', 'running']);
  await Promise.all([1, 2].map(() => task({ organisationId, importId: id })));
  await runJobs();
  expect(await prisma.person.count({ where: { organisationId } })).toBe(4);
  expect(await audited()).toHaveLength(1);
  expect(await applyStaffList(services, session, id)).toBe('over');
});

test('a plan that is more than a day old, or thrown away, is not carried out', async () => {
  const [old, discarded] = [await read(many(1)), await read(many(1))];
  await prisma.staffImport.updateMany({
    where: { id: old },
    data: { createdAt: new Date(Date.now() - 25 * 60 * 60_000) },
  });
  expect(await applyStaffList(services, session, old)).toBe('expired');
  await discardStaffList(services, session, discarded);
  expect(await applyStaffList(services, session, discarded)).toBe('over');
  expect(await open(discarded)).toMatchObject({
    state: 'failed',
    stored: null,
    counts: { because: 'discarded' },
  });
  await runJobs();
  expect(await prisma.person.count({ where: { organisationId } })).toBe(1);
});

const addedMeanwhile = () =>
  createPerson(database, { name: 'Person 0', email: 'p0@b.example' }, organisationId);

test('what changed before it was confirmed is shown anew, and nothing is done', async () => {
  const id = await read(many(2));
  await addedMeanwhile();
  expect(await applyStaffList(services, session, id)).toBe('changed');
  const { state, stored, counts } = await open(id);
  expect([state, stored?.hasChanged, counts.added, counts.changed]).toEqual([
    'planned',
    true,
    1,
    1,
  ]);
  expect(await applyStaffList(services, session, id)).toBe('running');
});

test('what changed before it was carried out is shown anew, and nothing is done', async () => {
  const id = await read(many(2));
  await applyStaffList(services, session, id);
  await addedMeanwhile();
  const before = await fingerprint();
  await runJobs();
  expect(await open(id)).toMatchObject({ state: 'planned', stored: { hasChanged: true } });
  expect(await fingerprint()).toEqual(before);
});

test('somebody who was renamed before it was carried out keeps that name until it is looked at', async () => {
  const ada = { organisationId, email: 'a@b.example' };
  await createPerson(database, { email: ada.email }, organisationId);
  const id = await read('Name,Email\nAda Reed,a@b.example');
  await applyStaffList(services, session, id);
  await prisma.person.updateMany({ where: ada, data: { name: 'Ada Stone' } });
  await runJobs();
  expect(await prisma.person.count({ where: { ...ada, name: 'Ada Stone' } })).toBe(1);
  expect((await open(id)).stored?.plan.changes).toMatchObject([{ before: { name: 'Ada Stone' } }]);
});

test('somebody who takes an address while it is carried out wins, and nothing else stands', async () => {
  const id = await read(many(450));
  await applyStaffList(services, session, id);
  // Not committed yet, so that nobody sees it; the last batch waits for it.
  const blocker = await database.pool.connect();
  await blocker.query('BEGIN');
  await blocker.query(
    `INSERT INTO people (organisation_id, name, sort_name, email) VALUES ($1, 'X', 'X', 'p440@b.example')`,
    [organisationId],
  );
  const running = runJobs();
  await expect.poll(async () => (await open(id)).done, { timeout: 20_000 }).toBe(400);
  await blocker.query('COMMIT');
  blocker.release();
  await running;
  expect(await open(id)).toMatchObject({ state: 'planned', stored: { hasChanged: true } });
  expect(await prisma.person.count({ where: { organisationId } })).toBe(2);
});

test('a job that breaks in the middle leaves nothing, and says so', async () => {
  const id = await read(many(450));
  await applyStaffList(services, session, id);
  const before = await fingerprint();
  await database.pool.query(
    `CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN IF NEW.name = 'Person 440' THEN RAISE 'Broken'; END IF; RETURN NEW; END $$;
     CREATE TRIGGER break_it BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION break_it()`,
  );
  try {
    await expect(task({ organisationId, importId: id })).rejects.toThrow();
  } finally {
    await database.pool.query('DROP TRIGGER break_it ON people; DROP FUNCTION break_it()');
  }
  expect(await fingerprint()).toEqual(before);
  expect(await open(id)).toMatchObject({ state: 'failed', counts: { because: 'fault' } });
  await runJobs();
  expect(await fingerprint()).toEqual(before);
});

test('a job whose connection is cut leaves nothing, and is taken up at the next start', async () => {
  const id = await read(many(450));
  await applyStaffList(services, session, id);
  const before = await fingerprint();
  const dying = applyImportTask(asApp, () => {
    void database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE usename = 'signpost_app' AND datname = current_database() AND state <> 'idle'`,
    );
    return new Date();
  });
  await expect(dying({ organisationId, importId: id })).rejects.toThrow();
  expect(await fingerprint()).toEqual(before);
  expect(await open(id)).toMatchObject({ state: 'running' });
  await database.pool.query('TRUNCATE graphile_worker._private_jobs');
  const jobs = connectDatabase(asJobs);
  await resumeImports(jobs);
  await jobs.close();
  await runJobs();
  expect(await open(id)).toMatchObject({ state: 'done' });
  expect(await prisma.person.count({ where: { organisationId } })).toBe(451);
});

test('a manager changes nobody who sees others’ records; an administrator does', async () => {
  const email = 'lead@b.example';
  await createPerson(database, { name: 'Lead', roles: ['dsl'], email }, organisationId);
  const file = `Name,Email\nLead Reed,${email}\nNew One,new@b.example`;
  expect(await countsNow(file)).toMatchObject({ added: 1, changed: 1, problems: 0 });
  await enter('manager');
  const id = await read(file);
  expect(await open(id)).toMatchObject({
    counts: { added: 1, changed: 0, problems: 1 },
    stored: { plan: { problems: [{ line: 2, problem: 'guarded', value: 'Lead Reed' }] } },
  });
  await applyStaffList(services, session, id);
  await runJobs();
  expect(await prisma.person.count({ where: { organisationId, name: 'Lead' } })).toBe(1);
  expect(await prisma.person.count({ where: { organisationId, name: 'New One' } })).toBe(1);
});

test('the last administrator never leaves by a staff list', async () => {
  const me = { id: session.person.id };
  await prisma.person.updateMany({ where: me, data: { email: 'me@b.example' } });
  const made = await bringIn(
    'Name,Email,End date\nThe administrator,me@b.example,2026-01-31\nB,b@b.example,',
  );
  expect(made.counts).toMatchObject({ added: 1, left: 0, problems: 1 });
  expect(await findSession(database, token, new Date())).not.toBeNull();
});

test('the command plans, applies, and the second time changes nothing', async () => {
  const given = {
    bytes: bytes(many(3)),
    mapping: {},
    organisation: undefined,
    leaversAreAbsent: false,
    now: new Date(),
  };
  const steps: number[] = [];
  const onProgress = (done: number) => steps.push(done);
  const run = (apply: boolean) =>
    importStaff({ owner: database, app: asApp }, { ...given, apply, onProgress });
  expect(await run(false)).toMatchObject({ isApplied: false, plan: { adds: { length: 3 } } });
  expect(await prisma.person.count({ where: { organisationId } })).toBe(1);
  expect(await run(true)).toMatchObject({ isApplied: true, plan: { adds: { length: 3 } } });
  expect(await run(true)).toMatchObject({ plan: { adds: [], unchanged: 3 } });
  expect(steps).toEqual([3]);
  await createOrganisation(database);
  await expect(run(false)).rejects.toThrow('--organisation');
});

async function asked(path: string, params = {}, body?: FormData | string, type?: string) {
  const request = new Request(`http://localhost${path}`, {
    headers: {
      Cookie: await services.cookies.session.serialize(token),
      ...(type && { 'Content-Type': type }),
    },
    ...(body !== undefined && { method: 'POST', body }),
  });
  return { request, params, context: { services } } as unknown as ActionFunctionArgs;
}

function formOf(file: string | Uint8Array | null, fields: Record<string, string> = {}) {
  const form = new FormData();
  const content = typeof file === 'string' ? file : new Uint8Array(file ?? []);
  if (file !== null) form.set('file', new File([content], 'staff.csv'));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

type Answered = {
  id?: string;
  status?: number;
  problems?: string[];
  headers?: string[] | null;
  mapping?: Record<string, string>;
  leaversAreAbsent?: boolean;
};

async function send(body: FormData | string, type?: string): Promise<Answered> {
  const answer = await page.action(await asked('/people/import', {}, body, type));
  if ('data' in answer) return { status: answer.init?.status, ...answer.data };
  return { id: answer.headers.get('Location')?.split('/').at(-1) };
}

test('a list is sent, looked at and confirmed, page by page', async () => {
  const { id = '' } = await send(formOf('Name,Email,Shoe size\nZoë 👩🏽‍🏫,zoe@b.example,38'));
  const shown = await planPage.loader(await asked(`/people/import/${id}`, { id }));
  expect(shown.plan).toMatchObject({
    ignoredHeaders: ['Shoe size'],
    lists: [{ kind: 'added', lines: [{ line: 2, name: 'Zoë 👩🏽‍🏫' }] }, {}, {}, {}],
  });
  const press = async (intent: string) =>
    planPage.action(
      await asked(
        `/people/import/${id}`,
        { id },
        new URLSearchParams({ intent }).toString(),
        'application/x-www-form-urlencoded',
      ),
    );
  expect(await press('nonsense')).toMatchObject({ init: { status: 400 } });
  expect(await press('apply')).toMatchObject({ status: 303 });
  const running = await planPage.loader(await asked(`/people/import/${id}`, { id }));
  expect(running).toMatchObject({ state: 'running', total: 1, plan: null });
  expect(await press('discard')).toMatchObject({ status: 303 });
  await runJobs();
  expect((await open(id)).state).toBe('done');
});

test('problems are told by line, on the page and as a file', async () => {
  const { id = '' } = await send(
    formOf('Full name,E-mail\nAda,a@b.example\nBen,A@b.example\n"=1+1",c@b.example\nDi,di'),
  );
  const shown = await planPage.loader(await asked(`/people/import/${id}`, { id }));
  expect(shown.plan?.problems).toEqual([
    {
      line: 3,
      says: '“a@b.example” in “E-mail” is in line 2 already. Remove one of the two lines.',
    },
    {
      line: 4,
      says: expect.stringMatching(/^The cell in “Full name” has =1\+1 in it/),
    },
    { line: 5, says: expect.stringContaining('“di” in “E-mail” does not look like') },
  ]);
  const file = await problemsFile.loader(await asked(`/people/import/${id}/problems.csv`, { id }));
  const text = await file.text();
  expect(text.split('\r\n')).toHaveLength(5);
  expect(text).toContain("'=1+1");
});

test.each<[string, FormData | string, number, string]>([
  ['no file', formOf(null), 400, 'Choose a CSV file first'],
  [
    'a text where the file should be',
    formOf(null, { file: 'Name' }),
    400,
    'Choose a CSV file first',
  ],
  ['nothing in the file', formOf(''), 400, 'empty'],
  ['a workbook renamed to .csv', formOf(new Uint8Array([0x50, 0x4b, 3, 4, 20])), 400, 'Save as'],
  ['a picture', formOf(new Uint8Array([0x89, 0x50, 0, 0])), 400, 'not look like a CSV file'],
  ['an open quote', formOf('Name,Email\nAda,a@b.example\n"Ben,b@b.example'), 400, 'line 3'],
  ['too many rows', formOf(many(20_001)), 400, '20,000'],
  ['too large a file', formOf(new Uint8Array(5 * 1024 * 1024 + 1).fill(65)), 413, '5 MB'],
  ['no names', formOf('Email\na@b.example'), 400, 'No column has names'],
])('%s is told in a sentence', async (_, body, status, sentence) => {
  const answer = await send(body);
  expect(answer.status).toBe(status);
  expect(answer.problems?.join()).toContain(sentence);
  expect(await prisma.staffImport.count()).toBe(0);
});

test.each([
  ['multipart/form-data', 'x'],
  ['multipart/form-data; boundary=', 'x'],
  ['multipart/form-data; boundary=x', ''],
  ['multipart/form-data; boundary=x', '--x\r\nnonsense'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nName',
  ],
  ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data\r\n\r\nName\r\n--x--'],
  ['application/x-www-form-urlencoded', 'file=Name'],
  ['text/plain', 'Name,Email'],
])('a broken form is told so: %s %j', async (type, body) => {
  expect((await send(body, type)).status).toBe(400);
});

test('unknown headers are asked about, and what was chosen is taken', async () => {
  const file = 'Who,Where to write,Left on\nAda,a@b.example,\nBen,b@b.example,2026-01-31';
  const answer = await send(formOf(file, { absent: 'on', endDate: 'Left on' }));
  expect(answer).toMatchObject({
    status: 400,
    headers: ['Who', 'Where to write', 'Left on'],
    mapping: { endDate: 'Left on' },
    leaversAreAbsent: true,
  });
  const { id = '' } = await send(
    formOf(file, { name: 'Who', email: 'Where to write', other: 'x' }),
  );
  expect((await open(id)).counts.added).toBe(2);
  const wrong = await send(formOf(file, { name: 'x'.repeat(10_000), email: '__proto__' }));
  expect(wrong.status).toBe(400);
});

test('who has too many lists read in an hour is asked to wait', async () => {
  for (let n = 0; n < 20; n += 1) await services.limits.allows('import', organisationId);
  expect((await send(formOf(many(1)))).status).toBe(429);
});

test.each<Role>(['learner', 'author', 'dsl'])('a %s brings in nothing', async (role) => {
  const id = await read(many(1));
  await enter(role);
  for (const attempt of [
    async () => page.loader(await asked('/people/import')),
    async () => page.action(await asked('/people/import', {}, formOf(many(1)))),
    async () => planPage.loader(await asked(`/people/import/${id}`, { id })),
    async () => planPage.action(await asked(`/people/import/${id}`, { id }, new FormData())),
    async () => problemsFile.loader(await asked(`/people/import/${id}/problems.csv`, { id })),
  ])
    await expect(attempt()).rejects.toMatchObject({ status: 403 });
  expect(await prisma.staffImport.count({ where: { state: 'planned' } })).toBe(1);
});

test('whoever is erased takes the plans along that know them', async () => {
  const { id: personId } = await createPerson(
    database,
    { email: 'a@b.example', startedOn: longAgo },
    organisationId,
  );
  const id = await read('Name,Email\nAda Quill,a@b.example');
  await services.database.within(
    session.scope,
    (transaction) =>
      transaction.$queryRaw`SELECT erase_person(${organisationId}::uuid, ${personId}::uuid)::text`,
  );
  await expect(open(id)).rejects.toMatchObject({ status: 404 });
  await expect(open(randomUUID())).rejects.toMatchObject({ status: 404 });
});
