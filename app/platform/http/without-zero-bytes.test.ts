import { buffer } from 'node:stream/consumers';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { withoutZeroBytes } from './without-zero-bytes.ts';

// Apostrophes of three bytes each, so that one of them meets the end of a piece in every way.
const words = Array.from({ length: 6_000 }, (_, index) => `${'a'.repeat(index % 7)}’`).join('');

test('a long page arrives with every character, and with no zero byte', async () => {
  const page = await buffer(
    renderToPipeableStream(createElement('p', null, ...(words.match(/.{1,50}/g) ?? []))).pipe(
      withoutZeroBytes(),
    ),
  );
  expect(page.includes(0)).toBe(false);
  expect(page.toString().replaceAll(/<[^>]*>/g, '')).toBe(words);
});

test('what is whole is left alone', async () => {
  const piece = Buffer.from('It’s whole.');
  const through = withoutZeroBytes();
  through.end(piece);
  expect(await buffer(through)).toEqual(piece);
});
