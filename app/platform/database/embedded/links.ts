import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

type Link = { at: string; to: string };

/** The symlinks npm cannot pack, and that a blocked install script never made. */
async function listedLinks(native: string): Promise<Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const pairs = JSON.parse(text) as { source: string; target: string }[];
  return pairs.map(({ source, target }) => ({
    // The list says native/lib/…, but a copy of the folder has another name.
    at: join(native, relative('native', target)),
    to: relative(dirname(target), source),
  }));
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Makes the missing ones; false when the folder does not let us. */
export async function makeLinks(native: string): Promise<boolean> {
  for (const { at, to } of await listedLinks(native)) {
    if (await isThere(at)) continue;
    try {
      await symlink(to, at);
    } catch {
      // Another process may have been faster, which is as good.
      if (!(await isThere(at))) return false;
    }
  }
  return true;
}
