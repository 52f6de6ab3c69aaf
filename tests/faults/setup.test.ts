import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppProcess, startApp } from '#tests/setup/app-process.ts';
import { databaseOn, recreateDatabase } from '#tests/setup/database-server.ts';
import { HttpClient } from '#tests/setup/http-client.ts';
import { startMailServer } from '#tests/setup/mail-server.ts';
import { openData, projectRoot, temporaryData, traceOfCode } from './support.ts';

const run = promisify(execFile);
const server = process.env.TEST_DATABASE_URL;
const password = 'violet-tram-9-under-bridges';
const given = { organisation: 'Hill School', name: 'Amina Malik', email: 'a.malik@hill.example' };

type Place = Awaited<ReturnType<typeof makePlace>>;

let fresh: Place;
let played: Place;
let app: AppProcess | null = null;

beforeAll(async () => {
  fresh = await makePlace('setup');
  played = await makePlace('setup_played');
});

afterAll(async () => {
  await app?.stop();
  await Promise.all([fresh?.remove(), played?.remove()]);
});

/** A data folder of its own, with a database in it, or a new one on the server that the tests are given. */
async function makePlace(name: string) {
  const { folder, remove } = await temporaryData(name);
  const port = await freePort();
  const own = { folder, remove, port, origin: `http://127.0.0.1:${port}` };
  if (!server) return { ...own, env: { DATABASE_URL: '' }, look: () => openData(folder) };
  const named = { connectionString: server };
  const database = `signpost_${name}`;
  await recreateDatabase(named, database);
  const { connectionString = '' } = databaseOn(named, database);
  const look = async () => {
    const pool = new pg.Pool({ connectionString, max: 4 });
    return { pool, close: () => pool.end() };
  };
  return { ...own, env: { DATABASE_URL: connectionString }, look };
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

type Answers = Partial<Record<keyof typeof given | 'origin' | 'mail' | 'nation', string>>;

/** `npm run setup` with flags: what it said, and the link in it. */
async function setUp(place: Place, answers: Answers = {}, ...more: string[]) {
  const flags = Object.entries({ ...given, origin: place.origin, ...answers });
  const list = flags.flatMap(([key, value]) => [`--${key}`, value]);
  return runSetup(place, [...list, ...more]);
}

async function runSetup({ folder, env }: Place, list: string[]) {
  const command = ['bin/run.mjs', 'bin/commands/setup.ts', ...list];
  const settings = { cwd: projectRoot, env: { ...process.env, ...env, SIGNPOST_DATA: folder } };
  const { code, stdout, stderr } = await run(process.execPath, command, settings).then(
    (said) => ({ code: 0, ...said }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  const link = stdout.match(/^ {2}http:\S+(\/invitation\?token=\S+)\n$/)?.[1] ?? null;
  return { code, said: stdout + stderr, link };
}

const settingsOf = ({ folder }: Place) =>
  JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'));

const start = ({ folder, env, port }: Place, more: Record<string, string> = {}) =>
  startApp(folder, { ...env, PORT: `${port}`, ...more });

async function restart(place: Place) {
  await app?.stop();
  app = await start(place);
  return new HttpClient(app.url);
}

/** What a question finds in the database of a place, asked as its owner. */
async function ask<R extends pg.QueryResultRow>(place: Place, question: string): Promise<R[]> {
  const { pool, close } = await place.look();
  try {
    return (await pool.query<R>(question)).rows;
  } finally {
    await close();
  }
}

const schools = `SELECT name, is_demo AS "isDemo" FROM organisations WHERE kind = 'school' ORDER BY 1`;
const people = `SELECT name, email, user_id IS NOT NULL AS "hasAccount" FROM people ORDER BY 1`;
const amina = { name: given.name, email: given.email };

function answer(browser: HttpClient, link: string) {
  const token = new URLSearchParams(link.split('?')[1]).get('token') ?? '';
  return browser.post('/invitation', [
    ['token', token],
    ['password', password],
    ['again', password],
  ]);
}

test('an unsafe answer stops it with a sentence, before anything is made', async () => {
  const unsafe: Answers[] = [
    { origin: 'http://signpost.hill.example' },
    { origin: 'https://signpost.hill.example/path' },
    { mail: 'mail.example' },
    { email: 'nobody' },
    { nation: 'france' },
  ];
  for (const answers of unsafe) {
    const { code, said } = await setUp(fresh, answers);
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^--${Object.keys(answers)[0]}: [A-Z].+\\.`, 'm'));
    expect(said).not.toMatch(traceOfCode);
  }
  const alone = await runSetup(fresh, ['--mail', 'smtp://mail.example']);
  expect(alone.code).toBe(1);
  expect(alone.said).toContain('--organisation: Write');
  expect(() => statSync(path.join(fresh.folder, 'settings.json'))).toThrow();
});

test('setting up an empty place makes the school and nobody else', async () => {
  const first = await setUp(fresh);
  expect(first).toMatchObject({ code: 0, link: expect.any(String) });
  expect(first.said).toContain('Made Hill School.');
  expect(await ask(fresh, schools)).toEqual([{ name: 'Hill School', isDemo: false }]);
  expect(await ask(fresh, people)).toEqual([{ ...amina, hasAccount: false }]);
  const file = path.join(fresh.folder, 'settings.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(settingsOf(fresh)).toMatchObject({ SIGNPOST_ORIGIN: fresh.origin });
});

test('what is set stays as it is, until something else is said', async () => {
  const mail = await startMailServer();
  const from = 'Signpost <signpost@hill.example>';
  const byMail = { SIGNPOST_MAIL: mail.url, SIGNPOST_MAIL_FROM: from };
  try {
    const withoutSender = await runSetup(fresh, ['--mail', mail.url]);
    expect(withoutSender.said).toContain('A mail server needs a sender as well');
    expect(settingsOf(fresh)).toMatchObject({ SIGNPOST_MAIL: '' });
    expect((await runSetup(fresh, ['--mail', mail.url, '--from', from])).code).toBe(0);
    expect(settingsOf(fresh)).toMatchObject({ ...byMail, SIGNPOST_ORIGIN: fresh.origin });
    expect((await setUp(fresh)).code).toBe(0);
    expect(settingsOf(fresh)).toMatchObject(byMail);
    await mail.waitFor(given.email);
    const origin = 'https://signpost.hill.example';
    expect((await runSetup(fresh, ['--origin', origin])).said).toContain(
      `Signpost is at ${origin}`,
    );
    expect(settingsOf(fresh)).toMatchObject({ ...byMail, SIGNPOST_ORIGIN: origin });
    const both = await runSetup(fresh, ['--no-mail', '--mail', mail.url]);
    expect([both.code, settingsOf(fresh)]).toMatchObject([1, byMail]);
    expect((await runSetup(fresh, ['--no-mail', '--origin', fresh.origin])).code).toBe(0);
    expect(settingsOf(fresh)).toMatchObject({
      SIGNPOST_MAIL: '',
      SIGNPOST_MAIL_FROM: '',
      SIGNPOST_ORIGIN: fresh.origin,
    });
  } finally {
    await mail.stop();
  }
});

test('what is started then is no demonstration, and the newest link lets the administrator in', async () => {
  const { link: old } = await setUp(fresh);
  const { link, said } = await setUp(fresh);
  expect(said).toContain('Kept Hill School as it is.');
  const browser = await restart(fresh);
  expect(await ask(fresh, people)).toEqual([{ ...amina, hasAccount: false }]);
  expect((await browser.get('/demo')).status).toBe(404);
  expect((await browser.post('/demo/sign-in', [['person', 'manager']])).status).toBe(404);
  expect((await browser.get(old ?? '')).status).toBe(404);
  const page = await browser.get(link ?? '');
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Hill School');

  const accepted = await answer(browser, link ?? '');
  expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/home']);
  // Who administers sets a second factor up first.
  const next = (await browser.get('/home')).headers.get('location') ?? '';
  expect(next).toContain('/account/second-factor');
  expect((await browser.get(next)).status).toBe(200);
  expect((await new HttpClient(browser.base).get(link ?? '')).status).toBe(404);
});

test('setting up once more, while it runs, does no harm and gives no second way in', async () => {
  const before = await ask(fresh, people);
  expect(before).toEqual([{ ...amina, hasAccount: true }]);
  const again = await setUp(fresh);
  expect(again).toMatchObject({ code: 0, link: null });
  expect(again.said).toContain('has an account already');
  expect(await ask(fresh, people)).toEqual(before);
  expect((await fetch(`${fresh.origin}/healthz`)).status).toBe(200);
});

test('whoever runs the server lets an administrator begin anew, while it runs', async () => {
  const browser = new HttpClient(fresh.origin);
  const signIn = (client: HttpClient) =>
    client.post('/sign-in', [
      ['login', given.email],
      ['password', password],
    ]);
  expect((await signIn(browser)).status).toBe(303);
  expect((await browser.get('/account')).status).toBe(200);

  const { code, said, link } = await runSetup(fresh, ['--let-in', 'A.Malik@hill.example']);
  expect(code).toBe(0);
  expect(said).toContain('Amina Malik (Hill School)');
  expect(said).not.toContain('Warning');
  expect((await browser.get('/account')).headers.get('location')).toContain('/sign-in');
  expect((await signIn(browser)).status).toBe(400);
  const accepted = await answer(browser, link ?? '');
  expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/home']);
  expect((await new HttpClient(browser.base).get(link ?? '')).status).toBe(404);
  const told = "SELECT kind FROM audit_events WHERE kind = 'let-in'";
  expect(await ask(fresh, told)).toHaveLength(1);
});

test('who is no administrator there is not let in, and is told who can', async () => {
  const before = await ask(fresh, people);
  for (const [list, sentence] of [
    [['--let-in', 'nobody@hill.example'], 'is no administrator here'],
    [['--let-in', given.email, '--organisation', 'No School'], 'is no administrator of No School'],
    [['--let-in', 'nobody'], '--let-in: Write a work email address'],
  ] as const) {
    const refused = await runSetup(fresh, [...list]);
    expect(refused).toMatchObject({ code: 1, link: null });
    expect(refused.said).toContain(sentence);
    expect(refused.said).not.toMatch(traceOfCode);
  }
  expect(await ask(fresh, people)).toEqual(before);
});

test('another name is refused, and one more is made where that is said', async () => {
  const other = { organisation: 'Valley School' };
  const refused = await setUp(fresh, other);
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('Signpost is set up for Hill School already.');
  expect(refused.said).not.toMatch(traceOfCode);
  expect(await ask(fresh, schools)).toHaveLength(1);
  expect((await setUp(fresh, other, '--one-more')).code).toBe(0);
  expect((await ask(fresh, schools)).map(({ name }) => name)).toEqual([
    'Hill School',
    'Valley School',
  ]);
});

test('where a demonstration ran before, nothing of it is left', async () => {
  await app?.stop();
  app = await start(played, { SIGNPOST_DEMO: 'on' });
  await new HttpClient(app.url).signIn('manager');
  await app.stop();
  app = null;
  expect(await ask(played, schools)).toMatchObject([{ isDemo: true }]);
  const inDemo = { ...played, env: { ...played.env, SIGNPOST_DEMO: 'on' } };
  const refused = await runSetup(inDemo, ['--let-in', given.email]);
  expect(refused).toMatchObject({ code: 1, link: null });
  expect(refused.said).toContain('This is a demonstration');

  const done = await setUp(played);
  expect(done.code).toBe(0);
  expect(done.said).toContain('Removed the demonstration');
  const browser = await restart(played);
  expect(await ask(played, schools)).toEqual([{ name: 'Hill School', isDemo: false }]);
  expect(await ask(played, people)).toEqual([{ ...amina, hasAccount: false }]);
  expect(await ask(played, 'SELECT id FROM users')).toEqual([]);
  expect((await browser.get('/demo')).status).toBe(404);
  expect((await browser.get(done.link ?? '')).status).toBe(200);
});
