import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    if (place(file, mine)) {
      const update = (/** @type {string} */ text) => replace(file, { ...mine, about: text });
      return { held: true, update, release: () => rmSync(file, { force: true }) };
    }
    const holder = readHolder(file);
    if (holder && isAlive(holder)) return { held: false, holder };
    takeAway(file);
  }
}

/**
 * Puts a lock where none is. It appears with its text in it: an empty one would look like that of a
 * dead holder to whoever starts at the same moment.
 * @param {string} file @param {Holder} holder
 */
function place(file, holder) {
  const draft = writeDraft(file, holder);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} file @param {Holder} holder */
function replace(file, holder) {
  renameSync(writeDraft(file, holder), file);
}

/** @param {string} file @param {Holder} holder */
function writeDraft(file, holder) {
  const draft = `${file}.new.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder));
  return draft;
}

/**
 * Removes the lock of a dead holder. Renaming is atomic: of several that find it, one gets it. Whoever
 * comes late may get a living holder's new one instead, and puts it back.
 * @param {string} file
 */
function takeAway(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    const holder = readHolder(aside);
    if (holder && isAlive(holder)) linkSync(aside, file);
  } catch (error) {
    const { code = '' } = /** @type {NodeJS.ErrnoException} */ (error);
    if (!['ENOENT', 'EEXIST'].includes(code)) throw error;
  } finally {
    rmSync(aside, { force: true });
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
