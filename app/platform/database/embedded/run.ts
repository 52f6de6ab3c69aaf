import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import type { Account } from './account.ts';

export type Outcome = { ok: boolean; output: string };

/** Only what the programs need: no secrets of ours, no PG* variables, no surprising locale. */
function childEnvironment(): Record<string, string | undefined> {
  const env: Record<string, string | undefined> = {
    PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
  if (process.platform !== 'win32') return env;
  for (const name of ['SystemRoot', 'TEMP', 'TMP']) env[name] = process.env[name];
  return env;
}

/** Throws or emits `error`, depending on what went wrong: callers meet both. */
export function spawnAs(
  account: Account | undefined,
  program: string,
  args: string[],
  options: SpawnOptions,
): ChildProcess {
  return spawn(program, args, {
    // The working folder may be one that the other user cannot enter.
    cwd: '/',
    env: childEnvironment() as NodeJS.ProcessEnv,
    windowsHide: true,
    ...(account && { uid: account.uid, gid: account.gid }),
    ...options,
  });
}

/** Runs a program to its end. Never rejects: a program that cannot start is an outcome too. */
export function run(account: Account | undefined, program: string, args: string[]) {
  return new Promise<Outcome>((resolve) => {
    const failed = (fault: unknown) => resolve({ ok: false, output: String(fault) });
    let output = '';
    try {
      const child = spawnAs(account, program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      const collect = (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-20_000);
      };
      child.stdout?.on('data', collect);
      child.stderr?.on('data', collect);
      child.once('error', failed);
      child.once('close', (code) => resolve({ ok: code === 0, output }));
    } catch (fault) {
      failed(fault);
    }
  });
}
