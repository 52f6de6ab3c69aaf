import { expect, test } from 'vitest';
import { resume } from '#app/simulation/choose.ts';
import { prepareScenario } from '#app/simulation/scenario.ts';
import { hasEnded } from '#app/simulation/snapshot.ts';
import { coveringPaths, transitionsByChoice } from './covering-paths.ts';
import { fewPaths } from './few-paths.ts';
import { readRealScenario } from './scenario.ts';

test('few paths take every transition, and each of them ends', () => {
  const scenario = prepareScenario(readRealScenario().definition);
  const paths = fewPaths(scenario.definition);
  expect(paths.length).toBeLessThan(transitionsByChoice(scenario).length / 2);
  for (const played of paths) {
    const last = resume(
      scenario,
      played.map(({ values }) => ({ values })),
    );
    expect(hasEnded(scenario, last)).toBe(true);
  }
});

test('XState generates a path to every transition there is, one for each', () => {
  const scenario = prepareScenario(readRealScenario().definition);
  const covered = coveringPaths(scenario).map(({ covers }) => covers);
  expect(covered.sort()).toEqual(transitionsByChoice(scenario).sort());
});
