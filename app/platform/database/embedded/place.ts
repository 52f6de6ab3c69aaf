import { createHash } from 'node:crypto';
import {
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, ownFolder, ROOT, runningAsRoot, serverAccount } from './account.ts';
import { EmbeddedServerError, OWN_SERVER } from './errors.ts';
import { run } from './run.ts';

export type Place = {
  /** Holds the cluster, its log and its socket folder. */
  home: string;
  cluster: string;
  log: string;
  /** Where a private copy of the binaries goes when those of the project cannot be used. */
  copies: string;
  account?: Account;
};

export const ELSEWHERE = '/var/lib/signpost';
export const NOTE = 'where-the-database-is.txt';

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Decides where the data of this clone lives and who runs its server. */
export async function placeOfData(options: {
  dataFolder: string;
  projectRoot: string;
}): Promise<Place> {
  await mkdir(options.dataFolder, { recursive: true });
  const folder = await realpath(options.dataFolder);
  const copies = join(ELSEWHERE, shortHash(await realpath(options.projectRoot)));
  const away = join(copies, `data-${shortHash(folder)}`);
  if (!runningAsRoot()) {
    await refuseRootsData(folder, away);
    return placeIn(folder, folder);
  }
  const account = await serverAccount();
  const owner = await ownerOfCluster(folder, account);
  if (owner) {
    if (await canReach(owner, folder)) return placeIn(folder, copies, owner);
    throw unreachable(join(folder, 'postgres'), owner);
  }
  if (!(await hasCluster(away)) && (await canReach(account, folder))) {
    return placeIn(folder, copies, account);
  }
  await makePrivateFolder(copies, account);
  if (!(await ownFolder(away, account))) throw notOurs(away);
  await leaveNote(folder, away);
  return placeIn(away, copies, account);
}

async function placeIn(home: string, copies: string, account?: Account): Promise<Place> {
  const usual = join(home, 'postgres');
  // Somebody may have moved it to another disk and left a link.
  const cluster = await realpath(usual).catch(() => usual);
  return { home, cluster, log: join(home, 'postgres.log'), copies, account };
}

async function hasCluster(home: string): Promise<boolean> {
  return (await readdir(join(home, 'postgres')).catch(() => [])).length > 0;
}

/** A cluster made by an ordinary user keeps that user, even when root starts it. */
async function ownerOfCluster(home: string, usual: Account): Promise<Account | undefined> {
  if (!(await hasCluster(home))) return undefined;
  const { uid, gid } = await stat(join(home, 'postgres'));
  return uid === usual.uid || uid === 0 ? usual : { uid, gid, name: `the user with id ${uid}` };
}

/** Tried by really going there as that user: modes alone miss ACLs, mounts and namespaces. */
async function canReach(account: Account, folder: string): Promise<boolean> {
  const probe = await mkdtemp(join(folder, '.reach-'));
  try {
    await chown(probe, account.uid, account.gid);
    const script = 'cd -- "$1" && test -w .';
    return (await run(account, '/bin/sh', ['-c', script, 'sh', probe])).ok;
  } catch {
    return false;
  } finally {
    await rm(probe, { recursive: true, force: true });
  }
}

/** `/var/lib/signpost/<hash>`, which only root and the server's user can enter. */
export async function makePrivateFolder(folder: string, account: Account): Promise<void> {
  await mkdir('/var/lib', { recursive: true });
  if (!(await ownFolder(ELSEWHERE, ROOT, 0o755))) throw notOurs(ELSEWHERE);
  if (!(await ownFolder(folder, account))) throw notOurs(folder);
}

async function leaveNote(folder: string, home: string): Promise<void> {
  const text =
    `The database of this folder is in ${home}\n\n` +
    'Signpost was started by root, and the user that runs PostgreSQL cannot enter this folder.\n' +
    'The path above was made from the path of this clone: a clone that is moved or copied\n' +
    'begins with a database of its own.\n';
  await writeFile(join(folder, NOTE), text);
}

/** An ordinary user must not begin an empty database beside the one that root uses. */
async function refuseRootsData(folder: string, away: string): Promise<void> {
  const note = await readFile(join(folder, NOTE), 'utf8').catch(() => '');
  if (!note.includes(away) || (await hasCluster(folder))) return;
  throw new EmbeddedServerError(
    'cannot-run',
    `The database of ${folder} was made by root and is in ${away}. Start Signpost as root again, ` +
      `or delete ${join(folder, NOTE)} to begin with an empty database, or ${OWN_SERVER}.`,
  );
}

function unreachable(cluster: string, owner: Account): EmbeddedServerError {
  return new EmbeddedServerError(
    'cannot-run',
    `There is a database in ${cluster}, but ${owner.name}, who has to run PostgreSQL on it, ` +
      `cannot enter that folder. Move the project to a folder that everybody can enter, or ${OWN_SERVER}.`,
  );
}

function notOurs(folder: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'cannot-run',
    `${folder} is a link or belongs to another user, so the database is not put there. ` +
      `Look at it and move it away, or ${OWN_SERVER}.`,
  );
}
