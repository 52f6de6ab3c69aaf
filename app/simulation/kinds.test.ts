import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenBy, everyOrder } from '#scenarios/kit/score-order.ts';
import { createKindsSource, inOrder, listed } from '#tests/factories/kinds.ts';
import { createScenarioSource, createWording } from '#tests/factories/scenario.ts';
import { choose, resume } from './choose.ts';
import { explain } from './explain.ts';
import { project } from './project.ts';
import { prepareScenario } from './scenario.ts';
import { sceneAt } from './snapshot.ts';

const source = createKindsSource();
const scenario = prepareScenario(source.definition);
const wording = createWording(source);

function after(...answers: string[][]) {
  return resume(
    scenario,
    answers.map((values) => ({ values })),
  );
}
function tell(...answers: string[][]) {
  return explain(
    scenario,
    answers.map((values) => ({ values })),
    wording,
  ).steps;
}
const atOrder = after(['next']);
const atRemark = after(['next'], inOrder);
const text = (words: string) => ({ symbol: null, text: [words] });

test.each([
  ['every constraint kept', inOrder, 'all.kept'],
  ['every constraint kept in another way', ['write', 'explain', 'thank', 'tell'], 'all.kept'],
  ['the one kept that an outcome asks for', ['thank', 'tell', 'explain', 'write'], 'listened'],
  ['the other one kept', ['explain', 'tell', 'thank', 'write'], 'hurried'],
  ['none kept', listed, 'hurried'],
])('an order with %s counts as the first outcome whose bounds hold', (_, values, event) => {
  expect(choose(scenario, atOrder, values)).toMatchObject({
    ok: true,
    taken: { choice: event, values },
  });
});

test.each([
  ['nothing', [], 'incomplete-order'],
  ['one action missing', ['thank', 'explain', 'tell'], 'incomplete-order'],
  ['one action twice', ['thank', 'explain', 'tell', 'tell'], 'incomplete-order'],
  ['all actions and one of them again', [...inOrder, 'tell'], 'incomplete-order'],
  ['a place that holds nothing', ['thank', 'explain', 'tell', ''], 'incomplete-order'],
  ['something that is no action', ['thank', 'explain', 'tell', 'run'], 'unknown-choice'],
  ['an outcome', ['all.kept'], 'unknown-choice'],
  ['a way on', ['next'], 'unknown-choice'],
])('an order with %s is refused', (_, values, reason) => {
  expect(choose(scenario, atOrder, values)).toEqual({ ok: false, reason });
});

test('an order keeps a constraint exactly when its earlier item stands before its later one', () => {
  const scene = sceneAt(scenario, atOrder);
  if (scene.kind !== 'order') throw new Error('No order');
  fc.assert(
    fc.property(fc.shuffledSubarray(listed, { minLength: listed.length }), (order) => {
      const line = order.join(' ');
      expect(brokenBy(scene, order)).toEqual([
        ...(/tell.*thank/.test(line) ? ['listenFirst'] : []),
        ...(/tell.*explain/.test(line) ? ['honestFirst'] : []),
      ]);
    }),
  );
});

test('every order is there once', () => {
  const orders = everyOrder([...'abcdefg']).map((order) => order.join(''));
  expect(new Set(orders).size).toBe(5040);
  expect(orders).toHaveLength(5040);
});

test('an order is shown as it is listed, and nothing of what is right is told', () => {
  const view = project(scenario, atOrder, wording);
  expect(view.kind).toBe('order');
  expect(view.items.map(({ id }) => id)).toEqual(listed);
  expectSilent(view, 'hurried', 'Listen first', 'honestFirst', 'SEQ', 'GEN-');
});

test('a rephrase shows the sentence and the choices, and not which words blame', () => {
  const view = project(scenario, atRemark, wording);
  expect(view.sentence).toMatchObject({
    by: { name: 'Alex' },
    blocks: [text('Why did she answer him at midnight?')],
  });
  expect(view.choices.map(({ id }) => id)).toEqual(['ask.who', 'be.careful']);
  expectSilent(view, 'what she did', 'hers to prevent', 'my fault', 'VIC-', 'slip');
});

