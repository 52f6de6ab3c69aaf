import { expect, test } from 'vitest';
import { textProblems } from './text-problems.ts';

const rules = (text: string) => textProblems(text).map(({ rule }) => rule);

test.each([
  'It <b>rains</b>.',
  'A <script>alert(1)</script>.',
  'Sam &amp; you',
  'Sam &#39; you',
  'Sam &#x27; you',
  'It **rains**.',
  'It `rains`.',
  'See [this](https://example.org).',
  'Go to javascript:alert(1).',
  'Say $t(title).',
  'Say \u0024{name}.',
  'Say {% name %}.',
  'Say <%= name %>.',
  'It *rains*.',
  'It _rains_ today.',
  '# It rains',
  'It rains.\n## Then',
  'It ~~rains~~.',
  'It ＜b＞rains.',
  'It < b>rains< / b >.',
  'It ＊＊rains＊＊.',
])('markup is found: %s', (text) => {
  expect(rules(text)).toContain('markup');
});

test('a sign that nobody can see is named, with its place', () => {
  expect(textProblems('It \u202Erai\u200Bns.')).toEqual([
    { rule: 'text', message: expect.stringContaining('U+202E after “It”') },
    { rule: 'text', message: expect.stringContaining('U+200B after “It rai”') },
  ]);
  expect(textProblems('\uFFFDIt rains.')).toEqual([
    { rule: 'text', message: expect.stringContaining('U+FFFD at the beginning') },
  ]);
});

test('a word of two alphabets is named', () => {
  expect(textProblems('It was child p\u043Ern.')).toEqual([
    { rule: 'text', message: expect.stringContaining('“p\u043Ern”') },
  ]);
});

test.each([
  'Ring {{dsl.fax}}.',
  'Ring {{dsl}}.',
  'Ring {{dsl.name.first}}.',
  'Ring {{ }}.',
  'Ring {{constructor.name}}.',
  'Ring {{dsl.name}.',
  'Ring dsl.name}}.',
  'Ring {dsl.name}.',
  'Ring {{{dsl.name}}}.',
])('a contact that is none is found: %s', (text) => {
  expect(new Set(rules(text))).toEqual(new Set(['placeholder']));
});

test.each([
  'Ring {{dsl.name}} or {{ dsl.phone }}.',
  'Tom & Sam: 3 < 5, and {you} know it.',
  'He has 3 * 4 = 12 [twelve] (really).',
  'Two * and 5* and 4*.',
  'Number #4, and 3 < five.',
  'A snake_case_word, and about ~5.',
  'الزهراء «فاطمة».',
  'پرانا\u200Cدرخت',
  'Two\nlines.',
])('plain words may stand: %s', (text) => {
  expect(textProblems(text)).toEqual([]);
});
