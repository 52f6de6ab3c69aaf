import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import {
  cleanUp,
  open,
  optionsFor,
  ordinaryUser,
  otherProcess,
  postmasterPid,
  query,
  readyFolder,
  removeLater,
  scratch,
  until,
} from './testing/support.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanUp);

const isRunning = (folder: string) => existsSync(join(folder, 'postgres', 'postmaster.pid'));

test('opens, keeps the data over a restart, and is gone after release', async () => {
  const folder = await scratch();
  const sentences: string[] = [];
  const first = await open(folder, { onProgress: (sentence) => sentences.push(sentence) });
  expect(first.started).toBe(true);
  expect(sentences.at(-1)).toBe('Starting PostgreSQL.');
  await query(first, "CREATE TABLE t AS SELECT 'Zoë' AS name");
  await Promise.all([first.release(), first.release()]);
  expect(isRunning(folder)).toBe(false);

  const second = await open(folder);
  expect(second.started).toBe(true);
  expect(await query(second, 'SELECT name FROM t')).toEqual([{ name: 'Zoë' }]);
});

test('listens on a private socket only, and keeps people out of its log', async () => {
  const folder = await readyFolder();
  const server = await open(folder);
  const [row] = await query<Record<string, string>>(
    server,
    `SELECT current_setting('listen_addresses') AS tcp, current_setting('shared_buffers') AS memory,
       current_setting('fsync') AS fsync`,
  );
  expect(row).toEqual({ tcp: '', memory: '128MB', fsync: 'off' });
  expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700);
  await expect(query(server, "SELECT 'Zoe Smith'::int")).rejects.toThrow('Zoe Smith');
  await query(server, 'CREATE TABLE p (email text UNIQUE)');
  const insert = "INSERT INTO p VALUES ('zoe@example.org')";
  await query(server, insert);
  await expect(query(server, insert)).rejects.toThrow('duplicate');
  const log = await readFile(join(folder, 'postgres.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toMatch(/zoe/i);
});

test('fsync is on unless a test asks otherwise', async () => {
  const server = await open(await readyFolder(), { durable: true });
  expect(await query(server, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
});

test('the last of several users stops it', async () => {
  const folder = await readyFolder();
  const first = await open(folder);
  const second = await open(folder);
  const other = await otherProcess({ open: optionsFor(folder) });
  expect(second.started).toBe(false);
  expect(await other.reply).toMatchObject({ started: false, connection: first.connection });
  await first.release();
  await second.release();
  expect(isRunning(folder)).toBe(true);
  expect(await other.finish()).toBe(0);
  expect(isRunning(folder)).toBe(false);
});

test('processes that open a new folder at the same moment all get a connection', async () => {
  const folder = await scratch();
  const task = { open: optionsFor(folder) };
  const others = await Promise.all([otherProcess(task), otherProcess(task), otherProcess(task)]);
  const replies = await Promise.all(others.map((other) => other.reply));
  expect(replies.map((reply) => reply.started).sort()).toEqual([false, false, true]);
  for (const { connection } of replies) {
    if (!connection) throw new Error('no connection');
    expect(await query({ connection }, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }
  expect(await Promise.all(others.map((other) => other.finish()))).toEqual([0, 0, 0]);
  expect(isRunning(folder)).toBe(false);
});

test('one that opens while the last user is leaving gets a working server', async () => {
  const folder = await readyFolder();
  let server = await open(folder);
  for (let round = 0; round < 4; round++) {
    const [next] = await Promise.all([open(folder), server.release()]);
    expect(await query(next, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    server = next;
  }
});

test('it outlives a kill -9 of the app and is adopted by the next one', async () => {
  const folder = await readyFolder();
  const other = await otherProcess({ open: optionsFor(folder) });
  await other.reply;
  other.child.kill('SIGKILL');
  await other.closed;
  const server = await open(folder);
  expect(server.started).toBe(false);
  await server.release();
  expect(isRunning(folder)).toBe(false);
});

test('Ctrl+C in the terminal of the app does not reach it', async () => {
  const folder = await readyFolder();
  const other = await otherProcess({ open: optionsFor(folder) }, { detached: true });
  await other.reply;
  process.kill(-(other.child.pid ?? 0), 'SIGINT');
  await other.closed;
  expect((await open(folder)).started).toBe(false);
});

test('it recovers after a kill -9 of PostgreSQL, and its user does not crash', async () => {
  const folder = await readyFolder();
  const first = await open(folder, { durable: true });
  await query(first, 'CREATE TABLE t AS SELECT 7 AS seven');
  process.kill(await postmasterPid(join(folder, 'postgres')), 'SIGKILL');
  const second = await open(folder);
  expect(second.started).toBe(true);
  expect(await query(second, 'SELECT seven FROM t')).toEqual([{ seven: 7 }]);
  // The first has found its way back, so the second does not stop it.
  const leases = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'signpost lease'";
  await until(async () => (await query(second, leases)).length === 2);
  await second.release();
  expect(isRunning(folder)).toBe(true);
  await first.release();
  expect(isRunning(folder)).toBe(false);
});

test('a crashed backend costs nobody the lease', async () => {
  const folder = await readyFolder();
  const first = await open(folder);
  const lease = "SELECT pid FROM pg_stat_activity WHERE application_name = 'signpost lease'";
  const [before] = await query<{ pid: number }>(first, lease);
  process.kill(before?.pid ?? 0, 'SIGKILL');
  const now = () => query<{ pid: number }>(first, lease).catch(() => []);
  await until(async () => ((await now())[0]?.pid ?? before?.pid) !== before?.pid);
  await (await open(folder)).release();
  expect(await query(first, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test.each(['dead', 'ours', "the server user's"])(
  'a left-over pid file with a pid that is %s',
  async (whose) => {
    const folder = await readyFolder();
    const user = await ordinaryUser();
    const stranger = spawn('sleep', ['60'], { ...(whose !== 'ours' && user), stdio: 'ignore' });
    await once(stranger, 'spawn');
    if (whose === 'dead') {
      stranger.kill();
      await once(stranger, 'close');
    }
    const run = join(folder, 'run');
    const lines = [stranger.pid, join(folder, 'postgres'), '1', '5432', run, '', '1 1', 'ready'];
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`);
    await writeFile(join(run, '.s.PGSQL.5432.lock'), `${lines.slice(0, 5).join('\n')}\n`);
    await writeFile(join(run, '.s.PGSQL.5432'), '');
    try {
      const server = await open(folder);
      expect(server.started).toBe(true);
      expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(stranger.killed).toBe(whose === 'dead');
      expect(stranger.exitCode).toBe(null);
    } finally {
      stranger.kill();
    }
  },
);

test('an empty pid file is no obstacle', async () => {
  const folder = await readyFolder();
  await writeFile(join(folder, 'postgres', 'postmaster.pid'), '');
  expect((await open(folder)).started).toBe(true);
});

test('a server that no longer answers is stopped and started anew', async () => {
  const folder = await readyFolder();
  const first = await open(folder);
  const hanging = await postmasterPid(join(folder, 'postgres'));
  process.kill(hanging, 'SIGSTOP');
  const second = await open(folder);
  expect(second.started).toBe(true);
  expect(await postmasterPid(join(folder, 'postgres'))).not.toBe(hanging);
  expect(await query(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await first.release();
});

test('a data folder with a very long or awkward name works', async () => {
  const folder = join(await scratch(), 'o\'hare, "x" ü', 'x'.repeat(120));
  await mkdir(folder, { recursive: true });
  const server = await open(folder);
  removeLater(server.connection.host);
  expect(Buffer.byteLength(`${server.connection.host}/.s.PGSQL.5432`)).toBeLessThan(104);
  expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  const awkward = await open(join(await scratch(), 'a, "b" c'));
  expect(await query(awkward, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});
