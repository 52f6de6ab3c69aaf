import { describe, expect, test } from 'vitest';
import { checkScenario } from '#app/checker/check-scenario.ts';
import { checkWalkthroughs } from '#app/checker/check-walkthroughs.ts';
import type { Finding } from '#scenarios/kit/findings.ts';
import { readScenario } from '#scenarios/kit/read-scenario.ts';
import type { Walkthrough } from '#scenarios/kit/walkthroughs.ts';
import { citeRule, ruleIds } from '#scenarios/rules/rules.ts';
import { type Json, put, scenarioFiles } from '#tests/factories/scenario.ts';
import { type Setting, smallScenario, smallScenarioJson } from '#tests/factories/small-scenario.ts';

type Found = Pick<Finding, 'rule' | 'severity' | 'state' | 'key' | 'path'>;
/** A story that is `wrong` in one way only, its twin that is `right`, and what is found in the first. */
type Case = { says: string; setting?: Setting; wrong: string; right: string; finds: Found[] };

function findingsIn(story: string, setting?: Setting): Finding[] {
  return checkScenario(smallScenario(story, setting)).proofs.map(({ finding }) => finding);
}

const error = (rule: string, state: string | null, path: string[], key: string | null = null) =>
  ({ rule, severity: 'error', state, key, path }) satisfies Found;
const warning = (rule: string, state: string, key: string, path: string[] = []) =>
  ({ rule, severity: 'warning', state, key, path }) satisfies Found;
const info = (rule: string, state: string, key: string | null = null) =>
  ({ rule, severity: 'info', state, key, path: [] }) satisfies Found;

const format = 'Scenario format, version 1';
/** Said of every scenario that ends. */
const told = ['length', 'random-play'];

const hall = `
hall
  act -> well
  leave -> fair`;

/** Flags that are all asked for at the end: twice as many ways to stand for each. */
function flagsAsked(count: number): string {
  const flags = Array.from({ length: count }, (_, index) => `f${index}`);
  const asking = flags.map((flag, index) => [
    `s${index}`,
    `  yes: listen, sets ${flag} -> ${index + 1 < count ? `s${index + 1}` : 'last'}`,
    `  no -> ${index + 1 < count ? `s${index + 1}` : 'last'}`,
  ]);
  const ways = flags.map((flag) => `  go.on: support, if ${flag} -> well`);
  return [...asking.flat(), 'last', ...ways, '  go.on -> well', '  leave -> fair'].join('\n');
}

const young: Setting = { track: 'young-people' };
const call = `
hall: @
  tell: tell_adult -> well
  leave: tell_adult -> badly`;

