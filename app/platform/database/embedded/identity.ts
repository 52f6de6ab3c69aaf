import { readFile, readlink } from 'node:fs/promises';
import type { Place } from './place.ts';
import { run } from './run.ts';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A pid alone proves nothing: it may be a zombie, or have been given to another program. */
export async function isServerOf(pid: number, place: Place): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return isLinuxServerOf(pid, place);
  if (process.platform === 'win32') {
    const tasks = await run(undefined, 'tasklist', ['/FI', `PID eq ${pid}`, '/NH']);
    return tasks.output.includes('postgres.exe');
  }
  const listed = await run(undefined, 'ps', ['-p', String(pid), '-o', 'command=']);
  return listed.output.includes(place.cluster);
}

async function isLinuxServerOf(pid: number, place: Place): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  if (!/\(postgres\) [^ZX]/.test(stat)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (command.split('\0').includes(place.cluster)) return true;
  // Started by hand with a relative path, perhaps; but PostgreSQL always works inside its data
  // folder. In a container even root may not read this link, while its own user may.
  const link = `/proc/${pid}/cwd`;
  const folder =
    (await readlink(link).catch(() => '')) ||
    (await run(place.account, 'readlink', [link])).output.trim();
  return folder === place.cluster;
}