test('a pause shows its question, and has one way on', () => {
  const view = project(scenario, after(['next'], inOrder, ['ask.who']), wording);
  expect(view).toMatchObject({
    kind: 'pause',
    question: [text('Who listened to you when you were that age?')],
    choices: [],
  });
});

test('an aside explains a term, and a line is there to be said aloud', () => {
  const view = project(scenario, after(), wording);
  expect(view.asides).toMatchObject([{ id: 'lead', term: 'safeguarding lead' }]);
  expect(view.sayAloud).toEqual([text('Thank you for telling me. I am listening.')]);
  expect(project(scenario, atOrder, wording)).toMatchObject({ asides: [], sayAloud: [] });
});

test('of an order it is told how it went, and which constraint it broke, with words and rule', () => {
  const order = ['write', 'explain', 'tell', 'thank'];
  const told = tell(['next'], order)[1]?.ordered;
  expect(told?.items.map(({ id }) => id)).toEqual(order);
  expect(told?.constraints).toMatchObject([
    {
      id: 'listenFirst',
      holds: false,
      rule: 'GEN-5',
      says: [text('Listen first: whoever is heard can bear what follows.')],
      earlier: { blocks: [text('Thank her and let her talk.')] },
    },
    { id: 'honestFirst', holds: true, rule: 'GEN-4' },
  ]);
});

test('of a rephrase it is told which words moved the blame, before and after, and what a child hears', () => {
  const [, , step] = tell(['next'], inOrder, ['be.careful']);
  expect(step).toMatchObject({ others: 1, label: text('She should be more careful.') });
  expect(step?.rephrased).toEqual({
    by: expect.objectContaining({ name: 'Alex' }),
    before: {
      line: [
        { text: 'Why did she answer him', isMarked: true },
        { text: ' at midnight?', isMarked: false },
      ],
      notes: [
        {
          words: 'Why did she answer him',
          moves: [text('It asks what she did, and not what he did.')],
        },
      ],
    },
    after: {
      line: [
        { text: 'She ', isMarked: false },
        { text: 'should be more careful', isMarked: true },
        { text: '.', isMarked: false },
      ],
      notes: [{ words: 'should be more careful', moves: [text('It makes it hers to prevent.')] }],
    },
    hears: [text('It was my fault. I will not tell again.')],
  });
});

test('words that move no blame have no lens on them', () => {
  const [, , step] = tell(['next'], inOrder, ['ask.who']);
  expect(step?.rephrased?.after).toEqual({
    line: [{ text: 'Who kept asking her, and how do we help?', isMarked: false }],
    notes: [],
  });
});

test('other kinds have neither order nor lens to tell of', () => {
  const [first] = tell(['next']);
  expect(first).toMatchObject({ ordered: null, rephrased: null });
});

test('a lens leaves contacts as parts of the sentence', () => {
  const words = { 'scenes/remark/sentence/text/text': 'Why did she answer him, {{dsl.name}}?' };
  const other = createKindsSource({ words });
  const steps = explain(
    prepareScenario(other.definition),
    [['next'], inOrder, ['ask.who']].map((values) => ({ values })),
    createWording(other),
  ).steps;
  expect(steps[2]?.rephrased?.before.line).toMatchObject([
    { isMarked: true },
    { text: ', ', isMarked: false },
    { text: { slot: 'dsl', field: 'name', value: 'the dsl’s name' }, isMarked: false },
    { text: '?', isMarked: false },
  ]);
});

test('a decision has no sentence, and a spot is no order', () => {
  const small = createScenarioSource();
  const ready = prepareScenario(small.definition);
  const at = resume(
    ready,
    [['next'], ['next'], []].map((values) => ({ values })),
  );
  expect(project(ready, at, createWording(small))).toMatchObject({
    kind: 'decision',
    sentence: null,
    question: [],
  });
});

function expectSilent(view: unknown, ...words: string[]) {
  const all = JSON.stringify(view);
  for (const word of words) expect(all).not.toContain(word);
}
