/**
 * Crockford's base 32: no I, L, O or U, which people misread. Twenty characters say the first
 * hundred bits of the completion's hash, so a code needs no row of its own, cannot be guessed, and
 * stops answering when the hash changes (docs/decisions/0007).
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const hexDigits = 25;
const codePattern = /^[0-9A-HJKMNP-TV-Z]{20}$/;
/** Whatever people and word processors put between characters: spaces, every dash, the minus sign. */
const between = /[\s\p{Pd}\p{Cf}\u2212]/gu;

/** The code of a completion, as it is printed: `7K3M-0Q9T-…`, five groups of four. */
export function codeOf(hash: Uint8Array): string {
  const bits = BigInt(`0x${Buffer.from(hash).toString('hex').slice(0, hexDigits)}`);
  const digits = bits.toString(32).padStart(20, '0');
  return grouped([...digits].map((digit) => alphabet[Number.parseInt(digit, 32)]).join(''));
}

/** What somebody typed off paper, as a code would be printed; `null` where it is none. */
export function readCode(typed: string): string | null {
  const read = typed
    .normalize('NFKC')
    .replace(between, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return codePattern.test(read) ? grouped(read) : null;
}

/** How every hash of a completion with this code begins, in hex. */
export function hashStartOf(code: string): string {
  const bits = [...code.replaceAll('-', '')].reduce(
    (sum, character) => sum * 32n + BigInt(alphabet.indexOf(character)),
    0n,
  );
  return bits.toString(16).padStart(hexDigits, '0');
}

function grouped(characters: string): string {
  return (characters.match(/.{4}/g) ?? []).join('-');
}
