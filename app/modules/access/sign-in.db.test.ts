import { beforeEach, expect, test, vi } from 'vitest';
import { beginAttempt } from '#tests/factories/attempt.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { totp } from '#tests/setup/totp.ts';
import { removeSecondFactor } from '../people/let-in.server.ts';
import { changePassword, confirmSecondFactor, makeRecoveryCodes } from './account.server.ts';
import { createIdentity } from './identity.server.ts';
import { addressKey } from './limits.server.ts';
import { findSession, hashToken, type Session } from './session.server.ts';
import { type SignedIn, signInByCode, signInByLink, signInByPassword } from './sign-in.server.ts';

const { prisma } = database;
const password = 'the kettle sings at nine';
const email = 'ruth@riverbank.example';
const now = new Date('2026-07-01T09:00:00Z');
const wrong = { problem: 'wrong' };
const mail = { url: 'smtp://mail.example', from: 'Signpost <signpost@riverbank.example>' };
let clock: Date;
let services: TestServices;

beforeEach(async () => {
  await database.pool.query('TRUNCATE graphile_worker._private_jobs');
  clock = now;
  const made = await createServices(database, () => clock);
  services = { ...made, config: { ...made.config, demo: false } };
});

/** Somebody who signs in by an address and a password. */
async function somebody(roles: Parameters<typeof createPerson>[1] = {}) {
  const person = await createPerson(database, { email, ...roles });
  const userId = person.userId ?? '';
  await prisma.user.update({ where: { id: userId }, data: { emailVerified: true } });
  await services.identity.setPassword(userId, password, null);
  return { ...person, userId };
}

/** A browser: the cookies of one answer go with the next request. */
class Browser {
  private readonly jar = new Map<string, string>();

  constructor(readonly address = '192.0.2.1') {}

  visit(fields: Record<string, string>) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return { request: this.request(), form, address: this.address, onFault: () => {} };
  }

  request(): Request {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Request('http://localhost/', { headers: { Cookie: cookie } });
  }

  keep(cookies: string[]) {
    for (const line of cookies) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (/max-age=0/i.test(line)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }

  async byPassword(login = email, text = password) {
    return this.take(await signInByPassword(services, this.visit({ login, password: text })));
  }

  async byCode(code: string) {
    return this.take(await signInByCode(services, this.visit({ code })));
  }

  async byLink(token: string) {
    return this.take(await signInByLink(services, this.visit({ token })));
  }

  async session(): Promise<Session | null> {
    const cookie = await services.cookies.session.parse(this.request().headers.get('Cookie'));
    return findSession(database, cookie, clock);
  }

  private take(came: SignedIn): string {
    if ('problem' in came) return came.problem;
    this.keep(came.cookies);
    return came.outcome;
  }
}

/** Sets a second factor up, as its page does; returns its key and the recovery codes. */
async function setUpSecondFactor(browser: Browser, periodsLater = 0) {
  const session = await browser.session();
  if (!session) throw new Error('Not signed in');
  const made = await services.identity.startSecondFactor(browser.request(), password);
  const key = new URL(made?.uri ?? '').searchParams.get('secret') ?? '';
  const held = made?.held ?? '';
  const given = [totp(key, periodsLater), held] as const;
  const confirmed = await confirmSecondFactor(services, browser.request(), session, ...given);
  browser.keep('cookies' in confirmed ? confirmed.cookies : []);
  return { key, recoveryCodes: made?.recoveryCodes ?? [] };
}

const failures = () =>
  prisma.auditEvent.findMany({ where: { kind: 'sign-in-failed' }, include: { subject: true } });

test('an address in any letters and the right password let somebody in', async () => {
  const { id } = await somebody();
  const browser = new Browser();
  expect(await browser.byPassword('  RUTH@Riverbank.example ')).toBe('in');
  expect((await browser.session())?.person.id).toBe(id);
});

test('a wrong password, an unknown address and no password at all are told the same', async () => {
  const person = await somebody();
  await createPerson(database, { email: 'none@riverbank.example' });
  const browser = new Browser();
  for (const [login, text] of [
    [email, 'the kettle sings at ten'],
    ['nobody@riverbank.example', password],
    ['none@riverbank.example', password],
    ['no.such.name', password],
  ])
    expect(await browser.byPassword(login, text)).toBe('refused');
  expect(await browser.session()).toBeNull();
  await vi.waitFor(async () => {
    const about = (await failures()).map(({ subject }) => subject?.aboutId);
    expect(about).toContain(person.id);
  });
  for (const { subject } of await failures()) expect(subject?.actorId).toBeNull();
});

