import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOf, hashStartOf, readCode } from './certificate-code.ts';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const group = '[0-9A-HJKMNP-TV-Z]{4}';

/** As people type: any case, what looks alike, and anything or nothing between the characters. */
const typedBadly = hash.chain((bytes) =>
  fc
    .tuple(
      ...[...codeOf(bytes).replaceAll('-', '')].map((character) =>
        fc
          .tuple(
            fc.constantFrom(character, character.toLowerCase(), ...misreadings(character)),
            fc.constantFrom('', '', '', '-', ' ', '\u2011', '–', '−', '\u00a0', '\n', '\u200b'),
          )
          .map((parts) => parts.join('')),
      ),
    )
    .map((parts) => ({ code: codeOf(bytes), typed: ` ${parts.join('')}` })),
);

function misreadings(character: string): string[] {
  if (character === '0') return ['O', 'o'];
  return character === '1' ? ['I', 'i', 'L', 'l'] : [];
}

test('a code is five groups of four, without the letters that people misread', () => {
  fc.assert(
    fc.property(hash, (bytes) => {
      expect(codeOf(bytes)).toMatch(new RegExp(`^${group}(-${group}){4}$`));
    }),
  );
});

test.each([
  ['00', '0000-0000-0000-0000-0000'],
  ['ff', 'ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ'],
  ['11', '248H-248H-248H-248H-248H'],
])('a hash of %s throughout has the code %s', (byte, code) => {
  expect(codeOf(Buffer.from(byte.repeat(32), 'hex'))).toBe(code);
});

test('a code is read as it was printed, however it is typed', () => {
  fc.assert(
    fc.property(typedBadly, ({ code, typed }) => {
      expect(readCode(typed)).toBe(code);
    }),
  );
});

test('whatever is read has the form of a code, and reads as itself', () => {
  const near = fc.string({
    unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ', ...'oil', ...'u -!é'),
    minLength: 18,
    maxLength: 22,
  });
  fc.assert(
    fc.property(fc.oneof(near, fc.string({ unit: 'grapheme' })), (typed) => {
      const code = readCode(typed);
      if (code === null) return;
      expect(code).toMatch(new RegExp(`^${group}(-${group}){4}$`));
      expect(readCode(code)).toBe(code);
    }),
  );
});

test.each([
  '',
  '   ',
  'ABCD',
  '0123-4567-89AB-0123-456',
  '0123-4567-89AB-0123-45678',
  '0123-4567-89AB-0123-45AU',
  '0123-4567-89AB-0123-456*',
  '0123-4567-89AB-0123-456é',
])('%j is no code', (typed) => expect(readCode(typed)).toBeNull());

test('a code says how its hash begins', () => {
  fc.assert(
    fc.property(hash, (bytes) => {
      const start = hashStartOf(codeOf(bytes));
      expect(start).toBe(Buffer.from(bytes).toString('hex').slice(0, 25));
    }),
  );
});

test('one of the hundred bits more or less is another code', () => {
  fc.assert(
    fc.property(hash, fc.nat({ max: 255 }), (bytes, bit) => {
      const other = Uint8Array.from(bytes);
      const index = Math.floor(bit / 8);
      other[index] = (other[index] ?? 0) ^ (0x80 >> (bit % 8));
      expect(codeOf(other) === codeOf(bytes)).toBe(bit >= 100);
    }),
  );
});
