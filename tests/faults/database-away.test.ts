import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppProcess, startApp } from '#tests/setup/app-process.ts';
import { HttpClient } from '#tests/setup/http-client.ts';
import { chance, startWalk } from '#tests/setup/walker.ts';
import { proveEveryAttempt } from './replay.ts';
import {
  isRunning,
  openData,
  postgresFamily,
  postgresOf,
  postStep,
  sceneOf,
  temporaryData,
  until,
  walkToEnd,
} from './support.ts';

let temporary: Awaited<ReturnType<typeof temporaryData>>;
let app: AppProcess;
let staff: HttpClient;

beforeAll(async () => {
  temporary = await temporaryData('away');
  app = await startApp(temporary.folder);
  staff = new HttpClient(app.url);
  await staff.signIn('staff');
});

afterAll(async () => {
  await app?.stop();
  await temporary?.remove();
});

const healthOf = async () => (await staff.get('/healthz')).status;
const healthy = () => until('the app is healthy again', async () => (await healthOf()) === 200);

/** 503: the page that says nothing was lost, and that asks again by itself. */
async function expectAway(response: Response) {
  const html = await response.text();
  expect(response.status, html).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(html).toContain('Nothing you had already answered is lost.');
  expect(html).toContain('<meta http-equiv="refresh" content="5"/>');
}

async function eventsOf(address: string) {
  const data = await openData(temporary.folder);
  try {
    const id = address.split('/').at(-1);
    const { rows } = await data.pool.query<{ choices: string[] }>(
      `SELECT array_agg(choice ORDER BY step) AS choices FROM attempt_events WHERE attempt_id = $1`,
      [id],
    );
    return rows[0]?.choices ?? [];
  } finally {
    await data.close();
  }
}

test('while PostgreSQL hangs, pages say so, help and exit work, and nothing is half recorded', async () => {
  const address = await startWalk(staff);
  expect((await postStep(staff, address, 0, ['next'])).status).toBe(303);
  const frozen = postgresFamily(temporary.folder);
  for (const pid of frozen) process.kill(pid, 'SIGSTOP');
  try {
    const visitor = new HttpClient(app.url);
    const away = [
      staff.get(address),
      staff.get('/scenarios'),
      staff.get('/records'),
      visitor.get('/scenarios'),
      postStep(staff, address, 1, ['coat']),
    ];
    const serving = [
      ['/help', 200],
      ['/exit', 303],
      ['/plain.css', 200],
      ['/favicon.svg', 200],
      ['/healthz', 503],
    ] as const;
    for (const [page, status] of serving)
      for (const client of [staff, visitor]) {
        const response = await client.get(page);
        expect([page, response.status]).toEqual([page, status]);
        if (page === '/help') expect(await response.text()).toContain('Get help now');
      }
    for (const response of away) await expectAway(await response);
  } finally {
    for (const pid of frozen.reverse()) process.kill(pid, 'SIGCONT');
  }
  await healthy();
  // The unanswered step may have arrived; sent again it is there, and once.
  expect((await postStep(staff, address, 1, ['coat'])).status).toBe(303);
  expect(await eventsOf(address)).toEqual(['next', 'saw.little']);
  await walkToEnd(staff, address, chance(1));
});

test.each(['SIGKILL', 'SIGINT'] as const)(
  'when PostgreSQL is ended with %s, it is started again and the app goes on',
  async (signal) => {
    const address = await startWalk(staff);
    expect((await postStep(staff, address, 0, ['next'])).status).toBe(303);
    const restarts = app.output().split('It was started again.').length;
    const postgres = postgresOf(temporary.folder) ?? 0;
    process.kill(postgres, signal);
    await until('PostgreSQL is away', async () => (await healthOf()) === 503);
    const [page, step, stranger, help] = await Promise.all([
      staff.get(address),
      postStep(staff, address, 1, ['coat']),
      new HttpClient(app.url).get('/scenarios'),
      staff.get('/help'),
    ]);
    for (const response of [page, step, stranger]) await expectAway(response);
    expect(help.status).toBe(200);

    await healthy();
    const next = postgresOf(temporary.folder) ?? 0;
    expect(next).not.toBe(postgres);
    await until(
      'it says what it did',
      () => app.output().split('It was started again.').length > restarts,
    );
    // Still signed in, and at the same place.
    expect((await sceneOf(staff, address)).step).toBe('1');
    await walkToEnd(staff, address, chance(2));
  },
);

test('nothing was half recorded, and the app stops the server that it started again', async () => {
  const data = await openData(temporary.folder);
  const { attempts } = await proveEveryAttempt(data.pool);
  expect(attempts.filter(({ ended }) => !ended)).toEqual([]);
  await data.close();
  const postgres = postgresOf(temporary.folder) ?? 0;
  await app.stop();
  expect(isRunning(postgres)).toBe(false);
  expect(postgresOf(temporary.folder)).toBeNull();
});
