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
import { confirmSecondFactor } from '../access/account.server.ts';
import { sessionOf } from '../access/request-session.server.ts';
import type { Role } from '../access/roles.ts';
import { findSession, type Session } from '../access/session.server.ts';
import { acceptInvitation, openInvitation } from '../people/invitations.server.ts';
import { type LetIn, letInAdministrator } from './let-in.server.ts';

const { prisma } = database;
const email = 'amina@hill.example';
const password = 'violet-tram-9-under-bridges';
const now = new Date('2026-07-01T09:00:00Z');
let services: TestServices;
let school: string;

beforeEach(async () => {
  services = await createServices(database, () => now);
  school = (await createOrganisation(database, { name: 'Hill School' })).id;
});

const letIn = (address = email, organisation?: string) =>
  letInAdministrator(database, address, now, organisation);
const entries = () =>
  prisma.auditEvent.findMany({ where: { kind: 'let-in' }, include: { subject: true } });

function tokenOf(done: LetIn | null): string {
  if (!done) throw new Error('Nobody was let in');
  return done.token;
}

function browser(...cookies: string[]): Request {
  const kept = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  return new Request('https://signpost.example/', { headers: { Cookie: kept } });
}

async function add(role: Role = 'administrator', organisationId = school) {
  const person = await createPerson(
    database,
    { name: 'Amina Malik', email, roles: ['learner', role] },
    organisationId,
  );
  const userId = person.userId ?? '';
  await prisma.user.update({ where: { id: userId }, data: { emailVerified: true } });
  await services.identity.setPassword(userId, password, null);
  return { ...person, userId };
}

/** Sets a second step up, in a browser that has just proved a password. */
async function secure(person: Awaited<ReturnType<typeof add>>) {
  const { token } = await signIn(database, person, now);
  const tried = await services.identity.tryPassword(email, password, now);
  if (tried.outcome !== 'proved') throw new Error(tried.outcome);
  const request = browser(await services.cookies.session.serialize(token), ...tried.cookies);
  const session = (await sessionOf(request, services)) as Session;
  const made = await services.identity.startSecondFactor(request, password);
  const key = new URL(made?.uri ?? '').searchParams.get('secret') ?? '';
  const given = [totp(key), made?.held ?? ''] as const;
  const confirmed = await confirmSecondFactor(services, request, session, ...given);
  return browser(...('cookies' in confirmed ? confirmed.cookies : []));
}

async function answer(token: string) {
  const form = new FormData();
  for (const name of ['password', 'again']) form.set(name, 'soup on a cold friday');
  return acceptInvitation(services, browser(), token, form);
}

test('what an administrator signed in with is void, and the link lets them begin anew', async () => {
  const person = await add();
  const before = await secure(person);
  expect(await sessionOf(before, services)).toMatchObject({ secondFactor: true });

  const done = await letIn();
  expect(done).toMatchObject({ organisation: 'Hill School', name: 'Amina Malik' });
  expect(await sessionOf(before, services)).toBeNull();
  expect(await services.identity.proofOf(before)).toBeNull();
  const tried = await services.identity.tryPassword(email, password, now);
  expect(tried.outcome).toBe('refused');
  // A link of the sign-in page leads nowhere either: only this one does.
  const places = await services.identity.placesOf(person.userId);
  expect(places).toEqual([]);

  const token = tokenOf(done);
  expect(await openInvitation(services, browser(), token)).toMatchObject({ email, way: 'new' });
  const accepted = await answer(token);
  if (accepted.outcome !== 'in') throw new Error(accepted.outcome);
  expect(await sessionOf(browser(...accepted.cookies), services)).toMatchObject({
    userId: person.userId,
    person: { id: person.id },
    secondFactor: false,
    roles: ['learner'],
    withheld: ['administrator'],
  });
  expect(await openInvitation(services, browser(), token)).toBeNull();
});

test('the audit says that nobody who is signed in did it, and to whom', async () => {
  const { id } = await add();
  await letIn();
  expect((await entries()).map(({ subject }) => subject)).toMatchObject([
    { actorId: null, aboutId: id },
  ]);
});

test('once more gives a new link in place of the old one', async () => {
  await add();
  const first = tokenOf(await letIn());
  const second = tokenOf(await letIn());
  expect(await openInvitation(services, browser(), first)).toBeNull();
  expect(await openInvitation(services, browser(), second)).not.toBeNull();
  expect(await entries()).toHaveLength(2);
});

test.each(['learner', 'facilitator', 'author', 'manager', 'dsl'] as const)(
  'who is %s and no administrator is left as they are',
  async (role) => {
    const person = await add(role);
    const { token } = await signIn(database, person, now);
    const before = await rowsOf(school);
    expect(await letIn()).toBeNull();
    expect(await letIn('nobody@hill.example')).toBeNull();
    expect(await rowsOf(school)).toEqual(before);
    expect(await findSession(database, token, now)).not.toBeNull();
  },
);

test.each([
  [
    'has left',
    async () => {
      const { id: supersedes, ...fact } = await prisma.employmentSpell.findFirstOrThrow();
      await prisma.employmentSpell.create({ data: { ...fact, supersedes, effectiveTo: now } });
    },
  ],
  [
    'administers no more',
    async () => {
      const where = { role: 'administrator' };
      const { id: supersedes, ...fact } = await prisma.roleMembership.findFirstOrThrow({ where });
      await prisma.roleMembership.create({ data: { ...fact, supersedes, effectiveTo: now } });
    },
  ],
  [
    'is of a demonstration',
    () => prisma.organisation.update({ where: { id: school }, data: { isDemo: true } }),
  ],
  [
    'is of a closed organisation',
    () => prisma.organisation.update({ where: { id: school }, data: { closedAt: now } }),
  ],
])('an administrator who %s is not let in', async (_, change) => {
  await add();
  await change();
  expect(await letIn()).toBeNull();
  expect(await entries()).toEqual([]);
});

test('who works in two places comes back to both, and both audits say so', async () => {
  const person = await add();
  const other = await createOrganisation(database, { name: 'Another School' });
  const there = { email, userId: person.userId, roles: ['learner', 'administrator'] as Role[] };
  await createPerson(database, there, other.id);
  const done = await letIn(email, 'Hill School');
  expect(done?.organisation).toBe('Hill School');
  const told = (await entries()).map(({ organisationId }) => organisationId);
  expect(told.sort()).toEqual([school, other.id].sort());
  expect((await answer(tokenOf(done))).outcome).toBe('in');
  expect(await services.identity.placesOf(person.userId)).toHaveLength(2);
  expect((await letIn())?.organisation).toBe('Another School');
  expect(await letIn(email, 'No School')).toBeNull();
});

test('who signed in by another address or a username signs in by their work email from then on', async () => {
  for (const login of [{ email: 'old@hill.example' }, { email: null, username: 'amina.m.1234' }]) {
    const { id, userId } = await add();
    await prisma.user.update({ where: { id: userId }, data: login });
    const accepted = await answer(tokenOf(await letIn()));
    if (accepted.outcome !== 'in') throw new Error(accepted.outcome);
    const session = await sessionOf(browser(...accepted.cookies), services);
    expect(session).toMatchObject({ userId, person: { id } });
    expect(await services.identity.findUser(email)).toBe(userId);
    await prisma.organisation.update({ where: { id: school }, data: { closedAt: now } });
    await prisma.user.update({ where: { id: userId }, data: { email: null } });
    school = (await createOrganisation(database)).id;
  }
});
