import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppProcess, startApp } from '#tests/setup/app-process.ts';
import { HttpClient } from '#tests/setup/http-client.ts';
import { chance, startWalk } from '#tests/setup/walker.ts';
import walkthroughs from '../../scenarios/staff/a-picture-is-going-round/walkthroughs.json' with {
  type: 'json',
};
import { proveEveryAttempt, readAttempts } from './replay.ts';
import { openData, postStep, temporaryData, walkToEnd } from './support.ts';

const walks = 200;
const atOnce = 20;
const seed = 20_261_122;

let temporary: Awaited<ReturnType<typeof temporaryData>>;
let app: AppProcess;
let data: Awaited<ReturnType<typeof openData>>;

beforeAll(async () => {
  temporary = await temporaryData('walker');
  app = await startApp(temporary.folder);
  data = await openData(temporary.folder);
});

afterAll(async () => {
  await data?.close();
  await app?.stop();
  await temporary?.remove();
});

/**
 * Most walks wander. Chance alone seldom ends well, which is how a scenario should be; so every fifth
 * begins on a way that the reviewers wrote down, to its end.
 */
async function followReviewers(client: HttpClient, address: string, number: number) {
  const way = walkthroughs[(number / 5) % walkthroughs.length]?.choices ?? [];
  for (const [step, values] of way.entries()) {
    const response = await postStep(client, address, step, values);
    await response.arrayBuffer();
    if (response.status !== 303) throw new Error(`${address}, step ${step}: ${response.status}`);
  }
  return way.length;
}

/** Walks once to an ending, then practises: now and then anywhere, mostly where an error was grave. */
async function walkAndPractise(client: HttpClient, number: number) {
  const random = chance(seed + number);
  const address = await startWalk(client);
  let steps = number % 5 === 0 ? await followReviewers(client, address, number) : 0;
  steps += await walkToEnd(client, address, random);
  const length = steps;
  const graves = random() < 0.3 ? await graveStepsOf(address) : [];
  const from = graves.filter(() => random() < 0.9);
  if (random() < 0.2) from.push(Math.floor(random() * length));
  for (const step of from) {
    const started = await client.post(`${address}/practice`, [['from', String(step)]]);
    const practice = started.headers.get('location') ?? '';
    if (started.status !== 303) throw new Error(`A practice answered ${started.status}`);
    // Some practices are left in the middle: they stand as they are.
    if (random() < 0.9) steps += await walkToEnd(client, practice, random);
  }
  return { steps, practices: from.length };
}

async function graveStepsOf(address: string): Promise<number[]> {
  const { rows } = await data.pool.query<{ steps: number[] }>(
    'SELECT grave_steps AS steps FROM attempts WHERE id = $1',
    [address.split('/').at(-1)],
  );
  return rows[0]?.steps ?? [];
}

test(`${walks} walks end, most of them random, and every attempt replays to what is stored of it`, async () => {
  const seeded = (await readAttempts(data.pool)).length;
  const clients = await Promise.all(
    ['staff', 'manager', 'dsl'].map(async (part) => {
      const client = new HttpClient(app.url);
      await client.signIn(part);
      return client;
    }),
  );
  const queue = Array.from({ length: walks }, (_, number) => number);
  const done: { steps: number; practices: number }[] = [];
  const started = performance.now();
  const worker = async () => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      const client = clients[number % clients.length] as HttpClient;
      done.push(await walkAndPractise(client, number));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - started) / 1000;

  const { attempts, completed } = await proveEveryAttempt(data.pool);
  const roots = attempts.filter(({ practiceOf }) => practiceOf === null);
  const practices = attempts.length - roots.length;
  const steps = done.reduce((sum, walk) => sum + walk.steps, 0);
  expect(roots).toHaveLength(seeded + walks);
  expect(roots.every(({ ended }) => ended)).toBe(true);
  expect(practices).toBe(done.reduce((sum, walk) => sum + walk.practices, 0));
  // They must have met every kind of end that the rules tell apart.
  const walked = roots.slice(-walks);
  for (const rating of ['recommended', 'workable', 'harmful'])
    expect(walked.some((attempt) => attempt.rating === rating)).toBe(true);
  const cleared = walked.filter(
    ({ graveSteps, completions }) => graveSteps.length > 0 && completions === 1,
  );
  const stillOpen = walked.filter(
    ({ rating, completions }) => rating === 'workable' && completions === 0,
  );
  expect(cleared.length).toBeGreaterThan(0);
  expect(stillOpen.length).toBeGreaterThan(0);
  expect(app.output()).not.toContain('"fault"');
  const figures = { walks, practices, steps, completed, seconds: Number(seconds.toFixed(1)) };
  process.stdout.write(`walker: ${JSON.stringify(figures)}\n`);
});
