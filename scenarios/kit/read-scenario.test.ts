// cspell:ignore taget Ffoniwch
import { expect, test } from 'vitest';
import { ruleIds } from '#scenarios/rules/rules.ts';
import {
  type Changes,
  createScenarioJson,
  type Json,
  readSmallScenario,
  scenarioFiles,
} from '#tests/factories/scenario.ts';
import type { Finding } from './findings.ts';
import { readScenario } from './read-scenario.ts';
import { type Track, tracks } from './vocabulary.ts';

const answer = 'machine/states/morning/states/answer';
const listen = `${answer}/on/listen`;
const gate = 'machine/states/morning/states/gate';
const signs = 'machine/states/morning/states/signs';
const together = 'machine/states/together';
const flagIs = (flag: string) => ({ type: 'flagIs', params: { flag, value: true } });
const way = { target: 'weighing' };

type Expected = Partial<Pick<Finding, 'state' | 'key' | 'rule' | 'severity'>> & { says: string };

/** A change to machine.json, and the finding that must come of it. */
const refused: Record<string, [Changes, Expected]> = {
  'something invoked': [
    { [`${gate}/invoke`]: { src: 'x' } },
    { state: 'morning.gate', says: '"invoke" is not allowed in a scenario: a scenario calls' },
  ],
  'a clock': [
    { [`${gate}/after`]: { 1000: 'phone' } },
    { state: 'morning.gate', says: '"after" is not allowed in a scenario: time passes by scenes' },
  ],
  'a history state': [
    { [`${gate}/type`]: 'history' },
    { state: 'morning.gate', says: 'A state of type "history" is not allowed in a scenario: a' },
  ],
  'parallel states': [
    { 'machine/states/morning/type': 'parallel' },
    { state: 'morning', says: 'A state of type "parallel" is not allowed in a scenario: there is' },
  ],
  'a parallel machine': [
    { 'machine/type': 'parallel' },
    { state: null, key: 'machine.type', says: '"type" means nothing here.' },
  ],
  'something done when a chapter ends': [
    { 'machine/states/morning/onDone': 'together' },
    { state: 'morning', says: '"onDone" is not allowed in a scenario: an ending is the end.' },
  ],
  'a misspelt field': [
    { [`${listen}/taget`]: 'weighing' },
    { state: 'morning.answer', says: '"taget" means nothing here. Correct its spelling' },
  ],
  'an unknown guard': [
    { [`${listen}/guard`]: { type: 'flagWas', params: {} } },
    { state: 'morning.answer', says: '"flagWas" is not known here as "type". Write "flagIs"' },
  ],
  'a guard without params': [
    { [`${listen}/guard`]: { type: 'flagIs' } },
    { state: 'morning.answer', says: '"params" is missing. It says what the guard or action is' },
  ],
  'a guard that is a word': [
    { [`${listen}/guard`]: 'trusts' },
    { state: 'morning.answer', says: '"guard" must be a group in { }, not "trusts".' },
  ],
  'a guard inside a guard that does not exist': [
    { [`${listen}/guard`]: { type: 'not', params: { guard: { type: 'or' } } } },
    { state: 'morning.answer', says: '"or" is not known here as "type".' },
  ],
  'an unknown action': [
    { [`${listen}/actions`]: [{ type: 'addMeter', params: {} }] },
    { state: 'morning.answer', says: '"addMeter" is not known here as "type". Write "setFlag" or' },
  ],
  'a meter that does not exist': [
    { [`${listen}/actions`]: [{ type: 'adjustMeter', params: { meter: 'hope', by: 1 } }] },
    { state: 'morning.answer', says: '"hope" is not known here as "meter". Write "trust",' },
  ],
  'a meter that begins above 10': [
    { 'machine/context/meters/trust': 11 },
    { key: 'machine.context.meters.trust', says: '"trust" is 11; the most allowed is 10.' },
  ],
  'half a point': [
    { [`${listen}/actions`]: [{ type: 'adjustMeter', params: { meter: 'trust', by: 0.5 } }] },
    { state: 'morning.answer', says: '"by" must be a whole number, not 0.5.' },
  ],
  'an unknown tag': [
    { [`${answer}/tags`]: ['disclosed'] },
    { state: 'morning.answer', says: '"disclosed" is not known here as entry 1 of "tags".' },
  ],
  'an unknown deed': [
    { [`${listen}/meta/does`]: ['listens'] },
    { state: 'morning.answer', says: 'Did you mean "listen"?' },
  ],
  'an unknown kind of scene': [
    { [`${gate}/meta/kind`]: 'quiz' },
    { state: 'morning.gate', says: '"quiz" is not known here as "kind". Write "scene", "thread"' },
  ],
  'a scene without a kind': [
    { [`${gate}/meta/kind`]: undefined },
    { state: 'morning.gate', says: '"kind" is missing. Write "scene", "thread"' },
  ],
  'a scene without parts': [
    { [`${gate}/meta/parts`]: [] },
    { state: 'morning.gate', says: '"parts" is a list of 0; the least allowed is 1.' },
  ],
  'a target that does not exist': [
    { [`${listen}/target`]: 'nowhere' },
    { state: 'morning.answer', key: 'listen', rule: 'target', says: 'leads to "nowhere", which' },
  ],
  'a target that is not a sibling': [
    { 'machine/states/mending/on/leave.it/target': 'gate' },
    { state: 'mending', rule: 'target', says: 'Name a sibling, or write #scenario.<path>.' },
  ],
  'a choice without a target': [
    { [`${listen}/target`]: undefined },
    { state: 'morning.answer', says: '"target" is missing. It names the state that follows.' },
  ],
  'a list of choices with one that is broken': [
    { 'machine/states/mending/on/say.sorry': [{ target: 5 }] },
    { state: 'mending', says: '"target" must be text in quotation marks, not 5.' },
  ],
  'a choice that is neither one nor a list': [
    { [listen]: 5 },
    { state: 'morning.answer', says: '"listen" must be a group in { }, not 5.' },
  ],
  'a machine that starts nowhere': [
    { 'machine/initial': 'evening' },
    { state: null, rule: 'initial', says: 'The machine starts in "evening", which does not exist' },
  ],
  'a chapter that starts nowhere': [
    { 'machine/states/morning/initial': 'weighing' },
    { state: 'morning', rule: 'initial', says: 'needs an "initial" that is one of them' },
  ],
  'a chapter without states': [
    { 'machine/states/morning/states': {} },
    { state: 'morning', rule: 'initial', says: 'needs an "initial" that is one of them' },
  ],
  'an initial without states': [
    { 'machine/states/mending/initial': 'there' },
    { state: 'mending', rule: 'initial', says: 'has an "initial" but no states. Take' },
  ],
  'a chapter that is a scene too': [
    { 'machine/states/morning/meta': { kind: 'scene', parts: [{ id: 'rain' }] } },
    { state: 'morning', rule: 'compound', says: 'it cannot be a scene' },
  ],
  'an always that leads back to itself': [
    { 'machine/states/weighing/always': [{ target: 'weighing' }] },
    { state: 'weighing', rule: 'always-cycle', says: 'back to itself without a choice, for ever' },
  ],
  'two always that lead to each other': [
    {
      'machine/states/weighing/always': [{ target: 'pausing' }],
      'machine/states/pausing': { always: [{ target: 'slowly', guard: flagIs('asked') }, way] },
    },
    { state: 'pausing', rule: 'always-cycle', says: 'Take one of these "always" out.' },
  ],
  'an always that leads back through a chapter': [
    {
      'machine/states/weighing/always': [{ target: 'evening' }],
      'machine/states/evening': {
        initial: 'dusk',
        states: { dusk: { always: [{ target: '#scenario.weighing' }] } },
      },
    },
    { state: 'weighing', rule: 'always-cycle', says: 'leads from "weighing" back' },
  ],
  'a state in which somebody could get stuck': [
    { 'machine/states/weighing/always/2': { target: 'slowly', guard: flagIs('noticed') } },
    { state: 'weighing', rule: 'always', says: 'the last of its "always" must have no guard' },
  ],
  'an always that claims to do something': [
    { 'machine/states/weighing/always/2/meta': { does: ['blame'] } },
    { state: 'weighing', rule: 'always', says: 'nobody chooses an "always"' },
  ],
  'a state that shows nothing': [
    { [`${gate}/meta`]: undefined },
    { state: 'morning.gate', rule: 'scene', says: 'give it a scene in "meta"' },
  ],
  'a decision with one choice': [
    { [`${answer}/on`]: { listen: { target: '#scenario.weighing' } } },
    {
      state: 'morning.answer',
      rule: 'choices',
      says: 'a decision with 1 choices; it needs 2 to 4',
    },
  ],
  'a decision with five choices': [
    { [`${answer}/on/fifth`]: { target: '#scenario.weighing' } },
    {
      state: 'morning.answer',
      rule: 'choices',
      says: 'a decision with 5 choices; it needs 2 to 4',
    },
  ],
  'a decision with a next': [
    { 'machine/states/mending/on/next': way },
    { state: 'mending', rule: 'choices', says: '"next" is not a choice' },
  ],
  'a narration with two ways on': [
    { [`${gate}/on/other`]: { target: 'phone' } },
    { state: 'morning.gate', rule: 'choices', says: 'it has one way on, an event called "next"' },
  ],
  'a narration that leads nowhere': [
    { [`${gate}/on`]: undefined },
    { state: 'morning.gate', rule: 'choices', says: 'it has one way on, an event called "next"' },
  ],
  'a final state without an ending': [
    { [`${together}/meta`]: undefined },
    { state: 'together', rule: 'ending', says: 'it needs a scene of kind "ending" with a rating' },
  ],
  'an ending that is not final': [
    { [`${together}/type`]: undefined },
    { state: 'together', rule: 'ending', says: 'is an ending: write "type": "final" there' },
  ],
  'an ending with a way on': [
    { [`${together}/on`]: { next: way } },
    { state: 'together', rule: 'ending', says: 'nothing can follow it' },
  ],
  'an ending without a rating': [
    { [`${together}/meta/rating`]: undefined },
    {
      state: 'together',
      says: '"rating" is missing. Write "recommended", "workable" or "harmful"',
    },
  ],
  'a spot whose outcomes are not its events': [
    { [`${signs}/meta/outcomes/1/event`]: 'saw.half' },
    {
      state: 'morning.signs',
      rule: 'outcomes',
      says: '(saw.all, saw.half, saw.none) and the events',
    },
  ],
  'a spot whose last outcome has bounds': [
    { [`${signs}/meta/outcomes/2/foundAtLeast`]: 1 },
    { state: 'morning.signs', rule: 'outcomes', says: 'takes every answer left' },
  ],
  'a spot that wants more signs than there are': [
    { [`${signs}/meta/outcomes/0/foundAtLeast`]: 3 },
    { state: 'morning.signs', rule: 'outcomes', says: 'wants 3 signs found, and there are only 2' },
  ],
  'a grave breach that is called a slip': [
    { [`${answer}/on/ask.image/meta/quality`]: 'slip' },
    { state: 'morning.answer', key: 'ask.image', rule: 'quality', says: 'SEQ-4, which is grave' },
  ],
  'a breach that is called neutral': [
    { [`${answer}/on/rush/meta/quality`]: 'neutral' },
    { state: 'morning.answer', key: 'rush', rule: 'quality', says: 'its quality must be "slip"' },
  ],
  'a breach that is called good': [
    { [`${listen}/meta/breaks`]: ['NUD-10'] },
    { state: 'morning.answer', rule: 'quality', says: 'its quality must be "slip", not "good"' },
  ],
  'a grave choice that breaks no grave rule': [
    { [`${answer}/on/ask.image/meta/breaks`]: ['NUD-2'] },
    { state: 'morning.answer', rule: 'quality', says: 'breaks no grave rule (SEQ-1, SEQ-2' },
  ],
  'a slip that breaks nothing': [
    { [`${answer}/on/rush/meta/breaks`]: [] },
    { state: 'morning.answer', rule: 'quality', says: 'is a "slip" but breaks no rule' },
  ],
  'a good choice that follows nothing': [
    { [`${listen}/meta/follows`]: [] },
    { state: 'morning.answer', rule: 'quality', says: 'is "good" but follows no rule' },
  ],
  'an unknown rule': [
    { [`${listen}/meta/follows`]: ['GEN-99'] },
    {
      state: 'morning.answer',
      key: 'listen',
      rule: 'rule',
      says: 'There is no rule "GEN-99". Take',
    },
  ],
  'an unknown rule among the sources': [
    { 'sources/0/rules': ['GEN-98'] },
    { state: null, key: 'sources.0.rules', rule: 'rule', says: 'There is no rule "GEN-98".' },
  ],
  'a rule that is no rule id': [
    { [`${listen}/meta/follows`]: ['listening'] },
    { state: 'morning.answer', says: '"listening" cannot stand here. Use a rule id, such as' },
  ],
  'a flag in a guard that is not declared': [
    { [`${listen}/guard`]: { type: 'any', params: { of: [flagIs('heard')] } } },
    { state: 'morning.answer', rule: 'flag', says: '"heard", which does not exist. Declare it' },
  ],
  'a flag in an action that is not declared': [
    { [`${gate}/entry`]: [{ type: 'setFlag', params: { flag: 'heard', value: true } }] },
    { state: 'morning.gate', rule: 'flag', says: '"heard", which does not exist. Declare it' },
  ],
  'a flag in a part that is not declared': [
    { [`${gate}/meta/parts/0/when`]: flagIs('heard') },
    { state: 'morning.gate', rule: 'flag', says: '"heard", which does not exist. Declare it' },
  ],
  'somebody who is not in the cast': [
    { [`${gate}/meta/parts/1/by`]: 'alex' },
    { state: 'morning.gate', rule: 'cast', says: '"alex", who is not in "cast". Add them' },
  ],
  'the face of somebody who is not in the cast': [
    { 'machine/states/morning/states/gate/meta/faces/0/who': 'alex' },
    { state: 'morning.gate', rule: 'face', says: '"alex", who has no "look" in "cast".' },
  ],
  'the face of somebody without a look': [
    { 'cast/sam/look': undefined },
    { state: 'morning.gate', rule: 'face', says: '"sam", who has no "look" in "cast".' },
  ],
  'an item said by somebody who is not in the cast': [
    { [`${signs}/meta/items/0/by`]: 'alex' },
    { state: 'morning.signs', rule: 'cast', says: '"alex", who is not in "cast".' },
  ],
  'two parts of one id': [
    { [`${gate}/meta/parts/1/id`]: 'rain' },
    { state: 'morning.gate', rule: 'id', says: 'uses the id "rain" twice' },
  ],
  'two items of one id': [
    { [`${signs}/meta/items/1/id`]: 'gift' },
    { state: 'morning.signs', rule: 'id', says: 'uses the id "gift" twice' },
  ],
  'an event in capitals': [
    { [`${answer}/on/Shout`]: { target: '#scenario.weighing' } },
    { state: 'morning.answer', says: '"Shout" cannot be a name here. Use a lower-case id' },
  ],
  'an event that XState keeps for itself': [
    { [`${answer}/on/xstate.stop`]: { target: '#scenario.weighing' } },
    { state: 'morning.answer', says: 'names that begin with "xstate."' },
  ],
  'a state with a dash': [
    { 'machine/states/by-night': { type: 'final' } },
    { state: 'by-night', says: '"by-night" cannot be a name here. Use a camelCase id' },
  ],
  'another kit': [{ kit: 2 }, { key: 'kit', says: '2 is not known here as "kit". Write 1.' }],
  'another track': [
    { track: 'parents' },
    { key: 'id', rule: 'id', says: 'must begin with the track: "parents/".' },
  ],
  'another folder': [
    { id: 'staff/elsewhere' },
    { key: 'id', rule: 'id', says: 'must be the name of the folder, "staff/a-quiet-word"' },
  ],
  'a date that is none': [
    { reviewBy: 'next year' },
    { key: 'reviewBy', says: '"next year" cannot stand here. Use a date, such as "2027-09-01".' },
  ],
  'a language that is none': [
    { locales: ['English'] },
    { key: 'locales.0', says: '"English" cannot stand here. Use a language code' },
  ],
};

