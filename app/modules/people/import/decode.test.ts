import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFile } from './decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const littleEndian = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const bigEndian = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const header = 'Staff number,Name,Email\r\n';
const staff = `${header}1,Zoë Żółw 👩🏽‍🏫,z@riverbank.example\r\n`;

test.each([
  ['UTF-8', utf8(staff)],
  ['UTF-8 with a byte order mark', utf8(`\uFEFF${staff}`)],
  ['UTF-16 LE with a byte order mark', littleEndian(`\uFEFF${staff}`)],
  ['UTF-16 BE with a byte order mark', bigEndian(`\uFEFF${staff}`)],
  ['UTF-16 LE without', littleEndian(header.repeat(3) + staff)],
  ['UTF-16 BE without', bigEndian(header.repeat(3) + staff)],
])('%s is read, without its mark', (_, bytes) => {
  expect(decodeFile(bytes)).toEqual({ text: expect.stringMatching(/^Staff number/) });
  expect(decodeFile(bytes)).toEqual({ text: expect.stringContaining('Zoë Żółw 👩🏽‍🏫') });
});

test('Windows-1252 is read, its own signs included', () => {
  const bytes = new Uint8Array([
    ...utf8('Name\nZo'),
    0xeb,
    ...utf8(' O'),
    0x92,
    ...utf8('B '),
    0x80,
  ]);
  expect(decodeFile(bytes)).toEqual({ text: 'Name\nZoë O’B €' });
});

test.each([
  ['nothing', ''],
  ['spaces and lines', ' \r\n\n\t'],
  ['a byte order mark', '\uFEFF'],
])('a file of %s is empty', (_, text) => {
  expect(decodeFile(utf8(text))).toEqual({ problem: 'empty' });
});

test('a workbook that was renamed is told by how it begins', () => {
  const bytes = new Uint8Array([...utf8('PK\u0003\u0004'), 0x14, 0, 6, 0, 8, 0]);
  expect(decodeFile(bytes)).toEqual({ problem: 'zip' });
});

test('a name that begins with PK makes no workbook', () => {
  expect(decodeFile(utf8('PK,Name'))).toEqual({ text: 'PK,Name' });
});

test.each([
  ['with a zero byte', [...utf8('Name'), 0, ...utf8(',Email')]],
  ['of zero bytes', [0, 0, 0, 0]],
  ['that is an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['that is a picture', [0xff, 0xd8, 0xff, 0xe1, 0x10, 0x4a, 0x46, 0x49, 0x46, 1, 2]],
  ['in UTF-16 that ends within a letter', [0xff, 0xfe, 0x4e, 0, 0x61]],
  ['with a mark of UTF-8 that is not UTF-8', [0xef, 0xbb, 0xbf, 0xe9, 0x41]],
])('a file %s is no text', (_, bytes) => {
  expect(decodeFile(new Uint8Array(bytes))).toEqual({ problem: 'not-text' });
});

test('five megabytes are read and one byte more is too large', () => {
  const most = 5 * 1024 * 1024;
  expect(decodeFile(new Uint8Array(most).fill(65))).toHaveProperty('text');
  expect(decodeFile(new Uint8Array(most + 1).fill(65))).toEqual({ problem: 'too-large' });
});

test('any text comes back from any encoding that can hold it', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((words) => header.repeat(2) + words.replaceAll('\0', ''));
  fc.assert(
    fc.property(text, (words) => {
      for (const bytes of [utf8(words), littleEndian(words), bigEndian(words)])
        expect(decodeFile(bytes)).toEqual({ text: words });
    }),
  );
});

test('any bytes are text without a zero, or a problem', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decodeFile(bytes);
      if ('text' in decoded) expect(decoded.text).not.toContain('\0');
    }),
  );
});
