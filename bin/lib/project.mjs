import { realpathSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = realpathSync(path.join(import.meta.dirname, '../..'));

/** @param {string} relative */
export function inProject(relative) {
  return path.join(projectRoot, relative);
}