for (const [what, [definition, { says, ...fields }]] of Object.entries(refused))
  test(`machine.json is refused with ${what}`, () => {
    const result = readSmallScenario({ definition });
    expect(result.ok).toBe(false);
    expectFinding(result.findings, { file: 'machine.json', ...fields }, says);
  });

const gateWords = 'scenes/morning.gate';
const refusedWords: Record<string, [Changes, Expected]> = {
  'a missing text': [
    { [`${gateWords}/parts/rain`]: undefined },
    {
      state: 'morning.gate',
      key: 'scenes.morning.gate.parts.rain',
      rule: 'text-missing',
      says: 'is missing. Write it',
    },
  ],
  'a choice without a label': [
    { 'scenes/mending/choices/leave.it/label': undefined },
    {
      state: 'mending',
      key: 'scenes.mending.choices.leave.it.label',
      rule: 'text-missing',
      says: 'is missing',
    },
  ],
  'an item without feedback': [
    { 'scenes/morning.signs/items/gift/feedback': undefined },
    {
      state: 'morning.signs',
      key: 'scenes.morning.signs.items.gift.feedback',
      rule: 'text-missing',
      says: 'is missing',
    },
  ],
  'a chapter without a name': [
    { 'chapters/morning': undefined },
    { key: 'chapters.morning', rule: 'text-missing', says: 'is missing' },
  ],
  'somebody without a name': [
    { 'cast/sam': undefined },
    { key: 'cast.sam', rule: 'text-missing', says: 'is missing' },
  ],
  'a text that nothing uses': [
    { [`${gateWords}/parts/snow`]: [{ text: 'It snows.' }] },
    { state: 'morning.gate', rule: 'text-orphan', says: 'Nothing in machine.json uses' },
  ],
  'a scene that does not exist': [
    { 'scenes/evening': { title: 'Evening', parts: {} } },
    { state: 'evening', key: 'scenes.evening.title', rule: 'text-orphan', says: 'Take it out.' },
  ],
  'a contact that does not exist': [
    { summary: [{ text: 'Ring {{dsl.fax}}.' }] },
    {
      key: 'summary',
      rule: 'placeholder',
      says: '{{dsl.fax}} is no contact that exists. There are dsl,',
    },
  ],
  'brackets without a partner': [
    { summary: [{ text: 'Ring {{dsl.name}.' }] },
    { key: 'summary', rule: 'placeholder', says: 'two brackets on each side: {{dsl.name}}' },
  ],
  markup: [
    { [`${gateWords}/parts/rain`]: [{ text: 'It <b>rains</b>.' }] },
    { state: 'morning.gate', rule: 'markup', says: 'holds markup, such as <b>' },
  ],
  'an entity': [
    { title: 'Sam &amp; you' },
    { key: 'title', rule: 'markup', says: 'Write plain words.' },
  ],
  'a text without words': [
    { [`${gateWords}/parts/rain`]: [{ text: '' }] },
    {
      state: 'morning.gate',
      rule: 'format',
      says: '"text" is 0 letters long; the least allowed is 1',
    },
  ],
  'a label of nothing but spaces': [
    { 'scenes/mending/choices/leave.it/label': { text: ' \u00a0 ' } },
    {
      state: 'mending',
      key: 'scenes.mending.choices.leave.it.label',
      rule: 'text-empty',
      says: 'holds nothing but spaces. Write it.',
    },
  ],
  'two choices that say the same': [
    {
      'scenes/mending/choices/leave.it/label': { text: 'I wait  and see.' },
      'scenes/mending/choices/say.sorry/label': { text: ' I wait and see. ' },
    },
    {
      state: 'mending',
      rule: 'label-twice',
      says: 'Two choices of this scene say "I wait and see."',
    },
  ],
  'an empty title': [
    { title: '' },
    { key: 'title', rule: 'format', says: '"title" is 0 letters long; the least allowed is 1' },
  ],
  'a title of nothing but spaces': [
    { [`${gateWords}/title`]: '  ' },
    { state: 'morning.gate', rule: 'text-empty', says: 'holds nothing but spaces' },
  ],
  'a text that is no list of blocks': [
    { [`${gateWords}/parts/rain`]: 'It rains.' },
    {
      state: 'morning.gate',
      rule: 'format',
      says: '"rain" must be a list in [ ], not "It rains."',
    },
  ],
};

