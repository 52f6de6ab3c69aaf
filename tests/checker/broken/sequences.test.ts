import { describe, expect, test } from 'vitest';
import { checkScenario } from '#app/checker/check-scenario.ts';
import type { Finding } from '#scenarios/kit/findings.ts';
import { type Nation, nations } from '#scenarios/kit/vocabulary.ts';
import { citeRule } from '#scenarios/rules/rules.ts';
import { type Setting, smallScenario } from '#tests/factories/small-scenario.ts';
import { fill, type SequenceCase, sequenceCases } from './sequence-cases.ts';

function errorsIn(story: string, setting?: Setting): Finding[] {
  return checkScenario(smallScenario(story, setting))
    .proofs.map(({ finding }) => finding)
    .filter(({ severity }) => severity === 'error')
    .sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

function expected({ rule, with: others = [], at }: SequenceCase) {
  return [rule, ...others].sort().map((id) => ({
    scenario: expect.any(String),
    file: 'machine.json',
    ...at,
    rule: id,
    severity: 'error',
    source: citeRule(id).source,
    message: expect.any(String),
  }));
}

/** Rules with an exception by nation: there is no LADO in Scotland, and no Prevent duty in Northern Ireland. */
const notInForce: Record<string, Nation> = { 'SEQ-12': 'scotland', 'SEQ-16': 'northern-ireland' };

describe.each(sequenceCases)('$rule: $says', (one) => {
  const { rule, setting, wrong, right, alsoIn = [], notIn = [] } = one;

  test.each(wrong)('wrong: “%s”', (words) => {
    expect(errorsIn(fill(one, words), setting)).toEqual(expected(one));
  });

  test.each(right)('right: “%s”', (words) => {
    expect(errorsIn(fill(one, words), setting)).toEqual([]);
  });

  const told = (elsewhere: Setting) =>
    wrong.map((words) =>
      errorsIn(fill(one, words), { ...setting, ...elsewhere }).filter(
        (error) => error.rule === rule,
      ),
    );

  test.each(alsoIn)('also in %o', (elsewhere) => {
    for (const errors of told(elsewhere)) expect(errors).toMatchObject([one.at]);
  });

  test.each(notIn)('not in %o', (elsewhere) => {
    expect(told(elsewhere).flat()).toEqual([]);
  });

  test('in the nations where the rule is in force', () => {
    for (const nation of nations)
      for (const errors of told({ nations: [nation] }).slice(0, 1))
        expect(errors.length, nation).toBe(notInForce[rule] === nation ? 0 : 1);
  });
});

test('every sequencing rule has a case', () => {
  const ids = Array.from({ length: 23 }, (_, index) => `SEQ-${index + 1}`);
  expect(sequenceCases.map(({ rule }) => rule)).toEqual(expect.arrayContaining(ids));
});

test('a rule is asked where something in a scenario is about it, and only there', () => {
  const asked = (story: string) =>
    [...checkScenario(smallScenario(story)).asked].filter((rule) => rule !== 'SEQ-21');
  expect(asked('hall\n  act: listen -> well\n  leave -> fair')).toEqual([]);
  expect(asked('hall: danger\n  act: call_999 tell_dsl -> well\n  leave -> badly')).toEqual([
    'SEQ-1',
  ]);
  expect(asked('hall\n  act: verify warn -> well\n  leave: tip_off -> badly')).toEqual([
    'SEQ-11',
    'SEQ-17',
  ]);
});
