import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

test('text in UTF-8 is read as it stands, with or without a mark at its beginning', () => {
  expect(decodeText(bytes('“Zoë” 🙂'))).toEqual({ ok: true, text: '“Zoë” 🙂' });
  expect(decodeText(bytes([0xef, 0xbb, 0xbf], '{}'))).toEqual({ ok: true, text: '{}' });
  expect(decodeText(bytes(''))).toEqual({ ok: true, text: '' });
});

test.each([
  ['quotation marks of Windows', [0x93], 3],
  ['an accent of Latin-1', [0xe9], 3],
  ['a sign that breaks off', [0xe2, 0x80], 3],
])('%s are refused with the line, and what to do', (_, wrong, line) => {
  const result = decodeText(bytes('{\n "é": "ok",\n "a": "', wrong, '"\n}\n'));
  expect(result).toMatchObject({ ok: false });
  expect(result).toHaveProperty('message', expect.stringContaining(`Line ${line} holds signs`));
  expect(result).toHaveProperty('message', expect.stringContaining('Save the file as UTF-8'));
});

test.each([
  ['its mark', bytes([0xff, 0xfe], Buffer.from('{"a": 1}', 'utf16le').toJSON().data)],
  ['the other mark', bytes([0xfe, 0xff], [0, 0x7b, 0, 0x7d])],
  ['no mark', Buffer.from('{"kit": 1}', 'utf16le')],
])('UTF-16 with %s is called by its name', (_, file) => {
  expect(decodeText(file)).toHaveProperty('message', expect.stringContaining('saved as UTF-16'));
});
