import { beforeEach, expect, test } from 'vitest';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { rowsOf } from '#tests/factories/rows-of.ts';
import { database } from '#tests/setup/database.ts';
import { totp } from '#tests/setup/totp.ts';
import { changePassword, confirmSecondFactor } from '../access/account.server.ts';
import { sessionOf } from '../access/request-session.server.ts';
import type { Role } from '../access/roles.ts';
import { findSession, type Session, whyEnded } from '../access/session.server.ts';
import { signInByPassword } from '../access/sign-in.server.ts';
import { addPerson } from './change-person.server.ts';
import { recordLeaving } from './employment.server.ts';
import { giveCode, removeSecondFactor } from './let-in.server.ts';
import { newPress } from './press.server.ts';
import { openSlips } from './slips.server.ts';

const { prisma } = database;
const password = 'violet-tram-9-under-bridges';
let now: Date;
let services: TestServices;
let organisationId: string;
let administrator: Session;

beforeEach(async () => {
  on('2026-07-01');
  services = await createServices(database, () => now);
  organisationId = (await createOrganisation(database, { name: 'Hill School' })).id;
  administrator = await colleague('administrator');
});

function on(day: string, time = '09:00:00') {
  now = new Date(`${day}T${time}Z`);
}

async function colleague(...roles: Role[]): Promise<Session> {
  const person = await createPerson(database, { roles: ['learner', ...roles] }, organisationId);
  return (await signIn(database, person, now)).session;
}

async function add(name = 'Maria Kovács', email: string | null = null): Promise<string> {
  const values = { name, email, staffNumber: null, groups: [] };
  const added = await addPerson(services, administrator, values, '2026-07-01');
  if (added.outcome === 'problem') throw new Error(added.problem);
  return added.id;
}

const give = (id: string, by = administrator) => giveCode(services, by, id, newPress());
const remove = (id: string, by = administrator) => removeSecondFactor(services, by, id);

/** What is on the slip of somebody, which is shown once. */
async function codeFor(id: string, by = administrator, press = newPress()) {
  expect(await giveCode(services, by, id, press)).toBe('given');
  const slips = await openSlips(services, by, { press, personId: id, origin: 'http://x' });
  const way = slips?.[0]?.way;
  if (!way || !('code' in way)) throw new Error('There is no code');
  return way;
}

/** What a browser asks with: the cookies it has been given. */
function browser(...cookies: string[]): Request {
  const kept = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  return new Request('https://signpost.example/', { headers: { Cookie: kept } });
}

async function signInWith(login: string, text: string) {
  const form = new FormData();
  form.set('login', login);
  form.set('password', text);
  // What is noted of a failure is not waited for: the test may be over by then.
  const onFault = () => {};
  const visit = { request: browser(), form, address: '192.0.2.1', onFault };
  const signedIn = await signInByPassword(services, visit);
  return 'problem' in signedIn
    ? { outcome: signedIn.problem, request: browser() }
    : { outcome: signedIn.outcome, request: browser(...signedIn.cookies) };
}

/** Chooses a password in place of a code, as the page for it does. */
async function choose(request: Request, text = password) {
  const session = await sessionOf(request, services);
  if (!session) throw new Error('Nobody is signed in');
  const form = new FormData();
  form.set('password', text);
  form.set('again', text);
  const changed = await changePassword(services, request, session, form);
  if ('problem' in changed) throw new Error(changed.problem);
  return browser(...changed.cookies);
}

/** Sets a second factor up in a browser that has just proved a password. */
async function secure(request: Request, text = password) {
  const session = await sessionOf(request, services);
  const made = await services.identity.startSecondFactor(request, text);
  const secret = new URL(made?.uri ?? '').searchParams.get('secret') ?? '';
  if (!session) throw new Error('Nobody is signed in');
  const given = [totp(secret), made?.held ?? ''] as const;
  const confirmed = await confirmSecondFactor(services, request, session, ...given);
  if ('problem' in confirmed) throw new Error('The code did not fit');
  return browser(...confirmed.cookies);
}

/** Somebody with a password and a second factor. */
async function secured() {
  const id = await add();
  const { login, code } = await codeFor(id);
  const request = await secure(await choose((await signInWith(login, code)).request));
  return { id, login, request };
}

const kinds = async () =>
  (await prisma.auditEvent.findMany({ orderBy: { seq: 'asc' } })).map(({ kind }) => kind);