test('a password that is tried a thousand times is tried ten times, from wherever a hundred', async () => {
  await somebody();
  const tryOften = async (browserOf: (number: number) => Browser) => {
    const outcomes = new Map<string, number>();
    for (let number = 0; number < 1_000; number += 1) {
      const came = await browserOf(number).byPassword(email, `wrong wrong wrong ${number}`);
      outcomes.set(came, (outcomes.get(came) ?? 0) + 1);
    }
    return Object.fromEntries(outcomes);
  };
  const one = new Browser();
  expect(await tryOften(() => one)).toEqual({ refused: 10, 'too-many': 990 });
  // Nobody else is locked out by that.
  expect(await new Browser('192.0.2.2').byPassword()).toBe('in');
  const many = await tryOften((number) => new Browser(`192.0.3.${number % 250}`));
  expect(many).toEqual({ refused: 90, 'too-many': 910 });
  expect(await new Browser('192.0.2.2').byPassword()).toBe('too-many');
  // Nobody learns from the limit who has an account.
  const another = new Browser('192.0.2.3');
  for (let number = 0; number < 10; number += 1) await another.byPassword('x@y.example', 'x');
  expect(await another.byPassword('x@y.example', 'x')).toBe('too-many');
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7', '192.0.2.7'],
  ['', ''],
])('%j counts as %j', (address, key) => expect(addressKey(address)).toBe(key));

test('one address at the door is not heard for ever', async () => {
  const browser = new Browser();
  const came = [];
  for (let number = 0; number < 310; number += 1)
    came.push(await browser.byPassword(`somebody.${number}`, 'x'));
  expect(came.slice(0, 300)).toEqual(Array(300).fill('refused'));
  expect(came.slice(300)).toEqual(Array(10).fill('too-many'));
  expect(await new Browser('192.0.2.2').byPassword('somebody', 'x')).toBe('refused');
});

test('a link lets in once; altered, used or late it does not', async () => {
  await somebody();
  const token = (await services.identity.makeLink(email.toUpperCase())) ?? '';
  expect(await services.identity.makeLink('nobody@riverbank.example')).toBeNull();
  const stored = JSON.stringify(await prisma.verification.findMany());
  expect(stored).not.toContain(token);
  const altered = token.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a'));
  for (const wrong of [altered, '', 'x', `${token}x`])
    expect(await new Browser().byLink(wrong)).toBe('over');
  const browser = new Browser();
  expect(await browser.byLink(token)).toBe('in');
  expect(await browser.session()).not.toBeNull();
  expect(await new Browser().byLink(token)).toBe('over');

  const late = (await services.identity.makeLink(email)) ?? '';
  await prisma.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
  expect(await new Browser().byLink(late)).toBe('over');
});

test('two who use a link at once: one comes in', async () => {
  await somebody();
  const token = (await services.identity.makeLink(email)) ?? '';
  const came = await Promise.all([new Browser().byLink(token), new Browser().byLink(token)]);
  expect(came.sort()).toEqual(['in', 'over']);
});

test('with a second factor neither password nor link is enough', async () => {
  await somebody({ roles: ['learner', 'manager'] });
  const first = new Browser();
  await first.byPassword();
  expect((await first.session())?.roles).toEqual(['learner']);
  const { key } = await setUpSecondFactor(first);
  expect((await first.session())?.roles.sort()).toEqual(['learner', 'manager']);

  const byPassword = new Browser();
  expect(await byPassword.byPassword()).toBe('second-factor');
  expect(await byPassword.session()).toBeNull();
  expect(await byPassword.byCode('000000')).toBe('refused');
  expect(await byPassword.byCode(totp(key, 1))).toBe('in');
  expect((await byPassword.session())?.roles).toContain('manager');

  const byLink = new Browser();
  expect(await byLink.byLink((await services.identity.makeLink(email)) ?? '')).toBe(
    'second-factor',
  );
  expect(await byLink.session()).toBeNull();
  // The code that somebody else has just used.
  expect(await byLink.byCode(totp(key, 1))).toBe('refused');
  expect((await failures()).length).toBeGreaterThan(0);
});

