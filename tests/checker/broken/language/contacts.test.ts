import { expect, test } from 'vitest';
import { checkLanguage } from '#app/checker/language/check-language.ts';
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
  ],
  email: ['Write to lead@school.example.', 'Write to help@nspcc.org.uk.'],
  'web-address': [
    'Go to childline.org.uk.',
    'See https://example.net/report.',
    'See www.example.sch, then go on.',
  ],
  'local-name': [
    'Ask Mrs Smith.',
    'Tell Dr Hughes’s deputy.',
    'Tell Karen, the safeguarding lead.',
    'Sam is the designated safeguarding lead.',
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

test('a quotation may not name a telephone number either', () => {
  const [finding] = saying('“Ring 01223 123456.”', { exemplar: 'blaming' });
  expect(finding).toMatchObject({ rule: 'phone', severity: 'error' });
  expect(finding?.message).toContain('“Ring 01223 123456” is typed into the text.');
});
