import { readdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedServerError } from './errors.ts';

const WAIT_MS = 10 * 60_000;
const POLL_MS = 25;

/**
 * Runs `work` while no other process is inside a lock of the same place.
 *
 * The lock is a listening socket, so the kernel drops it when its holder dies, however it dies.
 * A socket file survives its holder, though, and removing a dead one is a race. Hence numbered
 * tickets: take one above the highest, withdraw if a higher one has appeared meanwhile, then wait
 * until nobody answers on a lower one. Only a holder clears away the dead tickets below its own.
 * On Windows a named pipe is exclusive and vanishes with its owner: no tickets are needed.
 */
export async function withLock<T>(place: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + WAIT_MS;
  const held = place.startsWith('\\\\')
    ? await takePipe(place, deadline)
    : await takeTicket(place, deadline);
  try {
    return await work();
  } finally {
    await close(held);
  }
}

async function takePipe(name: string, deadline: number): Promise<Server> {
  for (;;) {
    const server = await listen(name);
    if (server) return server;
    await waitABit(deadline);
  }
}

async function takeTicket(folder: string, deadline: number): Promise<Server> {
  for (;;) {
    const mine = Math.max(0, ...(await tickets(folder))) + 1;
    const server = await listen(ticketPath(folder, mine));
    if (server) {
      const all = await tickets(folder);
      if (all.includes(mine) && Math.max(...all) === mine) {
        await waitForLower(folder, mine, server, deadline);
        return server;
      }
      await close(server);
    }
    await waitABit(deadline);
  }
}

async function waitForLower(folder: string, mine: number, server: Server, deadline: number) {
  try {
    for (;;) {
      const lower = (await tickets(folder)).filter((ticket) => ticket < mine);
      const alive = await Promise.all(lower.map((ticket) => answers(ticketPath(folder, ticket))));
      if (!alive.includes(true)) {
        await Promise.all(lower.map((ticket) => rm(ticketPath(folder, ticket), { force: true })));
        return;
      }
      await waitABit(deadline);
    }
  } catch (fault) {
    await close(server);
    throw fault;
  }
}

function ticketPath(folder: string, ticket: number): string {
  return join(folder, `lock.${ticket}`);
}

async function tickets(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? []).map(Number);
}

/** Undefined when somebody already has that path. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EADDRINUSE') resolve(undefined);
      else reject(fault);
    });
    // Root and the owner of the data may both use it; the folder keeps everybody else out.
    server.listen({ path, readableAll: true, writableAll: true }, () => resolve(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (fault: NodeJS.ErrnoException) => {
      resolve(fault.code !== 'ECONNREFUSED' && fault.code !== 'ENOENT');
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

async function waitABit(deadline: number): Promise<void> {
  if (Date.now() > deadline) {
    throw new EmbeddedServerError(
      'broken',
      'Another Signpost process has been starting or stopping the database for ten minutes. ' +
        'End that process and start again.',
    );
  }
  await pause(POLL_MS);
}
