import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EmbeddedServerError, explainFailure, OWN_SERVER } from './errors.ts';
import { executable } from './platform-package.ts';
import { run } from './run.ts';
import { type Site, SUPERUSER } from './site.ts';

const MAJOR = '18';
const PASSWORD_FILE = 'signpost-password';

/** Makes the cluster when there is none; refuses one that is not ours to start. */
export async function ensureCluster(site: Site): Promise<void> {
  const { cluster } = site.place;
  const entries = await readdir(cluster).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [] as string[];
    throw fault;
  });
  if (entries.length === 0) return initialise(site);
  if (!entries.includes('PG_VERSION')) throw halfEmpty(cluster);
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (!/^[\d.]+$/.test(version)) throw halfEmpty(cluster);
  if (version !== MAJOR) throw wrongMajor(cluster, version);
}

/** Only on Windows, where the server listens on TCP. */
export async function clusterPassword(cluster: string): Promise<string | undefined> {
  if (process.platform !== 'win32') return undefined;
  return (await readFile(join(cluster, PASSWORD_FILE), 'utf8')).trim();
}

async function initialise(site: Site): Promise<void> {
  const { home, cluster, account } = site.place;
  site.tell(`Making a new database in ${cluster}.`);
  await removeLeftovers(cluster);
  // Made aside and renamed when complete: an initdb that is killed leaves no half cluster.
  const fresh = await mkdtemp(`${cluster}.new-`);
  const passwordFile = `${fresh}.password`;
  try {
    if (account) await chown(fresh, account.uid, account.gid);
    const password = randomBytes(24).toString('base64url');
    if (process.platform === 'win32') await writeFile(passwordFile, password, { mode: 0o600 });
    const attempt = await run(account, executable(site.binaries, 'initdb'), [
      ...initdbArguments(fresh, passwordFile),
      ...(site.durable ? [] : ['--no-sync']),
    ]);
    if (!attempt.ok) throw explainFailure(attempt.output, 'making a new database (initdb)', home);
    if (process.platform === 'win32') await rename(passwordFile, join(fresh, PASSWORD_FILE));
    await rmdir(cluster).catch(() => {});
    await rename(fresh, cluster);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}

function initdbArguments(folder: string, passwordFile: string): string[] {
  const access =
    process.platform === 'win32'
      ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]
      : ['--auth-local=trust', '--auth-host=reject'];
  return [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...access,
  ];
}

/** We hold the lock, so whatever lies there belongs to an initdb that was interrupted. */
async function removeLeftovers(cluster: string): Promise<void> {
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.new-`)) continue;
    await rm(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function halfEmpty(cluster: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'broken',
    `${cluster} is not a complete PostgreSQL database (PG_VERSION is missing or unreadable). ` +
      'Restore it from a backup, or move that folder away to begin with an empty database, ' +
      `or ${OWN_SERVER}.`,
  );
}

function wrongMajor(cluster: string, version: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'wrong-major',
    `The database in ${cluster} was made by PostgreSQL ${version}, and this Signpost brings ` +
      `PostgreSQL ${MAJOR}, which cannot open it. Carry it over with pg_dump from PostgreSQL ` +
      `${version} and pg_restore, or move the folder away to begin with an empty database, or ` +
      `${OWN_SERVER}.`,
  );
}
