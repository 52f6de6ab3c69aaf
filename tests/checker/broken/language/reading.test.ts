import { expect, test } from 'vitest';
import { checkLanguage } from '#app/checker/language/check-language.ts';
import type { ReadingLevel, Track } from '#scenarios/kit/vocabulary.ts';
import { createScenarioSource } from '#tests/factories/scenario.ts';

const of = (count: number) => `${'so '.repeat(count - 1)}on.`.replace('s', 'S');

function check(
  text: string,
  { level = 'standard' as ReadingLevel, track = 'staff' as Track } = {},
) {
  const source = createScenarioSource({
    track,
    words: { 'scenes/mending/parts/silence': [{ text }] },
  });
  return checkLanguage({ ...source, words: source.words.map((file) => ({ ...file, level })) });
}

test.each([
  ['standard', 25, 'ACC-6', 'text/en-GB.json'],
  ['easy', 15, 'ACC-1', 'text/en-GB.easy.json'],
] as const)('%s words have at most %i words a sentence', (level, most, rule, file) => {
  expect(check(of(most), { level })).toEqual([]);
  const [finding, ...others] = check(of(most + 1), { level });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    file,
    rule,
    severity: 'error',
    state: 'mending',
    key: 'scenes.mending.parts.silence',
  });
  expect(finding?.message).toContain(`A sentence has ${most + 1} words`);
});

test('sentences end where a reader sees them end', () => {
  const half = of(14).slice(0, -1);
  expect(check(`“${half}?” ${of(14)}`)).toEqual([]);
  expect(check(`At 8.40 ${half}! ${of(14)}`)).toEqual([]);
  expect(check(`${half}, ${of(14)}`)).toMatchObject([{ rule: 'ACC-6' }]);
});

test('hyphens make one word, and a contact is a name of two', () => {
  expect(check(`Twenty-eight ${of(24)}`)).toEqual([]);
  expect(check(`{{dsl.name}} ${of(23)}`)).toEqual([]);
  expect(check(`{{dsl.name}} ${of(24)}`)).toMatchObject([{ rule: 'ACC-6' }]);
});

const hard =
  'Organisational responsibilities necessitate comprehensive documentation. Administrators communicate institutional expectations regularly. '.repeat(
    7,
  );
const middling =
  'The headteacher explains the decision to the governors at the meeting on Thursday, and they agree to support the family. '.repeat(
    4,
  );
const easy = 'She looks at you. You wait. The rain stops, and she begins to talk. '.repeat(6);

test.each([
  ['staff', hard, true],
  ['staff', middling, false],
  ['parents', middling, true],
  ['young-people', middling, true],
  ['young-people', easy, false],
] as const)('on the track %s a scene is scored as a whole', (track, text, isTooHard) => {
  const found = check(text, { track }).filter(({ state }) => state !== null);
  expect(found.map(({ rule, severity, state }) => [rule, severity, state])).toEqual(
    isTooHard ? [['ACC-7', 'warning', 'mending']] : [],
  );
  if (isTooHard) expect(found[0]?.message).toMatch(/at age \d+(\.\d)?; for this track .* at most/);
});

test('a short text by itself is not scored', () => {
  expect(check('Organisational responsibilities necessitate documentation.')).toEqual([]);
});

test('legal terms do not make a text for staff too hard, and do for parents', () => {
  const legal =
    'The designated safeguarding lead makes a referral to children’s social care, since it is child sexual exploitation. '.repeat(
      6,
    );
  const scored = (track: Track) =>
    check(legal, { track }).filter(({ state }) => state === 'mending');
  expect(scored('staff')).toEqual([]);
  expect(scored('parents')).toMatchObject([{ rule: 'ACC-7' }]);
});
