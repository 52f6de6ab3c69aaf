import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownFolder, runningAsRoot } from './account.ts';
import { EmbeddedServerError, OWN_SERVER } from './errors.ts';
import { type Place, shortHash } from './place.ts';

/** macOS allows 103 bytes, Linux 107; `/.s.PGSQL.5432` is the longest name put inside. */
const LONGEST_FOLDER = 103 - '/.s.PGSQL.5432'.length;

/**
 * The folder of the server's socket and of our lock.
 *
 * The server trusts whoever reaches its socket, because its user and ours may differ and then no
 * other check works. What protects it is this folder: mode 0700, owned by the server's user, so
 * that only that user (who can read the data files anyway) and root can open anything in it.
 *
 * Beside the data whenever the path is short enough: nobody else can put anything there, cleaners
 * of temporary folders leave it alone, and services with a private /tmp see it too. Every process
 * that uses these data must come to the same answer.
 */
export async function socketFolder(place: Place): Promise<string> {
  for (const folder of candidates(place)) {
    if (Buffer.byteLength(folder) > LONGEST_FOLDER) continue;
    const ours = await ownFolder(folder, place.account).catch(() => false);
    if (ours && (await allowsSockets(folder))) return folder;
  }
  throw new EmbeddedServerError(
    'cannot-run',
    `No folder was found in which the embedded PostgreSQL could put its socket (tried beside ` +
      `${place.cluster} and under /tmp). Make /tmp writable, or ${OWN_SERVER}.`,
  );
}

/** Folders shared with a host, as Docker Desktop and WSL do it, often do not. */
function allowsSockets(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    const path = join(folder, `try.${randomBytes(4).toString('hex')}`);
    server.listen(path, () => server.close(() => resolve(true)));
  });
}

export function candidates(place: Place): string[] {
  const name = `signpost-${shortHash(place.cluster)}`;
  const parents = [...(runningAsRoot() ? ['/run'] : []), '/tmp', tmpdir()];
  return [
    join(place.home, 'run'),
    ...parents.flatMap((parent) => ['', '-2', '-3'].map((more) => join(parent, name + more))),
  ];
}