test('a code of the app that is tried a thousand times is tried ten times at most', async () => {
  await somebody({ roles: ['learner', 'manager'] });
  const first = new Browser();
  await first.byPassword();
  const { key } = await setUpSecondFactor(first);
  const outcomes = new Map<string, number>();
  const browser = new Browser();
  for (let number = 0; number < 1_000; number += 1) {
    let came = await browser.byCode(String(100_000 + number));
    if (came === 'over') {
      // A right password each time does not buy new tries.
      await browser.byPassword();
      came = await browser.byCode(String(100_000 + number));
    }
    outcomes.set(came, (outcomes.get(came) ?? 0) + 1);
  }
  expect(outcomes.get('refused')).toBeLessThanOrEqual(10);
  expect(outcomes.get('too-many')).toBeGreaterThanOrEqual(990);
  const honest = new Browser('198.51.100.1');
  expect(await honest.byPassword()).toBe('second-factor');
  expect(await honest.byCode(totp(key, 1))).toBe('too-many');
});

test('a recovery code stands in for the app, once', async () => {
  await somebody({ roles: ['learner', 'manager'] });
  const first = new Browser();
  await first.byPassword();
  const { recoveryCodes } = await setUpSecondFactor(first);
  const [code = ''] = recoveryCodes;
  expect(recoveryCodes).toHaveLength(10);
  expect(JSON.stringify(await prisma.twoFactor.findMany())).not.toContain(code);
  const browser = new Browser();
  await browser.byPassword();
  expect(await browser.byCode(code.toUpperCase())).toBe('in');
  const again = new Browser();
  await again.byPassword();
  expect(await again.byCode(code)).toBe('refused');
});

test('a code from a manager works until it is changed or has run out, and must be changed', async () => {
  const person = await createPerson(database, { name: 'Colin Baker' });
  const userId = person.userId ?? '';
  await prisma.user.update({ where: { id: userId }, data: { username: 'colin.b.1234' } });
  const until = new Date(now.getTime() + 14 * 24 * 3_600_000);
  await services.identity.setPassword(userId, 'k7m2x-9pqah', until);
  const browser = new Browser();
  // However it is typed off the slip.
  for (const typed of ['K7M2X 9PQAH', 'k7m2x9pqah', ' k7m2x-9pqah '])
    expect(await new Browser().byPassword('colin.b.1234', typed)).toBe('in');
  expect(await browser.byPassword('Colin.B.1234', 'k7m2x-9pqah')).toBe('in');
  const session = await browser.session();
  expect(session?.mustChangeCode).toBe(true);
  // Whoever made the code could play as them: until it is changed nobody does.
  expect(session).toMatchObject({ roles: [], withheld: ['learner'] });

  const form = new FormData();
  form.set('password', 'soup on a cold friday');
  form.set('again', 'soup on a cold friday');
  const changed = await changePassword(services, browser.request(), session as Session, form);
  browser.keep('cookies' in changed ? changed.cookies : []);
  expect((await browser.session())?.mustChangeCode).toBe(false);
  expect(await new Browser().byPassword('colin.b.1234', 'k7m2x-9pqah')).toBe('refused');

  await services.identity.setPassword(userId, 'q8w2e-4rt5y', until);
  clock = until;
  expect(await new Browser().byPassword('colin.b.1234', 'q8w2e-4rt5y')).toBe('refused');
});

test('a new password ends what is signed in elsewhere, and keeps this browser in', async () => {
  await somebody();
  const [here, there] = [new Browser(), new Browser()];
  await here.byPassword();
  await there.byPassword();
  const session = (await here.session()) as Session;
  const form = new FormData();
  for (const name of ['password', 'again']) form.set(name, 'soup on a cold friday');
  // An unlocked screen is not enough.
  expect(await changePassword(services, here.request(), session, form)).toEqual({
    problem: 'current',
  });
  form.set('current', 'the kettle sings at ten');
  expect(await changePassword(services, here.request(), session, form)).toEqual({
    problem: 'current',
  });
  form.set('current', password);
  const changed = await changePassword(services, here.request(), session, form);
  here.keep('cookies' in changed ? changed.cookies : []);
  expect(await here.session()).not.toBeNull();
  expect(await there.session()).toBeNull();
  expect(await there.byPassword()).toBe('refused');
});

