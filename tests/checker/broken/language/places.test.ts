// cspell:ignore rnography nography shouldn 𝐩𝐨𝐫𝐧𝐨𝐠𝐫𝐚𝐩𝐡𝐲
import { expect, test } from 'vitest';
import { checkLanguage } from '#app/checker/language/check-language.ts';
import { createKindsSource } from '#tests/factories/kinds.ts';
import { type Changes, createScenarioSource, type Json } from '#tests/factories/scenario.ts';

const blame = 'Why did you send it?';
const words = (text: string, more: Record<string, Json> = {}) => [{ text, ...more }];
const check = (definition: Changes, changes: Changes) =>
  checkLanguage(createScenarioSource({ definition, words: changes }));
const answer = 'scenes/morning.answer/choices';
const phone = 'scenes/morning.phone/messages/first';

const flagged: Record<string, string> = {
  summary: 'summary',
  objectives: 'objectives',
  'scenes/morning.gate/parts/rain': 'scenes.morning.gate.parts.rain',
  'scenes/morning.signs/items/lunch/text': 'scenes.morning.signs.items.lunch.text',
  'scenes/morning.signs/items/lunch/feedback': 'scenes.morning.signs.items.lunch.feedback',
  [`${answer}/rush/result`]: 'scenes.morning.answer.choices.rush.result',
  [`${answer}/ask.image/why`]: 'scenes.morning.answer.choices.ask.image.why',
  'scenes/together/parts/walk': 'scenes.together.parts.walk',
};

for (const [place, key] of Object.entries(flagged))
  test(`blame is found in ${key}`, () => {
    expect(check({}, { [place]: words(blame) })).toMatchObject([{ rule: 'L2', key }]);
  });

test('blame is found in titles, whichever state they belong to', () => {
  expect(check({}, { 'scenes/morning.answer/title': blame })).toMatchObject([
    { rule: 'L2', state: 'morning.answer', key: 'scenes.morning.answer.title' },
  ]);
  expect(check({}, { title: blame })).toMatchObject([{ rule: 'L2', state: null, key: 'title' }]);
});

test('the label of a wrong choice may say what a real person would say', () => {
  expect(check({}, { [`${answer}/rush/label`]: { text: blame } })).toEqual([]);
  expect(check({}, { [`${answer}/ask.image/label`]: { text: blame } })).toEqual([]);
});

test('the label of a good or neutral choice may not', () => {
  for (const choice of ['listen', 'wait.longer'])
    expect(check({}, { [`${answer}/${choice}/label`]: { text: blame } })).toMatchObject([
      { rule: 'L2', state: 'morning.answer', key: `scenes.morning.answer.choices.${choice}.label` },
    ]);
});

test('a label that is right on one way and wrong on another may not', () => {
  const definition = {
    'machine/states/mending/on/say.sorry/0/meta': { quality: 'slip', breaks: ['NUD-10'] },
  };
  const label = { 'scenes/mending/choices/say.sorry/label': { text: blame } };
  expect(check(definition, label)).toMatchObject([{ rule: 'L2' }]);
});

test('what a pupil says is bound where blame is concerned, and may use plain old words', () => {
  expect(check({}, { [phone]: words(blame) })).toMatchObject([
    { rule: 'L2', state: 'morning.phone', key: 'scenes.morning.phone.messages.first' },
  ]);
  expect(check({}, { [phone]: words('It is only sexting.') })).toEqual([]);
});

test('a blaming line that is quoted to be answered may stand', () => {
  expect(check({}, { [phone]: words(blame, { exemplar: 'blaming' }) })).toEqual([]);
  const quoted = words(`“${blame}” is all he says.`, { exemplar: 'blaming' });
  expect(check({}, { 'scenes/mending/parts/silence': quoted })).toEqual([]);
});

test('Signpost’s own words cannot be excused as a quotation', () => {
  const own = words(blame, { exemplar: 'blaming' });
  expect(check({}, { 'scenes/mending/parts/silence': own })).toMatchObject([
    { rule: 'exemplar', severity: 'error', key: 'scenes.mending.parts.silence' },
  ]);
});

const excused: Record<string, string> = {
  summary: 'summary',
  contentNote: 'contentNote',
  objectives: 'objectives',
  [`${answer}/rush/why`]: 'scenes.morning.answer.choices.rush.why',
  [`${answer}/rush/result`]: 'scenes.morning.answer.choices.rush.result',
  'scenes/morning.signs/items/lunch/feedback': 'scenes.morning.signs.items.lunch.feedback',
};

for (const [place, key] of Object.entries(excused))
  test(`nothing is excused as a quotation in ${key}, which nobody answers`, () => {
    const found = check({}, { [place]: words(`“${blame}”`, { exemplar: 'blaming' }) });
    expect(found.filter((finding) => finding.key === key).map(({ rule }) => rule)).toEqual([
      'L2',
      'exemplar',
    ]);
  });

test('nor in a label, where a wrong choice needs no excuse', () => {
  const marked = { text: blame, exemplar: 'blaming' };
  expect(check({}, { [`${answer}/listen/label`]: marked })).toMatchObject([
    { rule: 'L2' },
    { rule: 'exemplar', severity: 'error', source: 'SEQ-19' },
  ]);
  expect(check({}, { [`${answer}/rush/label`]: marked })).toMatchObject([{ rule: 'exemplar' }]);
});

