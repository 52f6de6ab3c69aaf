import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectRoot } from './project.mjs';

/**
 * A fingerprint of files and folders, so that what is done is not done again.
 * @param {string[]} places relative to the project
 * @param {string} [extra]
 */
export function fingerprint(places, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const place of places)
    for (const file of filesOf(inProject(place))) {
      hash.update(path.relative(projectRoot, file)).update('\0').update(readFileSync(file));
    }
  return hash.digest('hex');
}

/** @param {string} place @returns {string[]} */
function filesOf(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => name !== 'generated' && !name.includes('.test.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesOf(path.join(place, entry.name)));
}

/**
 * Does work unless its stamp says that it was done for the same fingerprint. The stamp is written
 * last: work that was cut short is done again.
 * @param {string} stampFile relative to the project
 * @param {string} print
 * @param {() => Promise<unknown>} work
 */
export async function once(stampFile, print, work) {
  const stamp = inProject(stampFile);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return;
  await work();
  writeFileSync(stamp, print);
}
