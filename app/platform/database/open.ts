import path from 'node:path';
import pg from 'pg';
import { type Config, ConfigError } from '../config.ts';
import { prepareJobs } from '../jobs/prepare.ts';
import { readSecret } from '../secrets.ts';
import { type KeptServer, keepEmbeddedServer } from './keep-embedded.ts';
import { migrate } from './migrate.ts';
import { connectionAs, ensureRoles } from './roles.ts';

/** A database ready to be used: migrated, whoever connects to it, and how to let go of it. */
export type OpenedDatabase = {
  /** Migrates, publishes and seeds. Never serves a page. */
  owner: pg.ClientConfig;
  app: pg.ClientConfig;
  jobs: pg.ClientConfig;
  identity: pg.ClientConfig;
  release(): Promise<void>;
};

const oldestServer = 150_000;

/**
 * Opens what the configuration names: the PostgreSQL at DATABASE_URL, which is never started or
 * stopped, or the embedded one, which is shared with whatever runs from this clone already.
 */
export async function openDatabase(
  config: Config,
  onProgress: (sentence: string) => void = () => {},
): Promise<OpenedDatabase> {
  const opened = config.databaseUrl
    ? await byUrl(config.databaseUrl)
    : await embedded(config, onProgress);
  const { connection: owner, release } = opened;
  try {
    const secret = await readSecret(config);
    await ensureRoles(owner, secret);
    const applied = await migrate(owner, path.join(config.projectRoot, 'prisma/migrations'));
    await prepareJobs(owner);
    if (applied.length > 0) onProgress(`Brought the database up to date: ${applied.join(', ')}.`);
    return {
      owner,
      app: connectionAs('signpost_app', owner, secret),
      jobs: connectionAs('signpost_jobs', owner, secret),
      identity: connectionAs('signpost_identity', owner, secret),
      release,
    };
  } catch (error) {
    await opened.release();
    throw error;
  }
}

async function embedded(
  config: Config,
  onProgress: (sentence: string) => void,
): Promise<KeptServer> {
  const { dataFolder, projectRoot } = config;
  return keepEmbeddedServer({ dataFolder, projectRoot, onProgress });
}

async function byUrl(connectionString: string): Promise<KeptServer> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; version: string }>(
      `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
    );
    const [server] = rows;
    if (server && server.number < oldestServer)
      throw new ConfigError(
        `The database at DATABASE_URL is PostgreSQL ${server.version}. Signpost needs 15 or later.`,
      );
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const why = error instanceof Error ? error.message || 'no answer' : String(error);
    throw new ConfigError(
      `The database at DATABASE_URL cannot be used (${why}). Check the address, the user and that the server runs.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
  return { connection: { connectionString }, release: async () => {} };
}
