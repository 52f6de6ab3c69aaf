import path from 'node:path';
import { demoPeople } from '#app/modules/demo/people.ts';
import type { Config } from '#app/platform/config.ts';
import { type Development, startServer } from '#app/server.ts';
import { takeLock } from './lib/lock.mjs';
import { say, stage } from './lib/say.mjs';
import { loadConfig } from './lib/settings.ts';

/** Serves until it is told to stop. A second one on the same data is refused. */
export async function serve(started: number, development?: Development): Promise<void> {
  const config = loadConfig();
  const lock = lockData(config);
  const server = await stage('Opening the database and starting to serve', () =>
    startServer(config, (sentence) => say(`  ${sentence}`), development),
  ).catch((error) => {
    lock?.release();
    throw error;
  });
  lock?.update(server.url);
  welcome(server.url, config, started);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    say('Stopping: finishing what was asked, then closing the database.');
    const code = await server.stop().then(
      () => 0,
      (error: unknown) => {
        say(error instanceof Error ? error.message : String(error));
        return 1;
      },
    );
    lock?.release();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

/** The embedded database belongs to one app at a time. A database of its own serves any number. */
function lockData(config: Config) {
  if (config.databaseUrl) return null;
  const lock = takeLock(path.join(config.dataFolder, 'running.lock'), 'starting');
  if (lock.held) return lock;
  const { pid, about } = lock.holder;
  throw new Error(
    `Signpost already runs from this folder (process ${pid}, ${about}). Stop that one first, or start this one with another folder: SIGNPOST_DATA=other-folder PORT=3001 npm start`,
  );
}

function welcome(url: string, config: Config, started: number) {
  const lines = [
    '',
    `Signpost is ready at ${url} (${((Date.now() - started) / 1000).toFixed(1)} s after the start)`,
  ];
  if (config.demo) {
    lines.push('', `This is a demonstration. Step in at ${url}/demo as one of:`);
    for (const { part, name } of demoPeople) lines.push(`  ${part.padEnd(12)} ${name}`);
  }
  say([...lines, '', 'Press Ctrl+C to stop.'].join('\n'));
}
