import { expect, test } from 'vitest';
import { definitionSchema } from '#scenarios/kit/definition.ts';
import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';
import { wordsSchema } from '#scenarios/kit/words.ts';
import { createKindsJson, createKindsSource } from '#tests/factories/kinds.ts';
import {
  createScenarioJson,
  createScenarioSource,
  type Changes as Given,
  type Json,
  type JsonObject,
} from '#tests/factories/scenario.ts';
import { type Change, type Changes, changesBetween, isUnchanged } from './changes.ts';
import type { Edition } from './edition.ts';
import type { Piece } from './word-diff.ts';

function editionOf({ definition, words }: ReturnType<typeof createScenarioSource>): Edition {
  const texts = words.map((file) => ({ ...file, id: `${file.locale}/${file.level}` }));
  return { definition, texts };
}

const edition = (given: { definition?: Given; words?: Given } = {}) =>
  editionOf(createScenarioSource(given));
const before = edition();
const changed = (given: { definition?: Given; words?: Given }) =>
  changesBetween(before, edition(given), 'en-GB');

const written = (pieces: Piece[]) =>
  pieces
    .map(({ in: where, text }) =>
      where === 'both' ? text : where === 'before' ? `[-${text}-]` : `[+${text}+]`,
    )
    .join('');
const listed = (changes: Change[]) => changes.map(({ label, pieces }) => [label, written(pieces)]);
const scenesOf = (scenes: Changes['story']['scenes']) =>
  scenes.map(({ path, what, changes }) => [path, what, listed(changes)]);

test('the same edition is unchanged, wherever it was stored', () => {
  const stored = JSON.parse(JSON.stringify(before)) as Edition;
  const changes = changesBetween(before, stored, 'en-GB');
  expect(changes).toEqual({
    ...{ about: [], story: { whole: [], scenes: [] }, texts: [], hasOther: false },
  });
  expect(isUnchanged(changes)).toBe(true);
});

test('a word that changed is told with its scene, what it is, and what it was', () => {
  const { texts, story, about } = changed({
    words: {
      contentNote: [{ text: 'Talk to {{deputyDsl.name}} if this comes close.' }],
      'scenes/mending/parts/silence': [{ text: 'Sam looks at you.' }],
      'scenes/mending/choices/leave.it/why': [{ text: 'Because of leaving it.' }],
    },
  });
  expect([story.whole, story.scenes, about]).toEqual([[], [], []]);
  expect(texts).toMatchObject([{ locale: 'en-GB', level: 'standard', what: 'changed' }]);
  const [text] = texts;
  expect(listed(text?.whole ?? [])).toEqual([
    ['Content note', 'Talk to [the [+deputy +]safeguarding lead] if this comes close.'],
  ]);
  expect(scenesOf(text?.scenes ?? [])).toEqual([
    [
      'mending',
      'changed',
      [
        ['Told', 'Sam looks [-away-][+at you+].'],
        ['Why, of “Choose leave.it”', 'Because of [-leave.it-][+leaving it+].'],
      ],
    ],
  ]);
});

test('what a choice does and where it leads is told in words, of one choice and no other', () => {
  const { story, texts, about } = changed({
    definition: {
      'machine/states/morning/states/answer/on/rush': {
        target: '#scenario.weighing',
        guard: { type: 'meterBelow', params: { meter: 'trust', value: 3 } },
        meta: { does: ['minimise', 'blame'], quality: 'grave', breaks: ['NUD-2', 'SEQ-4'] },
      },
    },
  });
  expect([texts, about, story.whole]).toEqual([[], [], []]);
  expect(scenesOf(story.scenes)).toEqual([
    [
      'morning.answer',
      'changed',
      [
        ['Where “Choose rush” leads', '[-Silence-][+If trust is below 3: weighing+]'],
        ['How good “Choose rush” is', '[-Slip-][+Grave+]'],
        [
          'What “Choose rush” does',
          'Plays the harm down.[+ Says or suggests that the child brought it about.+]',
        ],
        ['Rules that “Choose rush” breaks', expect.stringContaining('[+Never ask to see it')],
        ['What is remembered of “Choose rush”', '[-rushed is set-]'],
      ],
    ],
  ]);
});

test('scenes and choices that are new or gone say so', () => {
  const later = editionOf(createScenarioSource());
  const state = later.definition.machine.states;
  delete state.mending;
  state.walking = {
    meta: { kind: 'scene', parts: [{ id: 'road' }] },
    on: { next: { target: 'weighing' } },
  };
  delete state.morning?.states?.answer?.on?.['wait.longer'];
  const { story } = changesBetween(before, later, 'en-GB');
  expect(story.scenes.map(({ path, title, what }) => [path, title, what])).toEqual([
    ['morning.answer', 'Sam waits', 'changed'],
    ['walking', 'walking', 'new'],
    ['mending', 'Silence', 'gone'],
  ]);
  expect(listed(story.scenes[0]?.changes ?? []).map(([, text]) => text)).toContain(
    '[-If trust is below 6 and not noticed is set: At the gate-]',
  );
});

