import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import {
  cleanUp,
  cloneScratch,
  fakeClone,
  open,
  optionsFor,
  otherProcess,
  query,
  scratch,
  until,
} from './testing/support.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanUp);

test('the cluster is UTF-8 with the built-in locale, whatever the environment says', async () => {
  const folder = await scratch();
  const other = await otherProcess({ open: optionsFor(folder) });
  const { connection } = await other.reply;
  if (!connection) throw new Error((await other.reply).message);
  const sql = `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider,
    datlocale AS locale FROM pg_database WHERE datname = 'signpost'`;
  expect(await query({ connection }, sql)).toEqual([
    { encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' },
  ]);
  expect(await query({ connection }, 'SHOW timezone')).toEqual([{ TimeZone: 'UTC' }]);
  expect(await other.finish()).toBe(0);
});

test('an initdb that finds the disk full leaves nothing and says so', async () => {
  const clone = await cloneScratch();
  const line = 'initdb: error: could not write to file \\"pg_wal/x\\": No space left on device';
  await fakeClone(clone, `for last; do :; done; echo "${line}" >&2; exit 1`);
  const data = join(clone, 'data');
  const opening = open(data, { projectRoot: clone });
  await expect(opening).rejects.toMatchObject({ code: 'disk-full' });
  await expect(opening).rejects.toThrow(/is full.*Free some space/);
  expect(await readdir(data)).toEqual(['run']);
});

// Real, where we may mount: the test above drives the same path everywhere else.
const mountPoint = await scratch();
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', mountPoint]);
if (mounted.status === 0) {
  spawnSync('umount', [mountPoint]);
  test('a full disk at the first start and at a later one', async () => {
    const disk = await scratch();
    const resize = (size: string, ...more: string[]) =>
      spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}${more.join('')}`, 'none', disk]);
    resize('12m');
    try {
      await expect(open(join(disk, 'data'))).rejects.toMatchObject({ code: 'disk-full' });
      expect(await readdir(join(disk, 'data'))).toEqual(['run']);

      spawnSync('mount', ['-o', 'remount,size=300m', disk]);
      await (await open(join(disk, 'data'))).release();
      const { bavail, bsize } = await statfs(disk);
      await writeFile(join(disk, 'ballast'), Buffer.alloc(bavail * bsize));
      await expect(open(join(disk, 'data'))).rejects.toMatchObject({ code: 'disk-full' });

      await rm(join(disk, 'ballast'));
      const server = await open(join(disk, 'data'));
      expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await server.release();
    } finally {
      await cleanUpBelow(disk);
    }
  });
}

async function cleanUpBelow(disk: string): Promise<void> {
  await until(() => spawnSync('umount', [disk]).status === 0);
}

test('data of another major version are left alone, with both numbers in the sentence', async () => {
  const folder = await scratch();
  await mkdir(join(folder, 'postgres'));
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '16\n');
  const opening = open(folder);
  await expect(opening).rejects.toMatchObject({ code: 'wrong-major' });
  await expect(opening).rejects.toThrow(/PostgreSQL 16.*PostgreSQL 18.*pg_dump.*DATABASE_URL/);
  expect(await readdir(join(folder, 'postgres'))).toEqual(['PG_VERSION']);
});

test('a half-empty folder is called broken and left alone', async () => {
  const folder = await scratch();
  await mkdir(join(folder, 'postgres', 'base'), { recursive: true });
  const opening = open(folder);
  await expect(opening).rejects.toMatchObject({ code: 'broken' });
  await expect(opening).rejects.toThrow(/not a complete PostgreSQL database.*backup.*DATABASE_URL/);
  expect(await readdir(join(folder, 'postgres'))).toEqual(['base']);
});

test('a cluster that has lost a file is called broken, with the reason', async () => {
  const folder = await scratch();
  await (await open(folder)).release();
  await rm(join(folder, 'postgres', 'global', 'pg_control'));
  const opening = open(folder);
  await expect(opening).rejects.toMatchObject({ code: 'broken' });
  await expect(opening).rejects.toThrow('pg_control');
});

test('after a kill -9 in the middle of initdb the next opening starts afresh', async () => {
  const folder = await scratch();
  const other = await otherProcess({ open: optionsFor(folder) });
  other.reply.catch(() => {});
  const begun = async () => (await readdir(folder)).some((name) => name.includes('.new-'));
  await until(begun);
  other.child.kill('SIGKILL');
  await other.closed;
  expect(await readdir(folder)).not.toContain('postgres');
  const server = await open(folder);
  expect(server.started).toBe(true);
  expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(await begun()).toBe(false);
});
