import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
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
import { sessionOf, sessionToken } from '../access/request-session.server.ts';
import type { Role } from '../access/roles.ts';
import { findSession, type Session, whyEnded } from '../access/session.server.ts';
import { signInByLink } from '../access/sign-in.server.ts';
import type { Services } from '../services.ts';
import { addPerson, changePerson } from './change-person.server.ts';
import { recordLeaving } from './employment.server.ts';
import {
  acceptInvitation,
  invite,
  openInvitation,
  withdrawInvitation,
} from './invitations.server.ts';
import { giveCode, removeSecondFactor } from './let-in.server.ts';
import { newPress, tokenOf } from './press.server.ts';

const { prisma, pool } = database;
const letterhead = { origin: 'https://signpost.example', locale: 'en-GB' };
const email = 'ruth@hill.example';
const password = 'violet-tram-9-under-bridges';
const attackers = 'quiet copper moons 41 fall';
const over = { outcome: 'over' };
let now: Date;
let services: TestServices;
let mailing: Services;
let organisationId: string;
let administrator: Session;

beforeEach(async () => {
  await pool.query('TRUNCATE graphile_worker._private_jobs');
  on('2026-07-01');
  services = await createServices(database, () => now);
  const mail = { url: 'smtp://mail.example', from: 'Signpost <signpost@hill.example>' };
  mailing = { ...services, config: { ...services.config, mail } };
  organisationId = (await createOrganisation(database, { name: 'Hill School' })).id;
  administrator = await colleague('administrator');
});

function on(day: string, time = '09:00:00') {
  now = new Date(`${day}T${time}Z`);
}

async function colleague(role: Role, organisation = organisationId): Promise<Session> {
  const person = await createPerson(database, { roles: ['learner', role] }, organisation);
  return (await signIn(database, person, now)).session;
}

async function add(address: string | null = email, by = administrator): Promise<string> {
  const values = { name: 'Ruth Adeyemi', email: address, staffNumber: null, groups: [] };
  const added = await addPerson(services, by, values, '2026-07-01');
  if (added.outcome === 'problem') throw new Error(added.problem);
  return added.id;
}

/** Invites by hand: what the link carries. */
async function byHand(id: string, by = administrator): Promise<string> {
  const press = newPress();
  expect(await invite(services, by, id, letterhead, press)).toEqual({ outcome: 'done' });
  return tokenOf(services, by, press, id);
}

const letterSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() });

async function letters() {
  const { rows } = await pool.query<{ payload: unknown }>(
    'SELECT payload FROM graphile_worker._private_jobs ORDER BY id',
  );
  return rows.map(({ payload }) => letterSchema.parse(payload));
}

/** Invites by mail: what the link in the newest message carries. */
async function byMail(id: string, by = administrator): Promise<string> {
  expect(await invite(mailing, by, id, letterhead, newPress())).toEqual({ outcome: 'done' });
  const text = (await letters()).at(-1)?.text ?? '';
  return text.match(/https:\S+\/invitation\?token=(\S+)/)?.[1] ?? '';
}

/** What a browser asks with: the cookies it has been given. */
function browser(...cookies: string[]): Request {
  const kept = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  return new Request(`${letterhead.origin}/invitation`, { headers: { Cookie: kept } });
}

function chosen(text: string, again = text): FormData {
  const form = new FormData();
  form.set('password', text);
  form.set('again', again);
  return form;
}

const open = (token: string, request = browser()) => openInvitation(services, request, token);
const accept = (token: string, form = chosen(password), request = browser()) =>
  acceptInvitation(services, request, token, form);

async function comeIn(token: string, form = chosen(password)): Promise<Request> {
  const accepted = await accept(token, form);
  if (accepted.outcome !== 'in') throw new Error(accepted.outcome);
  return browser(...accepted.cookies);
}

const outcomeOf = async (text: string, login = email) =>
  (await services.identity.tryPassword(login, text, now)).outcome;
const userOf = async (id: string, organisation = organisationId) =>
  (
    await prisma.person.findUniqueOrThrow({
      where: { organisationId_id: { organisationId: organisation, id } },
    })
  ).userId;
