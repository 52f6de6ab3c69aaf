import { expect, test } from 'vitest';
import { nearestText } from './nearest-text.ts';

const english = { 'en-GB/standard': 'plain', 'en-GB/easy': 'short' };
const read = (ids: Record<string, string>, level: 'standard' | 'easy', locale = 'en-GB') => {
  const { id, reading } = nearestText(ids, { locale, level });
  return [id, reading.level, reading.hasBoth];
};

test('each reader has the words of their level', () => {
  expect(read(english, 'standard')).toEqual(['plain', 'standard', true]);
  expect(read(english, 'easy')).toEqual(['short', 'easy', true]);
});

test('where nothing is easy, the standard words are shown, and it is known what was wanted', () => {
  const ids = { 'en-GB/standard': 'plain' };
  expect(read(ids, 'easy')).toEqual(['plain', 'standard', false]);
  expect(nearestText(ids, { locale: 'en-GB', level: 'easy' }).reading.wanted).toBe('easy');
  expect(read({ 'en-GB/easy': 'short' }, 'standard')).toEqual(['short', 'easy', false]);
});

test('the language comes first: easy words in another are not offered', () => {
  const ids = { ...english, 'cy/standard': 'welsh' };
  expect(read(ids, 'easy', 'cy')).toEqual(['welsh', 'standard', false]);
  expect(read(ids, 'easy', 'fr')).toEqual(['short', 'easy', true]);
  expect(read({ 'cy/standard': 'welsh' }, 'standard', 'fr')).toEqual(['welsh', 'standard', false]);
});

test('a version without words is an error', () => {
  expect(() => nearestText({}, { locale: 'en-GB', level: 'easy' })).toThrow('without words');
});
