import path from 'node:path';
import pg from 'pg';
import { type Config, ConfigError } from '../config.ts';
import { keepEmbeddedServer } from './keep-embedded.ts';
import { migrate } from './migrate.ts';

/** A database ready to be used: migrated, and how to let go of it. */
export type OpenedDatabase = { connection: pg.ClientConfig; release(): Promise<void> };

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
  try {
    const applied = await migrate(
      opened.connection,
      path.join(config.projectRoot, 'prisma/migrations'),
    );
    if (applied.length > 0) onProgress(`Brought the database up to date: ${applied.join(', ')}.`);
    return opened;
  } catch (error) {
    await opened.release();
    throw error;
  }
}

async function embedded(
  config: Config,
  onProgress: (sentence: string) => void,
): Promise<OpenedDatabase> {
  const { dataFolder, projectRoot } = config;
  return keepEmbeddedServer({ dataFolder, projectRoot, onProgress });
}

async function byUrl(connectionString: string): Promise<OpenedDatabase> {
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
