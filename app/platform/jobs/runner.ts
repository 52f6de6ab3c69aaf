import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CronItem,
  type JobHelpers,
  parseCronItems,
  type Runner,
  type RunnerOptions,
  run,
  runOnce,
  type TaskList,
} from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from '../log.ts';
import { plainMessage } from './plain-message.ts';
import { openPool } from './pool.ts';
import { jobsSchema } from './prepare.ts';
import { workerLog } from './worker-log.ts';

/** What would fail again and again: it is kept with its reason, and not tried again. */
export class Hopeless extends Error {}

type Tasks = Record<string, (payload: unknown) => Promise<void>>;

type JobsOptions = {
  /** As signpost_jobs. */
  connection: pg.ClientConfig;
  tasks: Tasks;
  /** What runs by the clock, in UTC: `{ task: 'retention', match: '30 2 * * *' }`. */
  cron?: { task: string; match: string }[];
  log: Logger;
};

const day = 24 * 60 * 60_000;
const pause = 2_000;
/** So many in a row, and a runner has failed. */
const mostFailures = 4;
/** How long what is under way may take when the process ends. */
const patience = 10_000;

/**
 * Runs jobs as they are queued and by the clock, until it is told to stop. A job that fails is tried
 * again later; a job whose process was killed, by any process, after four hours. So a task may run
 * twice, and must bear it.
 */
export async function startJobs(options: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const { connection, log } = options;
  const onError = (error: unknown) =>
    log.error({ error: plainMessage(error) }, 'jobs: the database cannot be reached');
  const pool = openPool(connection, onError);
  const stopping = new AbortController();
  const begin = () => beginRunner(options, pool, stopping.signal);
  const first = await begin().catch(async (error) => {
    await pool.end();
    throw error;
  });
  const ended = keepRunning(first, begin, stopping.signal, onError).then(() => pool.end());
  return {
    stop: async () => {
      stopping.abort();
      await Promise.race([ended, sleep(patience, undefined, { ref: false })]);
    },
  };
}

/** A runner gives up when it could not note how a job ended: then another one begins. */
async function keepRunning(
  first: Runner,
  begin: () => Promise<Runner>,
  signal: AbortSignal,
  onError: (error: unknown) => void,
) {
  let runner: Runner | null = first;
  for (;;) {
    await runner?.promise.catch(onError);
    await pauseUnless(signal);
    if (signal.aborted) return;
    runner = await begin().catch((error) => {
      onError(error);
      return null;
    });
  }
}

/** Runs the jobs that are due, and returns when none is left: for tests and commands. */
export async function runJobsOnce({ connection, tasks, log }: JobsOptions): Promise<void> {
  const pool = openPool(connection);
  try {
    await runOnce({
      ...sharedOptions(pool, log),
      concurrency: 1,
      taskList: plainTasks(tasks, pool, new AbortController().signal),
    });
  } finally {
    await pool.end();
  }
}

async function beginRunner(
  { tasks, cron = [], log }: JobsOptions,
  pool: pg.Pool,
  signal: AbortSignal,
): Promise<Runner> {
  const runner = await run({
    ...sharedOptions(pool, log),
    concurrency: 2,
    pollInterval: 2_000,
    taskList: plainTasks(tasks, pool, signal),
    parsedCronItems: parseCronItems(cron.map(toCronItem)),
  });
  // It may have stopped by itself, and then refuses.
  const stop = () => runner.stop().catch(() => {});
  if (signal.aborted) await stop();
  signal.addEventListener('abort', stop, { once: true });
  onFailingInARow(runner, stop);
  return runner;
}

/**
 * A runner whose very first question fails keeps that failure as the answer for good (graphile-worker
 * 0.17.3, taskIdentifiers.js), and finds no job any more: another one asks anew.
 */
function onFailingInARow({ events }: Runner, stop: () => Promise<void>) {
  let failures = 0;
  const works = () => {
    failures = 0;
  };
  events.on('worker:getJob:empty', works);
  events.on('job:start', works);
  events.on('worker:getJob:error', () => {
    failures += 1;
    if (failures === mostFailures) void stop();
  });
}

function sharedOptions(pgPool: pg.Pool, log: Logger) {
  return {
    pgPool,
    schema: jobsSchema,
    logger: workerLog(log),
    noHandleSignals: true,
    // Without these, nobody waits for its note of how a job ended: should that fail, the process would end.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  } satisfies RunnerOptions;
}

/** A machine that is switched off at night catches up when it starts, and once. */
function toCronItem({ task, match }: { task: string; match: string }): CronItem {
  return { task, match, options: { backfillPeriod: day, jobKey: `by the clock: ${task}` } };
}

/** Tasks whose errors hold no more than what may be kept and logged. */
function plainTasks(tasks: Tasks, pool: pg.Pool, signal: AbortSignal): TaskList {
  const entries = Object.entries(tasks).map(([name, task]) => [
    name,
    async (payload: unknown, { job }: JobHelpers) => {
      try {
        await task(payload);
      } catch (error) {
        if (error instanceof Hopeless) await giveUp(pool, job.id);
        throw new Error(plainMessage(error));
      } finally {
        await untilReached(pool, signal);
      }
    },
  ]);
  return Object.fromEntries(entries);
}

async function giveUp(pool: pg.Pool, id: string) {
  const text = `UPDATE ${jobsSchema}._private_jobs SET attempts = max_attempts WHERE id = $1`;
  // Where it cannot be noted now, the job is tried again, and given up then.
  await pool.query(text, [id]).catch(() => {});
}

/** How a job ended is noted once. While the database is away it could not be, and the job would run again. */
async function untilReached(pool: pg.Pool, signal: AbortSignal) {
  while (!signal.aborted) {
    const reached = await pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
    if (reached) return;
    await pauseUnless(signal);
  }
}

async function pauseUnless(signal: AbortSignal) {
  await sleep(pause, undefined, { signal }).catch(() => {});
}
