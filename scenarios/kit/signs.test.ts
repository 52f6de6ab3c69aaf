// cspell:ignore فون ابھی שלום خواهم rnography осква Ελλάδα Москва Łódź Donʼt 𝐩𝐨𝐫𝐧 ｐorn
import { expect, test } from 'vitest';
import { asSeen, mixedWords, unseenSigns } from './signs.ts';

test.each([
  ['zero-width joiner', '\u200D'],
  ['zero-width non-joiner', '\u200C'],
  ['zero-width space', '\u200B'],
  ['soft hyphen', '\u00AD'],
  ['left-to-right mark', '\u200E'],
  ['right-to-left mark', '\u200F'],
  ['right-to-left override', '\u202E'],
  ['grapheme joiner', '\u034F'],
  ['Mongolian vowel separator', '\u180E'],
  ['variation selector', '\uFE0F'],
  ['Hangul filler', '\u3164'],
  ['tag character', '\u{E0041}'],
  ['line separator', '\u2028'],
  ['replacement character', '\uFFFD'],
  ['control character', '\u0007'],
])('a %s is found, with the words before it', (_, sign) => {
  const code = `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
  expect(unseenSigns(`Yes. It ra${sign}ins.`)).toEqual([{ code, before: 'Yes. It ra' }]);
});

test.each([
  ['Persian', 'می\u200Cخواهم'],
  ['Urdu, with a number', 'فون 999\u200F، ابھی'],
  ['Hebrew, from its beginning', '\u200F(שלום)'],
  ['Hindi', 'क्\u200Dष and क्\u200Cष'],
  ['a picture of several', '👩🏽\u200D🏫 and 👩\u200D👧'],
  ['a picture in colour', '❤\uFE0F'],
  ['lines and tabs', 'One\n\tTwo'],
])('signs that a text needs are not: %s', (_, text) => {
  expect(unseenSigns(text)).toEqual([]);
});

test('a word of two alphabets is found, and words of two languages are not', () => {
  expect(mixedWords('It was child p\u043Ernography, as in \u041Cосква.')).toEqual([
    'p\u043Ernography',
  ]);
  expect(mixedWords('y\u03BFu')).toEqual(['y\u03BFu']);
  expect(mixedWords('Ελλάδα, Москва, Łódź, São Tomé, 日本の and β-blockers')).toEqual([]);
});

test('whatever looks the same is the same', () => {
  const plain = 'Don\'t say "child porn-free" 0114';
  for (const same of [
    'Don’t say “child porn‑free” 0114',
    'Donʼt say «child porn–free» 0114',
    'Don‛t say "child porn-free" ０１１４',
    'Don´t say "child 𝐩𝐨𝐫𝐧-free" 0114',
    'Don＇t say "child ｐorn－free" 0114',
    'Don\u200D’t say "chi\u00ADld por\u0301n-free" 0114',
    'Don’t say "child\u00A0porn-free" ①①④'.replace('①①④', '0①①④'),
  ])
    expect(asSeen(same)).toBe(plain);
});
