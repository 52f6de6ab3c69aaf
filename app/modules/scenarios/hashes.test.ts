import { expect, test } from 'vitest';
import { createScenarioSource } from '#tests/factories/scenario.ts';
import { versionHashes } from './hashes.server.ts';

const before = versionHashes(createScenarioSource());

test('the same scenario has the same hashes, of 64 letters and digits', () => {
  expect(versionHashes(createScenarioSource())).toEqual(before);
  expect(before.machine).toMatch(/^[0-9a-f]{64}$/);
  expect(Object.keys(before.texts)).toEqual(['en-GB']);
});

test('a changed word changes the hash of its language, and a changed story that of the machine', () => {
  const reworded = versionHashes(createScenarioSource({ words: { title: 'A loud word' } }));
  expect(reworded.machine).toBe(before.machine);
  expect(reworded.texts['en-GB']).not.toBe(before.texts['en-GB']);
  const changed = versionHashes(
    createScenarioSource({ definition: { 'machine/context/meters/trust': 4 } }),
  );
  expect(changed.machine).not.toBe(before.machine);
  expect(changed.texts).toEqual(before.texts);
});

test('each reading level has its own hash', () => {
  const source = createScenarioSource();
  const [words] = source.words;
  if (!words) throw new Error('A scenario without words');
  const easy = { ...words, level: 'easy' as const };
  const hashes = versionHashes({ ...source, words: [words, easy] });
  expect(Object.keys(hashes.texts)).toEqual(['en-GB', 'en-GB.easy']);
});
