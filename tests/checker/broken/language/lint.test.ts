import { expect, test } from 'vitest';
import { checkLanguage, createLanguageCheck } from '#app/checker/language/check-language.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import type { Track } from '#scenarios/kit/vocabulary.ts';
import { type Flag, type LintRow, lintRows } from '#scenarios/rules/language.ts';
import { type Changes, createScenarioSource } from '#tests/factories/scenario.ts';
import { type Example, type LintCase, lintCases, type Speaker } from './lint-cases.ts';

const letters = { S: 'staff', P: 'parents', Y: 'young-people' } as const;
const tracksOf = ({ tracks }: LintCase) =>
  [...tracks].map((letter) => letters[letter as keyof typeof letters]);
const speakers = { p: 'pupil', a: 'parent', c: 'colleague' } as const;
const key = 'scenes.mending.parts.silence';
const cases = Object.entries(lintCases).map(([id, item]) => ({ id, ...item }));

const spokenBy = (is: Speaker): Changes => ({
  'cast/sam/is': is,
  'machine/states/mending/meta/parts': [{ id: 'silence', by: 'sam' }],
});

/** The small scenario with one example as narration. */
function saying(example: Example, track: Track = 'staff'): ScenarioSource {
  const { text, tags } = typeof example === 'string' ? { text: example } : { tags: [], ...example };
  const own = typeof example !== 'string' && 'track' in example ? example.track : track;
  const by = typeof example !== 'string' && 'by' in example ? example.by : undefined;
  return createScenarioSource({
    track: own,
    definition: {
      'machine/states/mending/tags': tags ?? [],
      ...(by ? spokenBy(by) : {}),
    },
    words: { 'scenes/mending/parts/silence': [{ text }] },
  });
}

const lints = (source: ScenarioSource, check = checkLanguage) =>
  check(source).filter(({ rule }) => /^(L\d+|CHA-3|VIC-1)$/.test(rule));
const textOf = (example: Example) => (typeof example === 'string' ? example : example.text);

test('every row of the table has its cases, in order', () => {
  const numbers = Array.from({ length: 29 }, (_, index) => `L${index + 1}`);
  expect(lintRows.map(({ id }) => id)).toEqual([...numbers, 'CHA-3', 'VIC-1']);
  expect(Object.keys(lintCases)).toEqual(lintRows.map(({ id }) => id));
});

for (const { id, severity, ...item } of cases) {
  const [track = 'staff'] = tracksOf({ severity, ...item });

  for (const example of item.wrong)
    test(`${id} finds: ${textOf(example)}`, () => {
      const found = lints(saying(example, track));
      expect(found).toEqual([
        expect.objectContaining({
          rule: id,
          severity: severity === 'E' ? 'error' : 'warning',
          file: 'text/en-GB.json',
          state: 'mending',
          key,
        }),
      ]);
      expect(found[0]?.message).toMatch(/^“[^”]+” [a-z].*\. \S.*[.”]$/);
    });

  for (const example of item.right)
    test(`${id} lets stand: ${textOf(example)}`, () => {
      expect(lints(saying(example, track))).toEqual([]);
    });

  test(`${id} speaks on the tracks of the table and on no other`, () => {
    const found = Object.values(letters).filter((each) =>
      lints(saying(item.wrong[0] ?? '', each)).some(({ rule }) => rule === id),
    );
    expect(found).toEqual(tracksOf({ severity, ...item }));
  });

  test(`${id} binds these people of the story: ${item.speech ?? 'none'}`, () => {
    const found = Object.entries(speakers).filter(([, is]) => {
      const source = createScenarioSource({
        track,
        definition: spokenBy(is),
        words: { 'scenes/mending/parts/silence': [{ text: textOf(item.wrong[0] ?? '') }] },
      });
      return lints(source).some(({ rule }) => rule === id);
    });
    expect(found.map(([letter]) => letter).join('')).toBe(item.speech ?? '');
  });
}

const withRow = (changed: LintRow) =>
  createLanguageCheck(lintRows.map((row) => (row.id === changed.id ? changed : row)));
const without = (flags: Flag[] = [], index: number) => flags.filter((_, place) => place !== index);

/** A rule that nothing would miss is no rule: each pattern decides at least one case. */
for (const row of lintRows) {
  const { wrong = [], right = [], ...item } = lintCases[row.id] ?? {};
  const [track] = tracksOf({ wrong, right, severity: 'E', tracks: 'S', ...item });
  const wrongOnes = wrong.map((example) => saying(example, track));
  const rightOnes = right.map((example) => saying(example, track));

  test.each(row.flags.map((flag, index) => ({ flag, index })))(
    `${row.id} needs its flag $index`,
    ({ index }) => {
      const check = withRow({ ...row, flags: without(row.flags, index) });
      expect(wrongOnes.some((source) => lints(source, check).length === 0)).toBe(true);
    },
  );

  for (const [index] of (row.allows ?? []).entries())
    test(`${row.id} needs its exception ${index}`, () => {
      const check = withRow({ ...row, allows: without(row.allows, index) });
      expect(rightOnes.some((source) => lints(source, check).length > 0)).toBe(true);
    });
}
