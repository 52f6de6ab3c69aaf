import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:fs';
import { open, readFile, rename, rm, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { askServer } from './ask.ts';
import { explainFailure } from './errors.ts';
import { executable } from './platform-package.ts';
import { connectionTo, stopServer } from './postmaster.ts';
import { spawnAs } from './run.ts';
import { type Listen, serverArguments } from './settings.ts';
import type { Connection, Site } from './site.ts';

const READY_WITHIN_MS = 5 * 60_000;
const ORPHANS_GO_WITHIN_MS = 30_000;

/** Less than this is not enough for a pid file and a log. */
const FULL_BYTES = 256 * 1024;

/** What a start meets while orphans of a killed server, or another starter, are still about. */
const PASSING = /pre-existing shared memory block|is still in use|lock file .* already exists/;

/** Starts the server and returns when it answers. Nothing runs on this cluster yet. */
export async function startServer(site: Site): Promise<Connection> {
  site.tell('Starting PostgreSQL.');
  const giveUp = Date.now() + ORPHANS_GO_WITHIN_MS;
  for (;;) {
    const listen = await whereToListen(site);
    const connection = await connectionTo(site.place.cluster, listen.host, listen.port);
    const failure = await attempt(site, listen, connection);
    if (failure === undefined) return connection;
    if (!PASSING.test(failure) || Date.now() > giveUp) {
      throw explainFailure(failure, 'starting the server', site.place.home);
    }
    await pause(200);
  }
}

/** Undefined when the server is ready; else what it left in the log. */
async function attempt(site: Site, listen: Listen, connection: Connection) {
  const child = await launch(site, listen).catch((fault: unknown) => String(fault));
  if (typeof child === 'string') return child;
  let ended: string | undefined;
  child.once('error', (fault) => {
    ended = String(fault);
  });
  child.once('exit', () => {
    ended ??= '';
  });
  child.unref();
  const deadline = Date.now() + READY_WITHIN_MS;
  while (ended === undefined) {
    if ((await askServer(connection, site.place.cluster)) === 'ready') return undefined;
    if (Date.now() > deadline) {
      await stopServer(site);
      return 'error: it did not become ready within five minutes';
    }
    await pause(20);
  }
  return ended || lastWords(site);
}

async function lastWords(site: Site): Promise<string> {
  const log = await readFile(site.place.log, 'utf8').catch(() => '');
  // On a full disk the log cannot say so.
  const { bavail, bsize } = await statfs(site.place.cluster);
  return bavail * bsize < FULL_BYTES ? `${log}\nFATAL: No space left on device` : log;
}

async function launch(site: Site, listen: Listen): Promise<ChildProcess> {
  const { cluster, account } = site.place;
  const log = await freshLog(site.place.log);
  try {
    return spawnAs(
      account,
      executable(site.binaries, 'postgres'),
      serverArguments(cluster, listen, site.durable),
      // A session of its own: Ctrl+C and the death of the app do not reach it.
      { detached: true, stdio: ['ignore', log.fd, log.fd] },
    );
  } finally {
    await log.close();
  }
}

/** Keeps one log back. Never through a link, which the server's user could have put there. */
async function freshLog(path: string) {
  await rename(path, `${path}.1`).catch(() => {});
  const { O_CREAT, O_TRUNC, O_WRONLY, O_APPEND, O_NOFOLLOW = 0 } = constants;
  return open(path, O_CREAT | O_TRUNC | O_WRONLY | O_APPEND | O_NOFOLLOW, 0o600);
}

async function whereToListen(site: Site): Promise<Listen> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() };
  // The folder is this cluster's alone and no server runs on it, so these are left-overs; their
  // pid may meanwhile be another program's, over which PostgreSQL would stumble.
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) {
    await rm(join(site.lock, name), { force: true });
  }
  return { host: site.lock, port: 5432 };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