const invitations = () => prisma.invitation.findMany({ orderBy: { createdAt: 'asc' } });

/** Somebody who has shown that an address is theirs, and works elsewhere. */
async function verifiedElsewhere() {
  const elsewhere = (await createOrganisation(database)).id;
  const userId = (await services.identity.createUser({ email, isVerified: true })) ?? '';
  await services.identity.setPassword(userId, password, null);
  const person = await createPerson(database, { email, userId }, elsewhere);
  const { token, session } = await signIn(database, person, now);
  const request = browser(await services.cookies.session.serialize(token));
  return { userId, person, request, token, session };
}

test('by mail: the message with its link stands in the queue, and nobody is shown it', async () => {
  const id = await add();
  const token = await byMail(id);
  const [letter, ...others] = await letters();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ to: email, subject: expect.stringContaining('Hill School') });
  expect(letter?.text).toContain('valid until 15 July 2026');
  expect(await open(token)).toEqual({
    organisation: 'Hill School',
    name: 'Ruth Adeyemi',
    email,
    way: 'new',
    needsSecondStep: false,
  });
});

test('by mail: where inviting fails, no message goes out', async () => {
  const id = await add();
  const failing: Services = {
    ...mailing,
    database: {
      ...database,
      within: (scope, work) =>
        database.within(scope, async (transaction) => {
          await work(transaction);
          throw new Error('the disk is full');
        }),
    },
  };
  await expect(invite(failing, administrator, id, letterhead, newPress())).rejects.toThrow(
    'the disk is full',
  );
  expect([await letters(), await invitations()]).toEqual([[], []]);
});

test('by hand: the link comes back once, no message goes out, and only its hash is kept', async () => {
  const token = await byHand(await add());
  expect(await open(token)).toMatchObject({ way: 'new' });
  expect(await letters()).toEqual([]);
  const text = JSON.stringify([
    await rowsOf(organisationId),
    await prisma.auditEvent.findMany({ select: { details: true } }),
  ]);
  expect(text).not.toContain(token);
});

test.each(['hand', 'mail'])('a form that is sent twice invites by %s once', async (by) => {
  const id = await add();
  const press = newPress();
  const through = by === 'hand' ? services : mailing;
  const send = () => invite(through, administrator, id, letterhead, press);
  expect(await Promise.all([send(), send()])).toEqual([{ outcome: 'done' }, { outcome: 'done' }]);
  expect(await open(tokenOf(services, administrator, press, id))).not.toBeNull();
  expect(await invitations()).toHaveLength(1);
  expect(await letters()).toHaveLength(by === 'hand' ? 0 : 1);
  await withdrawInvitation(services, administrator, id);
  expect(await send()).toEqual({ outcome: 'problem', problem: 'changedMeanwhile' });
  expect(await open(tokenOf(services, administrator, press, id))).toBeNull();
});

test('whoever must set up a second step is told so, in the message and on the page', async () => {
  const person = await createPerson(database, { roles: ['dsl'], email }, organisationId);
  const where = { organisationId_id: { organisationId, id: person.id } };
  await prisma.person.update({ where, data: { userId: null } });
  expect(await open(await byMail(person.id))).toMatchObject({ needsSecondStep: true });
  const learner = await add('x@hill.example');
  expect(await open(await byMail(learner))).toMatchObject({ needsSecondStep: false });
  expect((await letters()).map(({ text }) => text.includes('second step'))).toEqual([true, false]);
  const data = { secondFactorForAll: true };
  await prisma.organisation.update({ where: { id: organisationId }, data });
  expect(await open(await byHand(learner))).toMatchObject({ needsSecondStep: true });
});

test('that somebody was invited, and how, is audited without the address', async () => {
  const id = await add();
  await byHand(id);
  await byMail(id);
  const entries = await prisma.auditEvent.findMany({
    where: { kind: 'invited' },
    include: { subject: true },
    orderBy: { seq: 'asc' },
  });
  const subject = { actorId: administrator.person.id, aboutId: id };
  expect(entries).toMatchObject([
    { details: { by: 'hand' }, subject },
    { details: { by: 'mail' }, subject },
  ]);
});