test('who has no address gets a username from their name, and a code that lets them in', async () => {
  const id = await add();
  const { login, code } = await codeFor(id);
  expect(login).toMatch(/^maria\.k\.\d{4}$/);
  expect(code).toMatch(/^[2-9a-z]{5}-[2-9a-z]{5}$/);
  const { outcome, request } = await signInWith(login, code);
  expect(outcome).toBe('in');
  expect(await sessionOf(request, services)).toMatchObject({
    person: { id },
    organisation: { id: organisationId },
    mustChangeCode: true,
  });
  expect((await kinds()).slice(-2)).toEqual(['code-given', 'sign-in']);
});

test.each([
  ['Zoë Ångström-Łuk', /^zoe\.a\.\d{4}$/],
  ['Cher', /^cher\.x\.\d{4}$/],
  ['李 雷', /^staff\.x\.\d{4}$/],
  ['🦉', /^staff\.x\.\d{4}$/],
  ["O'Neill", /^oneill\.x\.\d{4}$/],
  ['A B', /^a\.b\.\d{4}$/],
  ['Wolfeschlegelsteinhausenbergerdorff Z', /^wolfeschlegelsteinha\.z\.\d{4}$/],
])('%s signs in by a username that can be typed', async (name, username) => {
  const { login, code } = await codeFor(await add(name));
  expect(login).toMatch(username);
  expect((await signInWith(login.toUpperCase(), code)).outcome).toBe('in');
});

test('two of one name have two usernames, also where the first choice is taken', async () => {
  const logins = new Set<string>();
  for (let time = 0; time < 5; time += 1) logins.add((await codeFor(await add())).login);
  expect(logins.size).toBe(5);
  let tries = 0;
  const crowded = {
    ...services.identity,
    createUser: async (by: Parameters<typeof services.identity.createUser>[0]) => {
      tries += 1;
      const [taken = ''] = logins;
      return services.identity.createUser(tries < 3 ? { username: taken } : by);
    },
  };
  const id = await add();
  const given = giveCode({ ...services, identity: crowded }, administrator, id, newPress());
  expect(await given).toBe('given');
  expect(tries).toBe(3);
});

test('a code works for fourteen days, and no moment longer', async () => {
  const { login, code } = await codeFor(await add());
  on('2026-07-15', '08:59:59');
  expect((await signInWith(login, code)).outcome).toBe('in');
  on('2026-07-15');
  expect((await signInWith(login, code)).outcome).toBe('refused');
});

test('a code that has run out is refused before a second factor is asked for', async () => {
  const { id, login } = await secured();
  const { code } = await codeFor(id);
  expect((await signInWith(login, code)).outcome).toBe('second-factor');
  on('2026-07-15');
  expect((await signInWith(login, code)).outcome).toBe('refused');
});

test('a code is changed once: then it opens nothing, and the password stays good', async () => {
  const { login, code } = await codeFor(await add());
  const request = await choose((await signInWith(login, code)).request);
  expect(await sessionOf(request, services)).toMatchObject({ mustChangeCode: false });
  expect((await signInWith(login, code)).outcome).toBe('refused');
  on('2027-07-01');
  expect((await signInWith(login, password)).outcome).toBe('in');
});

test('a new code ends what was signed in, and the code or password before it', async () => {
  const id = await add();
  const first = await codeFor(id);
  const request = await choose((await signInWith(first.login, first.code)).request);
  const second = await codeFor(id);
  expect(second.login).toBe(first.login);
  expect(second.code).not.toBe(first.code);
  expect(await sessionOf(request, services)).toBeNull();
  expect((await signInWith(first.login, first.code)).outcome).toBe('refused');
  expect((await signInWith(first.login, password)).outcome).toBe('refused');
  const again = await signInWith(second.login, second.code);
  expect(await sessionOf(again.request, services)).toMatchObject({ mustChangeCode: true });
});

test('a form that is sent twice at once makes one code for one user, and it is the one that is shown', async () => {
  const id = await add();
  const press = newPress();
  const both = [1, 2].map(() => giveCode(services, administrator, id, press));
  expect(await Promise.all(both)).toEqual(['given', 'given']);
  const { login, code } = await codeFor(id, administrator, press);
  const { request } = await signInWith(login, code);
  expect(await sessionOf(request, services)).toMatchObject({ person: { id } });
  expect((await kinds()).filter((kind) => kind === 'code-given')).toHaveLength(1);
  // Nor does it sign anybody out who came in meanwhile.
  expect(await giveCode(services, administrator, id, press)).toBe('given');
  expect(await sessionOf(request, services)).not.toBeNull();
});

