import { expect, test } from 'vitest';
import { prepareScenario } from '#app/simulation/scenario.ts';
import { plainText, type Wording } from '#app/simulation/wording.ts';
import { definitionSchema } from '#scenarios/kit/definition.ts';
import { decidingScenes, type Guide, guideSchema } from '#scenarios/kit/guide.ts';
import { wordsSchema } from '#scenarios/kit/words.ts';
import guideJson from '#scenarios/staff/a-picture-is-going-round/guide.en-GB.json' with {
  type: 'json',
};
import machine from '#scenarios/staff/a-picture-is-going-round/machine.json' with { type: 'json' };
import text from '#scenarios/staff/a-picture-is-going-round/text/en-GB.json' with { type: 'json' };
import { presentGuide } from './present.ts';

const scenario = prepareScenario(definitionSchema.parse(machine));
const words = wordsSchema.parse(text);
const guide = guideSchema.parse(guideJson);
const paths = decidingScenes(scenario.definition);
const asked = [{ text: 'What does Bethan hear?' }];
const wording: Wording = {
  words,
  cast: scenario.definition.cast,
  contact: (slot, field) => ({ value: `the ${slot} ${field}`, isSet: true }),
  nation: 'wales',
};

const present = (changes: Partial<Guide> = {}) =>
  presentGuide({ ...guide, ...changes }, scenario, wording);

test('the minutes of all parts add up', () => {
  const does = [{ text: 'Talk.' }];
  const parts = [
    { minutes: 5, does },
    { minutes: 12, does },
  ];
  expect(present({ timing: parts }).minutes).toBe(17);
});

test('contacts are filled in, and what is said in other nations is left out', () => {
  const disclosures = [
    { text: 'Tell {{dsl.name}}.' },
    { text: 'In Wales, ask twice.', nations: ['wales' as const] },
    { text: 'In Scotland, ask once.', nations: ['scotland' as const] },
  ];
  expect(present({ disclosures }).disclosures.map(plainText)).toEqual([
    'Tell the dsl name.',
    'In Wales, ask twice.',
  ]);
});

test('questions come in the order of the story, whatever order they were written in', () => {
  const [first = '', second = '', third = ''] = paths;
  const { scenes } = present({ questions: { [third]: asked, [first]: asked, [second]: asked } });
  expect(scenes.map(({ path }) => path)).toEqual([first, second, third]);
});

test('a scene that is not of this story has no questions', () => {
  expect(present({ questions: { 'no.such': asked } }).scenes).toEqual([]);
});

test('every scene in which somebody decides has its title and what can be decided', () => {
  const { scenes } = present({ questions: Object.fromEntries(paths.map((path) => [path, asked])) });
  expect(scenes.map(({ path }) => path)).toEqual(paths);
  const kinds = new Set(scenes.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['decision', 'order', 'rephrase', 'spot']);
  for (const { path, title, kind, sentence, choices, questions } of scenes) {
    expect(title, path).toBe(words.scenes[path]?.title);
    expect(choices.length, path).toBeGreaterThan(1);
    for (const choice of choices) expect(choice.map(plainText).join(''), path).not.toBe('');
    expect(sentence !== null, path).toBe(kind === 'rephrase');
    expect(questions.map(plainText)).toEqual(['What does Bethan hear?']);
  }
});

test('without cards there are none', () => {
  expect(present().cards).toEqual({ adult: [], digitalLeader: [] });
});
