import net from 'node:net';
import type pg from 'pg';

/** Stands between `pg` and a server, and counts how often the server said that it had answered. */
export type CountingProxy = {
  connection: pg.ClientConfig;
  /** How many round trips a piece of work cost. */
  count(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
};

/**
 * Each round trip ends with ReadyForQuery, `Z`, from the server, whatever went before it: a simple
 * query, a prepared one, a batch up to its Sync, or the greeting of a new connection.
 */
export async function startCountingProxy(server: pg.ClientConfig): Promise<CountingProxy> {
  const sockets = new Set<net.Socket>();
  let answers = 0;
  const proxy = net.createServer((client) => {
    const upstream = net.connect(addressOf(server));
    const read = messageReader((type) => {
      if (type === 'Z') answers += 1;
    });
    upstream.on('data', read);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as net.AddressInfo;
  return {
    connection: through(server, port),
    async count(work) {
      const before = answers;
      await work();
      return answers - before;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

function addressOf({ connectionString, host, port }: pg.ClientConfig): net.NetConnectOpts {
  if (connectionString) {
    const url = new URL(connectionString);
    return { host: url.hostname, port: Number(url.port || 5432) };
  }
  if (host?.startsWith('/')) return { path: `${host}/.s.PGSQL.${port}` };
  return { host, port: port ?? 5432 };
}

function through(server: pg.ClientConfig, port: number): pg.ClientConfig {
  if (!server.connectionString) return { ...server, host: '127.0.0.1', port };
  const url = new URL(server.connectionString);
  url.host = `127.0.0.1:${port}`;
  return { connectionString: url.href };
}

/** Tells the type of each message of a server: a letter, a length that counts itself, a body. */
function messageReader(tell: (type: string) => void) {
  let rest = Buffer.alloc(0);
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5) {
      const length = 1 + rest.readUInt32BE(1);
      if (rest.length < length) return;
      tell(String.fromCharCode(rest.readUInt8(0)));
      rest = rest.subarray(length);
    }
  };
}