test('a code in place of a forgotten password is for the address that somebody signs in by', async () => {
  const email = 'ruth@hill.example';
  const person = await createPerson(database, { email }, organisationId);
  const { token } = await signIn(database, person, now);
  const { login, code } = await codeFor(person.id);
  expect(login).toBe(email);
  expect(await whyEnded(database, token)).toBe('changed');
  expect((await signInWith(email, code)).outcome).toBe('in');
});

test('no code is kept anywhere as it is, nor said in the audit', async () => {
  const { login, code } = await codeFor(await add());
  const rows = JSON.stringify([
    await rowsOf(organisationId),
    await prisma.account.findMany(),
    await prisma.user.findMany(),
  ]);
  expect(rows).not.toContain(code);
  const details = (await prisma.auditEvent.findMany()).map((event) => event.details);
  expect(JSON.stringify(details)).not.toContain(login);
});

test('who also works elsewhere gets no code here, and keeps what they have', async () => {
  const elsewhere = await createPerson(database, { email: 'ruth@hill.example' });
  const userId = elsewhere.userId ?? '';
  await services.identity.setPassword(userId, password, null);
  const person = await createPerson(database, { userId }, organisationId);
  const { token } = await signIn(database, elsewhere, now);
  expect(await give(person.id)).toBe('elsewhere');
  expect(await remove(person.id)).toBe('elsewhere');
  expect((await signInWith('ruth@hill.example', password)).outcome).toBe('in');
  expect(await findSession(database, token, now)).not.toBeNull();
  expect(await kinds()).not.toContain('code-given');
});

test.each(['left', 'closed'])(
  'also where the other organisation is one that is %s',
  async (how) => {
    const elsewhere = await createPerson(database, { email: 'ruth@hill.example' });
    const { organisationId: other, id: personId, userId } = elsewhere;
    const person = await createPerson(database, { userId }, organisationId);
    if (how === 'closed')
      await prisma.organisation.update({ where: { id: other }, data: { closedAt: now } });
    else {
      const { id: supersedes, ...fact } = await prisma.employmentSpell.findFirstOrThrow({
        where: { personId },
      });
      await prisma.employmentSpell.create({ data: { ...fact, supersedes, effectiveTo: now } });
    }
    expect(await give(person.id)).toBe('elsewhere');
    expect(await remove(person.id)).toBe('elsewhere');
  },
);

test('who has an address and no account is invited, and gets no code', async () => {
  const id = await add('Ruth Adeyemi', 'ruth@hill.example');
  const before = await rowsOf(organisationId);
  const users = await prisma.user.count();
  expect(await give(id)).toBe('notNow');
  expect(await rowsOf(organisationId)).toEqual(before);
  expect(await prisma.user.count()).toBe(users);
});

test('who has left gets no code', async () => {
  const id = await add();
  await recordLeaving(services, administrator, id, '2026-07-01');
  expect(await give(id)).toBe('notNow');
});

test('a manager gives codes to colleagues, not to those who hold more, nor to themselves', async () => {
  const manager = await colleague('manager');
  expect(await give(await add(), manager)).toBe('given');
  const others = await Promise.all([colleague('manager'), colleague('dsl')]);
  for (const { person } of [...others, administrator, manager])
    await expect(give(person.id, manager)).rejects.toMatchObject({ status: 403 });
  await expect(give(administrator.person.id)).rejects.toMatchObject({ status: 403 });
});

test('a lost second factor is taken away, and everything is signed out', async () => {
  const { id, login, request } = await secured();
  expect((await signInWith(login, password)).outcome).toBe('second-factor');
  expect(await remove(id)).toBe('done');
  expect(await sessionOf(request, services)).toBeNull();
  const again = await signInWith(login, password);
  expect(again.outcome).toBe('in');
  expect(await sessionOf(again.request, services)).toMatchObject({ secondFactor: false });
  const entry = await prisma.auditEvent.findFirstOrThrow({
    where: { kind: 'second-factor-removed' },
    include: { subject: true },
  });
  expect(entry.subject).toMatchObject({ actorId: administrator.person.id, aboutId: id });
});

test('only an administrator takes a second factor away, and never their own', async () => {
  const { id, login } = await secured();
  for (const role of ['learner', 'author', 'facilitator', 'manager', 'dsl'] as const)
    await expect(remove(id, await colleague(role))).rejects.toMatchObject({ status: 403 });
  await expect(remove(administrator.person.id)).rejects.toMatchObject({ status: 403 });
  expect((await signInWith(login, password)).outcome).toBe('second-factor');
});

test('who has no account has no second factor to take', async () => {
  expect(await remove(await add())).toBe('notNow');
});
