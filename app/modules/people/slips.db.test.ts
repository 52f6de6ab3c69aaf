import type { ActionFunctionArgs } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import * as personPage from '#app/routes/people_.$id/route.tsx';
import * as slipsPage from '#app/routes/people_.slips/route.tsx';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import type { Role } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { addPerson } from './change-person.server.ts';
import { recordLeaving } from './employment.server.ts';
import { openInvitation, withdrawInvitation } from './invitations.server.ts';
import { letInByHand } from './invite-all.server.ts';
import { countUninvited } from './list.server.ts';
import { newPress, tokenOf } from './press.server.ts';
import { openSlips, type Slip, showOnceMore } from './slips.server.ts';

const { prisma } = database;
const origin = 'https://signpost.hill.example';
const letterhead = { origin, locale: 'en-GB' };
const now = new Date('2026-07-01T09:00:00Z');
let services: TestServices;
let organisationId: string;
let administrator: Session;
let cookie: string;

beforeEach(async () => {
  services = await createServices(database, () => now);
  organisationId = (await createOrganisation(database, { name: 'Hill School' })).id;
  const entered = await enter('administrator');
  administrator = entered.session;
  cookie = await services.cookies.session.serialize(entered.token);
});

async function enter(role: Role) {
  const person = await createPerson(database, { roles: ['learner', role] }, organisationId);
  return signIn(database, person, now);
}

async function add(name: string, email: string | null = null, roles: Role[] = []) {
  const values = { name, email, staffNumber: null, groups: [] };
  const added = await addPerson(services, administrator, values, '2026-07-01');
  if (added.outcome === 'problem') throw new Error(added.problem);
  const fact = { organisationId, personId: added.id, effectiveFrom: now, recordedAt: now };
  await prisma.roleMembership.createMany({ data: roles.map((role) => ({ ...fact, role })) });
  return added.id;
}

const openAs = (by: Session, press: string) =>
  openSlips(services, by, { press, personId: null, origin });
const waysOf = (slips: Slip[] | null) =>
  Object.fromEntries((slips ?? []).map(({ name, way }) => [name, Object.keys(way)]));

test('without mail everybody gets a slip: a link, or a username and a code; it is shown once', async () => {
  const ruth = await add('Ruth', 'ruth@hill.example');
  await add('Maria');
  const gone = await add('Gone');
  await recordLeaving(services, administrator, gone, '2026-07-01');
  const press = newPress();
  await letInByHand(services, administrator, letterhead, press);
  const slips = await openAs(administrator, press);
  expect(waysOf(slips)).toEqual({ Ruth: ['link'], Maria: ['login', 'code'] });
  expect(slips?.every(({ until }) => until === '2026-07-15T09:00:00.000Z')).toBe(true);
  const link = `${origin}/invitation?token=${tokenOf(services, administrator, press, ruth)}`;
  expect(slips?.find(({ id }) => id === ruth)?.way).toEqual({ link });
  expect(await openAs(administrator, press)).toBeNull();
  expect(await countUninvited(services, administrator)).toEqual({ withEmail: 0, withoutEmail: 0 });
});

test('with mail only those get a slip whom no mail reaches', async () => {
  await add('Ruth', 'ruth@hill.example');
  await add('Maria');
  const mail = { url: 'smtp://localhost', from: 'signpost@hill.example' };
  const mailing = { ...services, config: { ...services.config, mail } };
  const press = newPress();
  await letInByHand(mailing, administrator, letterhead, press);
  expect(waysOf(await openAs(administrator, press))).toEqual({ Maria: ['login', 'code'] });
});

