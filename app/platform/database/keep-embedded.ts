import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedOptions, type EmbeddedServer, openEmbeddedServer } from './embedded/index.ts';

export type KeptServer = { connection: pg.ClientConfig; release(): Promise<void> };

const betweenAttempts = 1_000;

/**
 * Opens the embedded server and opens it again whenever it dies, for nobody else would. A connection
 * of our own tells: it ends with the server. One attempt at a time, and a pause before each.
 */
export async function keepEmbeddedServer(options: EmbeddedOptions): Promise<KeptServer> {
  const tell = options.onProgress ?? (() => {});
  const stopped = new AbortController();
  let server = await openEmbeddedServer(options);
  let said = '';

  async function keep() {
    for (;;) {
      await untilGone(server.connection, stopped.signal);
      await pause(betweenAttempts, undefined, { signal: stopped.signal }).catch(() => {});
      if (stopped.signal.aborted) return;
      await openAgain();
    }
  }

  async function openAgain() {
    try {
      const next = await openEmbeddedServer(options);
      const before = server;
      server = next;
      said = '';
      if (next.started) tell('The database server had gone away. It was started again.');
      await before.release();
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      if (sentence !== said) tell(sentence);
      said = sentence;
    }
  }

  const keeping = keep();
  return {
    connection: server.connection,
    release: async () => {
      stopped.abort();
      await keeping;
      await server.release();
    },
  };
}

/** Waits until a connection to the server ends or cannot be made, or until we stop. */
async function untilGone(connection: EmbeddedServer['connection'], stop: AbortSignal) {
  const client = new pg.Client({
    ...connection,
    application_name: 'signpost watch',
    connectionTimeoutMillis: 5_000,
  });
  const gone = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
  const connected = client.connect().then(
    () => gone,
    () => {},
  );
  await Promise.race([connected, gone]);
  client.end().catch(() => {});
}
