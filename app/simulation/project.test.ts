import { expect, test } from 'vitest';
import {
  createScenarioSource,
  createWording,
  readRealScenario,
} from '#tests/factories/scenario.ts';
import { resume } from './choose.ts';
import { project } from './project.ts';
import { prepareScenario } from './scenario.ts';
import { start } from './snapshot.ts';

const source = createScenarioSource();
const scenario = prepareScenario(source.definition);
const wording = createWording(source);
const view = (...answers: string[][]) =>
  project(
    scenario,
    resume(
      scenario,
      answers.map((values) => ({ values })),
    ),
    wording,
  );
const toAnswer = (marks: string[]) => [['next'], ['next'], marks];
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

test('a narration shows its parts, its chapter and the words on its button', () => {
  expect(view()).toMatchObject({
    kind: 'scene',
    path: 'morning.gate',
    chapter: { name: 'Morning', number: 1, of: 1 },
    setting: 'outside',
    faces: [{ id: 'sam', name: 'Sam', mood: 'warm' }],
    title: 'At the gate',
    choices: [],
    items: [],
    messages: [],
    nextLabel: { text: ['Go in'] },
    rating: null,
  });
});

test('a part is shown only when this run’s memory calls for it', () => {
  const at = start(scenario);
  const asked = { ...at, context: { ...at.context, flags: { ...at.context.flags, asked: true } } };
  expect(ids(project(scenario, at, wording).parts)).toEqual(['rain', 'hello']);
  expect(ids(project(scenario, asked, wording).parts)).toEqual(['rain']);
  const thread = { ...asked, path: 'morning.phone' };
  expect(ids(project(scenario, thread, wording).messages)).toEqual(['first', 'second']);
  expect(ids(view(['next']).messages)).toEqual(['first']);
});

test('a face shows what this run has done to it', () => {
  const at = start(scenario);
  const asked = { ...at, context: { ...at.context, flags: { ...at.context.flags, asked: true } } };
  const moods = (snapshot: typeof at) =>
    project(scenario, snapshot, wording).faces.map(({ mood }) => mood);
  expect(moods(at)).toEqual(['warm']);
  expect(moods(asked)).toEqual(['closed']);
});

test('chapters are counted in the order of the story', () => {
  const real = readRealScenario();
  const scenario = prepareScenario(real.definition);
  const view = project(scenario, start(scenario), createWording(real));
  expect(view.chapter).toEqual({ name: 'Form time', number: 1, of: 3 });
});

test('whoever speaks has a name, and the player is known', () => {
  const at = start(scenario);
  const flags = { ...at.context.flags, asked: true };
  const thread = { path: 'morning.phone', context: { ...at.context, flags } };
  expect(project(scenario, thread, wording).messages.map(({ by }) => by)).toEqual([
    { id: 'sam', name: 'Sam', isYou: false, look: expect.objectContaining({ head: 'afro' }) },
    { id: 'you', name: 'You', isYou: true, look: null },
  ]);
  expect(view().parts[0]?.by).toBeNull();
});

test('a spot shows its items, and neither which are signs nor its outcomes', () => {
  const spot = view(['next'], ['next']);
  expect(ids(spot.items)).toEqual(['gift', 'secret', 'lunch', 'bus']);
  expect(spot.choices).toEqual([]);
  expect(JSON.stringify(spot)).not.toMatch(/"sign"|saw\.|About the/);
});

test('a decision shows the choices that are open, and not how good they are', () => {
  const decision = view(...toAnswer(['gift', 'secret']));
  expect(decision.choices).toEqual([
    { id: 'listen', label: { text: ['Choose listen'], symbol: null } },
    { id: 'ask.image', label: { text: ['Choose ask.image'], symbol: null } },
    { id: 'rush', label: { text: ['Choose rush'], symbol: null } },
  ]);
  expect(ids(view(...toAnswer([])).choices)).toContain('wait.longer');
  expect(JSON.stringify(decision)).not.toMatch(/quality|grave|GEN-|SEQ-|After|Because/);
});

test('contacts stay apart from the words around them', () => {
  const [part] = view(...toAnswer(['gift', 'secret']), ['listen']).parts;
  expect(part?.blocks[0]?.text).toEqual([
    'You walk over to ',
    { slot: 'dsl', field: 'name', value: 'the dsl’s name', isSet: true },
    ' on ',
    { slot: 'dsl', field: 'phone', value: 'the dsl’s phone', isSet: true },
    '.',
  ]);
});

test('a contact that the organisation has not set says so', () => {
  const unset = {
    ...wording,
    contact: () => ({ value: 'your safeguarding lead', isSet: false }),
  };
  const ended = resume(
    scenario,
    [...toAnswer(['gift', 'secret']), ['listen']].map((values) => ({ values })),
  );
  expect(project(scenario, ended, unset).parts[0]?.blocks[0]?.text).toContainEqual({
    slot: 'dsl',
    field: 'name',
    value: 'your safeguarding lead',
    isSet: false,
  });
});

test('only an ending has a rating, and an ending has nothing to choose', () => {
  const ending = view(...toAnswer(['gift', 'secret']), ['rush'], ['leave.it']);
  expect(ending).toMatchObject({ kind: 'ending', rating: 'harmful', choices: [], nextLabel: null });
});

test('words of another scenario are an error', () => {
  const words = { ...wording.words, scenes: {} };
  expect(() => project(scenario, start(scenario), { ...wording, words })).toThrow(
    'No words for the scene "morning.gate"',
  );
});
