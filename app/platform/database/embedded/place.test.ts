import {
  chmod,
  chown,
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ownFolder, runningAsRoot, serverAccount } from './account.ts';
import { ELSEWHERE, NOTE, type Place, placeOfData, shortHash } from './place.ts';
import { candidates, socketFolder } from './socket-folder.ts';
import {
  cleanUp,
  cloneScratch,
  open,
  optionsFor,
  ordinaryUser,
  otherProcess,
  projectRoot,
  query,
  realClone,
  removeLater,
  scratch,
} from './testing/support.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanUp);

test('data that the server can reach stay in the data folder, private to it', async () => {
  const folder = await scratch();
  await open(folder);
  const { uid, mode } = await stat(join(folder, 'postgres'));
  expect(uid).toBe(runningAsRoot() ? (await serverAccount()).uid : process.getuid?.());
  expect(mode & 0o777).toBe(0o700);
  expect((await placeOfData({ dataFolder: folder, projectRoot })).home).toBe(folder);
});

test('the user is postgres, else nobody, else a clear sentence', async () => {
  const file = join(await scratch(), 'passwd');
  const nobody = 'nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false\n';
  await writeFile(file, `root:x:0:0::/:/bin/sh\n${nobody}postgres:x:101:104::/:/bin/sh\n`);
  expect(await serverAccount(file)).toEqual({ name: 'postgres', uid: 101, gid: 104 });
  await writeFile(file, nobody);
  expect(await serverAccount(file)).toEqual({ name: 'nobody', uid: 2 ** 32 - 2, gid: 2 ** 32 - 2 });
  await writeFile(file, 'root:x:0:0::/:/bin/sh\n');
  await expect(serverAccount(file)).rejects.toMatchObject({ code: 'cannot-run' });
  await expect(serverAccount(file)).rejects.toThrow('DATABASE_URL');
});