test('a newer invitation makes the older ones void', async () => {
  const id = await add();
  const first = await byHand(id);
  const second = await byMail(id);
  const third = await byHand(id);
  expect([await open(first), await open(second)]).toEqual([null, null]);
  expect(await accept(first)).toEqual(over);
  expect(await open(third)).not.toBeNull();
});

test('an invitation that was taken back is over, and that is audited once', async () => {
  const id = await add();
  const token = await byHand(id);
  await withdrawInvitation(services, administrator, id);
  await withdrawInvitation(services, administrator, id);
  expect([await open(token), await accept(token)]).toEqual([null, over]);
  const withdrawn = { where: { kind: 'invitation-withdrawn' } };
  expect(await prisma.auditEvent.count(withdrawn)).toBe(1);
});

test('it may be answered for fourteen days, and no moment longer', async () => {
  const token = await byHand(await add());
  on('2026-07-15', '08:59:59');
  expect(await open(token)).not.toBeNull();
  on('2026-07-15');
  expect([await open(token), await accept(token)]).toEqual([null, over]);
  expect(await services.identity.findUser(email)).toBeNull();
});

test('a link that was altered opens nothing', async () => {
  const token = await byHand(await add());
  const last = token.endsWith('A') ? 'E' : 'A';
  const altered = [
    `${token.slice(0, -1)}${last}`,
    token.slice(1),
    `${token}A`,
    '',
    '\u0000',
    token.toLowerCase(),
  ];
  for (const text of altered.filter((text) => text !== token)) {
    expect(await open(text)).toBeNull();
    expect(await accept(text)).toEqual(over);
  }
});

test.each<[string, (id: string) => Promise<unknown>]>([
  ['left', (id) => recordLeaving(services, administrator, id, '2026-07-01')],
  [
    'was erased',
    (id) =>
      prisma.person.update({
        where: { organisationId_id: { organisationId, id } },
        data: { erasedAt: now },
      }),
  ],
])('the invitation of somebody who %s is over', async (_what, act) => {
  const id = await add();
  const tokens = [await byMail(id)];
  await act(id);
  for (const token of tokens)
    expect([await open(token), await accept(token)]).toEqual([null, over]);
  expect(await services.identity.findUser(email)).toBeNull();
  expect(await userOf(id)).toBeNull();
});

test('who leaves while the link lies open on their screen joins nothing', async () => {
  await verifiedElsewhere();
  const id = await add();
  const token = await byMail(id);
  expect(await open(token)).toMatchObject({ way: 'join' });
  await recordLeaving(services, administrator, id, '2026-07-01');
  expect(await accept(token)).toEqual(over);
  expect(await userOf(id)).toBeNull();
});

test('an organisation that is closed takes nobody in', async () => {
  const id = await add();
  const token = await byHand(id);
  const where = { id: organisationId };
  await prisma.organisation.update({ where, data: { closedAt: now } });
  expect([await open(token), await accept(token)]).toEqual([null, over]);
  expect(await userOf(id)).toBeNull();
});

test.each<[string, () => Promise<string>]>([
  ['has no address', () => add(null)],
  [
    'has an account',
    async () => {
      const id = await add();
      await comeIn(await byHand(id));
      return id;
    },
  ],
  [
    'has left',
    async () => {
      const id = await add();
      await recordLeaving(services, administrator, id, '2026-07-01');
      return id;
    },
  ],
])('nobody is invited who %s', async (_what, make) => {
  const id = await make();
  const before = await rowsOf(organisationId);
  await expect(invite(services, administrator, id, letterhead, newPress())).rejects.toMatchObject({
    status: 409,
  });
  expect(await rowsOf(organisationId)).toEqual(before);
});

test('who begins later is invited now, and comes in at once', async () => {
  const values = { name: 'Ruth Adeyemi', email, staffNumber: null, groups: [] };
  const added = await addPerson(services, administrator, values, '2026-07-05');
  const request = await comeIn(await byHand('id' in added ? added.id : ''));
  expect((await sessionOf(request, services))?.roles).toEqual(['learner']);
});