test('who works nowhere any more is told so once they have proved who they are, and not before', async () => {
  const person = await somebody();
  const spell = await prisma.employmentSpell.findFirstOrThrow({ where: { personId: person.id } });
  const { id: supersedes, ...fact } = spell;
  await prisma.employmentSpell.create({
    data: { ...fact, id: undefined, supersedes, effectiveTo: new Date('2026-06-30') },
  });
  expect(await new Browser().byPassword()).toBe('nowhere');
  expect(await new Browser().byPassword(email, 'the kettle sings at ten')).toBe('refused');
});

test('of a user nothing is kept in the open: no password, no token, no address they came from', async () => {
  await somebody({ roles: ['learner', 'manager'] });
  const browser = new Browser('203.0.113.77');
  await browser.byPassword();
  const { key } = await setUpSecondFactor(browser);
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  let all = '';
  for (const { name } of rows)
    all += JSON.stringify((await database.pool.query(`SELECT t::text FROM ${name} t`)).rows);
  for (const secret of [password, key, '203.0.113.77']) expect(all).not.toContain(secret);
});

test('another organisation is no way round a second factor', async () => {
  const person = await somebody({ roles: ['learner', 'manager'] });
  const other = await createOrganisation(database, { name: 'Elsewhere' });
  await createPerson(database, { userId: person.userId, roles: ['learner', 'dsl'] }, other.id);
  const browser = new Browser();
  await browser.byPassword();
  await setUpSecondFactor(browser);
  const half = new Browser();
  expect(await half.byPassword()).toBe('second-factor');
  expect(await half.session()).toBeNull();
});

test('a recovery code turns no second factor on: only its app does', async () => {
  await somebody({ roles: ['learner', 'manager'] });
  const browser = new Browser();
  await browser.byPassword();
  const session = (await browser.session()) as Session;
  const made = await services.identity.startSecondFactor(browser.request(), password);
  const [code = ''] = made?.recoveryCodes ?? [];
  const held = made?.held ?? '';
  expect(await confirmSecondFactor(services, browser.request(), session, code, held)).toEqual(
    wrong,
  );
  expect((await browser.session())?.roles).toEqual(['learner']);
  expect((await services.identity.accountOf(session.userId)).hasSecondFactor).toBe(false);
});

test('the first half of a proof opens nothing, cannot be read, and is over after ten minutes', async () => {
  const { userId } = await somebody({ roles: ['learner', 'manager'] });
  const first = new Browser();
  await first.byPassword();
  const { key } = await setUpSecondFactor(first);
  const token = (await services.identity.makeLink(email)) ?? '';
  const link = new Browser();
  await link.byLink(token);
  // It is no proof that would change how somebody signs in.
  expect(await services.identity.proofOf(link.request())).toBeNull();
  expect(link.request().headers.get('Cookie')).not.toContain('session_token');
  expect(Buffer.from(link.request().headers.get('Cookie') ?? '').toString()).not.toContain(userId);
  clock = new Date(now.getTime() + 11 * 60_000);
  expect(await link.byCode(totp(key, 1))).toBe('over');
});

test.each(['%E0%A4%A.x', '%00.x', 'x', '', '2fa-attempts-1.x'])(
  'the cookie %j of the second step is none of ours',
  async (value) => {
    const browser = new Browser();
    browser.keep([`signpost-half=${value}`, `signpost.two_factor=${value}`]);
    expect(await browser.byCode('123456')).toBe('over');
  },
);

test('new recovery codes want the password, and a code of the app that was not used', async () => {
  await somebody({ roles: ['learner', 'manager'] });
  const browser = new Browser();
  await browser.byPassword();
  const { key, recoveryCodes } = await setUpSecondFactor(browser);
  const session = (await browser.session()) as Session;
  const make = (text: string, code: string) =>
    makeRecoveryCodes(services, browser.request(), session, text, code);
  expect(await make(password, totp(key))).toEqual(wrong);
  expect(await make('the kettle sings at ten', totp(key, 1))).toEqual(wrong);
  expect(await make(password, recoveryCodes[0] ?? '')).toEqual(wrong);
  await database.pool.query('DELETE FROM rate_limits');
  const made = await make(password, totp(key, 1));
  expect('codes' in made && made.codes).toHaveLength(10);
});