test('an ordinary user whose packages are read-only works from a private copy', async () => {
  const clone = await cloneScratch();
  const native = await realClone(clone);
  await chmod(join(native, 'lib'), 0o555);
  const data = await scratch();
  const user = await ordinaryUser();
  if (user) await chown(data, user.uid, user.gid);
  const task = { open: { ...optionsFor(data), projectRoot: clone } };
  for (const round of [1, 2]) {
    const other = await otherProcess(task, user ? { user } : {});
    const { connection, message } = await other.reply;
    if (!connection) throw new Error(`${round}: ${message}`);
    expect(await query({ connection }, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await other.finish()).toBe(0);
    expect((await readdir(data)).filter((name) => name.startsWith('native-'))).toHaveLength(1);
  }
  await chmod(join(native, 'lib'), 0o755);
});

test('a socket folder that somebody else has taken, or made a link, is not used', async () => {
  const long = join(await scratch(), 'x'.repeat(100));
  const account = runningAsRoot() ? await serverAccount() : undefined;
  const place: Place = {
    home: long,
    cluster: join(long, 'postgres'),
    log: '',
    copies: '',
    account,
  };
  const [, first = '', second = '', third = ''] = candidates(place);
  for (const folder of [first, second, third]) removeLater(folder);
  await symlink('/tmp', first);
  expect(await socketFolder(place)).toBe(second);
  await rm(second, { recursive: true });
  await writeFile(second, '');
  expect(await socketFolder(place)).toBe(third);
  expect((await stat(third)).mode & 0o777).toBe(0o700);
});

if (runningAsRoot()) {
  test('a folder that belongs to another user is not ours', async () => {
    const folder = join(await scratch(), 'theirs');
    await mkdir(folder);
    await chown(folder, 12345, 12345);
    expect(await ownFolder(folder, await serverAccount())).toBe(false);
    expect((await stat(folder)).uid).toBe(12345);
  });

  test('a clone that only root can enter keeps its data under /var/lib/signpost', async () => {
    const secret = await cloneScratch();
    await chmod(secret, 0o700);
    const clone = join(secret, 'clone');
    await realClone(clone);
    const data = join(clone, 'data');
    const home = join(ELSEWHERE, shortHash(clone), `data-${shortHash(data)}`);
    removeLater(dirname(home));

    const first = await open(data, { projectRoot: clone });
    await query(first, 'CREATE TABLE t AS SELECT 7 AS seven');
    await first.release();
    const { uid } = await serverAccount();
    for (const folder of [dirname(home), home, join(home, 'postgres')]) {
      const found = await stat(folder);
      expect({ uid: found.uid, mode: found.mode & 0o777 }).toEqual({ uid, mode: 0o700 });
    }
    expect((await stat(secret)).mode & 0o777).toBe(0o700);
    expect(await readdir(data)).toEqual([NOTE]);
    expect(await readFile(join(data, NOTE), 'utf8')).toContain(home);

    const [copy = ''] = (await readdir(dirname(home))).filter((name) => name.startsWith('native-'));
    const before = await lstat(join(dirname(home), copy));
    const second = await open(data, { projectRoot: clone });
    expect(await query(second, 'SELECT seven FROM t')).toEqual([{ seven: 7 }]);
    await second.release();
    expect((await lstat(join(dirname(home), copy))).ino).toBe(before.ino);

    // A copy that has lost a file is made again, and one given up half way is cleared.
    await rm(join(dirname(home), copy, 'bin', 'postgres'));
    const abandoned = join(dirname(home), `${copy}.new-abc`);
    await mkdir(abandoned);
    await utimes(abandoned, 0, 0);
    const third = await open(data, { projectRoot: clone });
    expect(await query(third, 'SELECT seven FROM t')).toEqual([{ seven: 7 }]);

    await third.release();
    expect(await readdir(dirname(home))).not.toContain(basename(abandoned));

    // An ordinary user who can enter meanwhile must not begin a second, empty database.
    await chmod(secret, 0o755);
    await chmod(data, 0o777);
    const task = { open: { ...optionsFor(data), projectRoot: clone } };
    const user = await otherProcess(task, { user: await ordinaryUser() });
    expect(await user.reply).toMatchObject({
      error: 'cannot-run',
      message: expect.stringContaining(`was made by root and is in ${home}`),
    });
    await chmod(secret, 0o700);

    const other = join(secret, 'other');
    await mkdir(other);
    const place = await placeOfData({ dataFolder: join(other, 'data'), projectRoot: other });
    removeLater(dirname(place.home));
    expect(dirname(place.home)).not.toBe(dirname(home));
  });

  test('data that stay where they were made when the folder becomes reachable', async () => {
    const secret = await scratch();
    await chmod(secret, 0o700);
    const data = join(secret, 'data');
    const before = await placeOfData({ dataFolder: data, projectRoot: secret });
    removeLater(dirname(before.home));
    await mkdir(before.cluster);
    await writeFile(join(before.cluster, 'PG_VERSION'), '18\n');
    await chmod(secret, 0o755);
    expect((await placeOfData({ dataFolder: data, projectRoot: secret })).home).toBe(before.home);
  });

  test('data in place that their user cannot reach are never replaced by empty ones', async () => {
    const secret = await scratch();
    const data = join(secret, 'data');
    await (await open(data)).release();
    await chmod(secret, 0o700);
    const opening = open(data);
    await expect(opening).rejects.toMatchObject({ code: 'cannot-run' });
    await expect(opening).rejects.toThrow(/There is a database in .* cannot enter/);
  });

  test('the cluster of an ordinary user stays theirs when root starts it', async () => {
    const projectRoot = await cloneScratch();
    await realClone(projectRoot);
    const data = await scratch();
    const theirs = { uid: 65534, gid: 65534, name: 'nobody' };
    await chown(data, theirs.uid, theirs.gid);
    const task = { open: { ...optionsFor(data), projectRoot } };
    const other = await otherProcess(task, { user: theirs });
    expect((await other.reply).message).toBeUndefined();
    expect(await other.finish()).toBe(0);
    const server = await open(data, { projectRoot });
    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.release();
    const again = await otherProcess(task, { user: theirs });
    expect(await again.reply).toMatchObject({ started: true });
    expect(await again.finish()).toBe(0);
  });
}
