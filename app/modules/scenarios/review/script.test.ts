import { beforeAll, expect, test } from 'vitest';
import type { ScriptScene } from '#app/simulation/script-view.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { flattenWords } from '#scenarios/kit/word-keys.ts';
import { createKindsSource } from '#tests/factories/kinds.ts';
import { createScenarioSource } from '#tests/factories/scenario.ts';
import { scenariosFolder } from '#tests/setup/library.ts';
import { graphOf } from '../graph/model.ts';
import { storyOrder } from '../graph/story-order.ts';
import { readLibrary } from '../read-folders.server.ts';
import { wordingFor } from '../wording.server.ts';
import { isChapter, type Script, scenesOf, scriptOf } from './script.ts';

async function scriptIn({ definition, words }: ScenarioSource, at = 0): Promise<Script> {
  const file = words[at];
  if (!file) throw new Error('No words');
  const graph = graphOf(definition, file.words, 'en-GB');
  const order = await storyOrder(graph);
  const wording = wordingFor(file.words, definition, {}, 'en-GB');
  return scriptOf(definition, { graph, order }, wording, 'en-GB');
}

let small: Script;
let kinds: Script;
beforeAll(async () => {
  small = await scriptIn(createScenarioSource());
  kinds = await scriptIn(createKindsSource());
});

function scene({ parts }: Script, path: string): ScriptScene {
  const found = scenesOf(parts).find((one) => one.path === path);
  if (!found) throw new Error(`The script has no "${path}"`);
  return found;
}
const choice = (script: Script, path: string, id: string) => {
  const found = scene(script, path).choices.find((one) => one.id === id);
  if (!found) throw new Error(`"${path}" has no "${id}"`);
  return found;
};

test('every scene stands there once, numbered in the order of the story, under its chapter', () => {
  const [morning, ...others] = small.parts;
  if (!morning || !isChapter(morning)) throw new Error('The story begins with a chapter');
  expect([morning.title, morning.remembers]).toEqual(['Morning', ['evidence goes up by 1']]);
  expect(others.some(isChapter)).toBe(false);
  const scenes = scenesOf(small.parts);
  expect(scenes.map(({ number }) => number)).toEqual(scenes.map((_, index) => index + 1));
  expect(scenes.slice(0, 6).map(({ path }) => path)).toEqual([
    'morning.gate',
    'morning.phone',
    'morning.signs',
    'morning.answer',
    'mending',
    'weighing',
  ]);
  expect(scenes.filter(({ isStart }) => isStart).map(({ path }) => path)).toEqual(['morning.gate']);
});

test('a scene says where it is, who is seen, and under which condition what is said', () => {
  expect(scene(small, 'morning.gate')).toMatchObject({
    kind: 'Scene',
    setting: 'Outdoors, by the gate.',
    seen: [
      'If asked is not set: Sam is smiling.',
      'If asked is set: Sam looks down and says nothing.',
    ],
    lines: [
      { who: null, when: null, blocks: [{ text: ['It rains.'] }] },
      { who: 'Sam', when: 'If asked is not set', blocks: [{ text: ['Hello.'] }] },
    ],
  });
  expect(scene(small, 'morning.phone').messages.map(({ who, when }) => [who, when])).toEqual([
    ['Sam', null],
    ['You', 'If asked is set'],
  ]);
  expect(scene(small, 'morning.answer').states).toEqual([
    'A child is telling, or has just told, that they were harmed.',
  ]);
  expect(scene(small, 'together')).toMatchObject({
    rating: { tone: 'recommended', word: 'Recommended' },
    remembers: ['safety goes up by 10'],
  });
});

test('a choice says what it does in plain words, its rules by name, and where it leads', () => {
  expect(choice(small, 'morning.answer', 'ask.image')).toMatchObject({
    label: ['Choose ask.image'],
    effect: {
      quality: { tone: 'grave', word: 'Grave' },
      does: ['Asks to see or be sent an image.'],
      breaks: [
        { id: 'NUD-2', name: 'Never ask to see it' },
        { id: 'SEQ-4', name: expect.any(String) },
      ],
      follows: [],
      repairs: [],
      remembers: ['asked is set', 'trust goes down by 10'],
    },
    result: [{ text: ['After ask.image.'] }],
    why: [{ text: ['Because of ask.image.'] }],
    ways: [{ when: null, effect: null, to: { path: 'mending', title: 'Silence' } }],
  });
  expect(choice(small, 'morning.answer', 'wait.longer').ways).toMatchObject([
    { when: 'If trust is below 6 and not noticed is set', to: { path: 'morning.gate', number: 1 } },
  ]);
});