test('a form that is sent twice at once makes one slip for each, and the last answer shows them all', async () => {
  for (const name of ['A', 'B', 'C']) await add(name);
  for (const name of ['d', 'e']) await add(name, `${name}@hill.example`);
  const press = newPress();
  const send = async () => {
    await letInByHand(services, administrator, letterhead, press);
    await showOnceMore(services, administrator, press);
    return openAs(administrator, press);
  };
  const [first, second] = await Promise.all([send(), send()]);
  // Whichever came last shows every one; the other, if it came in between, what there was.
  const shown = (first?.length ?? 0) > (second?.length ?? 0) ? first : second;
  expect(Object.keys(waysOf(shown)).sort()).toEqual(['A', 'B', 'C', 'd', 'e']);
  expect(await prisma.invitation.count({ where: { organisationId } })).toBe(2);
  for (const slip of shown ?? []) {
    if (!('code' in slip.way)) continue;
    const { login, code } = slip.way;
    expect((await services.identity.tryPassword(login, code, now)).outcome).toBe('proved');
  }
});

test('what was withdrawn is on no slip, and another’s press shows nothing', async () => {
  const ruth = await add('Ruth', 'ruth@hill.example');
  const press = newPress();
  await letInByHand(services, administrator, letterhead, press);
  expect(await openAs((await enter('administrator')).session, press)).toBeNull();
  await withdrawInvitation(services, administrator, ruth);
  expect(await openAs(administrator, press)).toBeNull();
  const token = tokenOf(services, administrator, press, ruth);
  const request = new Request(origin);
  expect(await openInvitation(services, request, token)).toBeNull();
});

test('a manager lets in nobody whose role opens other people’s records', async () => {
  await add('Learner');
  await add('Lead', null, ['dsl']);
  const { session } = await enter('manager');
  expect(await countUninvited(services, session)).toEqual({ withEmail: 0, withoutEmail: 1 });
  const press = newPress();
  await letInByHand(services, session, letterhead, press);
  expect(waysOf(await openAs(session, press))).toEqual({ Learner: ['login', 'code'] });
});

test('a slip says whether a second step comes next', async () => {
  await add('Learner');
  await add('Lead', null, ['dsl']);
  const press = newPress();
  await letInByHand(services, administrator, letterhead, press);
  const slips = await openAs(administrator, press);
  expect(slips?.map(({ name, needsSecondStep }) => [name, needsSecondStep])).toEqual([
    ['Lead', true],
    ['Learner', false],
  ]);
});

async function asked(path: string, params = {}, fields?: Record<string, string>) {
  const request = new Request(`${origin}${path}`, {
    headers: { Cookie: cookie },
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  return { request, params, context: { services } } as unknown as ActionFunctionArgs;
}

test('who presses is led to a page that shows the code once; to load it again changes nothing', async () => {
  const id = await add('Maria');
  const { press } = await personPage.loader(await asked(`/people/${id}`, { id }));
  const sent = asked(`/people/${id}`, { id }, { intent: 'code', press });
  const answer = await personPage.action(await sent);
  const address = answer instanceof Response ? (answer.headers.get('Location') ?? '') : '';
  expect(address).toBe(`/people/slips?press=${press}&person=${id}`);
  const { slips } = await slipsPage.loader(await asked(address));
  const way = slips?.[0]?.way;
  if (!way || !('code' in way)) throw new Error('There is no code');
  const again = await slipsPage.loader(await asked(address));
  expect([again.slips, again.isOver]).toEqual([null, true]);
  const { outcome } = await services.identity.tryPassword(way.login, way.code, now);
  expect(outcome).toBe('proved');
});

test.each([undefined, '', 'x', '\u0000'.repeat(22)])(
  'nothing is made of a form without a press: %j',
  async (press) => {
    const id = await add('Maria');
    const fields: Record<string, string> = press === undefined ? {} : { press };
    const toPerson = asked(`/people/${id}`, { id }, { intent: 'code', ...fields });
    await expect(personPage.action(await toPerson)).rejects.toMatchObject({ status: 400 });
    const toAll = slipsPage.action(await asked('/people/slips', {}, fields));
    await expect(toAll).rejects.toMatchObject({ status: 400 });
    expect(await countUninvited(services, administrator)).toMatchObject({ withoutEmail: 1 });
  },
);