/** Somebody whose address nobody has proved: let in by a slip, or by a link that was handed over. */
async function unproved(roles: Parameters<typeof createPerson>[1] = {}) {
  const person = await somebody(roles);
  await prisma.user.update({ where: { id: person.userId }, data: { emailVerified: false } });
  return person;
}

const sendLink = async () => (await services.identity.makeLink(email)) ?? '';
const mailed = async () => {
  const { rows } = await database.pool.query<{ text: string }>(
    `SELECT payload->>'subject' AS text FROM graphile_worker._private_jobs ORDER BY id`,
  );
  return rows.map(({ text }) => text);
};

test('a first link to an unproved address takes no second step away: it asks for it', async () => {
  const { userId } = await unproved({ roles: ['learner', 'administrator'] });
  const holder = new Browser();
  await holder.byPassword();
  const { key } = await setUpSecondFactor(holder);
  const before = await prisma.twoFactor.findMany();

  const reader = new Browser();
  const token = await sendLink();
  expect(await reader.byLink(token)).toBe('second-factor');
  expect(await reader.session()).toBeNull();
  expect(await services.identity.proofOf(reader.request())).toBeNull();
  expect(await reader.byCode('000000')).toBe('refused');
  expect(await new Browser().byLink(token)).toBe('over');
  // Nothing of its holder’s is void, and whoever reads their mail has proved nothing.
  expect(await prisma.twoFactor.findMany()).toEqual(before);
  expect(await holder.session()).toMatchObject({ secondFactor: true });
  expect(await new Browser().byPassword()).toBe('second-factor');
  const account = () => services.identity.accountOf(userId);
  expect(await account()).toMatchObject({ isVerified: false, hasPassword: true });

  // Both together are its holder: from then on the address is proved.
  expect(await reader.byCode(totp(key, 1))).toBe('in');
  expect(await account()).toMatchObject({ isVerified: true, hasPassword: true });
  expect(await new Browser().byPassword()).toBe('second-factor');
});

test('the code after a password proves no address', async () => {
  const { userId } = await unproved({ roles: ['learner', 'manager'] });
  const holder = new Browser();
  await holder.byPassword();
  const { key } = await setUpSecondFactor(holder);
  const browser = new Browser();
  await browser.byPassword();
  expect(await browser.byCode(totp(key, 1))).toBe('in');
  expect((await services.identity.accountOf(userId)).isVerified).toBe(false);
});

test('a first link where there is no second step ends what somebody else had set before, and tells', async () => {
  const person = await unproved();
  services = { ...services, config: { ...services.config, mail } };
  const squatter = new Browser();
  await squatter.byPassword();
  const owner = new Browser();
  expect(await owner.byLink(await sendLink())).toBe('in');
  expect(await squatter.session()).toBeNull();
  expect(await new Browser().byPassword()).toBe('refused');
  expect((await services.identity.accountOf(person.userId)).isVerified).toBe(true);
  const proved = await prisma.auditEvent.findMany({
    where: { kind: 'address-proved' },
    include: { subject: true },
  });
  expect(proved).toMatchObject([
    { organisationId: person.organisationId, subject: { actorId: person.id } },
  ]);
  expect(await mailed()).toEqual(['Your old password for Signpost no longer works']);
  // From then on a link is a link.
  expect(await new Browser().byLink(await sendLink())).toBe('in');
  expect(await mailed()).toHaveLength(1);
});

test('who was kept out by wrong codes sets up another second step, and is kept out no more', async () => {
  const person = await somebody({ roles: ['learner', 'manager'] });
  const first = new Browser();
  await first.byPassword();
  await setUpSecondFactor(first);
  const stranger = new Browser('198.51.100.1');
  await stranger.byPassword();
  for (let number = 0; number < 11; number += 1) {
    if ((await stranger.byCode(String(200_000 + number))) === 'over') await stranger.byPassword();
  }
  const { key } = await setUpSecondFactor(first, 1);
  expect(await first.session()).toMatchObject({ secondFactor: true });
  const again = new Browser();
  await again.byPassword();
  expect(await again.byCode(totp(key))).toBe('in');
  expect((await services.identity.accountOf(person.userId)).hasSecondFactor).toBe(true);
});

