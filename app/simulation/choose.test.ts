import { expect, test } from 'vitest';
import {
  type Changes,
  createScenarioSource,
  type Json,
  readRealScenario,
} from '#tests/factories/scenario.ts';
import { deepFreeze } from '#tests/factories/walks.ts';
import { choose, openChoices, resume } from './choose.ts';
import { prepareScenario } from './scenario.ts';
import { type Snapshot, start } from './snapshot.ts';

const scenario = prepareScenario(createScenarioSource().definition);
const toSigns = [['next'], ['next']];
const noted = ['gift', 'secret'];
const after = (...answers: string[][]) =>
  resume(
    scenario,
    answers.map((values) => ({ values })),
  );
const atAnswer = (marks: string[] = noted) => after(...toSigns, marks);

function expectRefused(at: Snapshot, values: string[], reason: string) {
  expect(choose(scenario, at, values)).toEqual({ ok: false, reason });
}

test('a new attempt begins at the first scene, with the entry of its chapter done', () => {
  expect(start(scenario)).toEqual({
    path: 'morning.gate',
    context: {
      meters: { trust: 5, safety: 5, evidence: 1 },
      flags: { noticed: false, asked: false, rushed: false },
    },
  });
});

test('a state without a scene is passed through at the start too', () => {
  const definition: Changes = { 'machine/initial': 'weighing' };
  const shortcut = prepareScenario(createScenarioSource({ definition }).definition);
  expect(start(shortcut).path).toBe('slowly');
});

test('a choice leads to the next scene, and tells what was recorded and what it does', () => {
  const chosen = choose(scenario, atAnswer(), ['ask.image']);
  expect(chosen).toMatchObject({
    ok: true,
    snapshot: { path: 'mending', context: { meters: { trust: 0 }, flags: { asked: true } } },
    taken: { choice: 'ask.image', values: ['ask.image'] },
    effect: { does: ['request_image'], quality: 'grave', breaks: ['NUD-2', 'SEQ-4'] },
  });
});

test('a choice that says nothing about itself has no effect to tell', () => {
  expect(choose(scenario, start(scenario), ['next'])).toMatchObject({ ok: true, effect: null });
});

test('the effect is that of the transition whose guard holds', () => {
  const repaired = (first: string) => {
    const chosen = choose(scenario, after(...toSigns, noted, [first]), ['say.sorry']);
    return chosen.ok && chosen.effect?.repairs;
  };
  expect(repaired('ask.image')).toEqual(['NUD-2', 'SEQ-4']);
  expect(repaired('rush')).toEqual(['NUD-10']);
});

test('a choice whose guard is off is refused and is not offered', () => {
  expectRefused(atAnswer(), ['wait.longer'], 'choice-not-open');
  expect(openChoices(scenario, atAnswer())).toEqual(['listen', 'ask.image', 'rush']);
});

test('a choice whose guard is on is offered, in the order of the file', () => {
  const at = atAnswer(['gift']);
  expect(openChoices(scenario, at)).toEqual(['listen', 'ask.image', 'rush', 'wait.longer']);
  expect(choose(scenario, at, ['wait.longer'])).toMatchObject({ ok: true });
});

test('a choice of another scene, or of none, is unknown', () => {
  for (const value of ['leave.it', 'next', '', 'Listen', 'listen ', '*', 'xstate.init', 'toString'])
    expectRefused(atAnswer(), [value], 'unknown-choice');
  expectRefused(start(scenario), ['constructor'], 'unknown-choice');
});

test('nothing chosen is refused where there is something to choose', () => {
  expectRefused(atAnswer(), [], 'nothing-chosen');
  expectRefused(start(scenario), [], 'nothing-chosen');
});

test('more than one choice is refused, even the same one twice', () => {
  expectRefused(atAnswer(), ['listen', 'rush'], 'unknown-choice');
  expectRefused(atAnswer(), ['listen', 'listen'], 'unknown-choice');
});

test('nothing can be chosen after an ending', () => {
  const ended = after(...toSigns, noted, ['listen']);
  expect(ended.path).toBe('together');
  for (const values of [['next'], [], ['listen']]) expectRefused(ended, values, 'ended');
  expect(openChoices(scenario, ended)).toEqual([]);
});

test.each([
  ['every sign', ['gift', 'secret'], 'saw.all'],
  ['every sign and as many false alarms as allowed', ['bus', 'secret', 'gift'], 'saw.all'],
  ['every sign and one false alarm too many', ['gift', 'secret', 'lunch', 'bus'], 'saw.some'],
  ['one sign', ['secret'], 'saw.some'],
  ['only false alarms', ['lunch', 'bus'], 'saw.none'],
  ['nothing at all', [], 'saw.none'],
])('a spot with %s marked counts as the first outcome whose bounds hold', (_, values, event) => {
  const chosen = choose(scenario, after(...toSigns), values);
  expect(chosen).toMatchObject({ ok: true, taken: { choice: event, values } });
});

test('a spot with an unknown or a repeated item marked is refused', () => {
  const at = after(...toSigns);
  for (const values of [['gift', 'gift'], ['gift', 'nothing'], ['saw.all'], ['toString']])
    expectRefused(at, values, 'unknown-choice');
});

test('an outcome whose guard is off is refused', () => {
  const never: Json = { type: 'flagIs', params: { flag: 'asked', value: true } };
  const place = 'machine/states/morning/states/signs/on/saw.none/guard';
  const guarded = prepareScenario(
    createScenarioSource({ definition: { [place]: never } }).definition,
  );
  const at = resume(
    guarded,
    toSigns.map((values) => ({ values })),
  );
  expect(choose(guarded, at, [])).toEqual({ ok: false, reason: 'choice-not-open' });
});

test('steps that cannot be taken again belong to another version, and say which one', () => {
  expect(() => after(['next'], ['listen'])).toThrow('Step 1 cannot be taken again: unknown-choice');
});

test('a snapshot of another scenario is an error', () => {
  const foreign = start(prepareScenario(readRealScenario().definition));
  expect(() => choose(scenario, foreign, ['next'])).toThrow('has no scene at "formTime.register"');
});

test('choosing changes neither the snapshot nor the values nor the definition', () => {
  const frozen = prepareScenario(deepFreeze(createScenarioSource().definition));
  const before = deepFreeze(start(frozen));
  const copy = structuredClone(before);
  const chosen = choose(frozen, before, deepFreeze(['next']));
  expect(chosen.ok).toBe(true);
  const at = deepFreeze(
    resume(
      frozen,
      [...toSigns, noted].map((values) => ({ values })),
    ),
  );
  expect(choose(frozen, at, deepFreeze(['ask.image']))).toMatchObject({ ok: true });
  expect(before).toEqual(copy);
});
