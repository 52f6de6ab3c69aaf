import type { ActionFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { confirmSecondFactor } from '#app/modules/access/account.server.ts';
import { createCookies } from '#app/modules/access/cookies.server.ts';
import { createIdentity } from '#app/modules/access/identity.server.ts';
import { sessionOf } from '#app/modules/access/request-session.server.ts';
import { openHerePage, startHere } from '#app/modules/attempts/here.server.ts';
import type { Services } from '#app/modules/services.ts';
import { readConfig } from '#app/platform/config.ts';
import { createPerson, createServices } from '#tests/factories/organisation.ts';
import { standardReader } from '#tests/factories/readers.ts';
import { database } from '#tests/setup/database.ts';
import { testSecret } from '#tests/setup/test-database.ts';
import { totp } from '#tests/setup/totp.ts';
import * as display from '../display/route.tsx';
import * as exit from '../exit/route.tsx';
import * as signIn from '../sign-in/route.tsx';
import * as code from '../sign-in_.code/route.tsx';
import * as link from '../sign-in_.link/route.tsx';
import * as signOut from '../sign-out/route.tsx';
import { type CookieLine, listCookies } from './list-cookies.server.ts';

const email = 'ada@hill.example';
const password = 'plum kettle orbit fern';
const origins = [null, 'https://signpost.hill.example'];

async function servicesAt(origin: string | null, now?: () => Date): Promise<Services> {
  const services = await createServices(database, now);
  const config = readConfig(origin ? { SIGNPOST_ORIGIN: origin } : {}, process.cwd());
  return {
    ...services,
    config,
    cookies: createCookies(config, testSecret),
    identity: createIdentity(database.identity, config, testSecret),
  };
}

type Action = (args: ActionFunctionArgs) => Promise<unknown>;

/** A browser that keeps what it is sent, and notes each cookie that it was given to keep. */
class Browser {
  readonly kept = new Map<string, string>();
  readonly given = new Map<string, string>();

  constructor(readonly services: Services) {}

  request(fields: Record<string, string> = {}): Request {
    const Cookie = [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = new URLSearchParams(fields);
    return new Request('http://localhost/', { method: 'POST', body, headers: { Cookie } });
  }

  async send(action: Action, fields: Record<string, string> = {}): Promise<void> {
    const context = { services: this.services, address: '192.0.2.1', onFault: () => {} };
    const args = { request: this.request(fields), params: {}, context };
    const answer = (await action(args as unknown as ActionFunctionArgs)) as Response;
    expect(answer).toBeInstanceOf(Response);
    this.keep(answer.headers.getSetCookie());
  }

  keep(lines: string[]) {
    for (const line of lines) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (/max-age=0/i.test(line)) this.kept.delete(name);
      else {
        this.kept.set(name, value);
        this.given.set(name, line);
      }
    }
  }
}

/** Somebody with an account, a browser of theirs, and the story that it holds. */
async function newBrowser(services: Services): Promise<Browser> {
  const { identity, shelf } = services;
  const userId = await identity.createUser({ email, isVerified: true });
  if (!userId) throw new Error('Somebody has that address already');
  await identity.setPassword(userId, password, null);
  await createPerson(database, { email, userId });
  const browser = new Browser(services);
  const [first] = await shelf.newest();
  if (first) browser.keep([await startHere(services, first.version)]);
  return browser;
}

const byPassword = (browser: Browser) => browser.send(signIn.action, { login: email, password });

async function byLink(browser: Browser) {
  const token = (await browser.services.identity.makeLink(email)) ?? '';
  await browser.send(link.action, { token });
}

/** Sets up a second step and comes in by it. */
async function bySecondStep(browser: Browser) {
  const { services } = browser;
  const session = await sessionOf(browser.request(), services);
  const made = await services.identity.startSecondFactor(browser.request(), password);
  const secret = new URL(made?.uri ?? '').searchParams.get('secret') ?? '';
  if (!session) throw new Error('Nobody is signed in');
  const given = [totp(secret), made?.held ?? ''] as const;
  const confirmed = await confirmSecondFactor(services, browser.request(), session, ...given);
  browser.keep('cookies' in confirmed ? confirmed.cookies : []);
  await browser.send(signOut.action);
  await byPassword(browser);
  await browser.send(code.action, { code: totp(secret, 1) });
  expect(await sessionOf(browser.request(), services)).toMatchObject({ secondFactor: true });
}

/** Everything that makes this server set a cookie. */
async function doEverything(services: Services): Promise<Browser> {
  const browser = await newBrowser(services);
  await byLink(browser);
  await browser.send(signOut.action);
  await byPassword(browser);
  await bySecondStep(browser);
  await browser.send(display.action, { reading: 'easy' });
  return browser;
}

const lineOf = (services: Services, wanted: CookieLine['key']) => {
  const found = listCookies(services).find(({ key }) => key === wanted);
  if (!found) throw new Error(`${wanted} is not listed`);
  return found;
};

test.each(origins)('at %s every cookie that is sent is listed, and no other', async (origin) => {
  const services = await servicesAt(origin);
  const { given } = await doEverything(services);
  const listed = listCookies(services).map(({ name }) => name);
  expect([...given.keys()].sort()).toEqual(listed.sort());
  for (const { name } of Object.values(services.cookies)) expect(listed).toContain(name);
});

test.each(origins)('at %s each is for the server alone, as long as is said', async (origin) => {
  const services = await servicesAt(origin);
  const { given } = await doEverything(services);
  const seconds = { days: 86_400, hours: 3_600, minutes: 60 };
  for (const { key, name, lasts } of listCookies(services)) {
    const line = given.get(name) ?? '';
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=Lax/i);
    expect(line).not.toMatch(/; Domain=/i);
    expect(/; Secure/i.test(line)).toBe(origin !== null);
    expect(/^__(Host|Secure)-/.test(name)).toBe(origin !== null);
    const age = line.match(/max-age=(\d+)/i)?.[1];
    // The browser forgets these by itself.
    if (key === 'here' || key === 'session') expect(line).not.toMatch(/max-age|expires/i);
    else expect(Number(age)).toBe(lasts.count * seconds[lasts.unit]);
  }
});