test('somebody who is helped back in is kept out by nothing that was tried before', async () => {
  const person = await somebody({ roles: ['learner', 'manager'] });
  const first = new Browser();
  await first.byPassword();
  await setUpSecondFactor(first);
  for (let number = 0; number < 12; number += 1) await new Browser().byPassword(email, 'no');
  expect(await new Browser().byPassword()).toBe('too-many');
  const { limits } = services;
  for (let number = 0; number < 12; number += 1) await limits.allows('code', person.userId);
  const roles = ['learner', 'administrator'] as const;
  const by = await createPerson(database, { roles: [...roles] }, person.organisationId);
  const { session } = await signIn(database, by, now);
  expect(await removeSecondFactor(services, session, person.id)).toBe('done');
  expect(await limits.allows('code', person.userId)).toBe(true);
  expect(await new Browser().byPassword()).toBe('in');
});

test('too many first codes of a second step are told as that', async () => {
  await somebody({ roles: ['learner', 'manager'] });
  const browser = new Browser();
  await browser.byPassword();
  const session = (await browser.session()) as Session;
  const made = await services.identity.startSecondFactor(browser.request(), password);
  const tries = [];
  for (let number = 0; number < 11; number += 1) {
    const given = [String(300_000 + number), made?.held ?? ''] as const;
    tries.push(await confirmSecondFactor(services, browser.request(), session, ...given));
  }
  expect(tries).toEqual([...Array(10).fill(wrong), { problem: 'too-many' }]);
});

test('of a second step its owner is told what happened to it', async () => {
  const person = await somebody({ roles: ['learner', 'manager'] });
  services = { ...services, config: { ...services.config, mail } };
  const browser = new Browser();
  await browser.byPassword();
  await setUpSecondFactor(browser);
  await setUpSecondFactor(browser, 1);
  const roles = ['learner', 'administrator'] as const;
  const by = await createPerson(database, { roles: [...roles] }, person.organisationId);
  const { session } = await signIn(database, by, now);
  await removeSecondFactor(services, session, person.id);
  expect(await mailed()).toEqual([
    'You now have a second step to sign in to Signpost',
    'Your second step to sign in to Signpost was changed',
    'Your second step to sign in to Signpost was turned off',
  ]);
});

test('of two cookies by one name better-auth hears neither', async () => {
  await somebody();
  const browser = new Browser();
  await browser.byPassword();
  const cookie = browser.request().headers.get('Cookie') ?? '';
  const twice = new Request('http://localhost/', { headers: { Cookie: `${cookie}; ${cookie}` } });
  expect(await services.identity.proofOf(browser.request())).not.toBeNull();
  expect(await services.identity.proofOf(twice)).toBeNull();
});

test('who must set right how they sign in goes on with nothing, not even what they had begun', async () => {
  const person = await somebody();
  const { token, id } = await beginAttempt(services, person);
  const seen = () => database.call('open_attempt', [hashToken(token), id]);
  const where = { id: person.organisationId };
  expect(await seen()).toMatchObject({ found: 'attempt' });

  await prisma.organisation.update({ where, data: { secondFactorForAll: true } });
  await prisma.session.updateMany({ data: { secondFactor: false } });
  expect(await seen()).toEqual({ found: 'no-session' });
  await prisma.organisation.update({ where, data: { secondFactorForAll: false } });
  expect(await seen()).toMatchObject({ found: 'attempt' });

  const codeExpiresAt = new Date(now.getTime() + 1_000);
  await prisma.user.update({ where: { id: person.userId }, data: { codeExpiresAt } });
  expect(await seen()).toEqual({ found: 'no-session' });
});

