const maxBytes = 5 * 1024 * 1024;
const zipMark = [0x50, 0x4b, 0x03, 0x04];
const byteOrderMarks = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;
/** Controls that no spreadsheet writes; Windows-1252 leaves some bytes without a character, too. */
const binary = /[^\P{Cc}\t\n\v\f\r]/u;

export type DecodeProblem = 'empty' | 'zip' | 'not-text' | 'too-large';

/** The words of a file, whichever of the usual encodings its spreadsheet wrote, without byte order mark. */
export function decodeFile(bytes: Uint8Array): { text: string } | { problem: DecodeProblem } {
  if (bytes.length > maxBytes) return { problem: 'too-large' };
  if (startsWith(bytes, zipMark)) return { problem: 'zip' };
  const text = textOf(bytes);
  if (text === null || text.includes('\0')) return { problem: 'not-text' };
  return text.trim() === '' ? { problem: 'empty' } : { text };
}

function textOf(bytes: Uint8Array): string | null {
  const marked = byteOrderMarks.find(([, mark]) => startsWith(bytes, mark))?.[0];
  const encoding = marked ?? unmarkedUtf16(bytes);
  if (encoding) return decodeStrictly(bytes, encoding);
  return decodeStrictly(bytes, 'utf-8') ?? decodeWindows(bytes);
}

/** A file begins with its header row, which is plain letters: in UTF-16 every other byte of it is 0. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, 64);
  if (start.length < 2) return null;
  if (start.every((byte, index) => (byte === 0) === (index % 2 === 1))) return 'utf-16le';
  if (start.every((byte, index) => (byte === 0) === (index % 2 === 0))) return 'utf-16be';
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeWindows(bytes: Uint8Array): string | null {
  // Node 20 reads Windows-1252 as Latin-1 in one go, and loses ’ and €; as a stream it does not.
  const text = new TextDecoder('windows-1252').decode(bytes, { stream: true });
  return binary.test(text) ? null : text;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