test('a manager invites no administrator, and nobody invites themselves', async () => {
  const manager = await colleague('manager');
  const person = await createPerson(
    database,
    { roles: ['learner', 'administrator'], email },
    organisationId,
  );
  await expect(invite(services, manager, person.id, letterhead, newPress())).rejects.toMatchObject({
    status: 403,
  });
  await expect(
    invite(services, administrator, administrator.person.id, letterhead, newPress()),
  ).rejects.toMatchObject({ status: 403 });
  await expect(withdrawInvitation(services, manager, person.id)).rejects.toMatchObject({
    status: 403,
  });
});

test.each([
  ['hand', false],
  ['mail', true],
])('who answers by %s has an account, is that person, and is signed in', async (by, isVerified) => {
  const id = await add();
  const request = await comeIn(await (by === 'hand' ? byHand(id) : byMail(id)));
  const userId = await userOf(id);
  expect(userId).toBe(await services.identity.findUser(email));
  expect(await services.identity.accountOf(userId ?? '')).toEqual({
    email,
    username: null,
    hasPassword: true,
    hasSecondFactor: false,
    isVerified,
    hasCode: false,
  });
  expect(await sessionOf(request, services)).toMatchObject({
    userId,
    organisation: { id: organisationId },
    person: { id },
    roles: ['learner'],
    secondFactor: false,
    mustChangeCode: false,
  });
  expect(await outcomeOf(password)).toBe('proved');
  const kinds = (await prisma.auditEvent.findMany({ orderBy: { seq: 'asc' } })).map(
    ({ kind }) => kind,
  );
  expect(kinds.slice(-2)).toEqual(['invitation-accepted', 'sign-in']);
});

test('an invitation is used once', async () => {
  const token = await byHand(await add());
  await comeIn(token);
  expect([await open(token), await accept(token, chosen(attackers))]).toEqual([null, over]);
  expect([await outcomeOf(password), await outcomeOf(attackers)]).toEqual(['proved', 'refused']);
});

test.each(['hand', 'mail'])(
  'an invitation by %s that several answer at once is used once',
  async (by) => {
    const id = await add();
    const token = await (by === 'hand' ? byHand(id) : byMail(id));
    const passwords = [password, attackers, 'seven blue kettles sing 12'];
    const answers = await Promise.all(passwords.map((text) => accept(token, chosen(text))));
    const isIn = answers.map(({ outcome }) => outcome === 'in');
    expect(isIn.filter(Boolean)).toHaveLength(1);
    const right: string[] = [];
    for (const text of passwords) right.push(await outcomeOf(text));
    expect(right.map((outcome) => outcome === 'proved')).toEqual(isIn);
  },
);

test('who answers while the same account is being made is sent back to the link', async () => {
  const token = await byHand(await add());
  await services.identity.createUser({ email, isVerified: false });
  const hasty = { ...services.identity, findUser: async () => null };
  const answer = acceptInvitation(
    { ...services, identity: hasty },
    browser(),
    token,
    chosen(password),
  );
  expect(await answer).toEqual(over);
  expect(await open(token)).toMatchObject({ way: 'sign-in' });
});

test.each<[string, string, string?]>([
  ['short', 'short'],
  ['common', 'password1234'],
  ['guessable', 'adeyemischool'],
  ['different', password, attackers],
  ['long', 'x1!'.repeat(43)],
])(
  'a password that is %s is refused, and the invitation may still be used',
  async (problem, text, again) => {
    const id = await add();
    const token = await byHand(id);
    expect(await accept(token, chosen(text, again))).toEqual({ outcome: 'problem', problem });
    expect(await services.identity.findUser(email)).toBeNull();
    await comeIn(token);
    expect(await outcomeOf(password)).toBe('proved');
  },
);

/** Somebody at another school, without mail, who makes an account of an address that is not theirs. */
async function takeAddress() {
  const school = (await createOrganisation(database, { name: 'School A' })).id;
  const by = await colleague('administrator', school);
  const id = await add(email, by);
  const attacker = await comeIn(await byHand(id, by), chosen(attackers));
  return { school, by, id, attacker };
}

