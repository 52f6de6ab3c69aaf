import { expect, test } from 'vitest';
import { checkCompleteness } from '#app/checker/completeness/check-completeness.ts';
import { readScenario } from '#scenarios/kit/read-scenario.ts';
import { hardTopics } from '#scenarios/kit/vocabulary.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';
import { withSymbols } from '#tests/factories/guide.ts';
import {
  accepted,
  type Changes,
  createScenarioJson,
  readSmallScenario,
  scenarioFiles,
} from '#tests/factories/scenario.ts';

const today = '2026-11-22';
const say = (text: string) => [{ text }];

type Said = { definition?: Changes; words?: Changes; easy?: Changes; welsh?: Changes };

/** The small scenario; with `easy` or `welsh` it has those words too, which differ by what is given. */
function check({ definition = {}, words = {}, easy, welsh }: Said, day = today) {
  const wordsWith = (changes: Changes) =>
    createScenarioJson({ words: { ...words, ...changes } }).words;
  const source = createScenarioJson({
    words,
    definition: {
      contains: [...hardTopics],
      ...(easy ? { readingLevels: ['standard', 'easy'] } : {}),
      ...(welsh ? { locales: ['en-GB', 'cy'] } : {}),
      ...definition,
    },
  });
  const more = {
    ...(easy ? { 'text/en-GB.easy.json': JSON.stringify(withSymbols(wordsWith(easy))) } : {}),
    ...(welsh ? { 'text/cy.json': JSON.stringify(wordsWith(welsh)) } : {}),
  };
  return checkCompleteness(accepted(readScenario(scenarioFiles(source, more), ruleIds)), day);
}

test('a whole scenario has no findings, in two languages and two levels', () => {
  expect(check({ easy: {}, welsh: {}, definition: { readingLevels: ['standard'] } })).toEqual([]);
  expect(check({ easy: {} })).toEqual([]);
});

test('a text that a scene may do without is missed where the first language has it', () => {
  const gone = { 'scenes/morning.gate/choices': undefined };
  const found = {
    rule: 'text-missing',
    severity: 'error',
    state: 'morning.gate',
    key: 'scenes.morning.gate.choices.next.label',
  };
  expect(check({ welsh: gone })).toEqual([
    expect.objectContaining({ ...found, file: 'text/cy.json' }),
  ]);
  expect(check({ easy: gone })).toEqual([
    expect.objectContaining({ ...found, file: 'text/en-GB.easy.json' }),
  ]);
  expect(check({ words: gone, easy: {} })).toEqual([]);
});

const rings = (text: string) => ({ 'scenes/slowly/parts/bench': say(text) });

test.each([
  ['Childline', 'You can ring Childline.', 'You can ring a helpline.'],
  ['999', 'You ring 999.', 'You ring for help.'],
  ['IWF', 'The Internet Watch Foundation can help.', 'Somebody can help.'],
  ['116 123', 'Somebody listens on 116 123.', 'Somebody listens on 1161234.'],
])('Easy Read keeps the route %s', (name, standard, easy) => {
  const [finding, ...others] = check({ words: rings(standard), easy: rings(easy) });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    file: 'text/en-GB.easy.json',
    state: 'slowly',
    rule: 'ACC-16',
    severity: 'error',
  });
  expect(finding?.message).toContain(`“${name}”`);
  expect(check({ words: rings(standard), easy: rings(standard) })).toEqual([]);
});

const national = [
  ...['999', '101', '111', '159', '7726', '85258', 'Childline', 'Report Remove', 'CEOP'],
  ...['Take It Down', 'Professionals Online Safety Helpline', 'Report Harmful Content', 'NSPCC'],
  ...['Stop It Now', 'Shore', 'ACT Early', 'Anti-Terrorist Hotline', 'Samaritans', 'Shout'],
  ...['HOPELINE247', 'Papyrus', 'Education Support', 'Report Fraud', 'Cyber Choices'],
];

test.each(national)('%s is a route that Easy Read keeps', (route) => {
  const found = check({ words: rings(`You try ${route}.`), easy: rings('You try a shore.') });
  expect(found).toMatchObject([{ rule: 'ACC-16', state: 'slowly' }]);
});

test('a route in another scene of Easy Read does not count, and another name for it does', () => {
  const elsewhere = { ...rings('You wait.'), 'scenes/apart/parts/chair': say('Ring Childline.') };
  expect(check({ words: rings('Ring Childline.'), easy: elsewhere })).toMatchObject([
    { rule: 'ACC-16', state: 'slowly' },
  ]);
  expect(
    check({ words: rings('The Internet Watch Foundation helps.'), easy: rings('IWF helps.') }),
  ).toEqual([]);
});

test('Easy Read keeps every contact and every choice, or is not read', () => {
  const easyOf = (changes: Changes) => {
    const { words } = createScenarioJson({ words: changes });
    const definition = { readingLevels: ['standard', 'easy'] };
    return readSmallScenario({ definition }, { 'text/en-GB.easy.json': JSON.stringify(words) })
      .findings;
  };
  expect(easyOf({})).toEqual([]);
  expect(easyOf({ 'scenes/together/parts/walk': say('You walk over.') })).toMatchObject([
    { file: 'text/en-GB.easy.json', rule: 'placeholder', state: 'together' },
  ]);
  expect(easyOf({ 'scenes/morning.answer/choices/rush': undefined })).toMatchObject(
    ['label', 'result', 'why'].map((field) => ({
      rule: 'text-missing',
      key: `scenes.morning.answer.choices.rush.${field}`,
    })),
  );
});