test('a second step moves to a new phone, and the old one and its recovery codes are void', async () => {
  await somebody({ roles: ['learner', 'manager'] });
  const browser = new Browser();
  await browser.byPassword();
  const old = await setUpSecondFactor(browser);
  const elsewhere = new Browser();
  await elsewhere.byPassword();
  expect(await elsewhere.byCode(totp(old.key, 1))).toBe('in');

  const fresh = await setUpSecondFactor(browser, 1);
  expect(fresh.key).not.toBe(old.key);
  expect(await browser.session()).toMatchObject({ secondFactor: true, withheld: [] });
  expect(await elsewhere.session()).toBeNull();
  const again = new Browser();
  await again.byPassword();
  await database.pool.query('DELETE FROM rate_limits');
  expect(await again.byCode(totp(old.key))).toBe('refused');
  expect(await again.byCode(old.recoveryCodes[1] ?? '')).toBe('refused');
  expect(await again.byCode(totp(fresh.key))).toBe('in');
});

test('who begins to move to a new phone and does not finish keeps the old one', async () => {
  await somebody({ roles: ['learner', 'manager'] });
  const browser = new Browser();
  await browser.byPassword();
  const { key, recoveryCodes } = await setUpSecondFactor(browser);
  const session = (await browser.session()) as Session;
  const before = await prisma.twoFactor.findMany();
  const made = await services.identity.startSecondFactor(browser.request(), password);
  expect(made).not.toBeNull();
  const confirm = (code: string, held = made?.held ?? '') =>
    confirmSecondFactor(services, browser.request(), session, code, held);
  // The old phone's code does not prove the new one, and what is held cannot be made up.
  expect(await confirm(totp(key, 1))).toEqual(wrong);
  const fresh = new URL(made?.uri ?? '').searchParams.get('secret') ?? '';
  for (const held of ['', 'x', before[0]?.secret ?? '']) {
    await database.pool.query('DELETE FROM rate_limits');
    expect(await confirm(totp(fresh), held)).toEqual(wrong);
  }
  expect(await prisma.twoFactor.findMany()).toEqual(before);
  const later = new Browser();
  await later.byPassword();
  expect(await later.byCode(recoveryCodes[0] ?? '')).toBe('in');
});

test('what is held for one user puts no second step in place for another', async () => {
  await somebody({ roles: ['learner', 'manager'] });
  const browser = new Browser();
  await browser.byPassword();
  const made = await services.identity.startSecondFactor(browser.request(), password);
  const key = new URL(made?.uri ?? '').searchParams.get('secret') ?? '';
  const other = await createPerson(database, { email: 'other@riverbank.example' });
  await services.identity.setPassword(other.userId ?? '', password, null);
  const theirs = new Browser();
  await theirs.byPassword('other@riverbank.example');
  const session = (await theirs.session()) as Session;
  const given = [totp(key), made?.held ?? ''] as const;
  expect(await confirmSecondFactor(services, theirs.request(), session, ...given)).toEqual(wrong);
  expect(await prisma.twoFactor.count()).toBe(0);
});

/** As after a change of SIGNPOST_SECRET. */
function changeSecret() {
  const identity = createIdentity(database.identity, services.config, 'another secret'.repeat(4));
  services = { ...services, identity };
}

test('after a change of the secret a second step is said to be unreadable, whatever is typed', async () => {
  await somebody({ roles: ['learner', 'manager'] });
  const first = new Browser();
  await first.byPassword();
  const { key, recoveryCodes } = await setUpSecondFactor(first);
  changeSecret();
  const browser = new Browser();
  expect(await browser.byPassword()).toBe('second-factor');
  for (const code of [totp(key, 1), recoveryCodes[0] ?? '', '000000'])
    expect(await browser.byCode(code)).toBe('unreadable');
  expect(await browser.session()).toBeNull();
  // It was no guess of somebody else's.
  expect(await failures()).toEqual([]);
});

test('an unreadable second step is taken away as any other, and a new one is set up', async () => {
  const person = await somebody({ roles: ['learner', 'manager'] });
  const first = new Browser();
  await first.byPassword();
  await setUpSecondFactor(first);
  changeSecret();
  const roles = ['learner', 'administrator'] as const;
  const by = await createPerson(database, { roles: [...roles] }, person.organisationId);
  const { session } = await signIn(database, by, now);
  expect(await removeSecondFactor(services, session, person.id)).toBe('done');
  const browser = new Browser();
  expect(await browser.byPassword()).toBe('in');
  await setUpSecondFactor(browser, 1);
  expect((await browser.session())?.roles).toContain('manager');
});