/** The same, with a second step. */
async function takeAddressForGood() {
  const taken = await takeAddress();
  const session = await sessionOf(taken.attacker, services);
  if (!session) throw new Error('The attacker is not in');
  const made = await services.identity.startSecondFactor(taken.attacker, attackers);
  const secret = new URL(made?.uri ?? '').searchParams.get('secret') ?? '';
  const given = [totp(secret), made?.held ?? ''] as const;
  const confirmed = await confirmSecondFactor(services, taken.attacker, session, ...given);
  if ('problem' in confirmed) throw new Error('The code did not fit');
  return { ...taken, session, attacker: browser(...confirmed.cookies) };
}

test('who made an account of another’s address has nothing of it once its owner comes', async () => {
  const { school, by, id: theirs, attacker } = await takeAddress();
  const people = () =>
    prisma.person.findMany({ where: { organisationId: school }, orderBy: { id: 'asc' } });
  const before = await people();
  const id = await add();
  const token = await byMail(id);
  expect(await open(token)).toMatchObject({ way: 'new' });

  const owner = await comeIn(token);

  expect(await sessionOf(owner, services)).toMatchObject({
    person: { id },
    organisation: { id: organisationId },
  });
  expect([await outcomeOf(attackers), await outcomeOf(password)]).toEqual(['refused', 'proved']);
  expect(await sessionOf(attacker, services)).toBeNull();
  expect(await services.identity.proofOf(attacker)).toBeNull();
  const userId = await userOf(id);
  expect(await services.identity.accountOf(userId ?? '')).toMatchObject({
    isVerified: true,
    hasSecondFactor: false,
  });
  expect(await giveCode(services, by, theirs, newPress())).toBe('elsewhere');
  expect(await removeSecondFactor(services, by, theirs)).toBe('elsewhere');
  expect(await outcomeOf(password)).toBe('proved');
  expect(await people()).toEqual(before);
  expect(await userOf(theirs, school)).toBe(userId);
  // The other school can see in its audit that the account is another's now.
  const told = await prisma.auditEvent.findMany({
    where: { kind: 'address-proved' },
    include: { subject: true },
  });
  expect(told).toMatchObject([{ organisationId: school, subject: { actorId: theirs } }]);
});

test('the owner whose account was taken over is told why that session ended', async () => {
  const { attacker } = await takeAddress();
  await comeIn(await byMail(await add()));
  expect(await whyEnded(database, await sessionToken(attacker, services))).toBe('changed');
});

test('an address that is proved by a link in a message is its owner’s from then on', async () => {
  const { attacker } = await takeAddress();
  const form = new FormData();
  form.set('token', (await services.identity.makeLink(email)) ?? '');
  const visit = { request: browser(), form, address: '192.0.2.1', onFault: () => {} };
  const signedIn = await signInByLink(services, visit);
  if ('problem' in signedIn) throw new Error(signedIn.problem);
  expect(signedIn.outcome).toBe('in');
  expect(await outcomeOf(attackers)).toBe('refused');
  expect(await sessionOf(attacker, services)).toBeNull();
  expect(await sessionOf(browser(...signedIn.cookies), services)).not.toBeNull();
});

const unproved = { isVerified: false, hasPassword: true };
const noPassword = { isVerified: true, hasPassword: false };
const withCode = { isVerified: true, hasPassword: true, hasCode: true };

test.each([unproved, noPassword, withCode])(
  'by mail, where somebody works elsewhere with a second step, it takes nothing: %j',
  async (account) => {
    const { attacker: holder, session } = await takeAddressForGood();
    const { userId } = session;
    const data = { emailVerified: account.isVerified };
    await prisma.user.update({ where: { id: userId }, data });
    if (!account.hasPassword) await prisma.account.deleteMany({ where: { userId } });
    if ('hasCode' in account)
      await services.identity.setPassword(userId, attackers, new Date('2026-07-10T09:00:00Z'));
    expect(await services.identity.accountOf(userId)).toMatchObject(account);
    const before = await prisma.twoFactor.findMany();
    const id = await add();
    const token = await byMail(id);

    expect(await open(token)).toMatchObject({ way: 'sign-in' });
    expect(await accept(token)).toEqual({ outcome: 'sign-in' });
    expect(await prisma.twoFactor.findMany()).toEqual(before);
    expect(await sessionOf(holder, services)).toMatchObject({ secondFactor: true });
    expect(await outcomeOf(password)).toBe('refused');
    expect(await userOf(id)).toBeNull();

    // Whoever holds the second step joins, signed in.
    expect(await accept(token, new FormData(), holder)).toEqual({ outcome: 'joined' });
    expect(await userOf(id)).toBe(userId);
  },
);