for (const [what, [words, { says, ...fields }]] of Object.entries(refusedWords))
  test(`words are refused with ${what}`, () => {
    const result = readSmallScenario({ words });
    expect(result.ok).toBe(false);
    expectFinding(result.findings, { file: 'text/en-GB.json', ...fields }, says);
  });

test.each(tracks)(
  'a sound scenario of the track %s is accepted without findings',
  (track: Track) => {
    const result = readSmallScenario({ track });
    expect(result.findings).toEqual([]);
    expect(result.ok).toBe(true);
  },
);

test('what the author leaves out is filled in', () => {
  const result = readSmallScenario({ words: { 'scenes/together/choices': undefined } });
  if (!result.ok) throw new Error('refused');
  expect(result.source.definition.role).toBe('frontline');
  const { on } = result.source.definition.machine.states.morning?.states?.answer ?? {};
  expect(on?.listen).toMatchObject({ meta: { breaks: [], repairs: [] } });
});

test('plain words that look a little like markup are accepted', () => {
  const words = { summary: [{ text: 'Tom & Sam: 3 < 5, and {you} know it.' }] };
  expect(readSmallScenario({ words }).findings).toEqual([]);
});

test('broken JSON is a finding that names the file and the line', () => {
  const { ok, findings } = readSmallScenario({}, { 'machine.json': '{\n "kit": 1,\n}' });
  expect(ok).toBe(false);
  expect(findings).toMatchObject([{ file: 'machine.json', rule: 'json' }]);
  expect(findings[0]?.message).toContain('not valid JSON at line 3');
});

