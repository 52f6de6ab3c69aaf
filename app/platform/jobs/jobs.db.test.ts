import { setTimeout as sleep } from 'node:timers/promises';
import { type DestinationStream, pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connection, database } from '#tests/setup/database.ts';
import { testSecret } from '#tests/setup/test-database.ts';
import { connectDatabase } from '../database/client.ts';
import { connectionAs } from '../database/roles.ts';
import { createLog } from '../log.ts';
import { prepareJobs } from './prepare.ts';
import { runJobsOnce, startJobs } from './runner.ts';

const owner = database.pool;
const app = connectDatabase(connectionAs('signpost_app', connection, testSecret));
const asJobs = connectionAs('signpost_jobs', connection, testSecret);
const silent = createLog('silent');

beforeAll(() => prepareJobs(connection));
afterAll(() => app.close());
beforeEach(async () => {
  await owner.query(
    'TRUNCATE graphile_worker._private_jobs, graphile_worker._private_known_crontabs',
  );
});

const queue = (task: string | null, payload: unknown, key?: string, runAt?: Date) =>
  database.call('queue_job', [task, payload, key ?? null, runAt ?? null]);

type Queued = { payload: unknown; attempts: number; last_error: string | null; waits: boolean };
const jobs = async () =>
  (
    await owner.query<Queued>(
      `SELECT payload, attempts, last_error, run_at > now() AS waits
       FROM graphile_worker._private_jobs ORDER BY id`,
    )
  ).rows;

/** A task that remembers what it was given. */
function remembering() {
  const given: unknown[] = [];
  const task = async (payload: unknown) => {
    given.push(payload);
  };
  return { given, task };
}

async function until(isSo: () => boolean | Promise<boolean>) {
  const end = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It did not come to pass');
    await sleep(20);
  }
}

function listening() {
  const lines: string[] = [];
  const stream: DestinationStream = { write: (line) => lines.push(line) };
  return { lines, log: pino({ level: 'debug' }, stream) };
}

test('what the application queues is run once, with what it was given', async () => {
  await queue('send-mail', { kind: 'test', to: 'amina@example.org' });
  const { given, task } = remembering();
  await runJobsOnce({ connection: asJobs, tasks: { 'send-mail': task }, log: silent });
  await runJobsOnce({ connection: asJobs, tasks: { 'send-mail': task }, log: silent });
  expect(given).toEqual([{ kind: 'test', to: 'amina@example.org' }]);
  expect(await jobs()).toEqual([]);
});

test('what is queued in a transaction that fails is never run', async () => {
  const client = await app.pool.connect();
  await client.query('BEGIN');
  await client.query(`SELECT queue_job('send-mail', '{}', NULL, NULL)`);
  await client.query('ROLLBACK');
  client.release();
  expect(await jobs()).toEqual([]);
});

test('a job for later waits', async () => {
  await queue('retention', {}, undefined, new Date(Date.now() + 60_000));
  const { given, task } = remembering();
  await runJobsOnce({ connection: asJobs, tasks: { retention: task }, log: silent });
  expect(given).toEqual([]);
  expect(await jobs()).toMatchObject([{ attempts: 0, waits: true }]);
});

test('a job that fails is kept, tried again later, and then done', async () => {
  await queue('apply-import', { id: 7 });
  const failing = async () => {
    throw new Error('The disk is full');
  };
  await runJobsOnce({ connection: asJobs, tasks: { 'apply-import': failing }, log: silent });
  expect(await jobs()).toEqual([
    { payload: { id: 7 }, attempts: 1, last_error: 'The disk is full', waits: true },
  ]);
  await owner.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
  const { given, task } = remembering();
  await runJobsOnce({ connection: asJobs, tasks: { 'apply-import': task }, log: silent });
  expect(given).toEqual([{ id: 7 }]);
  expect(await jobs()).toEqual([]);
});

test('the same key twice is one job, with what was said last', async () => {
  await queue('send-mail', { version: 1 }, 'welcome/7');
  await queue('send-mail', { version: 2 }, 'welcome/7');
  await queue('send-mail', { version: 3 }, 'welcome/8');
  expect((await jobs()).map(({ payload }) => payload)).toEqual([{ version: 2 }, { version: 3 }]);
});

