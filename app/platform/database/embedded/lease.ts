import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type Connection, DATABASE } from './site.ts';

/** Any number will do, as long as every version of Signpost takes the same. */
const LEASE = 7_365_776;
const RETRY_MS = 500;

/** Says to other processes, by a lock in the server, that we are using it. */
export type Lease = {
  /** Gives it up; true when nobody else holds one. */
  giveUp(): Promise<boolean>;
};

/** Undefined when the server goes away meanwhile or somebody is about to stop it. */
export async function takeLease(connection: Connection): Promise<Lease | undefined> {
  let client = await connectAndLock(connection);
  if (!client) return undefined;
  await makeDatabase(client).catch((fault: unknown) => {
    client?.end().catch(() => {});
    throw fault;
  });
  let wanted = true;

  // A crash of one backend makes PostgreSQL drop every connection and go on.
  const watch = (current: Client) => {
    current.once('end', () => {
      client = undefined;
      if (wanted) void renew();
    });
  };
  const renew = async () => {
    while (wanted && !client) {
      await pause(RETRY_MS, undefined, { ref: false });
      const next = wanted ? await connectAndLock(connection) : undefined;
      if (next && !wanted) await next.end().catch(() => {});
      else if (next) {
        client = next;
        watch(next);
      }
    }
  };
  watch(client);

  return {
    async giveUp() {
      if (!wanted) return false;
      wanted = false;
      const last = client ?? (await connectAndLock(connection));
      return last ? releaseLock(last) : false;
    },
  };
}

async function connectAndLock(connection: Connection): Promise<Client | undefined> {
  const client = new Client({
    ...connection,
    database: 'postgres',
    application_name: 'signpost lease',
    connectionTimeoutMillis: 5000,
    query_timeout: 60_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    if (await askForLock(client, 'pg_try_advisory_lock_shared')) return client;
  } catch {
    // Gone or going: the caller looks again.
  }
  client.end().catch(() => {});
  return undefined;
}

async function releaseLock(client: Client): Promise<boolean> {
  try {
    await askForLock(client, 'pg_advisory_unlock_shared');
    return await askForLock(client, 'pg_try_advisory_lock');
  } catch {
    return false;
  } finally {
    await Promise.race([client.end().catch(() => {}), pause(2000, undefined, { ref: false })]);
  }
}

async function askForLock(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(`SELECT ${name}($1) AS got`, [LEASE]);
  return rows[0]?.got === true;
}

async function makeDatabase(client: Client): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}
