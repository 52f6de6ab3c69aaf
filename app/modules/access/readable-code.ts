import { randomBytes } from 'node:crypto';

/** No letter or digit that could be taken for another one when it is read off paper. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** A code to type off paper, `k7m2x-9pqah`: 49 bits of chance. */
export function makeReadableCode(): string {
  return readableCodeOf(randomBytes(32));
}

/** The code that 32 bytes stand for: so many that each letter is as likely as any other. */
export function readableCodeOf(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  const base = BigInt(alphabet.length);
  const letters = Array.from({ length: 10 }, () => {
    const letter = alphabet[Number(rest % base)];
    rest /= base;
    return letter;
  });
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** Whether a text can only be a code: it is shorter than any password may be. */
export function isReadableCode(text: string): boolean {
  return /^\s*[a-z0-9]{5}[\s-]?[a-z0-9]{5}\s*$/i.test(text);
}

/** A code as it was made, however it was typed: with capital letters, with spaces, without its dash. */
export function readCode(typed: string): string {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(code) ? code : `${code.slice(0, 5)}-${code.slice(5)}`;
}