test('two states of one name are a finding, though JSON would keep the second', () => {
  const { definition } = createScenarioJson();
  const text = JSON.stringify(definition).replace('"mending":', '"together":');
  const { ok, findings } = readSmallScenario({}, { 'machine.json': text });
  expect(ok).toBe(false);
  expectFinding(
    findings,
    { file: 'machine.json', state: 'together', rule: 'duplicate' },
    '"together" stands twice in the same place',
  );
});

test('a missing machine.json is a finding, and so are missing words', () => {
  const nothing = readSmallScenario({}, { 'machine.json': undefined });
  expect(nothing.findings).toMatchObject([{ file: 'machine.json', rule: 'file-missing' }]);
  const silent = readSmallScenario({}, { 'text/en-GB.json': undefined });
  expect(silent.ok).toBe(false);
  expect(silent.findings).toMatchObject([{ file: 'text/en-GB.json', rule: 'file-missing' }]);
});

test('a file that cannot be read is not called missing, and nothing is served without it', () => {
  const { folder, files } = scenarioFiles(createScenarioJson());
  for (const file of ['machine.json', 'text/en-GB.json']) {
    const unread = new Map<string, string | null>([...files, [file, null]]);
    expect(readScenario({ folder, files: unread }, ruleIds)).toEqual({ ok: false, findings: [] });
  }
});