test('by mail, once they work nowhere else any more, its owner begins anew', async () => {
  const { id: theirs, by, attacker } = await takeAddressForGood();
  const token = await byMail(await add());
  expect(await accept(token)).toEqual({ outcome: 'sign-in' });
  await recordLeaving(services, by, theirs, '2026-07-01');
  await comeIn(token);
  expect([await outcomeOf(attackers), await outcomeOf(password)]).toEqual(['refused', 'proved']);
  expect(await sessionOf(attacker, services)).toBeNull();
});

test('by mail into an account whose code somebody else knows as well: its owner chooses anew', async () => {
  const { userId, token: theirs } = await verifiedElsewhere();
  await services.identity.setPassword(userId, attackers, new Date('2026-07-10T09:00:00Z'));
  const id = await add();
  const token = await byMail(id);
  expect(await open(token)).toMatchObject({ way: 'new' });
  await comeIn(token);
  expect(await userOf(id)).toBe(userId);
  expect([await outcomeOf(password), await outcomeOf(attackers)]).toEqual(['proved', 'refused']);
  expect(await findSession(database, theirs, now)).toBeNull();
});

test('by mail into a known account: it joins, and its password and sessions stay as they are', async () => {
  const { userId, request, token: theirs } = await verifiedElsewhere();
  const id = await add();
  const token = await byMail(id);
  const known = {
    organisation: 'Hill School',
    name: 'Ruth Adeyemi',
    email,
    way: 'join',
    needsSecondStep: false,
  };
  expect(await open(token)).toEqual(known);
  expect(await accept(token, chosen(attackers))).toEqual({ outcome: 'joined' });
  expect(await userOf(id)).toBe(userId);
  expect([await outcomeOf(password), await outcomeOf(attackers)]).toEqual(['proved', 'refused']);
  expect(await findSession(database, theirs, now)).not.toBeNull();
  expect((await sessionOf(request, services))?.isElsewhere).toBe(true);
  expect(await accept(token)).toEqual(over);
});

test('by hand into a known account: only its owner, signed in, joins', async () => {
  const { userId, request } = await verifiedElsewhere();
  const id = await add();
  const token = await byHand(id);
  const strangers = [browser(), browser(await services.cookies.session.serialize('nonsense'))];
  const { token: ours } = await signIn(
    database,
    await createPerson(database, {}, organisationId),
    now,
  );
  strangers.push(browser(await services.cookies.session.serialize(ours)));
  for (const stranger of strangers) {
    expect(await open(token, stranger)).toMatchObject({ way: 'sign-in' });
    expect(await accept(token, chosen(attackers), stranger)).toEqual({ outcome: 'sign-in' });
  }
  expect(await userOf(id)).toBeNull();
  expect([await outcomeOf(password), await outcomeOf(attackers)]).toEqual(['proved', 'refused']);
  expect(await open(token, request)).toMatchObject({ way: 'join' });
  expect(await accept(token, new FormData(), request)).toEqual({ outcome: 'joined' });
  expect(await userOf(id)).toBe(userId);
});

test('by hand into an account that nobody proved to own: its owner signs in all the same', async () => {
  await takeAddress();
  const token = await byHand(await add());
  expect(await open(token)).toMatchObject({ way: 'sign-in' });
  expect(await accept(token)).toEqual({ outcome: 'sign-in' });
  expect(await outcomeOf(password)).toBe('refused');
});

test('a mailed link is worth nothing for an address that was written in afterwards', async () => {
  const id = await add('mine@hill.example');
  const token = await byMail(id);
  const values = { name: 'Ruth Adeyemi', email, staffNumber: null, groups: [] };
  await changePerson(services, administrator, id, values);
  expect([await open(token), await accept(token, chosen(attackers))]).toEqual([null, over]);
  expect(await services.identity.findUser(email)).toBeNull();
});
