import { chmod, cp, lchown, lstat, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedServerError, explainFailure } from './errors.ts';
import { makeLinks } from './links.ts';
import { makePrivateFolder, type Place } from './place.ts';
import { executable, type PlatformPackage } from './platform-package.ts';
import { run } from './run.ts';

const ABANDONED_MS = 10 * 60_000;

/** The folder whose binaries the server's user can really execute: the project's, or a copy. */
export async function usableBinaries(
  found: PlatformPackage,
  place: Place,
  tell: (sentence: string) => void,
): Promise<string> {
  if ((await makeLinks(found.native)) && (await tryOut(found.native, place)).ok) {
    return found.native;
  }
  const copy = await privateCopy(found, place, tell);
  const attempt = await tryOut(copy, place);
  if (attempt.ok) return copy;
  const failure = explainFailure(attempt.output, `“${executable(copy, 'postgres')}”`, copy);
  throw new EmbeddedServerError('cannot-run', failure.message);
}

async function tryOut(native: string, place: Place) {
  const attempt = await run(place.account, executable(native, 'postgres'), ['--version']);
  return { ...attempt, ok: attempt.ok && attempt.output.includes('(PostgreSQL)') };
}

async function privateCopy(
  found: PlatformPackage,
  place: Place,
  tell: (sentence: string) => void,
): Promise<string> {
  if (place.account) await makePrivateFolder(place.copies, place.account);
  const target = join(place.copies, `native-${found.name}-${found.version}`);
  if (await isComplete(found.native, target)) return target;
  tell(`Copying PostgreSQL to ${target}, where it can be executed.`);
  await removeAbandoned(`${target}.new-`);
  const fresh = await mkdtemp(`${target}.new-`);
  try {
    await cp(found.native, fresh, { recursive: true, verbatimSymlinks: true });
    await openFolders(fresh);
    await makeLinks(fresh);
    if (place.account) await giveTo(place.account, fresh);
    await moveIntoPlace(fresh, target, found.native);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return target;
}

/** Copies whose maker was killed; a young one may still be in the making. */
async function removeAbandoned(prefix: string): Promise<void> {
  for (const name of await readdir(dirname(prefix))) {
    const path = join(dirname(prefix), name);
    if (!path.startsWith(prefix)) continue;
    const age = Date.now() - ((await lstat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Every file of the original is there in full: a copy is renamed into place only when done. */
async function isComplete(native: string, copy: string): Promise<boolean> {
  for (const entry of await readdir(native, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const original = join(entry.parentPath, entry.name);
    const copied = await lstat(join(copy, relative(native, original))).catch(() => undefined);
    if (copied?.size !== (await lstat(original)).size) return false;
  }
  return true;
}

/** The originals may be read-only. */
async function openFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
  await chmod(folder, 0o700);
}

async function giveTo(account: Account, folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  await lchown(folder, account.uid, account.gid);
}

async function moveIntoPlace(fresh: string, target: string, native: string): Promise<void> {
  try {
    await rename(fresh, target);
  } catch (fault) {
    // Another process has put its copy there meanwhile, or a damaged one is in the way.
    if (await isComplete(native, target)) return;
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((fault as NodeJS.ErrnoException).code ?? '')) {
      throw fault;
    }
    await rm(target, { recursive: true, force: true });
    await rename(fresh, target);
  }
}
