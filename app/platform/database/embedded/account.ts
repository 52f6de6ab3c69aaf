import { constants } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { EmbeddedServerError, OWN_SERVER } from './errors.ts';

/** The user PostgreSQL runs as. Undefined wherever one is optional: our own user. */
export type Account = { uid: number; gid: number; name: string };

export const ROOT: Account = { uid: 0, gid: 0, name: 'root' };

export function runningAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** PostgreSQL refuses to run as root; somebody with as few rights as possible runs it then. */
export async function serverAccount(passwdFile = '/etc/passwd'): Promise<Account> {
  const lines = (await readFile(passwdFile, 'utf8').catch(() => '')).split('\n');
  for (const wanted of ['postgres', 'nobody']) {
    const [name, , uid, gid] =
      lines.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? [];
    // macOS writes nobody's id as -2.
    if (name && Number(uid)) return { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  }
  throw new EmbeddedServerError(
    'cannot-run',
    'PostgreSQL does not run as root, and this computer has neither a user “postgres” nor ' +
      `“nobody” to run it. Start Signpost as an ordinary user, or ${OWN_SERVER}.`,
  );
}

/**
 * Makes sure that `path` is a real folder of ours with this mode. False when it is a link or
 * belongs to somebody else: then whoever put it there could read or replace what we leave in it.
 */
export async function ownFolder(path: string, owner?: Account, mode = 0o700): Promise<boolean> {
  const made = await mkdir(path, { mode: 0o700 }).then(
    () => true,
    (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EEXIST') throw fault;
      return false;
    },
  );
  if (process.platform === 'win32') return true;
  const flags = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;
  const folder = await open(path, flags).catch(() => undefined);
  if (!folder) return false;
  try {
    const found = await folder.stat();
    if (found.uid !== process.getuid?.() && found.uid !== owner?.uid) return false;
    if (owner && found.uid !== owner.uid) await folder.chown(owner.uid, owner.gid);
    // One that was there already is only ever made more private.
    if ((found.mode & 0o777) !== mode && (made || mode === 0o700)) await folder.chmod(mode);
    return true;
  } finally {
    await folder.close();
  }
}