test('no message repeats a long text of a file', () => {
  const long = 'word'.repeat(5000);
  const changes: Changes[] = [{ [long]: 1 }, { kit: long }, { [`machine/states/${long}`]: 5 }];
  const findings = [
    ...changes.flatMap((definition) => readSmallScenario({ definition }).findings),
    ...readSmallScenario({ words: { [`cast/${long}`]: 'Sam' } }).findings,
    ...readSmallScenario({}, { 'machine.json': `{"${long}": 1, "${long}": 2}` }).findings,
    ...readSmallScenario({}, { 'machine.json': `{"a": ${long}}` }).findings,
  ];
  expect(findings.length).toBeGreaterThan(changes.length);
  for (const { message } of findings) expect(message.length).toBeLessThan(400);
});

test('each language and level that is claimed must be there', () => {
  const definition = { locales: ['en-GB', 'cy'], readingLevels: ['standard', 'easy'] };
  const { findings } = readSmallScenario({ definition });
  expect(findings.map(({ file, rule }) => [file, rule])).toEqual([
    ['text/en-GB.easy.json', 'file-missing'],
    ['text/cy.json', 'file-missing'],
    ['text/cy.easy.json', 'file-missing'],
  ]);
});

test('another language names every contact of the first, in whatever order', () => {
  const definition = { locales: ['en-GB', 'cy'] };
  const inWelsh = (text: string) => {
    const welsh = createScenarioJson({ words: { 'scenes/together/parts/walk': [{ text }] } });
    return readSmallScenario({ definition }, { 'text/cy.json': JSON.stringify(welsh.words) });
  };
  expect(inWelsh('Ffoniwch {{dsl.phone}}: {{dsl.name}}.').findings).toEqual([]);
  const { ok, findings } = inWelsh('Ffoniwch {{dsl.name}}.');
  expect(ok).toBe(false);
  expect(findings).toMatchObject([
    { file: 'text/cy.json', state: 'together', rule: 'placeholder', severity: 'error' },
  ]);
  expect(findings[0]?.message).toContain(
    'must name the contacts that the first language names there',
  );
});

