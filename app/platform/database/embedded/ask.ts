import { realpath } from 'node:fs/promises';
import { Client, DatabaseError } from 'pg';
import type { Connection } from './site.ts';

const SILENCE_MS = 2000;

/** `busy`: somebody answers, but is starting, recovering, stopping or out of connections. */
export type Answer = 'ready' | 'busy' | 'silent';

/** Asks whether the server of exactly this cluster answers there. */
export async function askServer(connection: Connection, cluster: string): Promise<Answer> {
  const client = new Client({
    ...connection,
    database: 'postgres',
    connectionTimeoutMillis: SILENCE_MS,
    query_timeout: SILENCE_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    const theirs = await realpath(rows[0]?.data_directory ?? '');
    return theirs === cluster ? 'ready' : 'silent';
  } catch (fault) {
    return isBusy(fault) ? 'busy' : 'silent';
  } finally {
    // Not awaited: a server that has stopped answering never says goodbye.
    client.end().catch(() => {});
  }
}

/** 57P01–57P03: shutting down or starting; 53300: no connection left. */
export function isBusy(fault: unknown): boolean {
  return fault instanceof DatabaseError && /^(57P0[123]|53300)$/.test(fault.code ?? '');
}
