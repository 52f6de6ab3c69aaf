import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const projectRoot = path.join(import.meta.dirname, '../..');
const patience = 120_000;

export type AppProcess = {
  url: string;
  pid: number;
  /** Everything it has printed so far. */
  output(): string;
  /** Asks it to stop, and waits until it is gone. */
  stop(): Promise<void>;
  /** Ends it without a word, as a power cut would. */
  kill(): Promise<void>;
};

/**
 * Starts the application as a person would, in a process of its own and on a free port, with its
 * data in `dataFolder`. Resolves once it serves.
 */
export async function startApp(
  dataFolder: string,
  env: Record<string, string> = {},
): Promise<AppProcess> {
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: projectRoot,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...env, SIGNPOST_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await readyUrl(child, () => output);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

function readyUrl(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearInterval(poll);
      clearTimeout(timer);
      settle();
    };
    const poll = setInterval(() => {
      const url = output().match(/Signpost is ready at (\S+)/)?.[1];
      if (url) finish(() => resolve(url.replace('localhost', '127.0.0.1')));
    }, 50);
    const fail = (what: string) => finish(() => reject(new Error(`${what}\n${output()}`)));
    const timer = setTimeout(() => fail('The app did not start in time.'), patience);
    child.once('exit', (code) => fail(`The app ended with ${code} instead of starting.`));
  });
}
