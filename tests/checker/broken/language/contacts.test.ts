import { expect, test } from 'vitest';
import { checkLanguage, checkWalkthroughNames } from '#app/checker/language/check-language.ts';
import { createScenarioSource, type Json } from '#tests/factories/scenario.ts';

const saying = (text: string, more: Record<string, Json> = {}) =>
  checkLanguage(
    createScenarioSource({ words: { 'scenes/mending/parts/silence': [{ text, ...more }] } }),
  );

const typed: Record<string, string[]> = {
  phone: [
    'Ring 01223 123456.',
    'Ring (01223) 123456 now.',
    'Her number is 07700 900123.',
    'The line is 020 7946 0000.',
    'The line is 0800 1111.',
    'Write to +44 1223 123456.',
    'Somebody listens on 116 123.',
    'Dial 159.',
    'Text SHOUT to 85258.',
    'Ring ٠١٢٢٣ ١٢٣٤٥٦.',
    'Her number is 01223-12-34-56.',
    'The number is 555123.',
    'Her number is 01.14.49.60.00.',
    'Her number is ０１１４ ４９６ ００００.',
    'Her number is 0114–496–0000.',
    'Her number is 0,1,1,4,4,9,6,0.',
    'Her number is 0114/4960000.',
    'Ring oh one one four, four nine six.',
    'Ring zero eight hundred, eleven eleven.',
    'Ring 0114 four nine six 0000.',
    'Ring one two three double four six seven.',
    'Ring extension 214.',
  ],
  email: [
    'Write to lead@school.example.',
    'Write to help@nspcc.org.uk.',
    'Write to lead at school dot uk.',
    'Write to lead (at) school (dot) org (dot) uk.',
  ],
  handle: ['Find @school_lead on there.'],
  'web-address': [
    'Go to childline.org.uk.',
    'See https://example.net/report.',
    'See www.example.sch, then go on.',
    'See bit.ly/abc.',
    'See t.me/abc.',
    'See example.school.',
    'See school．uk.',
    'See goo.example/abc.',
    'See childline dot org.',
  ],
  'local-name': [
    'Ask Mrs Smith.',
    'Tell Dr Hughes’s deputy.',
    'Tell Karen, the safeguarding lead.',
    'Sam is the designated safeguarding lead.',
    'You work at St Mary’s School.',
    'You ring Sheffield Safeguarding Hub.',
    'It goes to the Northfield Safeguarding Children Partnership.',
  ],
};
const fine = [
  'Ring 999, then 101, 111 or 112.',
  'Ring 300 parents.',
  'It is 8.40, and 10,000 people in Year 9 saw it by 09.10.',
  'The form of 01.09.2027 has 12 lines and 2018–2020 on it.',
  'Ring {{socialCare.phone}} or write to {{dsl.email}}.',
  'He says no. Then he nods, e.g. twice.',
  'Ask {{dsl.name}}, the safeguarding lead.',
  'Tell the safeguarding lead, and ask for support.',
  'Miss it, and the doctor waits.',
  'On 09.10.2026 11.30 is free; on 12/03/2026 it is not.',
  'Look at it at once. One, two, three of them have gone.',
  'In 2025, 2026 and 2027 it was one in two.',
  'Our School has a High School beside it, and the Multi-Agency Safeguarding Hub is near.',
  'Look at the dot. She is at school.',
];

for (const [rule, texts] of Object.entries(typed))
  test.each(texts)(`${rule} is found: %s`, (text) => {
    expect(saying(text)).toEqual([
      expect.objectContaining({
        rule,
        severity: rule === 'local-name' ? 'warning' : 'error',
        state: 'mending',
        key: 'scenes.mending.parts.silence',
      }),
    ]);
  });

test.each(fine)('this may stand: %s', (text) => {
  expect(saying(text)).toEqual([]);
});

test('whoever is in the cast may be named', () => {
  const named = (cast: string) =>
    checkLanguage(
      createScenarioSource({
        words: {
          'cast/sam': cast,
          'scenes/mending/parts/silence': [{ text: 'You ask Mrs Smith. It is Mrs Smith’s room.' }],
        },
      }),
    );
  expect(named('Mrs Smith')).toEqual([]);
  expect(named('Mrs Smithson')).toHaveLength(2);
});

test('a school of the story may be named, where the cast has it', () => {
  const text = 'You work at Hill View School.';
  const named = (cast: string) =>
    checkLanguage(
      createScenarioSource({
        words: { 'cast/sam': cast, 'scenes/mending/parts/silence': [{ text }] },
      }),
    );
  expect(named('Hill View School')).toEqual([]);
  expect(named('Sam')).toMatchObject([{ rule: 'local-name', severity: 'warning' }]);
});

test('a quotation may not name a telephone number either', () => {
  const [finding] = saying('“Ring 01223 123456.”', { exemplar: 'blaming' });
  expect(finding).toMatchObject({ rule: 'phone', severity: 'error' });
  expect(finding?.message).toContain('“Ring 01223 123456” is typed into the text.');
});

const bad = 'Ring 01223 123456';

test('nor may the title of a source, or its date', () => {
  for (const field of ['title', 'published'])
    expect(
      checkLanguage(createScenarioSource({ definition: { [`sources/0/${field}`]: bad } })),
    ).toMatchObject([{ file: 'machine.json', rule: 'phone', key: `sources.0.${field}` }]);
});

test('nor may the name of a play-through', () => {
  const rest = { choices: [['a']], passes: ['a'], ending: 'b', rating: 'workable' as const };
  const named = (name: string) => checkWalkthroughNames('staff/a-quiet-word', [{ name, ...rest }]);
  expect(named('With help')).toEqual([]);
  expect(named(bad)).toMatchObject([
    { file: 'walkthroughs.json', rule: 'phone', severity: 'error', key: '0.name' },
  ]);
});