test('an item of a spot may be a quotation', () => {
  const quoted = words(blame, { exemplar: 'blaming' });
  expect(check({}, { 'scenes/morning.signs/items/lunch/text': quoted })).toEqual([]);
});

test.each([
  ['wide letters', 'It was child p\uFF4Frnography.'],
  ['an accent', 'It was child por\u0301nography.'],
  ['a dash', 'It was child\u2011pornography.'],
  ['letters of mathematics', 'It was child 𝐩𝐨𝐫𝐧𝐨𝐠𝐫𝐚𝐩𝐡𝐲.'],
])('words are found whatever they are made of: %s', (_, text) => {
  expect(check({}, { summary: words(text) })).toMatchObject([{ rule: 'L6', key: 'summary' }]);
});

test.each(['´', 'ʼ', '‛', '＇'])('so are those with the apostrophe %s', (sign) => {
  expect(check({}, { summary: words(`You shouldn${sign}t have sent it.`) })).toMatchObject([
    { rule: 'L2' },
  ]);
});

test('what is quoted to be avoided may stand, and other words beside it may not', () => {
  for (const fine of [
    'Never ask ‘why did you send it?’',
    'Avoid saying “why did you send it?” to her.',
    'You do not say to a child, “why did you send it?”',
  ])
    expect(check({}, { summary: words(fine) }), fine).toEqual([]);
  for (const wrong of [
    'Never ask why did you send it.',
    'Never wait. Ask “why did you send it?”',
    'Say “why did you send it?”',
    'Never ask “who?” Ask “why did you send it?”',
  ])
    expect(check({}, { summary: words(wrong) }), wrong).toMatchObject([{ rule: 'L2' }]);
});

test('what harms wherever it is read is refused in quotations and wrong choices too', () => {
  const method = 'Tell her of the overdose.';
  expect(check({}, { summary: words('Never say “an overdose”.') })).toMatchObject([
    { rule: 'CHA-3' },
  ]);
  const quoted = words(method, { exemplar: 'blaming' });
  expect(check({}, { [phone]: quoted })).toMatchObject([{ rule: 'CHA-3' }]);
  expect(check({}, { [`${answer}/rush/label`]: { text: method } })).toMatchObject([
    { rule: 'CHA-3', severity: 'error' },
  ]);
});

test('rows for English leave other languages alone, and that is said', () => {
  const source = createScenarioSource({ words: { summary: words(blame) } });
  const [first] = source.words;
  if (!first) throw new Error('A scenario without words');
  source.words.push({ ...first, locale: 'cy' });
  const welsh = checkLanguage(source).filter(({ file }) => file === 'text/cy.json');
  expect(welsh).toMatchObject([{ rule: 'language', severity: 'info' }]);
});

test('a finding has its rule, source and the words found', () => {
  expect(check({}, { summary: words('Some say: “You should have told us”.') })).toEqual([
    {
      scenario: 'staff/a-quiet-word',
      file: 'text/en-GB.json',
      state: null,
      key: 'summary',
      rule: 'L3',
      severity: 'error',
      source: 'Headteacher Update on UKCIS 2022',
      path: [],
      message:
        '“should have told” finds fault with how a child coped. Write “You can tell us any time.”',
    },
  ]);
});

const kinds: Record<string, string> = {
  'scenes/door/asides/lead/says': 'scenes.door.asides.lead.says',
  'scenes/door/sayAloud': 'scenes.door.sayAloud',
  'scenes/steps/items/thank/text': 'scenes.steps.items.thank.text',
  'scenes/steps/constraints/listenFirst': 'scenes.steps.constraints.listenFirst',
  'scenes/remark/choices/be.careful/hears': 'scenes.remark.choices.be.careful.hears',
  'scenes/remark/choices/be.careful/why': 'scenes.remark.choices.be.careful.why',
  'scenes/quiet/question': 'scenes.quiet.question',
};

for (const [place, key] of Object.entries(kinds))
  test(`blame is found in ${key}`, () => {
    const source = createKindsSource({ words: { [place]: words(blame) } });
    expect(checkLanguage(source)).toMatchObject([{ rule: 'L2', key, state: key.split('.')[1] }]);
  });

for (const place of [
  'scenes/door/asides/lead/says',
  'scenes/door/sayAloud',
  'scenes/steps/constraints/listenFirst',
  'scenes/remark/choices/be.careful/hears',
])
  test(`nothing is excused in ${place}`, () => {
    const marked = words(`“${blame}”`, { exemplar: 'blaming' });
    const source = createKindsSource({ words: { [place]: marked } });
    expect(checkLanguage(source)).toMatchObject([{ rule: 'L2' }, { rule: 'exemplar' }]);
  });

test('a scenario of every further kind of scene is clean', () => {
  expect(checkLanguage(createKindsSource())).toEqual([]);
});

test('a sentence to rephrase says of itself that it blames', () => {
  const sentence = 'scenes/remark/sentence/text';
  const untagged = createKindsSource({
    words: { [sentence]: { text: 'Why did she answer him at midnight?' } },
  });
  expect(checkLanguage(untagged)).toMatchObject([
    {
      rule: 'exemplar',
      severity: 'error',
      source: 'SEQ-19',
      state: 'remark',
      key: 'scenes.remark.sentence.text',
    },
  ]);
});