const cases: Case[] = [
  {
    says: 'a theme whose tag is nowhere',
    setting: { ...young, theme: 'online-blackmail' },
    wrong: call.replace(': @', ''),
    right: call.replace('@', 'blackmail'),
    finds: [error('marker', null, [])],
  },
  {
    says: 'harm to the player, who is not said to be harmed',
    setting: young,
    wrong: call.replace('@', 'harm'),
    right: call.replace(': @', ''),
    finds: [error('marker', null, [])],
  },
  {
    says: 'a state that nothing leads to',
    wrong: `${hall}\nisland -> well`,
    right: `${hall.replace('-> well', '-> island')}\nisland -> well`,
    finds: [error('reachable', 'island', [])],
  },
  {
    says: 'a state that no guard ever lets anybody come to',
    wrong: `
hall
  act: listen, sets asked -> fork
  leave: support, sets asked -> fork
fork
  always: if asked -> well
  always -> island
island -> fair`,
    right: `
hall
  act: listen, sets asked -> fork
  leave: support -> fork
fork
  always: if asked -> well
  always -> island
island -> fair`,
    finds: [error('reachable', 'island', [])],
  },
  {
    says: 'a state inside a chapter that is neither its beginning nor a target',
    wrong: `
hall
  act -> evening
  leave -> fair
evening.dusk -> well
evening.cellar -> well`,
    right: `
hall
  act -> evening
  leave -> evening.cellar
evening.dusk -> well
evening.cellar -> well`,
    finds: [error('reachable', 'evening.cellar', [])],
  },
  {
    says: 'two decisions that lead only to each other',
    wrong: `
hall
  act -> well
  leave -> here
here
  go -> there
  run: delay -> there
there
  back -> here
  return: delay -> here`,
    right: `
hall
  act -> well
  leave -> here
here
  go -> there
  run: delay -> there
there
  back -> here
  return: delay -> fair`,
    finds: [
      error('dead-end', 'here', ['Go on', 'Leave']),
      error('dead-end', 'there', ['Go on', 'Leave', 'Go']),
    ],
  },
  {
    says: 'dead ends, said once however many ways somebody stands there',
    wrong: `
hall
  act: listen, sets asked -> here
  leave -> here
  end -> well
here
  go: listen, if asked -> there
  go: support -> there
  run: delay -> there
there
  back -> here
  return: delay -> here`,
    right: `
hall
  act: listen, sets asked -> here
  leave -> here
  end -> well
here
  go: listen, if asked -> there
  go: support -> there
  run: delay -> there
there
  back -> here
  return: delay -> fair`,
    finds: [
      error('dead-end', 'here', ['Go on', 'Act']),
      error('dead-end', 'there', ['Go on', 'Act', 'Go']),
    ],
  },
  {
    says: 'a decision where on one path every guard is off',
    wrong: `
hall
  act: listen, sets asked -> room
  leave -> room
room
  speak: support, if asked -> well
  sit: if asked -> fair`,
    right: `
hall
  act: listen, sets asked -> room
  leave -> room
room
  speak: support -> well
  sit -> fair`,
    finds: [error('dead-end', 'room', ['Go on', 'Leave'])],
  },
  {
    says: 'a decision where on one path only one choice is open',
    wrong: `
hall
  act: listen, sets asked -> room
  leave -> room
room
  speak: support, if asked -> well
  sit -> fair`,
    right: `
hall
  act: listen, sets asked -> room
  leave -> room
room
  speak: support, if asked -> well
  wait: listen -> well
  sit -> fair`,
    finds: [error('choices', 'room', ['Go on', 'Leave'])],
  },
  {
    says: 'scenes that come round without a choice',
    wrong: `
hall
  act -> well
  leave -> here
here -> there
there -> here`,
    right: `
hall
  act -> well
  leave -> here
here -> there
there -> fair`,
    finds: [
      error('dead-end', 'here', ['Go on', 'Leave']),
      error('dead-end', 'there', ['Go on', 'Leave', 'Continue']),
      error('loop', 'here', ['Go on', 'Leave']),
    ],
  },
  {
    says: 'a tag where nobody stands, so that no rule could ever see it',
    wrong: `
hall
  act: listen -> fork
  leave -> fair
fork: night_passes
  always -> well`,
    right: `
hall
  act: listen -> fork
  leave -> fair
fork
  always -> night
night: night_passes -> well`,
    finds: [error('unseen-tag', 'fork', [])],
  },
  {
    says: 'no harmful ending',
    setting: { opening: false },
    wrong: hall,
    right: `${hall}\n  stay -> badly`,
    finds: [error('rating', null, [])],
  },
  {
    says: 'ratings that no guard lets anybody reach',
    wrong: `
hall
  act: listen, sets asked -> room
  leave: support, sets asked -> room
room
  speak: listen, if asked -> fair
  speak: listen -> well
  sit -> badly`,
    right: `
hall
  act: listen, sets asked -> room
  leave: support -> room
room
  speak: listen, if asked -> fair
  speak: listen -> well
  sit -> badly`,
    finds: [
      error('reachable', 'well', []),
      warning('never-taken', 'room', 'speak'),
      error('rating', null, []),
    ],
  },
  {
    says: 'more ways to stand than anybody could review',
    setting: { opening: false },
    wrong: flagsAsked(18),
    right: `${flagsAsked(6)}\n  stop -> badly`,
    finds: [error('bounded', 's0', [])],
  },
  {
    says: 'no way back from a slip',
    wrong: `
hall
  act: minimise, breaks NUD-10 -> sorry
  leave -> well
sorry
  mend: support -> badly
  go: delay -> badly`,
    right: `
hall
  act: minimise, breaks NUD-10 -> sorry
  leave -> well
sorry
  mend: support, repairs NUD-10 -> well
  go: delay -> badly`,
    finds: [error('coming-back', 'hall', ['Go on', 'Act'], 'act')],
  },
  {
    says: 'a way back from a grave error that repairs half of it',
    wrong: `
hall
  act: promise_secrecy, breaks SEQ-4 GEN-4 -> sorry
  leave -> well
sorry
  mend: explain_sharing, repairs SEQ-4 -> badly
  go: delay -> badly`,
    right: `
hall
  act: promise_secrecy, breaks SEQ-4 GEN-4 -> sorry
  leave -> well
sorry
  mend: explain_sharing, repairs SEQ-4 GEN-4 -> fair
  go: delay -> badly`,
    finds: [error('coming-back', 'hall', ['Go on', 'Act'], 'act')],
  },
  {
    says: 'a way back that only some can take',
    wrong: `
hall
  act: listen, sets asked -> room
  leave -> room
room
  dodge: minimise, breaks NUD-10 -> sorry
  speak -> well
sorry
  mend: support, repairs NUD-10, if asked -> fair
  mend: delay -> badly
  go -> badly`,
    right: `
hall
  act: listen, sets asked -> room
  leave -> room
room
  dodge: minimise, breaks NUD-10 -> sorry
  speak -> well
sorry
  mend: support, repairs NUD-10, if asked -> fair
  mend: support, repairs NUD-10 -> well
  go -> badly`,
    finds: [error('coming-back', 'room', ['Go on', 'Leave', 'Dodge'], 'dodge')],
  },
  {
    says: 'no way back, told by a path without another error though it is longer',
    wrong: `
hall
  err: minimise, breaks NUD-10 -> room
  act -> walk
walk -> room
room
  dodge: minimise, breaks VIC-2 -> lost
  mend: support, repairs NUD-10 -> well
lost
  go: support -> badly
  run: delay -> badly`,
    right: `
hall
  err: minimise, breaks NUD-10 -> room
  act -> walk
walk -> room
room
  dodge: minimise, breaks VIC-2 -> lost
  mend: support, repairs NUD-10 -> well
lost
  go: support, repairs VIC-2 NUD-10 -> fair
  run: delay -> badly`,
    finds: [error('coming-back', 'room', ['Go on', 'Act', 'Continue', 'Dodge'], 'dodge')],
  },
  {
    says: 'no way back, said once however many ways somebody stands there',
    wrong: `
hall
  act: listen, sets asked -> room
  leave -> room
room
  dodge: minimise, breaks NUD-10 -> lost
  speak: support, if asked -> well
  speak: listen -> fair
lost
  go: support -> badly
  run: delay -> badly`,
    right: `
hall
  act: listen, sets asked -> room
  leave -> room
room
  dodge: minimise, breaks NUD-10 -> lost
  speak: support, if asked -> well
  speak: listen -> fair
lost
  go: support, repairs NUD-10 -> fair
  run: delay -> badly`,
    finds: [error('coming-back', 'room', ['Go on', 'Act', 'Dodge'], 'dodge')],
  },
  {
    says: 'a way back that errs again',
    wrong: `
hall
  act: minimise, breaks NUD-10 -> sorry
  leave -> well
sorry
  mend: support, repairs NUD-10, breaks VIC-2 -> again
  go: delay -> badly
again
  mend: support, repairs VIC-2 -> fair
  go: delay -> badly`,
    right: `
hall
  act: minimise, breaks NUD-10 -> sorry
  leave -> well
sorry
  mend: support, repairs NUD-10 -> again
  go: delay -> badly
again
  mend: support, repairs VIC-2 -> fair
  go: delay -> badly`,
    finds: [error('coming-back', 'hall', ['Go on', 'Act'], 'act')],
  },
  {
    says: 'a way that no path takes',
    wrong: `
hall
  act: listen, sets asked -> room
  leave: support, sets asked -> room
room
  speak: listen, if asked -> fair
  speak: listen -> well
  sit -> well`,
    right: `
hall
  act: listen, sets asked -> room
  leave: support -> room
room
  speak: listen, if asked -> fair
  speak: listen -> well
  sit -> well`,
    finds: [warning('never-taken', 'room', 'speak')],
  },
  {
    says: 'a choice that breaks a rule and does not say so, though it ends harmful',
    wrong: `
hall
  act: promise_secrecy -> sorry
  leave -> well
sorry
  mend: explain_sharing, repairs SEQ-4 -> fair
  go: delay -> badly`,
    right: `
hall
  act: promise_secrecy, breaks SEQ-4 -> sorry
  leave -> well
sorry
  mend: explain_sharing, repairs SEQ-4 -> fair
  go: delay -> badly`,
    finds: [warning('undeclared', 'hall', 'act', ['Go on', 'Act'])],
  },
  {
    says: 'two choices of which one is no choice',
    wrong: `
hall
  act: listen -> well
  also: listen -> well
  leave -> fair`,
    right: `
hall
  act: listen -> well
  also: support -> well
  leave -> fair`,
    finds: [info('no-difference', 'hall', 'also')],
  },
  {
    says: 'two choices that differ only in what nobody asks for',
    wrong: `
hall
  act: listen, sets asked -> room
  also: listen -> room
  leave -> fair
room -> well`,
    right: `
hall
  act: listen, sets asked -> room
  also: listen -> room
  leave -> fair
room
  always: if asked -> well
  always -> badly`,
    finds: [info('no-difference', 'hall', 'also')],
  },
  {
    says: 'two choices that seem alike, where neither of them repairs',
    wrong: `
hall
  act: minimise, breaks NUD-10 -> sorry
  leave -> well
sorry
  mend: support, repairs NUD-10 -> fair
  go: support -> badly
  stay: support -> badly`,
    right: `
hall
  act: minimise, breaks NUD-10 -> sorry
  leave -> well
sorry
  mend: support, repairs NUD-10 -> fair
  go: support -> badly
  stay: support, repairs NUD-10 -> badly`,
    finds: [info('no-difference', 'sorry', 'stay')],
  },
  {
    says: 'an ending that only somebody who errs twice comes to',
    wrong: `
hall
  act: minimise, breaks NUD-10 -> sorry
  leave -> well
sorry
  mend: support, repairs NUD-10 -> fair
  go: delay, breaks VIC-2 -> worse
worse: support, rated harmful`,
    right: `
hall
  act: minimise, breaks NUD-10 -> sorry
  leave -> well
sorry
  mend: support, repairs NUD-10 -> fair
  go: delay -> worse
worse: support, rated harmful`,
    finds: [info('senseless-ending', 'worse')],
  },
];

