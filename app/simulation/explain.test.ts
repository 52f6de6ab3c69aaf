import { expect, test } from 'vitest';
import {
  type Changes,
  createScenarioSource,
  createWording,
  type Json,
} from '#tests/factories/scenario.ts';
import { explain, explainLast, isGrave } from './explain.ts';
import { prepareScenario } from './scenario.ts';

function tell(answers: string[][], definition: Changes = {}) {
  const source = createScenarioSource({ definition });
  const scenario = prepareScenario(source.definition);
  return explain(
    scenario,
    answers.map((values) => ({ values })),
    createWording(source),
  );
}
const toAnswer = [['next'], ['next'], ['gift', 'secret']];
const mended = [...toAnswer, ['ask.image'], ['say.sorry']];
const repairs = (list: string[]): Changes => ({
  'machine/states/mending/on/say.sorry/0/meta/repairs': list as Json,
});

test('each step tells its scene, its choice and why', () => {
  const { steps } = tell([...toAnswer, ['listen']]);
  expect(steps.map(({ step, path, kind, choice }) => [step, path, kind, choice])).toEqual([
    [0, 'morning.gate', 'scene', 'next'],
    [1, 'morning.phone', 'thread', 'next'],
    [2, 'morning.signs', 'spot', 'saw.all'],
    [3, 'morning.answer', 'decision', 'listen'],
  ]);
  expect(steps[3]).toMatchObject({
    chapter: { name: 'Morning', number: 1, of: 1 },
    title: 'Sam waits',
    label: { text: ['Choose listen'] },
    result: [{ text: ['After listen.'] }],
    why: [{ text: ['Because of listen.'] }],
    quality: 'good',
    follows: ['GEN-5'],
    breaks: [],
  });
});

test('the last step by itself is told as it is among all of them, before any repair', () => {
  const source = createScenarioSource();
  const scenario = prepareScenario(source.definition);
  const taken = mended.map((values) => ({ values }));
  const wording = createWording(source);
  for (let length = 1; length <= taken.length; length += 1)
    expect(explainLast(scenario, taken.slice(0, length), wording)).toEqual(
      explain(scenario, taken.slice(0, length), wording).steps.at(-1),
    );
  expect(explainLast(scenario, [], wording)).toBeNull();
});

test('a decision tells how many other ways were open, and not where they led', () => {
  const { steps } = tell([...toAnswer, ['listen']]);
  expect(steps.map(({ others }) => others)).toEqual([0, 0, 0, 2]);
});

test('a step that says nothing about itself is neutral', () => {
  expect(tell([['next']]).steps[0]).toMatchObject({ quality: 'neutral', follows: [], breaks: [] });
});

test('a spot tells of each item whether it was a sign, whether it was marked, and why', () => {
  const { steps } = tell([['next'], ['next'], ['gift', 'bus']]);
  expect(steps[2]?.marked.map(({ id, sign, marked }) => [id, sign, marked])).toEqual([
    ['gift', true, true],
    ['secret', true, false],
    ['lunch', false, false],
    ['bus', false, true],
  ]);
  expect(steps[2]?.marked[0]?.feedback).toEqual([{ symbol: null, text: ['About the gift.'] }]);
  expect(steps[0]?.marked).toEqual([]);
});

test('the meters are those after each step', () => {
  const trust = tell(mended).steps.map(({ meters }) => meters.trust);
  expect(trust).toEqual([5, 5, 6, 0, 0]);
});

test('a later step that repairs every rule broken puts a step right', () => {
  const { steps } = tell(mended);
  expect(steps.map(({ repairedAt }) => repairedAt)).toEqual([null, null, null, 4, null]);
  expect(steps[3]).toMatchObject({ quality: 'grave', breaks: ['NUD-2', 'SEQ-4'] });
});

test('a step of which one broken rule still stands is not put right', () => {
  expect(tell(mended, repairs(['SEQ-4'])).steps[3]?.repairedAt).toBeNull();
  expect(tell(mended, repairs(['GEN-3'])).steps[3]?.repairedAt).toBeNull();
});

test('a step can be put right bit by bit; the last bit counts', () => {
  const back: Changes = {
    ...repairs(['NUD-2']),
    'machine/states/mending/on/say.sorry/0/target': '#scenario.later',
    'machine/states/later': {
      meta: { kind: 'decision', parts: [{ id: 'hall' }] },
      on: {
        more: {
          target: 'weighing',
          meta: { quality: 'good', follows: ['GEN-5'], repairs: ['SEQ-4'] },
        },
        less: { target: 'weighing' },
      },
    },
  };
  const words: Changes = {
    'scenes/later': {
      title: 'Later',
      parts: { hall: [{ text: 'Later.' }] },
      choices: Object.fromEntries(
        ['more', 'less'].map((id) => [
          id,
          { label: { text: id }, result: [{ text: id }], why: [{ text: id }] },
        ]),
      ),
    },
  };
  const source = createScenarioSource({ definition: back, words });
  const told = (last: string) =>
    explain(
      prepareScenario(source.definition),
      [...mended, [last]].map((values) => ({ values })),
      createWording(source),
    ).steps[3]?.repairedAt;
  expect(told('more')).toBe(5);
  expect(told('less')).toBeNull();
});

test('an error made after the repair is not put right by it', () => {
  const again: Changes = { 'machine/states/mending/on/say.sorry/0/target': '#scenario.morning' };
  const { steps } = tell([...mended, ...toAnswer, ['ask.image']], again);
  expect(steps[3]?.repairedAt).toBe(4);
  expect(steps[8]).toMatchObject({ choice: 'ask.image', repairedAt: null });
});

test('there is a rating only once the run has ended', () => {
  expect(tell(toAnswer).rating).toBeNull();
  expect(tell([...toAnswer, ['listen']])).toMatchObject({
    rating: 'recommended',
    ending: { path: 'together' },
  });
  expect(tell(mended).rating).toBe('workable');
});

test('nothing taken is a story without steps', () => {
  expect(tell([])).toMatchObject({ steps: [], rating: null, ending: { path: 'morning.gate' } });
});

test('steps of another version are an error', () => {
  expect(() => tell([['listen']])).toThrow('Step 0 cannot be taken again: unknown-choice');
});

test('an effect is grave exactly when it breaks a grave rule', () => {
  const effect = { does: [], quality: 'slip' as const, follows: [], repairs: [] };
  expect(isGrave({ ...effect, breaks: ['NUD-2', 'SEQ-4'] })).toBe(true);
  expect(isGrave({ ...effect, breaks: ['NUD-2', 'SEQ-6'] })).toBe(false);
  expect(isGrave({ ...effect, breaks: [] })).toBe(false);
  expect(isGrave(null)).toBe(false);
});
