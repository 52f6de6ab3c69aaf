import { expect, test } from 'vitest';
import { checkCompleteness } from '#app/checker/completeness/check-completeness.ts';
import { checkHomeVersions } from '#app/checker/completeness/check-home-versions.ts';
import { readScenario } from '#scenarios/kit/read-scenario.ts';
import type { Track } from '#scenarios/kit/vocabulary.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';
import { smallGuide, withSymbols } from '#tests/factories/guide.ts';
import {
  accepted,
  type Changes,
  createScenarioJson,
  type Json,
  put,
  scenarioFiles,
} from '#tests/factories/scenario.ts';

type Said = { definition?: Changes; words?: Changes; easy?: Changes; guide?: Changes | null };

function read({ definition = {}, words = {}, easy, guide = {} }: Said, track?: Track) {
  const source = createScenarioJson({
    ...(track ? { track } : {}),
    words,
    definition: { ...(easy ? { readingLevels: ['standard', 'easy'] } : {}), ...definition },
  });
  const easyWords = withSymbols(createScenarioJson({ words }).words);
  const whole = smallGuide(source.definition);
  for (const [place, value] of Object.entries(easy ?? {})) put(easyWords as never, place, value);
  for (const [place, value] of Object.entries(guide ?? {})) put(whole, place, value);
  return readScenario(
    scenarioFiles(source, {
      ...(easy ? { 'text/en-GB.easy.json': JSON.stringify(easyWords) } : {}),
      'guide.en-GB.json': guide === null ? undefined : JSON.stringify(whole),
    }),
    ruleIds,
  );
}

const check = (said: Said) => checkCompleteness(accepted(read(said)), '2026-11-22');
const told = (found: { rule: string; severity: string; key: string | null }[]) =>
  found.map(({ rule, severity, key }) => `${severity} ${rule} ${key}`);
const say = (text: string, more: Record<string, Json> = {}): Json => [{ text, ...more }];

test('what people choose by is asked for: the 4Cs, the strands, hard topics, a guide', () => {
  expect(told(check({ definition: { fourCs: [] } }))).toEqual(['warning catalogue fourCs']);
  expect(told(check({ definition: { strands: undefined } }))).toEqual([
    'warning catalogue strands',
  ]);
  expect(told(check({ guide: null }))).toEqual(['warning guide null']);
  expect(check({ guide: null, definition: { homeVersionOf: 'parents/a-story' } })).toEqual([]);
});

test('a hard topic that the words tell of is named, so that it can be left out', () => {
  const words = {
    'scenes/slowly/parts/bench': say('“They had a knife,” she says.'),
    contentNote: say('Somebody speaks of a knife.'),
  };
  expect(told(check({ words }))).toEqual(['warning catalogue contains']);
  expect(check({ words, definition: { contains: ['violence-or-weapons'] } })).toEqual([]);
});

test('every idea of Easy Read has a symbol that exists, and one sentence', () => {
  const place = 'scenes/slowly/parts/bench';
  const key = 'scenes.slowly.parts.bench';
  const easy = (blocks: Json) => told(check({ easy: { [place]: blocks } }));
  expect(easy(say('They sit down.', { symbol: 'memo' }))).toEqual([]);
  expect(easy(say('“Who is he?” asks Sol.', { symbol: 'memo' }))).toEqual([]);
  expect(easy(say('They sit down.'))).toEqual([`error ACC-2 ${key}`]);
  expect(easy(say('They sit down.', { symbol: 'pistol' }))).toEqual([`error ACC-2 ${key}`]);
  expect(easy(say('They sit down. It rains.', { symbol: 'memo' }))).toEqual([
    `warning ACC-1 ${key}`,
  ]);
});

test.each(['They don’t sit.', "It's raining.", 'We’ll sit.'])(
  'Easy Read writes its words in full: %s',
  (text) => {
    const easy = { 'scenes/slowly/parts/bench': say(text, { symbol: 'memo' }) };
    expect(told(check({ easy }))).toEqual(['warning ACC-4 scenes.slowly.parts.bench']);
  },
);

test('whose something is, is no shortened word', () => {
  const easy = { 'scenes/slowly/parts/bench': say('It is Sam’s bench.', { symbol: 'memo' }) };
  expect(check({ easy })).toEqual([]);
});

test('Easy Read may name a contact more, and never one less', () => {
  const bench = (text: string, more = {}): Changes => ({
    'scenes/slowly/parts/bench': say(text, more),
  });
  const symbol = { symbol: 'memo' };
  const named = bench('They sit with {{dsl.name}}.', symbol);
  expect(check({ words: bench('They sit with the lead.'), easy: named })).toEqual([]);
  const left = bench('They sit with the lead.', symbol);
  const less = read({ words: bench('They sit with {{dsl.name}}.'), easy: left });
  expect(told(less.findings)).toEqual(['error placeholder scenes.slowly.parts.bench']);
});

