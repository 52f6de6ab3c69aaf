import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  return readFile(file, 'utf8').catch(() => makeSecret(file));
}

/** Written whole and then linked into place, so that nobody ever reads half a secret. */
async function makeSecret(file: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(file, 'utf8');
}
