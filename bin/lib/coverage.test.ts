import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkScenario } from '#app/checker/check-scenario.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { tracks } from '#scenarios/kit/vocabulary.ts';
import { untaughtReasons } from '#scenarios/rules/coverage.ts';
import { sequences } from '#scenarios/rules/sequences.ts';
import { smallScenario } from '#tests/factories/small-scenario.ts';
import { coverageOf } from './coverage.ts';
import { coveragePage, isOpen } from './coverage-page.ts';
import { figuresPage } from './figures-page.ts';

const root = path.join(import.meta.dirname, '../..');
const { scenarios } = await readLibrary(path.join(root, 'scenarios'));
const page = (name: string) => readFile(path.join(root, 'docs', name), 'utf8');

test('the pages on the library say what is in it: run npm run scenarios:coverage', async () => {
  expect(await page('coverage.md')).toBe(coveragePage(scenarios));
  expect(await page('library.md')).toBe(figuresPage(scenarios));
});

test('a reason not to teach a rule is given only where no scenario teaches it', () => {
  const covered = coverageOf(scenarios.map(({ definition }) => definition));
  for (const { rule, audiences } of untaughtReasons)
    for (const audience of audiences) {
      const row = covered.find((each) => each.rule === rule && each.audience === audience);
      expect(row, `${rule} for ${audience}`).toBeDefined();
      expect([...(row?.taught.keys() ?? [])], `${rule} for ${audience}`).toEqual([]);
    }
});

test('every rule is taught to each of those whom it binds, or it is said why not', () => {
  const covered = coverageOf(scenarios.map(({ definition }) => definition));
  expect(covered.filter(isOpen).map(({ rule, audience }) => `${rule} for ${audience}`)).toEqual([]);
});

test('no rule on the order of actions is idle in the library', () => {
  const asked = new Set(scenarios.flatMap((source) => [...checkScenario(source).asked]));
  expect(sequences.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
});

test('the library has the eighteen scenarios that were promised, each in both reading levels', () => {
  const whole = scenarios.filter(({ definition }) => !definition.homeVersionOf);
  expect(whole).toHaveLength(18);
  for (const theme of ['grooming', 'sharing-nudes', 'radicalisation', 'victim-blaming'])
    for (const track of tracks)
      expect(whole.some(({ definition: one }) => one.theme === theme && one.track === track)).toBe(
        true,
      );
  for (const { definition } of scenarios)
    expect(definition.readingLevels).toEqual(['standard', 'easy']);
  const parents = whole.filter(({ definition }) => definition.track === 'parents');
  expect(scenarios.length - whole.length).toBe(parents.length);
});

const taughtBy = (track: 'staff' | 'parents', role: 'frontline' | 'dsl', rule: string) =>
  coverageOf([
    smallScenario('told\n  ask: listen, breaks GEN-5 NUD-6 -> badly\n  go -> well', { track, role })
      .definition,
  ])
    .filter((row) => row.rule === rule && row.taught.size > 0)
    .map(({ audience, taught }) => [audience, ...taught.values()]);

test('a choice that breaks a rule teaches it, to those whom its scenario reaches', () => {
  expect(taughtBy('staff', 'frontline', 'GEN-5')).toEqual([['staff', ['told']]]);
  expect(taughtBy('parents', 'frontline', 'GEN-5')).toEqual([['parents', ['told']]]);
});

test('what binds only the safeguarding lead is taught only in their part', () => {
  expect(taughtBy('staff', 'frontline', 'NUD-6')).toEqual([]);
  expect(taughtBy('staff', 'dsl', 'NUD-6')).toEqual([['dsl', ['told']]]);
});

test('who plays the head in a later chapter is taught what binds the head', () => {
  const { definition } = smallScenario('told\n  ask: listen, breaks ALL-2 -> badly\n  go -> well', {
    alsoPlays: ['head'],
  });
  const covered = coverageOf([definition]).filter(({ rule }) => rule === 'ALL-2');
  expect(covered.map(({ audience, taught }) => [audience, taught.size])).toEqual([['head', 1]]);
});
