import { expect, test } from 'vitest';
import { readKinds } from '#tests/factories/kinds.ts';
import { type Changes, type Json, readSmallScenario } from '#tests/factories/scenario.ts';
import type { Finding } from './findings.ts';

const steps = 'machine/states/steps/meta';
const remark = 'machine/states/remark';
const quiet = 'machine/states/quiet';

type Expected = Partial<Pick<Finding, 'state' | 'key' | 'rule'>> & { says: string };

const refused: Record<string, [Changes, Expected]> = {
  'an order whose outcomes are not its events': [
    { [`${steps}/outcomes/1/event`]: 'heard' },
    { state: 'steps', rule: 'outcomes', says: '(all.kept, heard, hurried) and the events in "on"' },
  ],
  'an order whose last outcome wants a constraint to hold': [
    { [`${steps}/outcomes/2/holds`]: ['honestFirst'] },
    { state: 'steps', rule: 'outcomes', says: 'the last outcome takes every answer left' },
  ],
  'an order whose last outcome has a bound': [
    { [`${steps}/outcomes/2/brokenAtMost`]: 2 },
    { state: 'steps', rule: 'outcomes', says: 'the last outcome takes every answer left' },
  ],
  'two constraints of one id': [
    { [`${steps}/constraints/1/id`]: 'listenFirst' },
    { state: 'steps', rule: 'id', says: 'uses the id "listenFirst" twice' },
  ],
  'two items of one id in an order': [
    { [`${steps}/items/3/id`]: 'tell' },
    { state: 'steps', rule: 'id', says: 'uses the id "tell" twice' },
  ],
  'a constraint on something that is no item': [
    { [`${steps}/constraints/0/later`]: 'ring' },
    {
      state: 'steps',
      rule: 'constraints',
      says: 'the constraint "listenFirst" names "ring", which is no item',
    },
  ],
  'a constraint on one item': [
    { [`${steps}/constraints/0/later`]: 'thank' },
    { state: 'steps', rule: 'constraints', says: 'puts "thank" before itself. Name two items.' },
  ],
  'constraints in a circle': [
    {
      [`${steps}/constraints/2`]: {
        id: 'thankLast',
        earlier: 'tell',
        later: 'thank',
        rule: 'GEN-5',
      },
    },
    { state: 'steps', rule: 'constraints', says: 'lead in a circle, so no order can keep them' },
  ],
  'an outcome that wants a constraint that does not exist': [
    { [`${steps}/outcomes/1/holds`]: ['kindFirst'] },
    {
      state: 'steps',
      rule: 'constraints',
      says: '"listened" wants "kindFirst" to hold, which is no constraint',
    },
  ],
  'items listed in an order that is right': [
    { [`${steps}/items`]: ['thank', 'explain', 'tell', 'write'].map((id) => ({ id })) },
    { state: 'steps', rule: 'constraints', says: 'so the answer is given away' },
  ],
  'an outcome of an order that no answer can have': [
    { [`${steps}/outcomes/0/brokenAtMost`]: 1 },
    { state: 'steps', rule: 'outcomes', says: 'no answer counts as "listened"' },
  ],
  'a constraint with a rule that does not exist': [
    { [`${steps}/constraints/0/rule`]: 'GEN-99' },
    { state: 'steps', rule: 'rule', says: 'There is no rule "GEN-99".' },
  ],
  'an order of two': [
    { [`${steps}/items`]: [{ id: 'tell' }, { id: 'thank' }] },
    { state: 'steps', rule: 'format', says: '"items" is a list of 2; the least allowed is 3.' },
  ],
  'an order of eight': [
    { [`${steps}/items`]: [...'abcdefgh'].map((id) => ({ id })) },
    { state: 'steps', rule: 'format', says: '"items" is a list of 8; the most allowed is 7.' },
  ],
  'a rephrase with one choice': [
    { [`${remark}/on/be.careful`]: undefined },
    { state: 'remark', rule: 'choices', says: 'is a rephrase with 1 choices; it needs 2 to 4.' },
  ],
  'a rephrase with five choices': [
    Object.fromEntries(
      ['a', 'b', 'c'].map((id) => [`${remark}/on/${id}`, { target: 'quiet' } as Json]),
    ),
    { state: 'remark', rule: 'choices', says: 'is a rephrase with 5 choices; it needs 2 to 4.' },
  ],
  'a rephrase with a next': [
    { [`${remark}/on/next`]: { target: 'quiet' } },
    { state: 'remark', rule: 'choices', says: 'is a rephrase: "next" is not a choice.' },
  ],
  'a sentence said by somebody who is not in the cast': [
    { [`${remark}/meta/by`]: 'robin' },
    { state: 'remark', rule: 'cast', says: '"robin", who is not in "cast".' },
  ],
  'a sentence said by nobody': [
    { [`${remark}/meta/by`]: undefined },
    { state: 'remark', rule: 'format', says: '"by" is missing.' },
  ],
  'a pause with two ways on': [
    { [`${quiet}/on/other`]: { target: 'home' } },
    { state: 'quiet', rule: 'choices', says: 'is a pause: it has one way on, an event called' },
  ],
  'two asides of one id': [
    { 'machine/states/door/meta/asides': ['lead', 'lead'] },
    { state: 'door', rule: 'id', says: 'uses the id "lead" twice' },
  ],
};

