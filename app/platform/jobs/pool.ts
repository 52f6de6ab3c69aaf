import pg from 'pg';

/** A pool as graphile-worker wants it: a connection that breaks, used or idle, ends no process. */
export function openPool(
  connection: pg.ClientConfig,
  onError: (error: Error) => void = () => {},
): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: 5,
    connectionTimeoutMillis: 5_000,
    // A question on a connection that broke as it was asked may never be answered: whoever asked asks again.
    query_timeout: 10_000,
    keepAlive: true,
  });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
