import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { aptInstall } from './browser.mjs';
import { run } from './run-tool.mjs';
import { stage } from './say.mjs';

const binaries = '/usr/lib/postgresql/15/bin';

/**
 * Runs work against Debian's PostgreSQL 15, the oldest that DATABASE_URL promises to work with, in a
 * cluster of its own that is gone afterwards. Needs Debian, and root to install and to change user.
 * @template T
 * @param {(url: string) => Promise<T>} work
 */
export async function withPostgres15(work) {
  if (!existsSync(path.join(binaries, 'postgres')))
    await stage('Installing PostgreSQL 15 from Debian', () => aptInstall(['postgresql-15']));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'signpost-pg15-'));
  const id = async (/** @type {string} */ flag) => Number(await run('id', [flag, 'postgres']));
  await chown(folder, await id('-u'), await id('-g'));
  const data = path.join(folder, 'data');
  const asPostgres = (/** @type {string[]} */ ...words) =>
    run('runuser', ['-u', 'postgres', '--', ...words]);
  await asPostgres(
    `${binaries}/initdb`,
    '-D',
    data,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  );
  const port = await freePort();
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  await asPostgres(
    `${binaries}/pg_ctl`,
    '-D',
    data,
    '-w',
    '-o',
    options,
    '-l',
    `${folder}/log`,
    'start',
  );
  try {
    return await work(`postgresql://postgres@127.0.0.1:${port}/postgres`);
  } finally {
    await asPostgres(`${binaries}/pg_ctl`, '-D', data, '-m', 'fast', '-w', 'stop');
    await rm(folder, { recursive: true, force: true });
  }
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