for (const [what, [definition, { says, ...fields }]] of Object.entries(refused))
  test(`machine.json is refused with ${what}`, () => {
    const { ok, findings } = readKinds({ definition });
    expect(ok).toBe(false);
    expectFinding(findings, { file: 'machine.json', ...fields }, says);
  });

const say = (text: string) => [{ text }];
const missing: Record<string, Changes> = {
  'scenes.steps.items.tell.text': { 'scenes/steps/items/tell': undefined },
  'scenes.steps.constraints.listenFirst': { 'scenes/steps/constraints/listenFirst': undefined },
  'scenes.steps.choices.hurried.result': { 'scenes/steps/choices/hurried/result': undefined },
  'scenes.steps.choices.hurried.why': { 'scenes/steps/choices/hurried/why': undefined },
  'scenes.remark.sentence.text': { 'scenes/remark/sentence': undefined },
  'scenes.remark.choices.ask.who.label': { 'scenes/remark/choices/ask.who/label': undefined },
  'scenes.remark.choices.ask.who.hears': { 'scenes/remark/choices/ask.who/hears': undefined },
  'scenes.remark.choices.ask.who.why': { 'scenes/remark/choices/ask.who/why': undefined },
  'scenes.quiet.question': { 'scenes/quiet/question': undefined },
  'scenes.door.asides.lead.term': { 'scenes/door/asides': undefined },
  'scenes.door.sayAloud': { 'scenes/door/sayAloud': undefined },
};

for (const [key, words] of Object.entries(missing))
  test(`words are refused without ${key}`, () => {
    const { ok, findings } = readKinds({ words });
    expect(ok).toBe(false);
    expectFinding(findings, { key, rule: 'text-missing' }, `The text for "${key}" is missing.`);
  });

test('nothing is put right in silence: a way on that repairs has a button of its own words', () => {
  const repairs = { [`${quiet}/on/next/meta`]: { repairs: ['GEN-5'] } };
  const key = 'scenes.quiet.choices.next.label';
  expectFinding(readKinds({ definition: repairs }).findings, { key, rule: 'text-missing' }, key);
  const words = { 'scenes/quiet/choices': { next: { label: { text: 'Say sorry' } } } };
  expect(readKinds({ definition: repairs, words }).findings).toEqual([]);
});

const orphans: Record<string, Changes> = {
  'scenes.door.question': { 'scenes/door/question': say('Why?') },
  'scenes.quiet.sayAloud': { 'scenes/quiet/sayAloud': say('Thank you.') },
  'scenes.quiet.asides.more.says': {
    'scenes/quiet/asides': { more: { term: 'more', says: say('More.') } },
  },
  'scenes.steps.items.tell.feedback': { 'scenes/steps/items/tell/feedback': say('Well told.') },
  'scenes.steps.choices.hurried.label': {
    'scenes/steps/choices/hurried/label': { text: 'Hurry' },
  },
  'scenes.steps.choices.hurried.hears': { 'scenes/steps/choices/hurried/hears': say('Hurry.') },
  'scenes.steps.constraints.kindFirst': { 'scenes/steps/constraints/kindFirst': say('Kind.') },
};