describe.each(cases)('$says', ({ setting, wrong, right, finds }) => {
  const unusual = (story: string) =>
    findingsIn(story, setting).filter(({ rule }) => !told.includes(rule));

  test('is found', () => {
    expect(unusual(wrong)).toMatchObject(finds);
    for (const { rule, source } of unusual(wrong))
      expect(source).toBe(rule === 'undeclared' ? citeRule('SEQ-4').source : format);
  });

  test('is not found in the twin', () => {
    const rules = new Set(finds.map(({ rule }) => rule));
    expect(unusual(right).filter(({ rule }) => rules.has(rule))).toEqual([]);
    expect(unusual(right).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

const rates = (story: string, setting?: Setting) =>
  findingsIn(story, setting).find(({ rule }) => rule === 'random-play')?.message;

test('random play weighs open choices alike, and goes on for as long as it takes', () => {
  expect(rates(hall)).toBe(
    'Somebody who chooses at random ends: recommended 17 %, workable 50 %, harmful 33 %.',
  );
  const round = `
hall
  act -> well
  again -> hall
  leave -> fair`;
  expect(rates(round, { opening: false })).toBe(
    'Somebody who chooses at random ends: recommended 50 %, workable 50 %, harmful 0 %.',
  );
});

test('random play knows no choice that a guard has closed', () => {
  const closed = `
hall
  act: support -> well
  hide: if asked -> badly
  leave -> badly`;
  expect(rates(closed, { opening: false })).toBe(
    'Somebody who chooses at random ends: recommended 50 %, workable 0 %, harmful 50 %.',
  );
});

test('where the player is the one harmed, no rating need be reached and nobody need come back', () => {
  const story = `
night: harm
  tell: tell_trusted_adult -> badly
  wait: delay, breaks NUD-10 -> badly`;
  const harmed: Setting = { track: 'young-people', playerIsHarmed: true };
  expect(findingsIn(story, harmed).filter(({ severity }) => severity === 'error')).toEqual([]);
  const rules = findingsIn(story, { ...harmed, playerIsHarmed: false }).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['rating', 'coming-back']));
});

/** What no file may say: each is found while the scenario is read. */
const nonsense: [says: string, place: string, value: Json, rule: string, state: string | null][] = [
  ['a target that does not exist', 'hall/on/act/0/target', 'nowhere', 'target', 'hall'],
  ['a guard on a flag that does not exist', 'hall/on/act/0/guard', flagIs('gone'), 'flag', 'hall'],
  ['a guard outside the vocabulary', 'hall/on/act/0/guard', { type: 'luck' }, 'format', 'hall'],
  ['an action outside the vocabulary', 'hall/entry', [{ type: 'ring' }], 'format', 'hall'],
  ['a delay', 'hall/after', { 1000: 'well' }, 'format', 'hall'],
  ['an ending that is not final', 'well/type', 'parallel', 'format', 'well'],
  ['a decision with one choice', 'hall/on/leave', null, 'format', 'hall'],
  ['a cycle of always', 'hall/always', [{ target: 'hall' }], 'always-cycle', 'hall'],
];

function flagIs(flag: string): Json {
  return { type: 'flagIs', params: { flag, value: true } };
}

test.each(nonsense)('reading refuses %s', (_says, place, value, rule, state) => {
  const json = smallScenarioJson(hall);
  expect(readScenario(scenarioFiles(json), ruleIds).findings).toEqual([]);
  put(json.definition, `machine/states/${place}`, value);
  const { ok, findings } = readScenario(scenarioFiles(json), ruleIds);
  expect(ok).toBe(false);
  expect(findings).toMatchObject([{ rule, state, severity: 'error', file: 'machine.json' }]);
});

test('reading refuses a machine that starts nowhere', () => {
  const json = smallScenarioJson(hall);
  put(json.definition, 'machine/initial', 'nowhere');
  const { findings } = readScenario(scenarioFiles(json), ruleIds);
  expect(findings).toMatchObject([{ rule: 'initial', key: 'machine.initial', severity: 'error' }]);
});

const walked: Walkthrough[] = [
  walk('A good end', [['go.on'], ['act']], ['door', 'hall'], 'well', 'recommended'),
  walk('A fair end', [['do.little']], ['door'], 'fair', 'workable'),
  walk('A bad end', [['walk.away']], ['door'], 'badly', 'harmful'),
];

function walk(
  name: string,
  choices: string[][],
  passes: string[],
  ending: string,
  rating: Walkthrough['rating'],
): Walkthrough {
  return { name, choices, passes, ending, rating };
}

describe('play-throughs', () => {
  const { definition } = smallScenario(hall);
  const [good, fair, bad] = walked as [Walkthrough, Walkthrough, Walkthrough];
  const findings = (changed: Partial<Walkthrough>) =>
    checkWalkthroughs(definition, [{ ...good, ...changed }, fair, bad]);
  const wrong: [says: string, changed: Partial<Walkthrough>, state: string, message: RegExp][] = [
    ['another scene', { passes: ['door', 'room'] }, 'hall', /step 2 is in "room".*in "hall"/],
    ['a choice that is not open', { choices: [['go.on'], ['dance']] }, 'hall', /"dance" in "hall"/],
    ['another ending', { ending: 'fair' }, 'well', /ends in "fair".*comes to "well"/],
    ['an ending too soon', { choices: [['go.on']], passes: ['door'] }, 'hall', /comes to "hall"/],
    ['two values for one choice', { choices: [['go.on'], ['act', 'leave']] }, 'hall', /not open/],
  ];

  test('that agree with the machine are left alone', () => {
    expect(checkWalkthroughs(definition, walked)).toEqual([]);
  });

  test.each(wrong)('that say %s are found', (_says, changed, state, message) => {
    expect(findings(changed)).toMatchObject([
      {
        rule: 'walkthrough',
        severity: 'error',
        file: 'walkthroughs.json',
        key: '0',
        state,
        message: expect.stringMatching(message),
      },
    ]);
  });

  test('that say another rating are found', () => {
    const second = { ...good, name: 'Another', rating: 'workable' as const };
    expect(checkWalkthroughs(definition, [...walked, second])).toMatchObject([
      { rule: 'walkthrough', severity: 'error', key: '3', state: 'well' },
    ]);
  });

  test('that leave a rating out are warned about', () => {
    expect(checkWalkthroughs(definition, [good, fair])).toMatchObject([
      { rule: 'walkthrough', severity: 'warning', message: expect.stringContaining('"harmful"') },
    ]);
  });
});
