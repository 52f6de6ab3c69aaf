import { expect, test } from 'vitest';
import { readConfig } from '#app/platform/config.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { createCookies } from './cookies.server.ts';
import {
  requirePermission,
  requireSession,
  sessionOf,
  sessionToken,
} from './request-session.server.ts';
import { endSession, findSession, hashToken, startSession, whyEnded } from './session.server.ts';

const { prisma } = database;
const now = new Date('2026-07-01T09:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

test('a session says who acts, where, and with which roles', async () => {
  const { id } = await createOrganisation(database, { name: 'Riverbank' });
  const person = await createPerson(database, { roles: ['learner', 'dsl'] }, id);
  const { session } = await signIn(database, person, now);
  expect(session).toEqual({
    userId: person.userId,
    organisation: {
      id,
      name: 'Riverbank',
      timeZone: 'Europe/London',
      isDemo: false,
      nation: 'england',
      secondFactorForAll: false,
    },
    person: { id: person.id, name: 'Ada Quill' },
    roles: expect.arrayContaining(['learner', 'dsl']),
    withheld: [],
    secondFactor: true,
    openedBy: 'demo',
    mustChangeCode: false,
    isElsewhere: false,
    scope: { organisationIds: [id] },
  });
});

test('without a second factor, roles that open the records of others are withheld', async () => {
  const person = await createPerson(database, { roles: ['learner', 'manager', 'administrator'] });
  const { session } = await signIn(database, person, now, false);
  expect(session.roles).toEqual(['learner']);
  expect(session.withheld.sort()).toEqual(['administrator', 'manager']);
});

test('a session ends after an hour in which nobody was there', async () => {
  const { token } = await signIn(database, await createPerson(database), now);
  expect(await findSession(database, token, new Date(later(1).getTime() - 1))).not.toBeNull();
  expect(await findSession(database, token, later(1.9))).not.toBeNull();
  expect(await findSession(database, token, later(3))).toBeNull();
  expect(await whyEnded(database, token)).toBe('away');
});

test('a clock that jumps ends sessions and brings none back', async () => {
  const { token } = await signIn(database, await createPerson(database), now);
  expect(await findSession(database, token, later(-24))).toBeNull();
  expect(await findSession(database, token, now)).not.toBeNull();
  expect(await findSession(database, token, later(24))).toBeNull();
  expect(await findSession(database, token, now)).toBeNull();
});

test('an organisation that is closed lets nobody in, and says why', async () => {
  const person = await createPerson(database);
  const { token } = await signIn(database, person, now);
  const where = { id: person.organisationId };
  await prisma.organisation.update({ where, data: { closedAt: now } });
  expect(await findSession(database, token, now)).toBeNull();
  expect(await whyEnded(database, token)).toBe('closed');
  await prisma.organisation.update({ where, data: { closedAt: null } });
  expect(await findSession(database, token, now)).toBeNull();
});

test('who has left comes in no more, from the day after their last', async () => {
  const person = await createPerson(database);
  const { token } = await signIn(database, person, now);
  const spell = await prisma.employmentSpell.findFirstOrThrow();
  const { id: supersedes, recordedAt: _recorded, ...fact } = spell;
  const leaves = { ...fact, supersedes, id: undefined, effectiveTo: midnight('2026-07-02') };
  await prisma.employmentSpell.create({ data: { ...leaves, recordedAt: midnight('2026-06-30') } });
  expect(await findSession(database, token, now)).not.toBeNull();
  const next = await signInAt(person, midnight('2026-07-02'));
  expect(next).toBeNull();
});

async function signInAt(person: Awaited<ReturnType<typeof createPerson>>, at: Date) {
  const { organisationId, id: personId, userId } = person;
  const who = { userId: userId ?? '', organisationId, personId };
  return findSession(database, await startSession(database, who, how, at), at);
}

const how = { by: 'demo', secondFactor: true, device: '' } as const;

/** Somebody who is busy: they are seen every half hour. */
async function stayUntil(token: string, hours: number) {
  for (let at = 0.5; at < hours; at += 0.5) await findSession(database, token, later(at));
}

test('a session lasts twelve hours and no moment longer', async () => {
  const { token } = await signIn(database, await createPerson(database), now);
  await stayUntil(token, 12);
  expect(await findSession(database, token, new Date(later(12).getTime() - 1))).not.toBeNull();
  expect(await findSession(database, token, later(12))).toBeNull();
});

test('an ended session is over, and stays as it was ended', async () => {
  const { token } = await signIn(database, await createPerson(database), now);
  await endSession(database, token, later(1));
  await endSession(database, token, later(2));
  expect(await findSession(database, token, later(1))).toBeNull();
  expect(await prisma.session.findFirstOrThrow()).toMatchObject({ endedAt: later(1) });
});

test('ending one session leaves the others of the same person', async () => {
  const person = await createPerson(database);
  const phone = await signIn(database, person, now);
  const desk = await signIn(database, person, now);
  await endSession(database, phone.token, now);
  expect(await findSession(database, desk.token, now)).not.toBeNull();
});

test('without a token, or with another, there is no session', async () => {
  const { token } = await signIn(database, await createPerson(database), now);
  expect(await findSession(database, null, now)).toBeNull();
  expect(await findSession(database, '', now)).toBeNull();
  expect(await findSession(database, `${token}x`, now)).toBeNull();
  await endSession(database, null, now);
  expect(await findSession(database, token, now)).not.toBeNull();
});

test('the table of sessions opens none: it holds hashes only', async () => {
  const { token } = await signIn(database, await createPerson(database), now);
  const row = await prisma.session.findFirstOrThrow();
  expect(Buffer.from(row.tokenHash)).toEqual(hashToken(token));
  expect(JSON.stringify(row)).not.toContain(token);
  const stolen = Buffer.from(row.tokenHash).toString('base64url');
  expect(await findSession(database, stolen, now)).toBeNull();
});

test('tokens are long and never the same', async () => {
  const person = await createPerson(database);
  const who = {
    userId: person.userId ?? '',
    organisationId: person.organisationId,
    personId: person.id,
  };
  const tokens = await Promise.all(
    Array.from({ length: 20 }, () => startSession(database, who, how, now)),
  );
  expect(new Set(tokens).size).toBe(20);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
});

async function rolesWith(fact: object, at = now): Promise<string[]> {
  const person = await createPerson(database, { roles: [] });
  const base = { organisationId: person.organisationId, personId: person.id };
  await prisma.roleMembership.create({
    data: { ...base, role: 'manager', effectiveFrom: midnight('2026-01-01'), ...fact },
  });
  return (await signIn(database, person, at)).session.roles;
}

test.each([
  ['a role that stands', {}, ['manager']],
  ['a role that ended', { effectiveTo: midnight('2026-06-30') }, []],
  ['a role that ends today', { effectiveTo: midnight('2026-07-01') }, []],
  ['a role that ends tomorrow', { effectiveTo: midnight('2026-07-02') }, ['manager']],
  ['a role that begins today', { effectiveFrom: midnight('2026-07-01') }, ['manager']],
  ['a role that begins tomorrow', { effectiveFrom: midnight('2026-07-02') }, []],
  ['a role that no longer exists', { role: 'superintendent' }, []],
])('%s counts as it should', async (_what, fact, expected) => {
  expect(await rolesWith({ recordedAt: midnight('2026-01-01'), ...fact })).toEqual(expected);
});

test('a role begins and ends at midnight where the school is', async () => {
  // British Summer Time: it is 00:30 of the first of July in London.
  const at = new Date('2026-06-30T23:30:00Z');
  const recordedAt = midnight('2026-01-01');
  expect(await rolesWith({ recordedAt, effectiveFrom: midnight('2026-07-01') }, at)).toEqual([
    'manager',
  ]);
  expect(await rolesWith({ recordedAt, effectiveTo: midnight('2026-07-01') }, at)).toEqual([]);
});

test('a role that was taken away is gone, though the fact that gave it is still there', async () => {
  const person = await createPerson(database, { roles: ['manager'] });
  const given = await prisma.roleMembership.findFirstOrThrow();
  const { token } = await signIn(database, person, now);
  const { id: _id, ...same } = given;
  await prisma.roleMembership.create({
    data: {
      ...same,
      supersedes: given.id,
      effectiveTo: midnight('2026-06-15'),
      recordedAt: midnight('2026-06-15'),
    },
  });
  expect((await findSession(database, token, now))?.roles).toEqual([]);
});

test('a role that was never meant is undone by a fact that never held', async () => {
  const person = await createPerson(database, { roles: ['dsl'] });
  const { id, ...same } = await prisma.roleMembership.findFirstOrThrow();
  await prisma.roleMembership.create({
    data: { ...same, supersedes: id, effectiveTo: same.effectiveFrom },
  });
  expect((await signIn(database, person, now)).session.roles).toEqual([]);
});

test('a role that was corrected is the corrected one', async () => {
  const person = await createPerson(database, { roles: ['dsl'] });
  const { id, ...same } = await prisma.roleMembership.findFirstOrThrow();
  await prisma.roleMembership.create({ data: { ...same, supersedes: id, role: 'manager' } });
  expect((await signIn(database, person, now)).session.roles).toEqual(['manager']);
});

async function cookieOf(services: { cookies: ReturnType<typeof createCookies> }, token: string) {
  return (await services.cookies.session.serialize(token)).split(';')[0] ?? '';
}

const request = (cookie?: string, path = '/compliance') =>
  new Request(`http://localhost:3000${path}`, { headers: cookie ? { Cookie: cookie } : {} });

test('the cookie carries the token and back', async () => {
  const services = await createServices(database, () => now);
  const { token, session } = await signIn(database, await createPerson(database), now);
  const asked = request(await cookieOf(services, token));
  expect(await sessionToken(asked, services)).toBe(token);
  expect(await sessionOf(asked, services)).toEqual(session);
});

test('a cookie that was tampered with carries nothing', async () => {
  const services = await createServices(database, () => now);
  const { token } = await signIn(database, await createPerson(database), now);
  const good = await cookieOf(services, token);
  const foreign = createCookies(readConfig({}, '/'), 'another secret altogether, and long enough');
  const forged = [
    good.slice(0, -3),
    good.replace(/=./, '=X'),
    `signpost-session=${token}`,
    'signpost-session=',
    await cookieOf({ cookies: foreign }, token),
    good.replace('signpost-session', 'signpost-here'),
  ];
  for (const cookie of forged) expect(await sessionToken(request(cookie), services)).toBeNull();
});

test('a cookie goes with the browser, out of reach of scripts and other sites, over https where there is', async () => {
  const http = await createCookies(readConfig({}, '/'), 'x'.repeat(32)).session.serialize('t');
  expect(http).toMatch(/^signpost-session=[^;]*; Path=\/; HttpOnly; SameSite=Lax$/);
  const config = readConfig({ SIGNPOST_ORIGIN: 'https://signpost.example.sch.uk' }, '/');
  const https = await createCookies(config, 'x'.repeat(32)).session.serialize('t');
  expect(https).toMatch(/^__Host-signpost-session=[^;]*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

test('who is not signed in is led to sign in and back, who may not is told so', async () => {
  const services = await createServices(database, () => now);
  const away = await requireSession(request(undefined, '/compliance?sort=due'), services).catch(
    (thrown: Response) => thrown,
  );
  expect(away).toMatchObject({ status: 303 });
  expect((away as Response).headers.get('Location')).toBe(
    '/sign-in?next=%2Fcompliance%3Fsort%3Ddue',
  );
  const { token } = await signIn(database, await createPerson(database), now);
  const asked = request(await cookieOf(services, token));
  await expect(requirePermission(asked, services, 'compliance.view')).rejects.toMatchObject({
    status: 403,
  });
  expect(await requirePermission(asked, services, 'attempts.play')).toMatchObject({
    roles: ['learner'],
  });
});