test('another order is told as such, and something new in a list is not', () => {
  const part = (id: string) => ({ id });
  const order = (ids: string[]) =>
    changed({ definition: { 'machine/states/mending/meta/parts': ids.map(part) } }).story.scenes;
  expect(order(['silence'])).toEqual([]);
  const two = editionOf(
    createScenarioSource({
      definition: { 'machine/states/mending/meta/parts': [part('silence'), part('rain')] },
      words: { 'scenes/mending/parts/rain': [{ text: 'It rains.' }] },
    }),
  );
  const turned = structuredClone(two);
  turned.definition.machine.states.mending?.meta?.parts.reverse();
  expect(scenesOf(changesBetween(two, turned, 'en-GB').story.scenes)).toEqual([
    ['mending', 'changed', [['What is told and said', '']]],
  ]);
  expect(scenesOf(changesBetween(before, two, 'en-GB').story.scenes)).toEqual([
    ['mending', 'changed', [['Who says “It rains.”, and when', '[+Told+]']]],
  ]);
});

test('what a scenario says of itself is told by name', () => {
  const { about, story } = changed({
    definition: {
      reviewBy: '2028-03-01',
      minutes: 5,
      'sources/0/published': '2025',
      'cast/sam/is': 'parent',
      'machine/context/meters/trust': 4,
      'machine/context/flags/noticed': true,
    },
  });
  expect(listed(about)).toEqual([
    ['Minutes', '[-3-][+5+]'],
    ['Somebody in the story: sam', expect.stringContaining('[-pupil-][+parent+]')],
    ['Source: A source', expect.stringContaining('[-2024-][+2025+]')],
    ['To be reviewed by', '1 [-September 2027-][+March 2028+]'],
  ]);
  expect(listed(story.whole)).toEqual([
    ['At the start, trust is', '[-5-][+4+]'],
    ['At the start', 'noticed is [-not -]set'],
  ]);
});

test('a language or a way of reading that is new or gone is told as a whole', () => {
  const [standard] = before.texts;
  if (!standard) throw new Error('No words');
  const level: ReadingLevel = 'easy';
  const both = { ...before, texts: [standard, { ...standard, id: 'easy', level }] };
  const told = ({ texts }: Changes) => texts.map((text) => [text.locale, text.level, text.what]);
  expect(told(changesBetween(before, both, 'en-GB'))).toEqual([['en-GB', 'easy', 'new']]);
  expect(told(changesBetween(both, before, 'en-GB'))).toEqual([['en-GB', 'easy', 'gone']]);
});

/** Every value of a file, by the way to it. */
function leavesOf(value: Json, way: string[] = []): { way: string[]; value: Json }[] {
  if (value === null || typeof value !== 'object') return [{ way, value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...way, key]));
}

function withLeaf(file: JsonObject, way: string[], value: Json): JsonObject {
  const copy = structuredClone(file);
  const holder = way.slice(0, -1).reduce<Json>((at, key) => (at as JsonObject)[key] ?? null, copy);
  (holder as JsonObject)[way.at(-1) ?? ''] = value;
  return copy;
}

const other = (value: Json): Json[] =>
  typeof value === 'boolean'
    ? [!value]
    : typeof value === 'number'
      ? [value + 1, value - 1]
      : ['Another', 'other', 'calm', 'good', 'workable', 'GEN-4', 'trust', 'safety', 'sam', 'mina'];

test.each([
  ['a quiet word', createScenarioJson(), editionOf(createScenarioSource())],
  ['every kind', createKindsJson(), editionOf(createKindsSource())],
])('%s: no change of any value goes untold', (_name, files, from) => {
  const untold: string[] = [];
  let tried = 0;
  const tell = (way: string[], later: Edition) => {
    tried += 1;
    const changes = changesBetween(from, later, 'en-GB');
    if (isUnchanged(changes) || changes.hasOther) untold.push(way.join('/'));
  };
  for (const { way, value } of leavesOf(files.definition))
    for (const instead of other(value)) {
      const parsed = definitionSchema.safeParse(withLeaf(files.definition, way, instead));
      if (!parsed.success || instead === value || way[0] === 'id' || way[0] === '$schema') continue;
      tell(way, { ...from, definition: parsed.data });
    }
  for (const { way } of leavesOf(files.words)) {
    const parsed = wordsSchema.safeParse(withLeaf(files.words, way, 'calm'));
    const [text] = from.texts;
    if (!parsed.success || !text) continue;
    tell(way, { ...from, texts: [{ ...text, words: parsed.data }] });
  }
  expect(tried).toBeGreaterThan(60);
  expect(untold).toEqual([]);
});
