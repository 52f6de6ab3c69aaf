import { once } from 'node:events';
import { type EmbeddedOptions, EmbeddedServerError, openEmbeddedServer } from '../index.ts';
import { withLock } from '../lock.ts';

/** Another process for the tests: opens the server or holds the lock until its input ends. */
const task = JSON.parse(process.argv[2] ?? '{}') as { open?: EmbeddedOptions; lock?: string };

const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

async function untilTold(): Promise<void> {
  process.stdin.resume();
  await once(process.stdin, 'end');
}

try {
  if (task.lock) {
    await withLock(task.lock, async () => {
      say({ held: true });
      await untilTold();
    });
  } else if (task.open) {
    const server = await openEmbeddedServer(task.open);
    say({ connection: server.connection, started: server.started });
    await untilTold();
    await server.release();
  }
} catch (fault) {
  const code = fault instanceof EmbeddedServerError ? fault.code : 'unexpected';
  say({ error: code, message: String(fault) });
  process.exitCode = 1;
}