test('each goes when it is said to go', async () => {
  const services = await servicesAt(null);
  const browser = await doEverything(services);
  expect(browser.given.has(lineOf(services, 'secondStep').name)).toBe(true);
  const names = (['session', 'here', 'reading', 'proof'] as const).map(
    (key) => lineOf(services, key).name,
  );
  expect([...browser.kept.keys()].sort()).toEqual([...names].sort());
  await browser.send(exit.loader as Action);
  expect(browser.kept.has(lineOf(services, 'here').name)).toBe(false);
  await browser.send(signOut.action);
  expect([...browser.kept.keys()]).toEqual([lineOf(services, 'reading').name]);
  await browser.send(display.action, { reading: 'standard' });
  expect([...browser.kept.keys()]).toEqual([]);
});

test('a story in a cookie opens nothing after the hours that are said', async () => {
  let now = new Date('2026-11-25T09:00:00Z');
  const services = await servicesAt(null, () => now);
  const browser = await newBrowser(services);
  const until = now.getTime() + lineOf(services, 'here').lasts.count * 3_600_000;
  now = new Date(until - 1);
  expect(await openHerePage(services, browser.request(), standardReader)).not.toBeNull();
  now = new Date(until);
  expect(await openHerePage(services, browser.request(), standardReader)).toBeNull();
});

test('a session that is used opens nothing after the hours that are said', async () => {
  let now = new Date();
  const services = await servicesAt(null, () => now);
  const browser = await newBrowser(services);
  await byPassword(browser);
  const { lasts, idleHours = 1 } = lineOf(services, 'session');
  for (let hour = idleHours / 2; hour < lasts.count; hour += idleHours / 2) {
    now = new Date(now.getTime() + (idleHours / 2) * 3_600_000);
    expect(await sessionOf(browser.request(), services)).not.toBeNull();
  }
  now = new Date(now.getTime() + (idleHours / 2) * 3_600_000);
  expect(await sessionOf(browser.request(), services)).toBeNull();
});

test('a session opens nothing after the hours without use that are said', async () => {
  let now = new Date();
  const services = await servicesAt(null, () => now);
  const browser = await newBrowser(services);
  await byPassword(browser);
  const idle = (lineOf(services, 'session').idleHours ?? 0) * 3_600_000;
  now = new Date(now.getTime() + idle - 1);
  expect(await sessionOf(browser.request(), services)).not.toBeNull();
  now = new Date(now.getTime() + idle);
  expect(await sessionOf(browser.request(), services)).toBeNull();
});
