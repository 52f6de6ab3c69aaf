import { expect, test } from 'vitest';
import { problemsOf } from './forms.ts';
import { currentOrNext, overlapOf, termProblems, termSchema } from './terms.ts';

const autumn = { id: 'a', name: 'Autumn', firstDay: '2026-09-03', lastDay: '2026-12-18' };
const spring = { id: 's', name: 'Spring', firstDay: '2027-01-05', lastDay: '2027-03-26' };

test.each([
  ['2026-12-18', '2027-01-04', 'Autumn'],
  ['2026-12-19', '2027-01-05', 'Spring'],
  ['2026-12-19', '2027-01-04', undefined],
  ['2026-10-01', '2026-10-01', 'Autumn'],
  ['2026-01-01', '2027-12-31', 'Autumn'],
])('%s to %s has a day in common with %s', (firstDay, lastDay, name) =>
  expect(overlapOf([autumn, spring], { firstDay, lastDay })?.name).toBe(name),
);

test.each([
  ['2026-08-01', 'Autumn'],
  ['2026-12-18', 'Autumn'],
  ['2026-12-19', 'Spring'],
  ['2027-03-27', undefined],
])('on %s, the term at hand is %s', (today, name) =>
  expect(currentOrNext([spring, autumn], today)?.name).toBe(name),
);

test.each([
  [{ name: ' ' }, 'nameMissing'],
  [{ name: 'a'.repeat(61) }, 'nameLong'],
  [{ firstDay: '' }, 'firstDayMissing'],
  [{ firstDay: '0000-01-01' }, 'firstDayMissing'],
  [{ firstDay: '1999-12-31' }, 'firstDayMissing'],
  [{ lastDay: '2026-02-30' }, 'lastDayMissing'],
  [{ lastDay: '9999-12-31' }, 'lastDayMissing'],
  [{ lastDay: '2026-09-02' }, 'lastDayEarly'],
])('%j is told as %s', (typed, problem) => {
  const read = termSchema.safeParse({ ...autumn, ...typed });
  expect(read.error && problemsOf(read.error, termProblems)).toEqual([problem]);
});

test('a term may last a day', () => {
  expect(termSchema.safeParse({ ...autumn, lastDay: autumn.firstDay }).success).toBe(true);
});
