import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import easyRoutes from '#scenarios/directory/text/en-GB.easy.json' with { type: 'json' };
import usualRoutes from '#scenarios/directory/text/en-GB.json' with { type: 'json' };
import symbolNames from '#scenarios/kit/symbol-names.json' with { type: 'json' };
import { interfaceIn } from './i18n.ts';
import reading from './locales/en-GB/reading.json' with { type: 'json' };

const folder = path.join(import.meta.dirname, 'locales/en-GB');
const easyFiles = readdirSync(folder).filter((file) => file.endsWith('.easy.json'));
const wordsOf = (file: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
const most = 15;

/** Every text with the key it is found by. */
function textsOf(words: unknown, key = ''): [key: string, text: string][] {
  if (typeof words === 'string') return [[key, words]];
  if (Array.isArray(words)) return words.flatMap((text) => textsOf(text, `${key}[]`));
  return Object.entries(words as object).flatMap(([name, inner]) =>
    textsOf(inner, key ? `${key}.${name}` : name),
  );
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
const symbolsIn = (text: string) => [...text.matchAll(/\[([^\]]*)\]/g)].map(([, name]) => name);
const sentencesOf = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => line.replace(/^\[[^\]]*\] /, '').split(/(?<=[.?!])\s+/))
    .filter(Boolean);

const easyTexts = [
  ...easyFiles.flatMap((file) => textsOf(wordsOf(file))),
  ...textsOf(easyRoutes),
  ...textsOf({ ...reading, page: { ...reading.page, symbols: { title: '' } } }),
];

test('there are easy words', () => {
  expect(easyFiles).toEqual([
    'help.easy.json',
    'library.easy.json',
    'play.easy.json',
    'scenarios.easy.json',
  ]);
  expect(easyTexts.length).toBeGreaterThan(60);
});

test.each([
  ...easyFiles.map((file) => [file, wordsOf(file), wordsOf(file.replace('.easy', ''))] as const),
  ['the national routes', easyRoutes, usualRoutes] as const,
])(
  '%s stands in for words that are there, with the same placeholders',
  (_, easyWords, usualWords) => {
    const usual = new Map(textsOf(usualWords));
    for (const [key, text] of textsOf(easyWords)) {
      if (key.endsWith('[]')) expect([...usual.keys()]).toContain(key);
      else
        expect([key, placeholders(text)]).toEqual([key, placeholders(usual.get(key) ?? 'missing')]);
    }
  },
);

test('sentences are short, in full words (ACC-1, ACC-4)', () => {
  for (const [key, text] of easyTexts)
    for (const sentence of sentencesOf(text)) {
      expect.soft(sentence.split(/\s+/).length, `${key}: ${sentence}`).toBeLessThanOrEqual(most);
      expect.soft(sentence, key).not.toMatch(/n’t\b|’(re|ve|ll|m|d)\b/);
    }
});

test('each symbol begins a line, and is of the set', () => {
  const set = new Set(symbolNames);
  for (const [key, text] of easyTexts) {
    const names = symbolsIn(text);
    expect(
      names.filter((name) => !set.has(name ?? '')),
      key,
    ).toEqual([]);
    const lines = text.split('\n').filter((line) => line.startsWith('['));
    expect(lines.length, key).toBe(names.length);
    if (names.length > 0) expect(lines.length, key).toBe(text.split('\n').length);
  }
});

test('easy words take the place of the usual ones, and of no others', () => {
  const easy = interfaceIn('en-GB', 'easy').getFixedT('en-GB', ['play', 'scenarios', 'help']);
  const usual = interfaceIn('en-GB').getFixedT('en-GB', ['play', 'scenarios', 'help']);
  expect(easy('play:next')).toBe('Go on');
  expect(usual('play:next')).toBe('Continue');
  expect(easy('play:chooseTitle')).toBe(usual('play:chooseTitle'));
  expect(easy('play:ending.toClear.text', { count: 2 })).toContain('try 2 parts again');
  expect(easy('help:danger.title')).toBe('Is somebody in danger now?');
  expect(easy('help:title')).toBe(usual('help:title'));
  const lines = easy('scenarios:intro.recordedStaff', { returnObjects: true });
  expect(lines).toHaveLength(5);
  expect(usual('scenarios:intro.recordedStaff', { returnObjects: true })).toHaveLength(3);
});
