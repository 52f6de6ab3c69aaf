import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from './config.ts';

/**
 * The secret that signs cookies: from the environment, or made once and kept in the data folder for
 * this user's eyes only. Two processes that start together end with the same one.
 */
export async function readSecret({ secret, dataFolder }: Config): Promise<string> {
  if (secret !== null) return secret;
  const file = path.join(dataFolder, 'secret');
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return readFile(file, 'utf8');
}
