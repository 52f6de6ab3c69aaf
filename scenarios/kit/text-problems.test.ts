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
])('markup is found: %s', (text) => {
  expect(rules(text)).toContain('markup');
});

test.each([
  ['a sign that turns the direction of writing', 'It \u202Erains.'],
  ['a sign without width', 'It ra\u200Bins.'],
  ['a control character', 'It\u0007 rains.'],
])('%s is found, as nobody can see it', (_, text) => {
  expect(rules(text)).toEqual(['markup']);
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
  'الزهراء «فاطمة».',
  'پرانا\u200Cدرخت',
  'Two\nlines.',
])('plain words may stand: %s', (text) => {
  expect(textProblems(text)).toEqual([]);
});
