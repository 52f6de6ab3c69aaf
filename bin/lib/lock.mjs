import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ pid: number, born: string, about: string }} Holder */

/**
 * Takes a lock file for as long as this process lives. A holder that died, however it died, holds
 * nothing: its process number and birth are in the file.
 * @param {string} file
 * @param {string} about what the holder is doing, for whoever finds it locked
 * @returns {{ held: true, update(about: string): void, release(): void } | { held: false, holder: Holder }}
 */
export function takeLock(file, about) {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = { pid: process.pid, born: birthOf(process.pid), about };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
      const write = (/** @type {string} */ text) =>
        writeFileSync(file, JSON.stringify({ ...mine, about: text }));
      return { held: true, update: write, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (holder && isAlive(holder)) return { held: false, holder };
    takeAway(file);
  }
}

/** Renaming is atomic: of several that find a dead holder's lock, one takes it away. @param {string} file */
function takeAway(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
}

/** @param {string} file @returns {Holder | null} */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {Holder} holder */
function isAlive({ pid, born }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return birthOf(pid) === born;
}

/** When a process was born, so that its number, used again by another, is not mistaken for it. @param {number} pid */
function birthOf(pid) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
