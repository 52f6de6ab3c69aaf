import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { askServer } from './ask.ts';
import { EmbeddedServerError } from './errors.ts';
import { isAlive, isServerOf } from './identity.ts';
import { clusterPassword } from './initialise.ts';
import type { Place } from './place.ts';
import { executable } from './platform-package.ts';
import { run } from './run.ts';
import { type Connection, DATABASE, type Site, SUPERUSER } from './site.ts';

const BUSY_MS = 5 * 60_000;
const CLEAN_STOP_SECONDS = 60;

type Postmaster = { pid: number; port: number; socketFolder: string };

export async function connectionTo(cluster: string, host: string, port: number) {
  const password = await clusterPassword(cluster);
  const connection: Connection = { host, port, user: SUPERUSER, database: DATABASE };
  return password === undefined ? connection : { ...connection, password };
}

/** The running server of this cluster, whether it answers or not. */
export async function runningPostmaster(place: Place): Promise<Postmaster | undefined> {
  const found = await readPidFile(place.cluster);
  return found && (await isServerOf(found.pid, place)) ? found : undefined;
}

/**
 * A server that already runs on this cluster and answers. Clears away what is in the way of a new
 * one: a server that does not answer, or the pid file of one that is gone.
 */
export async function adoptServer(site: Site): Promise<Connection | undefined> {
  const { cluster } = site.place;
  const began = Date.now();
  let lastSign = began;
  for (;;) {
    const running = await runningPostmaster(site.place);
    if (!running) break;
    const host = process.platform === 'win32' ? '127.0.0.1' : running.socketFolder;
    const connection = await connectionTo(cluster, host, running.port);
    // A server that has only just begun has not written its socket's folder yet.
    const answer = host ? await askServer(connection, cluster) : 'silent';
    if (answer === 'ready') return connection;
    if (answer === 'busy') lastSign = Date.now();
    if (Date.now() - began > BUSY_MS) throw busyTooLong(cluster);
    if (Date.now() - lastSign > site.patienceMs) {
      site.tell('A PostgreSQL server of this folder does not answer: stopping it.');
      await stopServer(site, Math.ceil(site.patienceMs / 1000));
      break;
    }
    await pause(50);
  }
  return void (await removeStalePidFile(cluster));
}

/** Recovering, or out of connections: no reason to stop it under its other users. */
function busyTooLong(cluster: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'broken',
    `The PostgreSQL server of ${cluster} runs, but has been busy for five minutes (recovering, ` +
      'or without a free connection). Wait, or end the programs that use it, and start again.',
  );
}

/** Stops the server of this cluster and returns when it is gone. */
export async function stopServer(site: Site, seconds = CLEAN_STOP_SECONDS): Promise<void> {
  const { cluster, account } = site.place;
  for (const mode of ['fast', 'immediate', 'kill']) {
    const running = await runningPostmaster(site.place);
    if (!running) return;
    if (mode === 'kill') kill(running.pid);
    else {
      const how = ['stop', '-D', cluster, '-m', mode, '-t', String(seconds)];
      await run(account, executable(site.binaries, 'pg_ctl'), how);
    }
    // Its pid file goes a moment before the process does.
    for (let i = 0; i < 100 && (await isServerOf(running.pid, site.place)); i++) {
      if (mode !== 'kill' && (await runningPostmaster(site.place))) break;
      await pause(20);
    }
  }
  if (!(await runningPostmaster(site.place))) return;
  throw new EmbeddedServerError('broken', `The PostgreSQL server of ${cluster} cannot be stopped.`);
}

async function readPidFile(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(cluster), 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return '';
    throw fault;
  });
  const [pid, , , port, socketFolder] = text.split('\n');
  if (!Number(pid)) return undefined;
  return { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? '' };
}

/**
 * PostgreSQL itself clears the pid file of a dead process, and checks first that no orphan still
 * works on the data: that file we leave to it. It stumbles over an empty file and over a pid
 * that another program has got meanwhile: those we remove.
 */
async function removeStalePidFile(cluster: string): Promise<void> {
  const found = await readPidFile(cluster);
  if (!found || isAlive(found.pid)) await rm(pidFile(cluster), { force: true });
}

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}
