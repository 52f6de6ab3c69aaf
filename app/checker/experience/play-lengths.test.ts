import { expect, test } from 'vitest';
import type { ScenarioSource, WordsFile } from '#scenarios/kit/read-scenario.ts';
import type { Block } from '#scenarios/kit/words.ts';
import { smallScenario } from '#tests/factories/small-scenario.ts';
import { playLengths } from './play-lengths.ts';

const late =
  'talk\n  tell -> night\n  wait: sets late -> night\nnight: blames if late\n  next -> well';
const minuteOfWords = (extra: Partial<Block> = {}): Block[] => [
  { text: 'word '.repeat(180).trim(), ...extra },
];

function lengthsOf(source: ScenarioSource, put: (night: Night) => void) {
  const [file] = structuredClone(source.words) as [WordsFile];
  put(file.words.scenes.night as Night);
  const before = playLengths(source, source.words[0] as WordsFile);
  const after = playLengths(source, file);
  return {
    good: Math.round((after?.good.shortest ?? 0) - (before?.good.shortest ?? 0)),
    longest: Math.round((after?.longest ?? 0) - (before?.longest ?? 0)),
  };
}
type Night = WordsFile['words']['scenes'][string];

test('what a path does not show does not make it longer', () => {
  const source = smallScenario(late, { opening: false });
  expect(
    lengthsOf(source, ({ parts }) => {
      parts.blame = minuteOfWords();
    }),
  ).toEqual({ good: 0, longest: 1 });
  expect(
    lengthsOf(source, ({ parts }) => {
      parts.line = minuteOfWords();
    }),
  ).toEqual({ good: 1, longest: 1 });
});

test('what is said in another nation, and what waits to be opened, is not counted', () => {
  const source = smallScenario(late, { opening: false });
  expect(
    lengthsOf(source, (night) => {
      night.parts.line?.push(...minuteOfWords({ nations: ['scotland'] }));
      night.asides = { term: { term: 'term', says: minuteOfWords() } };
    }),
  ).toEqual({ good: 0, longest: 0 });
});

test('the good path is the shortest to the best rating, not to any', () => {
  const story = 'talk\n  tell -> night\n  leave -> fair\nnight\n  next -> well';
  const source = smallScenario(story, { opening: false });
  const more = lengthsOf(source, ({ parts }) => {
    parts.line = minuteOfWords();
  });
  expect(more).toEqual({ good: 1, longest: 1 });
});

test('without an ending there is no length', () => {
  const source = smallScenario('talk\n  again -> talk\n  more -> talk', { opening: false });
  expect(playLengths(source, source.words[0] as WordsFile)).toBeNull();
});
