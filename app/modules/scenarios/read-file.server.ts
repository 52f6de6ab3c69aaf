import type { Dirent, Stats } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '#scenarios/kit/decode-text.ts';
import type { Finder } from '#scenarios/kit/findings.ts';

/** Many times as much as the longest story needs. */
const largest = 1024 * 1024;

const kinds = {
  isFile: 'a file',
  isDirectory: 'a folder',
  isSymbolicLink: 'a link to somewhere else, and links are not followed',
  isFIFO: 'a pipe',
  isSocket: 'a socket',
  isCharacterDevice: 'a device',
  isBlockDevice: 'a device',
} as const;

/** What something on the disk is, in words. */
export function kindOf(entry: Pick<Dirent | Stats, keyof typeof kinds>): string {
  const names = Object.keys(kinds) as (keyof typeof kinds)[];
  const name = names.find((one) => entry[one]());
  return name ? kinds[name] : 'neither a file nor a folder';
}

/** The text of a file, or null and a finding. Opens nothing but a file that is not too large. */
export async function readTextFile(place: string, finder: Finder): Promise<string | null> {
  const refuse = (rule: string, message: string) => {
    finder.add({ rule, message });
    return null;
  };
  try {
    const found = await lstat(place);
    const name = path.basename(place);
    if (!found.isFile())
      return refuse('file-kind', `${name} is ${kindOf(found)}. Put a file of this name here.`);
    if (found.size > largest)
      return refuse(
        'file-size',
        `${name} is larger than 1 MB, and was not read. A scenario needs far less: look for something that came in by mistake.`,
      );
    const decoded = decodeText(await readFile(place));
    return decoded.ok ? decoded.text : refuse('encoding', decoded.message);
  } catch (error) {
    return refuse('file-unreadable', unreadable(path.basename(place), error));
  }
}

/** A file or a folder that is there, and that the system does not let us read. */
export function unreadable(name: string, error: unknown): string {
  const { code = 'no reason given' } = error as NodeJS.ErrnoException;
  return `${name} cannot be read (${code}). See to it that you have the right to open it.`;
}
