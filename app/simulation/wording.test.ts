import { expect, test } from 'vitest';
import type { Nation } from '#scenarios/kit/vocabulary.ts';
import type { Block } from '#scenarios/kit/words.ts';
import { createScenarioSource, createWording } from '#tests/factories/scenario.ts';
import { plainText, resolveBlocks } from './wording.ts';

const blocks: Block[] = [
  { text: 'Ring 999.', symbol: 'telephone-receiver' },
  { text: 'In Scotland, tell the named person.', nations: ['scotland'] },
  { text: 'In England and Wales, tell the lead.', nations: ['england', 'wales'] },
];
const said = (nation?: Nation | null) =>
  resolveBlocks({ ...createWording(createScenarioSource()), nation }, blocks).map(plainText);

test('a block keeps its symbol', () => {
  const wording = createWording(createScenarioSource());
  expect(resolveBlocks(wording, blocks).map(({ symbol }) => symbol)).toEqual([
    'telephone-receiver',
    null,
    null,
  ]);
});

test('what is said in other nations is left out', () => {
  expect(said('scotland')).toEqual(['Ring 999.', 'In Scotland, tell the named person.']);
  expect(said('wales')).toEqual(['Ring 999.', 'In England and Wales, tell the lead.']);
  expect(said('northern-ireland')).toEqual(['Ring 999.']);
});

test('where no nation is known, the words of all are said', () => {
  expect(said(null)).toHaveLength(3);
  expect(said()).toHaveLength(3);
});
