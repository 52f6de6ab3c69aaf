type Decoded = { ok: true; text: string } | { ok: false; message: string };

/**
 * The text of a file. It must be UTF-8; a mark at its beginning that says so is taken away. Anything
 * else is refused in words that say how to save it, and never read as something that it is not.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (isUtf16(bytes))
    return { ok: false, message: `This file is saved as UTF-16. Save the file as UTF-8${how}.` };
  const text = decode(bytes);
  if (text !== null) return { ok: true, text };
  return {
    ok: false,
    message: `Line ${firstBadLine(bytes)} holds signs that are not UTF-8, often quotation marks or accents out of another program. Save the file as UTF-8${how}, then look at the quotation marks and accents of that line again.`,
  };
}

const how = ' (in most editors under “Save as”, as its encoding)';

/** Its mark at the beginning or, where that is missing, one sign in two that is nothing. */
function isUtf16(bytes: Uint8Array): boolean {
  const mark = `${bytes[0]} ${bytes[1]}`;
  const start = bytes.subarray(0, 200);
  return (
    mark === '255 254' ||
    mark === '254 255' ||
    start.filter((one) => one === 0).length > start.length / 4
  );
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** No sign of UTF-8 has a line break inside, so each line can be tried by itself. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(10, start);
    const end = found === -1 ? bytes.length : found;
    if (decode(bytes.subarray(start, end)) === null) break;
    start = end + 1;
  }
  return line;
}