test('symbols beside standard words would be seen by nobody', () => {
  const words = { 'scenes/slowly/parts/bench': say('They sit down.', { symbol: 'memo' }) };
  expect(told(check({ words }))).toEqual(['warning symbol scenes.slowly.parts.bench']);
});

test('words for one nation say which, and leave none without words', () => {
  const nations: Json = ['scotland'];
  const bench = (blocks: Json) =>
    told(check({ words: { 'scenes/slowly/parts/bench': blocks } })).map((line) =>
      line.replace(/ scenes.*/, ''),
    );
  const inScotland: Json = { text: 'In Scotland, they sit.', nations };
  expect(bench([{ text: 'They sit.' }, inScotland])).toEqual([]);
  expect(bench([{ text: 'They sit.' }, { text: 'They sit here.', nations }])).toEqual([
    'error nation-unnamed',
  ]);
  expect(bench([inScotland])).toEqual([
    'error nation-missing',
    'error nation-missing',
    'error nation-missing',
  ]);
});

test('words for a nation in which the story does not happen are seen by nobody', () => {
  const words: Changes = {
    'scenes/slowly/parts/bench': [
      { text: 'They sit.' },
      { text: 'In Wales, they sit.', nations: ['wales'] },
    ],
  };
  expect(told(check({ words, definition: { nations: ['england'] } }))).toEqual([
    'warning nation-unused scenes.slowly.parts.bench',
  ]);
});

test.each([
  ['Would you have told somebody?'],
  ['What could we do for her?'],
  ['Has it happened to anyone in your class?'],
])('a question about whoever is in the room is refused: %s', (question) => {
  const asked = [{ text: question }, { text: 'Who sees it?' }, { text: 'Who helps?' }];
  expect(told(check({ guide: { 'questions/morning.answer': asked } }))).toEqual([
    'error guide-questions questions.morning.answer',
  ]);
});

test('a question may quote what somebody of the story says to another', () => {
  const asked = ['What does “I believe you” do to her?', 'Who sees it?', 'Who helps?'];
  const guide = { 'questions/morning.answer': asked.map((text) => ({ text })) };
  expect(check({ guide })).toEqual([]);
});

test('a key decision has three questions, and is one', () => {
  const asked = ['Who sees it?', 'Who helps?'].map((text) => ({ text }));
  expect(read({ guide: { 'questions/morning.answer': asked } }).ok).toBe(false);
  const three = [...asked, { text: 'Who hears it?' }];
  expect(told(read({ guide: { 'questions/slowly': three } }).findings)).toEqual([
    'error guide-questions questions.slowly',
  ]);
});

test('pupils present only what is not led by an adult, and each card has its reader', () => {
  const cards = { adult: say('Stay.'), digitalLeader: say('Fetch the adult.') };
  const young = (theme: string, guide: Changes) =>
    told(read({ definition: { theme }, guide }, 'young-people').findings);
  const presents = { led: 'pupils-may-present', cards };
  expect(young('radicalisation', presents)).toEqual([]);
  expect(young('grooming', presents)).toEqual(['error guide-led led']);
  expect(young('radicalisation', { led: 'pupils-may-present' })).toEqual([
    'error guide-cards cards.digitalLeader',
  ]);
  expect(young('radicalisation', { cards })).toEqual(['error guide-cards cards.digitalLeader']);
  expect(young('radicalisation', { cards: undefined })).toEqual(['error guide-cards cards']);
  expect(told(read({ guide: { cards: { adult: say('Stay.') } } }).findings)).toEqual([
    'error guide-cards cards',
  ]);
});

test('a version for home is short, and belongs to a scenario for parents that is there', () => {
  const whole = accepted(read({}, 'parents')).definition;
  const home = (changes: object) =>
    told(
      checkHomeVersions([
        whole,
        { ...whole, id: 'parents/at-home', homeVersionOf: whole.id, ...changes },
      ]),
    );
  expect(home({})).toEqual([]);
  expect(home({ homeVersionOf: 'parents/another' })).toEqual(['error home-version homeVersionOf']);
  expect(home({ homeVersionOf: 'parents/at-home' })).toEqual(['error home-version homeVersionOf']);
  expect(home({ track: 'staff' })).toEqual(['error home-version homeVersionOf']);
  expect(home({ minutes: 4 })).toEqual(['warning home-version minutes']);
});