const tells: Record<string, [string, string]> = {
  'suicide or self-harm': ['She speaks of suicide.', 'Somebody speaks of suicide.'],
  'sexual pictures': ['A nude is going round.', 'A nude is passed on; it is not shown.'],
  'sexual abuse': ['He was groomed.', 'A man abuses a boy; it is not shown.'],
  'hate or extremism': ['The video is racist.', 'Somebody shares hateful videos.'],
  'violence or weapons': ['He holds a knife.', 'Somebody is attacked.'],
};

for (const [topic, [told, warning]] of Object.entries(tells))
  test(`a content note warns of ${topic}`, () => {
    const words = { 'scenes/mending/parts/silence': say(told) };
    const [finding, ...others] = check({ words });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      file: 'text/en-GB.json',
      key: 'contentNote',
      rule: 'content-note',
      severity: 'warning',
    });
    expect(finding?.message).toContain(`${topic}, which is in "scenes.mending.parts.silence"`);
    expect(check({ words: { ...words, contentNote: say(warning) } })).toEqual([]);
  });

test.each(['I want to die.', 'He thinks of ending it.', 'I don’t want to be here any more.'])(
  'this speaks of suicide: %s',
  (text) => {
    const [finding] = check({ words: { 'scenes/mending/parts/silence': say(text) } });
    expect(finding?.message).toContain('does not warn of suicide');
  },
);

test.each(['Nothing hard.', 'There is nothing upsetting here. You can stop.', 'No hard content.'])(
  'a content note cannot deny what the story tells: %s',
  (text) => {
    const found = (tags: string[]) =>
      check({
        definition: {
          'machine/states/mending/tags': tags,
          'machine/states/morning/states/answer/tags': [],
        },
        words: { contentNote: say(text) },
      }).filter(({ severity }) => severity === 'error');
    expect(found([])).toEqual([]);
    expect(found(['disclosure'])).toMatchObject([{ rule: 'content-note', key: 'contentNote' }]);
  },
);

test('a content note may say that nothing hard is shown, once it warns', () => {
  const definition = { 'machine/states/mending/tags': ['disclosure'] };
  const contentNote = say('Nothing upsetting is shown. Somebody talks of violence.');
  expect(check({ definition, words: { contentNote } })).toEqual([]);
});

test('a content note warns of danger', () => {
  const definition = { 'machine/states/mending/tags': ['danger'] };
  expect(check({ definition })).toMatchObject([{ rule: 'content-note', severity: 'warning' }]);
  expect(check({ definition, words: { contentNote: say('A pupil goes missing.') } })).toEqual([]);
});

test.each(['None.', 'n/a', 'TODO', '–'])(
  'a content note that says nothing is found: %s',
  (text) => {
    expect(check({ words: { contentNote: say(text) } })).toMatchObject([
      { rule: 'content-note', severity: 'error', key: 'contentNote' },
    ]);
  },
);

test('a source says when it was published', () => {
  const published = (text: string) => check({ definition: { 'sources/0/published': text } });
  for (const fine of ['2024', 'March 2024', 'undated', 'read in 2026', '2018–20'])
    expect(published(fine), fine).toEqual([]);
  for (const wrong of ['', 'recently', 'March', '20240', '1600'])
    expect(published(wrong), wrong).toMatchObject([
      { file: 'machine.json', rule: 'source-date', severity: 'error', key: 'sources.0.published' },
    ]);
  expect(check({ definition: { 'sources/0/title': ' ' } })).toMatchObject([
    { rule: 'source-title', key: 'sources.0.title' },
  ]);
});

test('a source cannot be published in the future', () => {
  const published = (text: string) => check({ definition: { 'sources/0/published': text } });
  for (const fine of ['November 2026', '2026', '2026-11', 'Sept. 2026', '2018–20', 'term 2026'])
    expect(published(fine), fine).toEqual([]);
  for (const wrong of ['2099', 'December 2026', '2026-12-01', 'Dec. 2026', '2025 and 2027'])
    expect(published(wrong), wrong).toMatchObject([
      { file: 'machine.json', rule: 'source-date', severity: 'error', key: 'sources.0.published' },
    ]);
});

test('a review date more than thirteen months ahead is a warning', () => {
  const found = (reviewBy: string) => check({ definition: { reviewBy } });
  expect(found('2027-12-22')).toEqual([]);
  expect(found('2027-12-23')).toMatchObject([
    { file: 'machine.json', rule: 'review-date', severity: 'warning', key: 'reviewBy' },
  ]);
});

test('a review date that has passed is a warning, and the day itself is not', () => {
  expect(check({}, '2027-09-01')).toEqual([]);
  expect(check({}, '2027-09-02')).toMatchObject([
    { file: 'machine.json', rule: 'review-date', severity: 'warning', key: 'reviewBy' },
  ]);
});

test('two scenarios cannot share an id, not even by its capitals', () => {
  const { definition, words } = createScenarioJson();
  const under = (folder: string) =>
    readScenario(scenarioFiles({ folder, definition, words }), ruleIds).findings;
  expect(under('staff/a-quiet-word')).toEqual([]);
  for (const folder of ['staff/a-second-word', 'staff/A-Quiet-Word'])
    expect(under(folder)).toMatchObject([{ scenario: folder, rule: 'id', key: 'id' }]);
});