for (const [key, words] of Object.entries(orphans))
  test(`words are refused with ${key}, which nothing uses`, () => {
    const { ok, findings } = readKinds({ words });
    expect(ok).toBe(false);
    expectFinding(findings, { key, rule: 'text-orphan' }, `Nothing in machine.json uses "${key}".`);
  });

test('an id that stands twice in an order is one finding, and not many', () => {
  const { findings } = readKinds({ definition: { [`${steps}/items/1/id`]: 'explain' } });
  const own = findings.filter(({ file }) => file === 'machine.json');
  expect(own.map(({ rule }) => rule)).toEqual(['id']);
});

test('a choice of a rephrase may tell what comes of it, or not', () => {
  const words = { 'scenes/remark/choices/ask.who/result': say('Alex nods.') };
  expect(readKinds({ words }).findings).toEqual([]);
  expect(readKinds().findings).toEqual([]);
});

test.each([
  ['other words than the sentence has', 'sentence', 'why did she answer him', {}],
  ['words of another choice', 'choices.ask.who', 'should be more careful', {}],
  [
    'a contact',
    'sentence',
    'dsl.name',
    { 'scenes/remark/sentence/text/text': 'Why did she not tell {{dsl.name}}?' },
  ],
])('a lens on %s is refused', (_, place, lens, more) => {
  const at = `scenes/remark/${place.replace('.', '/')}/lens`;
  const words = { ...more, [at]: [{ words: lens, moves: say('It moves.') }] };
  const { ok, findings } = readKinds({ words });
  expect(ok).toBe(false);
  expectFinding(
    findings,
    { file: 'text/en-GB.json', state: 'remark', key: `scenes.remark.${place}.lens`, rule: 'lens' },
    `"${lens}" does not stand in the sentence, or another lens lies there.`,
  );
});

test('two lenses cannot lie on the same words', () => {
  const lens = (words: string) => ({ words, moves: say('It moves.') });
  const twice = (first: string, second: string) =>
    readKinds({ words: { 'scenes/remark/sentence/lens': [lens(first), lens(second)] } }).findings;
  expect(twice('she answer', 'midnight')).toEqual([]);
  expectFinding(twice('answer him', 'she answer'), { rule: 'lens' }, '"she answer" does not');
  expectFinding(twice('midnight', 'midnight'), { rule: 'lens' }, '"midnight" does not');
});

test('words that stand twice in a sentence can have a lens each', () => {
  const lens = { words: 'answer', moves: say('It moves.') };
  const words = {
    'scenes/remark/sentence/text/text': 'Why answer, and answer at midnight?',
    'scenes/remark/sentence/lens': [lens, lens],
  };
  expect(readKinds({ words }).findings).toEqual([]);
});

test('a young person is not asked to say a line aloud', () => {
  const gate = { 'machine/states/morning/states/gate/meta/sayAloud': true };
  const words = { 'scenes/morning.gate/sayAloud': say('Thank you.') };
  const read = (track: 'parents' | 'young-people') =>
    readSmallScenario({ track, definition: gate, words }).findings;
  expect(read('parents')).toEqual([]);
  expectFinding(
    read('young-people'),
    { state: 'morning.gate', rule: 'say-aloud' },
    'which only adults are asked to do',
  );
});

test('an outcome of a spot that no marks can have is refused', () => {
  const first = 'machine/states/morning/states/signs/meta/outcomes/0';
  const definition = { [`${first}/foundAtLeast`]: 1, [`${first}/falseAlarmsAtMost`]: 2 };
  const { ok, findings } = readSmallScenario({ definition });
  expect(ok).toBe(false);
  expect(findings).toHaveLength(1);
  expectFinding(
    findings,
    { state: 'morning.signs', rule: 'outcomes' },
    'no answer counts as "saw.some", because the outcomes before it take them all',
  );
});

function expectFinding(findings: Finding[], fields: Partial<Finding>, says: string) {
  expect(findings).toContainEqual(
    expect.objectContaining({ ...fields, message: expect.stringContaining(says) }),
  );
}
