import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Services } from '#app/modules/services.ts';
import { connectDatabase, type Database } from '#app/platform/database/client.ts';
import { connectionAs } from '#app/platform/database/roles.ts';
import { wall } from '#app/platform/database/walled.ts';
import { loader as loadRoot } from '#app/root.tsx';
import { action, loader } from '#app/routes/attempts.$id/route.tsx';
import { beginAttempt, takeSteps, walkthrough } from '#tests/factories/attempt.ts';
import { createServices } from '#tests/factories/organisation.ts';
import { standardReader } from '#tests/factories/readers.ts';
import { type CountingProxy, startCountingProxy } from '#tests/setup/counting-proxy.ts';
import { connection, database } from '#tests/setup/database.ts';
import { testSecret } from '#tests/setup/test-database.ts';
import { openAttemptPage } from './page.server.ts';
import { takeStep } from './step.server.ts';

let proxy: CountingProxy;
let counted: Database;
let services: Services;
let who: Awaited<ReturnType<typeof beginAttempt>>;
const goodPath = walkthrough('Good path, the signs noticed');

beforeAll(async () => {
  proxy = await startCountingProxy(connection);
  counted = connectDatabase(connectionAs('signpost_app', proxy.connection, testSecret));
});

/** Warm: a connection is open, its statements are prepared, and the scenario is on the shelf. */
beforeEach(async () => {
  const plain = await createServices(database);
  services = { ...plain, database: wall(counted) };
  who = await beginAttempt(plain);
  await openAttemptPage(services, who.token, who.id, standardReader);
  await takeSteps(services, who, goodPath.slice(0, 3));
});

afterAll(async () => {
  await counted.close();
  await proxy.close();
});

async function argumentsFor(form?: [string, string][]): Promise<LoaderFunctionArgs> {
  const cookie = (await services.cookies.session.serialize(who.token)).split(';')[0] ?? '';
  const url = `http://localhost:3000/attempts/${who.id}`;
  const headers = { Cookie: cookie };
  const body = form && new URLSearchParams(form);
  return {
    request: new Request(url, { method: form ? 'POST' : 'GET', headers, body }),
    params: { id: who.id },
    context: { services, nonce: 'n', address: '127.0.0.1', onFault: () => {} },
  };
}

test('the proxy sees every round trip', async () => {
  const ask = (times: number) => async () => {
    for (let time = 0; time < times; time += 1) await counted.pool.query('SELECT 1');
  };
  expect(await proxy.count(ask(1))).toBe(1);
  expect(await proxy.count(ask(7))).toBe(7);
});

test('showing a scene costs one round trip, the session included', async () => {
  const open = () => openAttemptPage(services, who.token, who.id, standardReader);
  expect(await proxy.count(open)).toBe(1);
});

test('showing the debrief costs one round trip', async () => {
  await takeSteps(services, who, goodPath.slice(3), 3);
  const open = () => openAttemptPage(services, who.token, who.id, standardReader);
  expect(await proxy.count(open)).toBe(1);
});

test('taking a step costs two round trips, the session included', async () => {
  const take = () => takeStep(services, who.token, who.id, { step: 3, values: ['listen.first'] });
  expect(await proxy.count(take)).toBe(2);
});

test('the step that completes costs no more than any other', async () => {
  await takeSteps(services, who, goodPath.slice(3, -1), 3);
  const last = goodPath.length - 1;
  const take = () => takeStep(services, who.token, who.id, { step: last, values: ['next'] });
  expect(await proxy.count(take)).toBe(2);
  expect(await database.prisma.completion.count()).toBe(1);
});

test('a refused or stale step costs one round trip', async () => {
  const send = (step: number, choice: string) => () =>
    takeStep(services, who.token, who.id, { step, values: [choice] });
  expect(await proxy.count(send(3, 'dance'))).toBe(1);
  expect(await proxy.count(send(0, 'next'))).toBe(1);
  expect(await proxy.count(send(9, 'next'))).toBe(1);
});

test('GET /attempts/:id costs one round trip, the root loader included', async () => {
  const given = await argumentsFor();
  let loaded: unknown[] = [];
  const cost = await proxy.count(async () => {
    loaded = await Promise.all([loadRoot(given), loader(given)]);
  });
  expect(loaded).toMatchObject([{ who: null }, { page: { step: 3 } }]);
  expect(cost).toBe(1);
});

test('POST /attempts/:id costs two round trips', async () => {
  const given = await argumentsFor([
    ['step', '3'],
    ['choice', 'listen.first'],
  ]);
  let answer: unknown;
  const cost = await proxy.count(async () => {
    answer = await action(given);
  });
  expect(answer).toMatchObject({ status: 303 });
  expect(cost).toBe(2);
});

test('a refused POST that shows the scene again costs one round trip for each half', async () => {
  const given = await argumentsFor([
    ['step', '3'],
    ['choice', 'dance'],
  ]);
  expect(await proxy.count(() => action(given))).toBe(1);
  const shown = await argumentsFor();
  expect(await proxy.count(() => Promise.all([loadRoot(shown), loader(shown)]))).toBe(1);
});

test('a switch of the reading level costs one round trip, for the page that it shows', async () => {
  const given = await argumentsFor([
    ['step', '3'],
    ['reading', 'easy'],
  ]);
  expect(await proxy.count(() => action(given))).toBe(0);
  const shown = { ...(await argumentsFor()), context: given.context };
  expect(await proxy.count(() => Promise.all([loadRoot(shown), loader(shown)]))).toBe(1);
});

test('an attempt that is not there costs one round trip and answers 404', async () => {
  const given = { ...(await argumentsFor()), params: { id: crypto.randomUUID() } };
  const cost = await proxy.count(() =>
    loader(given).catch((thrown) => expect(thrown.status).toBe(404)),
  );
  expect(cost).toBe(1);
});