test('where a choice forks into ways that differ, each says what it does', () => {
  const sorry = choice(small, 'mending', 'say.sorry');
  expect(sorry.effect).toBeNull();
  expect(sorry.ways.map(({ when, effect }) => [when, effect?.repairs.map(({ id }) => id)])).toEqual(
    [
      ['If asked is set', ['NUD-2', 'SEQ-4']],
      ['Otherwise', ['NUD-10']],
    ],
  );
  const [onward] = scene(small, 'weighing').choices;
  expect(onward).toMatchObject({ label: ['Goes on by itself'], effect: { quality: null } });
  expect(onward?.ways.map(({ to }) => to.path)).toEqual(['apart', 'together', 'slowly']);
});

test('what is to be marked has its verdict, and each answer what follows', () => {
  const { items, choices } = scene(small, 'morning.signs');
  expect(items.map(({ who, verdict }) => [who, verdict])).toEqual([
    ['Sam', 'a sign'],
    [null, 'a sign'],
    [null, 'not a sign'],
    [null, 'not a sign'],
  ]);
  expect(choices.map(({ label }) => label)).toEqual([
    ['2 signs found or more, 1 false alarm at most'],
    ['1 sign found or more'],
    ['Any other answer'],
  ]);
});

test('every kind of scene tells what it has of its own', () => {
  expect(scene(kinds, 'steps').constraints).toMatchObject([
    {
      says: '“Thank her and let her talk.” comes before “Tell the safeguarding lead.”.',
      rule: { id: 'GEN-5' },
      why: [{ text: ['Listen first: whoever is heard can bear what follows.'] }],
    },
    { rule: { id: 'GEN-4' } },
  ]);
  expect(scene(kinds, 'remark').sentence).toMatchObject({
    who: 'Alex',
    text: ['Why did she answer him at midnight?'],
    notes: [{ words: 'Why did she answer him' }],
  });
  expect(choice(kinds, 'remark', 'be.careful')).toMatchObject({
    notes: [{ words: 'should be more careful' }],
    hears: [{ text: ['It was my fault. I will not tell again.'] }],
  });
  expect(scene(kinds, 'quiet').question).toHaveLength(1);
  expect(scene(kinds, 'door')).toMatchObject({
    asides: [{ term: 'safeguarding lead' }],
    sayAloud: [{ text: ['Thank you for telling me. I am listening.'] }],
  });
});

test('what is said in some nations only is there, and says in which', async () => {
  const source = createScenarioSource({
    words: {
      'scenes/mending/parts/silence': [
        { text: 'In Wales, look up.', nations: ['wales'] },
        { text: 'Elsewhere, look down.', nations: ['england', 'scotland', 'northern-ireland'] },
      ],
    },
  });
  expect(scene(await scriptIn(source), 'mending').lines[0]?.blocks).toMatchObject([
    { only: 'Only in Wales:', text: ['In Wales, look up.'] },
    { only: 'Only in England, Scotland and Northern Ireland:' },
  ]);
});

const { scenarios } = await readLibrary(scenariosFolder);
const texts = scenarios.flatMap((source) =>
  source.words.map(({ locale, level, words }, at) => ({
    ...{ source, at, words, name: `${source.definition.id} ${locale} ${level}` },
  })),
);

test.each(texts)('$name: not a word of its scenes is left out', async ({ source, at, words }) => {
  const told = JSON.stringify((await scriptIn(source, at)).parts);
  const missing = [...flattenWords(words)]
    .filter(([key]) => key.startsWith('scenes.'))
    .flatMap(([key, blocks]) => blocks.map(({ text }) => [key, text] as const))
    .flatMap(([key, text]) => text.split(/\{\{.*?\}\}/).map((piece) => [key, piece] as const))
    .filter(([, piece]) => !told.includes(JSON.stringify(piece).slice(1, -1)));
  expect(missing).toEqual([]);
});
