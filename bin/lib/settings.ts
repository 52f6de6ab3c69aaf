import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Config, ConfigError, readConfig } from '#app/platform/config.ts';
import { projectRoot } from './project.mjs';

const settingsSchema = z.record(z.string(), z.string());
/** What setting up has found out, named as in the environment. */
export type Settings = z.infer<typeof settingsSchema>;

/** The configuration of this clone: from the environment, and for the rest from what setting up wrote. */
export function loadConfig(): Config {
  const given = Object.entries(process.env).filter(([, value]) => value);
  return readConfig({ ...readSettings(), ...Object.fromEntries(given) }, projectRoot);
}

/** What setting up wrote; nothing where it never ran. */
export function readSettings(): Settings {
  const file = settingsFile();
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new ConfigError(`The settings in ${file} cannot be read. Run npm run setup once more.`);
  }
}

/** Keeps settings for this user's eyes only, whole or not at all. */
export async function writeSettings(settings: Settings): Promise<void> {
  const file = settingsFile();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function settingsFile(): string {
  return path.resolve(projectRoot, process.env.SIGNPOST_DATA || 'data', 'settings.json');
}