test.each([
  ['a task that nobody knows', 'drop-everything', {}],
  ['no task', null, {}],
  ['no payload', 'send-mail', null],
  ['a payload that is a list', 'send-mail', '[1]'],
])('%s is refused', async (_what, task, payload) => {
  await expect(queue(task, payload)).rejects.toMatchObject({ code: '22023' });
  expect(await jobs()).toEqual([]);
});

test('the application reads nothing of the queue, and writes by the one door only', async () => {
  await queue('send-mail', { to: 'amina@example.org' });
  const { rows: things } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace
     AND relkind IN ('r', 'v', 'p')`,
  );
  expect(things.map(({ name }) => name)).toContain('_private_jobs');
  const attempts = [
    ...things.map(({ name }) => `SELECT FROM graphile_worker.${name}`),
    ...things.map(({ name }) => `DELETE FROM graphile_worker.${name}`),
    `SELECT graphile_worker.add_job('send-mail')`,
    `SELECT graphile_worker.complete_jobs('{1}')`,
  ];
  for (const text of attempts)
    await expect(app.pool.query(text), text).rejects.toMatchObject({ code: '42501' });
  expect(await jobs()).toHaveLength(1);
});

test('only the application and its jobs may queue', async () => {
  const { rows } = await owner.query(
    `SELECT r.rolname AS role FROM pg_roles r WHERE NOT r.rolsuper
       AND has_function_privilege(r.oid, 'queue_job(text, jsonb, text, timestamptz)', 'EXECUTE')
       AND r.rolname LIKE 'signpost\\_%' ORDER BY 1`,
  );
  expect(rows).toEqual([{ role: 'signpost_app' }, { role: 'signpost_jobs' }]);
  const { rows: open } = await owner.query(
    `SELECT has_function_privilege('public', 'queue_job(text, jsonb, text, timestamptz)', 'EXECUTE') AS open`,
  );
  expect(open).toEqual([{ open: false }]);
});

test('preparing again, and twice at once, changes nothing', async () => {
  await queue('send-mail', { id: 1 });
  await Promise.all([prepareJobs(connection), prepareJobs(connection)]);
  expect(await jobs()).toHaveLength(1);
});

test('a runner takes a job as soon as it is queued, and stops when it is told to', async () => {
  const { given, task } = remembering();
  const running = await startJobs({
    connection: asJobs,
    tasks: { 'send-mail': task },
    log: silent,
  });
  await queue('send-mail', { id: 1 });
  await until(() => given.length === 1);
  await running.stop();
  await queue('send-mail', { id: 2 });
  await sleep(200);
  expect(given).toEqual([{ id: 1 }]);
  expect(await jobs()).toHaveLength(1);
});

test('stopping waits for the job that is under way', async () => {
  let hasBegun = false;
  let isDone = false;
  const slow = async () => {
    hasBegun = true;
    await sleep(300);
    isDone = true;
  };
  const running = await startJobs({ connection: asJobs, tasks: { retention: slow }, log: silent });
  await queue('retention', {});
  await until(() => hasBegun);
  await running.stop();
  expect(isDone).toBe(true);
  expect(await jobs()).toEqual([]);
});

/** Ends every connection of the runner, as a database that restarts does. */
/** Waits until they are gone: one that is told to end may still take a job, and with it for hours. */
const cut = () =>
  owner.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
     WHERE usename = 'signpost_jobs' AND datname = current_database()`,
  );

test('connections that break between jobs stop nothing', async () => {
  const { given, task } = remembering();
  const tasks = { 'send-mail': task };
  const running = await startJobs({ connection: asJobs, tasks, log: silent });
  try {
    await queue('send-mail', { id: 1 });
    await until(async () => given.length === 1 && (await jobs()).length === 0);
    await cut();
    await queue('send-mail', { id: 2 });
    await until(() => given.length === 2);
  } finally {
    await running.stop();
  }
});

test('connections that break as a runner starts stop nothing', async () => {
  const { given, task } = remembering();
  const tasks = { 'send-mail': task };
  const running = await startJobs({ connection: asJobs, tasks, log: silent });
  try {
    await cut();
    await queue('send-mail', { id: 1 });
    await until(() => given.length === 1);
  } finally {
    await running.stop();
  }
});

test('a runner whose first questions fail is replaced by one that asks anew', async () => {
  const { given, task } = remembering();
  const tasks = { 'send-mail': task };
  const refuse = (what: 'REVOKE' | 'GRANT', whom: string) =>
    owner.query(`${what} SELECT ON graphile_worker._private_tasks ${whom} signpost_jobs`);
  await refuse('REVOKE', 'FROM');
  try {
    const running = await startJobs({ connection: asJobs, tasks, log: silent });
    await queue('send-mail', { id: 1 });
    await sleep(500);
    await refuse('GRANT', 'TO');
    try {
      await until(() => given.length === 1);
    } finally {
      await running.stop();
    }
  } finally {
    await refuse('GRANT', 'TO');
  }
});

test('a database that goes away while a job is under way costs no job, and runs none twice', async () => {
  const { given, task } = remembering();
  const { rows } = await owner.query('SELECT current_database() AS name');
  const admit = (most: number) =>
    owner.query(`ALTER DATABASE ${rows[0].name} CONNECTION LIMIT ${most}`);
  const losing = async (payload: unknown) => {
    await task(payload);
    if (given.length > 1) return;
    await admit(0);
    await cut();
  };
  const tasks = { 'send-mail': losing };
  const running = await startJobs({ connection: asJobs, tasks, log: silent });
  try {
    await queue('send-mail', { id: 1 });
    await until(() => given.length === 1);
    await sleep(500);
    await admit(-1);
    await until(async () => (await jobs()).length === 0);
    await queue('send-mail', { id: 2 });
    await until(() => given.length === 2);
  } finally {
    await admit(-1);
    await running.stop();
  }
  expect(given).toEqual([{ id: 1 }, { id: 2 }]);
});

test('where it cannot be noted how a job ended, the process lives on and runs the next one', async () => {
  const { given, task } = remembering();
  const locking = async (payload: unknown) => {
    await task(payload);
    if (given.length === 1)
      await owner.query('REVOKE DELETE ON graphile_worker._private_jobs FROM signpost_jobs');
  };
  const running = await startJobs({
    connection: asJobs,
    tasks: { 'send-mail': locking },
    log: silent,
  });
  try {
    await queue('send-mail', { id: 1 });
    await until(() => given.length === 1);
    await sleep(500);
    await prepareJobs(connection);
    await queue('send-mail', { id: 2 });
    await until(() => given.length === 2);
  } finally {
    await running.stop();
  }
});

test('what the clock asks for is run once after a night switched off', async () => {
  const { given, task } = remembering();
  const hourAgo = new Date(Date.now() - 60 * 60_000);
  const match = `${hourAgo.getUTCMinutes()} ${hourAgo.getUTCHours()} * * *`;
  await owner.query(
    `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since)
     VALUES ('retention', now() - interval '2 days')`,
  );
  const options = {
    connection: asJobs,
    tasks: { retention: task },
    cron: [{ task: 'retention', match }],
    log: silent,
  };
  for (const _start of [1, 2]) {
    const running = await startJobs(options);
    await until(() => given.length === 1);
    await sleep(200);
    await running.stop();
  }
  expect(given).toHaveLength(1);
});

test('a clock that cannot be read is refused at the start', async () => {
  const cron = [{ task: 'retention', match: 'at night' }];
  const starting = startJobs({ connection: asJobs, tasks: {}, cron, log: silent });
  await expect(starting).rejects.toThrow();
});

test('the log tells of a job what it was and how it ended, and nothing of its payload', async () => {
  const { lines, log } = listening();
  const link = 'https://signpost.example.org/sign-in?token=abc123';
  await queue('send-mail', { name: 'Amina Oduya', to: 'amina@example.org', link });
  await queue('apply-import', { name: 'Amina Oduya' });
  const failing = async () => {
    throw new Error(`amina@example.org did not take\n ${link} from <it's@example.org>`);
  };
  const { task } = remembering();
  const tasks = { 'send-mail': failing, 'apply-import': task };
  await runJobsOnce({ connection: asJobs, tasks, log });
  const told = lines.map((line) => JSON.parse(line));
  expect(told).toContainEqual(
    expect.objectContaining({
      msg: 'a job failed',
      task: 'send-mail',
      attempt: 1,
      error: '[address] did not take [link] from <[address]>',
    }),
  );
  expect(told).toContainEqual(
    expect.objectContaining({ msg: 'a job is done', task: 'apply-import' }),
  );
  const everything = `${lines.join('')}${JSON.stringify((await jobs())[0]?.last_error)}`;
  for (const secret of ['Oduya', 'amina@', "it's", 'token', 'abc123', 'stack', 'payload'])
    expect(everything).not.toContain(secret);
});
