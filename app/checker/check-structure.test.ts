import { expect, test } from 'vitest';
import { type Changes, createScenarioSource, type Json } from '#tests/factories/scenario.ts';
import { checkStructure } from './check-structure.ts';

const check = (definition: Changes = {}, words: Changes = {}) =>
  checkStructure(createScenarioSource({ definition, words }));
const titled = (text: string, choices?: Json) => ({
  title: text,
  parts: { line: [{ text }] },
  ...(choices ? { choices } : {}),
});
const scene = (target: string): Json => ({
  meta: { kind: 'scene', parts: [{ id: 'line' }] },
  on: { next: { target } },
});

test('a sound scenario has no findings', () => {
  expect(check()).toEqual([]);
});

test('a state that nothing leads to is found', () => {
  const findings = check(
    { 'machine/states/island': scene('together') },
    { 'scenes/island': titled('An island') },
  );
  expect(findings).toEqual([
    expect.objectContaining({
      file: 'machine.json',
      state: 'island',
      rule: 'reachable',
      severity: 'error',
      message: 'Nothing leads to "island".',
    }),
  ]);
});

test('two states that lead only to each other are dead ends', () => {
  const findings = check(
    {
      'machine/states/mending/on/leave.it/target': 'here',
      'machine/states/here': scene('there'),
      'machine/states/there': scene('here'),
    },
    { 'scenes/here': titled('Here'), 'scenes/there': titled('There') },
  );
  expect(findings.map(({ rule, state }) => [rule, state])).toEqual([
    ['dead-end', 'here'],
    ['dead-end', 'there'],
  ]);
});

test('a state reached only through a chapter’s beginning or an always is reached', () => {
  const findings = check(
    {
      'machine/states/weighing/always/2/target': 'evening',
      'machine/states/evening': { initial: 'dusk', states: { dusk: scene('#scenario.slowly') } },
    },
    { 'chapters/evening': 'Evening', 'scenes/evening.dusk': titled('Dusk') },
  );
  expect(findings).toEqual([]);
});

test('a state inside a chapter that is never its beginning nor a target is found', () => {
  const findings = check(
    { 'machine/states/morning/states/cellar': scene('gate') },
    { 'scenes/morning.cellar': titled('Cellar') },
  );
  expect(findings).toMatchObject([{ rule: 'reachable', state: 'morning.cellar' }]);
});

test('guards are not asked: a way that may be closed is a way', () => {
  const never = { type: 'flagIs', params: { flag: 'asked', value: true } };
  expect(check({ 'machine/states/mending/on/leave.it/guard': never })).toEqual([]);
});
