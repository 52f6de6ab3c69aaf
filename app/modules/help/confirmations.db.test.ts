import { beforeEach, expect, test } from 'vitest';
import type { NationalRoute } from '#scenarios/directory/routes.schema.ts';
import { findRoute } from '#scenarios/directory/routes.ts';
import type { Nation } from '#scenarios/kit/vocabulary.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { standardReader } from '#tests/factories/readers.ts';
import { database } from '#tests/setup/database.ts';
import type { Session } from '../access/session.server.ts';
import { listAudit } from '../audit/list.server.ts';
import { sentenceOf } from '../audit/sentence.ts';
import { confirmRoute } from './confirm-route.server.ts';
import { countRoutes, listRoutes, whereaboutsOf } from './confirmations.server.ts';
import { presentLine } from './present-line.server.ts';
import { listHelpRoutes } from './routes.server.ts';

const { prisma } = database;
let services: TestServices;
let session: Session;

beforeEach(async () => {
  services = await createServices(database);
  session = await leadOf((await createOrganisation(database)).id);
});

async function leadOf(organisationId: string, name = 'Nasreen Malik'): Promise<Session> {
  const person = await createPerson(database, { name, roles: ['dsl'] }, organisationId);
  return (await signIn(database, person)).session;
}

function route(id: string): NationalRoute {
  const found = findRoute(id);
  if (!found) throw new Error(id);
  return found;
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function lineOf(id: string, by = session) {
  const line = (await listRoutes(services, by)).find(({ route }) => route.id === id);
  if (!line) throw new Error(id);
  return line;
}

async function say(id: string, verdict: string, changes: Record<string, string> = {}) {
  const { standing, details } = await lineOf(id);
  const form = formOf({ verdict, standing, details, ...changes });
  return confirmRoute(services, session, route(id), form);
}

const seen = async (by = session) =>
  listHelpRoutes(await whereaboutsOf(services, by), standardReader).map(({ id }) => id);
const rows = () => prisma.routeConfirmation.findMany({ orderBy: { recordedAt: 'asc' } });
const move = (nation: Nation) =>
  prisma.organisation.update({ where: { id: session.organisation.id }, data: { nation } });

test('nothing is confirmed at first, and people see only what is widely known', async () => {
  expect(await lineOf('shout')).toMatchObject({
    state: 'unconfirmed',
    isShown: false,
    on: null,
    by: null,
    last: null,
  });
  expect(await seen()).toHaveLength(5);
  expect(await countRoutes(services, session)).toEqual({
    unconfirmed: 26,
    old: 0,
    wrong: 0,
    of: 26,
  });
});

test('what somebody confirms is shown to everybody there, with who and when', async () => {
  services = { ...services, clock: () => new Date('2026-06-30T23:30:00Z') };
  expect(await say('shout', 'right')).toEqual({ outcome: 'saved', verdict: 'right' });
  expect(await lineOf('shout')).toMatchObject({
    state: 'confirmed',
    isShown: true,
    // The day of the place where the organisation is.
    on: '2026-07-01',
    by: 'Nasreen Malik',
    last: 'right',
  });
});

test('what is confirmed is seen on the help page at once', async () => {
  await say('shout', 'right');
  expect(await seen()).toContain('shout');
  expect(await countRoutes(services, session)).toMatchObject({ unconfirmed: 25 });
});

test('what somebody finds wrong is hidden, and shown again once it is right', async () => {
  await say('samaritans', 'wrong');
  expect(await lineOf('samaritans')).toMatchObject({ state: 'wrong', isShown: false });
  expect(await seen()).not.toContain('samaritans');
  await say('samaritans', 'right');
  expect(await seen()).toContain('samaritans');
  const [first, second] = await rows();
  expect(first).toMatchObject({ verdict: 'wrong', supersedes: null });
  expect(second).toMatchObject({ verdict: 'right', supersedes: first?.id });
});

test('Childline found wrong is recorded, told to who looks after it, and still shown', async () => {
  await say('childline', 'wrong');
  expect(presentLine(await lineOf('childline'), 'en-GB')).toMatchObject({
    state: 'wrong',
    shown: 'always',
  });
  expect(await seen()).toContain('childline');
  expect(await countRoutes(services, session)).toMatchObject({ wrong: 1 });
});

test('after 12 months it is to be confirmed again, and people still see it', async () => {
  services = { ...services, clock: () => new Date('2025-01-10T09:00:00Z') };
  await say('shout', 'right');
  services = { ...services, clock: () => new Date('2026-01-09T09:00:00Z') };
  expect((await lineOf('shout')).state).toBe('confirmed');
  services = { ...services, clock: () => new Date('2026-01-10T09:00:00Z') };
  expect(await lineOf('shout')).toMatchObject({ state: 'old', isShown: true });
  expect(await countRoutes(services, session)).toMatchObject({ old: 1, unconfirmed: 25 });
  expect(await seen()).toContain('shout');
  await say('shout', 'right');
  expect(await lineOf('shout')).toMatchObject({ state: 'confirmed', on: '2026-01-10' });
});

test('a route that a release has changed since is to be confirmed anew, and is hidden', async () => {
  const base = { organisationId: session.organisation.id, auditEventId: session.person.id };
  const before = { details: 'another number', effectiveFrom: new Date('2026-01-01') };
  for (const id of ['shout', 'ceop'])
    await prisma.routeConfirmation.create({
      data: { ...base, ...before, route: id, verdict: 'right' },
    });
  expect(await lineOf('shout')).toMatchObject({ state: 'changed', isShown: false });
  expect(await lineOf('ceop')).toMatchObject({ state: 'changed', isShown: true });
  expect(await seen()).not.toContain('shout');
  expect(await countRoutes(services, session)).toMatchObject({ unconfirmed: 26 });
});

test('a form that says nothing, or was opened before something changed, records nothing', async () => {
  expect(await say('shout', '')).toEqual({ outcome: 'unsaid' });
  expect(await say('shout', 'perhaps')).toEqual({ outcome: 'unsaid' });
  expect(await say('shout', 'right', { details: 'another number' })).toEqual({
    outcome: 'overtaken',
  });
  expect(await say('shout', 'right', { standing: 'no such fact' })).toEqual({
    outcome: 'overtaken',
  });
  expect(await rows()).toEqual([]);
  await say('shout', 'wrong');
  expect(await say('shout', 'right', { standing: '' })).toEqual({ outcome: 'overtaken' });
  expect(await rows()).toHaveLength(1);
});

test.each(['', 'one that has stood'])('of two at once, one is recorded: %j', async (before) => {
  if (before) await say('shout', 'wrong');
  const { standing, details } = await lineOf('shout');
  const form = formOf({ verdict: 'right', standing, details });
  const saying = [1, 2, 3].map(() => confirmRoute(services, session, route('shout'), form));
  const outcomes = (await Promise.all(saying)).map(({ outcome }) => outcome).sort();
  expect(outcomes).toEqual(['overtaken', 'overtaken', 'saved']);
  expect(await rows()).toHaveLength(before ? 2 : 1);
});

test('the audit has what was found and by whom, and no more', async () => {
  await say('ceop', 'right');
  await say('shout', 'wrong');
  const { lines } = await listAudit(services, session, { kind: null, before: null });
  expect(lines.slice(0, 2).map((line) => sentenceOf(line, 'en-GB'))).toEqual([
    'Nasreen Malik found a national route wrong on the operator’s own page: Shout',
    'Nasreen Malik confirmed a national route on the operator’s own page: CEOP',
  ]);
  expect(lines.slice(0, 2).map(({ details }) => details)).toEqual([
    { route: 'shout' },
    { route: 'ceop' },
  ]);
});

test('who is erased is not named here either, and what they found stands', async () => {
  await say('shout', 'right');
  const { organisation, person } = session;
  await database.within(
    session.scope,
    (transaction) =>
      transaction.$queryRaw`SELECT erase_person(${organisation.id}::uuid, ${person.id}::uuid)::text`,
  );
  expect(await lineOf('shout')).toMatchObject({
    state: 'confirmed',
    isShown: true,
    by: null,
  });
});

test('nobody sees or changes what another organisation found', async () => {
  await say('shout', 'right');
  const own = session;
  const other = await leadOf((await createOrganisation(database)).id, 'Graham Pell');
  expect(await seen(other)).not.toContain('shout');
  const forged = { ...other, organisation: own.organisation };
  expect((await lineOf('shout', forged)).state).toBe('unconfirmed');
  const { details } = await lineOf('shout', forged);
  const form = formOf({ verdict: 'wrong', standing: '', details });
  await expect(confirmRoute(services, forged, route('shout'), form)).rejects.toThrow();
  expect(await rows()).toHaveLength(1);
});

test('what does not serve the nation is shown to nobody and counted by nobody', async () => {
  await say('report-fraud', 'right');
  await say('nhs-mental-health', 'right');
  await move('scotland');
  const scottish = { ...session, organisation: { ...session.organisation, nation: 'scotland' } };
  const there = scottish as Session;
  expect(await seen(there)).not.toContain('report-fraud');
  expect(await lineOf('report-fraud', there)).toMatchObject({ isHere: false, isShown: false });
  expect(await countRoutes(services, there)).toMatchObject({ unconfirmed: 24, of: 24 });
});

test('only what can be found is recorded', async () => {
  const data = {
    organisationId: session.organisation.id,
    route: 'shout',
    verdict: 'perhaps',
    details: '',
    auditEventId: session.person.id,
    effectiveFrom: new Date(),
  };
  await expect(prisma.routeConfirmation.create({ data })).rejects.toThrow(
    'route_confirmations_verdict',
  );
});
