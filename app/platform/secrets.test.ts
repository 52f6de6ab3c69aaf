import { execFile } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '#tests/setup/temporary-folder.ts';
import { readConfig } from './config.ts';
import { readSecret } from './secrets.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
  place = await temporaryFolder('secret');
});

afterEach(() => place.remove());

const config = (environment: Record<string, string> = {}) =>
  readConfig({ SIGNPOST_DATA: path.join(place.folder, 'data'), ...environment }, place.folder);
const file = () => path.join(place.folder, 'data/secret');

test('a secret that is set is used, and none is written', async () => {
  const secret = 'a secret of at least 32 characters';
  expect(await readSecret(config({ SIGNPOST_SECRET: secret }))).toBe(secret);
  await expect(stat(file())).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a secret is made once and kept, with its folder', async () => {
  const made = await readSecret(config());
  expect(made).toMatch(/^[\w-]{43}$/);
  expect(await readFile(file(), 'utf8')).toBe(made);
  expect(await readSecret(config())).toBe(made);
});

test('nobody else can read it', async () => {
  await readSecret(config());
  // Windows has no such modes; there the folder's own rights hold.
  const expected = process.platform === 'win32' ? 0o666 : 0o600;
  expect((await stat(file())).mode & 0o777).toBe(expected);
});

test('two places have two secrets', async () => {
  const other = config({ SIGNPOST_DATA: path.join(place.folder, 'other') });
  expect(await readSecret(config())).not.toBe(await readSecret(other));
});

test('a folder that cannot be made is a fault, not an empty secret', async () => {
  await writeFile(path.join(place.folder, 'data'), 'in the way');
  await expect(readSecret(config())).rejects.toThrow();
});

test('many that start together end with the same secret', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => readSecret(config())));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toHaveLength(43);
});

test('processes that start together end with the same secret', async () => {
  const script = `
    const { readSecret } = await import('#app/platform/secrets.ts');
    process.stdout.write(await readSecret(${JSON.stringify(config())}));`;
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const cwd = path.join(import.meta.dirname, '../..');
  const runs = Array.from({ length: 3 }, () =>
    promisify(execFile)(process.execPath, flags, { cwd }),
  );
  const outputs = (await Promise.all(runs)).map(({ stdout }) => stdout);
  expect(outputs).toEqual(Array(3).fill(await readFile(file(), 'utf8')));
}, 30_000);
