import { mkdtempSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const memory = '/dev/shm';
const enough = 2 * 1024 ** 3;

/** A folder of a test's own, in memory where there is room, and how to remove it. */
export async function temporaryFolder(name: string) {
  const room = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  const folder = mkdtempSync(path.join(room > enough ? memory : os.tmpdir(), `signpost-${name}-`));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
