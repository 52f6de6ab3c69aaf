import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppProcess, startApp } from '#tests/setup/app-process.ts';
import { HttpClient } from '#tests/setup/http-client.ts';
import { chance, pick, startWalk } from '#tests/setup/walker.ts';
import { proveEveryAttempt } from './replay.ts';
import {
  isRunning,
  openData,
  postgresOf,
  postStep,
  sceneOf,
  temporaryData,
  walkToEnd,
} from './support.ts';

const walks = 200;
const answersBeforeTheKill = 1_200;
const parts = ['staff', 'manager', 'dsl'];

let temporary: Awaited<ReturnType<typeof temporaryData>>;
let app: AppProcess | undefined;

beforeAll(async () => {
  temporary = await temporaryData('kill');
  app = await startApp(temporary.folder);
});

afterAll(async () => {
  await app?.stop();
  await temporary?.remove();
});

type Walk = {
  address: string;
  client: HttpClient;
  random: () => number;
  /** What was answered with a 303, in order: these must never be lost. */
  answered: string[][];
  /** What was sent and not answered: it may have been recorded or not. */
  open: string[] | null;
  ended: boolean;
};

/** Walks until the end, or until nobody answers any more. */
async function walkUntilCutOff(walk: Walk, onAnswer: () => void) {
  try {
    for (;;) {
      const scene = await sceneOf(walk.client, walk.address);
      expect(Number(scene.step)).toBe(walk.answered.length);
      walk.ended = scene.ended;
      if (scene.ended) return;
      walk.open = pick(scene, walk.random);
      const response = await postStep(walk.client, walk.address, scene.step, walk.open);
      expect(response.status).toBe(303);
      walk.answered.push(walk.open);
      walk.open = null;
      onAnswer();
      await response.arrayBuffer();
    }
  } catch (error) {
    // `fetch` says of a connection that broke that it is a TypeError.
    if (!(error instanceof TypeError)) throw error;
  }
}

test('kill -9 in the middle of 200 walks loses no answered step and records none twice', async () => {
  const first = app as AppProcess;
  const seconds: Record<string, number> = {};
  let mark = performance.now();
  const staged = (stage: string) => {
    seconds[stage] = Number(((performance.now() - mark) / 1_000).toFixed(1));
    mark = performance.now();
    process.stdout.write(`kill: ${stage} ${seconds[stage]} s\n`);
  };
  const clients = await Promise.all(
    [...parts, ...parts].map(async (part) => {
      const client = new HttpClient(first.url);
      await client.signIn(part);
      return client;
    }),
  );
  const walking: Walk[] = await Promise.all(
    Array.from({ length: walks }, async (_, number) => {
      const client = clients[number % clients.length] as HttpClient;
      const address = await startWalk(client);
      return { address, client, random: chance(number), answered: [], open: null, ended: false };
    }),
  );

  staged('start the walks');
  let answers = 0;
  let killed: Promise<void> | undefined;
  const onAnswer = () => {
    answers += 1;
    if (answers === answersBeforeTheKill) killed = first.kill();
  };
  await Promise.all(walking.map((walk) => walkUntilCutOff(walk, onAnswer)));
  await killed;
  staged('walk until the kill');
  const cutOff = walking.filter(({ ended }) => !ended);
  expect(killed).toBeDefined();
  expect(cutOff.length).toBeGreaterThan(walks / 2);

  const postgres = postgresOf(temporary.folder) ?? 0;
  expect(isRunning(postgres)).toBe(true);
  const second = await startApp(temporary.folder);
  app = second;
  staged('start again');
  expect(postgresOf(temporary.folder)).toBe(postgres);

  let kept = 0;
  await Promise.all(
    walking.map(async (walk) => {
      // The same cookie: who was signed in still is.
      const client = new HttpClient(second.url);
      for (const [name, value] of walk.client.cookies) client.cookies.set(name, value);
      const { step } = await sceneOf(client, walk.address);
      const lost = walk.answered.length - Number(step);
      expect(lost === 0 || (lost === -1 && walk.open !== null)).toBe(true);
      if (walk.open) {
        // What a person does whose page did not come: they send the form again.
        kept += lost === -1 ? 1 : 0;
        const again = await postStep(client, walk.address, walk.answered.length, walk.open);
        expect([again.status, again.headers.get('location')]).toEqual([303, walk.address]);
        walk.answered.push(walk.open);
        expect((await sceneOf(client, walk.address)).step).toBe(String(walk.answered.length));
      }
      await walkToEnd(client, walk.address, walk.random, (_, values) => walk.answered.push(values));
    }),
  );

  staged('walk on to the end');
  const data = await openData(temporary.folder);
  try {
    const { attempts } = await proveEveryAttempt(data.pool);
    const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
    for (const { address, answered } of walking) {
      const stored = byId.get(address.replace('/attempts/', ''));
      expect(stored?.ended).toBe(true);
      expect(stored?.events.map(({ values }) => values)).toEqual(answered);
    }
    staged('prove every attempt');
    const unanswered = walking.filter(({ open }) => open !== null).length;
    process.stdout.write(
      `kill: ${JSON.stringify({ walks, answers, cutOff: cutOff.length, unanswered, unansweredButKept: kept, lost: 0, seconds })}\n`,
    );
  } finally {
    await data.close();
  }
});