test('a language that machine.json does not claim is a warning, and does no harm', () => {
  const { words } = createScenarioJson();
  const { ok, findings } = readSmallScenario({}, { 'text/fr.json': JSON.stringify(words) });
  expect(ok).toBe(true);
  expect(findings).toMatchObject([
    { file: 'text/fr.json', rule: 'text-unclaimed', severity: 'warning' },
  ]);
});

test('no message shows a programmer’s words', () => {
  const all = Object.values(refused).flatMap(
    ([definition]) => readSmallScenario({ definition }).findings,
  );
  for (const { message } of all) {
    expect(message).toMatch(/[.:)]$/);
    expect(message).not.toMatch(/Invalid|Unrecognized|expected|undefined|regex|pattern|\[object/i);
  }
});

test('every finding has the whole shape that scenarios:check prints', () => {
  const { findings } = readSmallScenario({ definition: { kit: 3 as Json } });
  expect(findings).toEqual([
    {
      scenario: 'staff/a-quiet-word',
      file: 'machine.json',
      state: null,
      key: 'kit',
      rule: 'format',
      severity: 'error',
      source: 'Scenario format, version 1',
      path: [],
      message: '3 is not known here as "kit". Write 1.',
    },
  ]);
});

function expectFinding(findings: Finding[], fields: Partial<Finding>, says: string) {
  expect(findings).toContainEqual(
    expect.objectContaining({ ...fields, message: expect.stringContaining(says) }),
  );
}
