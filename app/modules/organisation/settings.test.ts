import { expect, test } from 'vitest';
import { problemsOf } from './forms.ts';
import { changesBetween, isNameOf, settingProblems, settingsSchema } from './settings.ts';

const typed = { name: 'Own School', nation: 'wales', recordsYears: '6', logsDays: '90' };
const settings = settingsSchema.parse(typed);

test('what is not ticked is off', () => {
  expect(settings).toEqual({
    name: 'Own School',
    nation: 'wales',
    secondFactorForAll: false,
    recordsYears: 6,
    logsDays: 90,
  });
  expect(settingsSchema.parse({ ...typed, secondFactorForAll: 'on' }).secondFactorForAll).toBe(
    true,
  );
  expect(settingsSchema.parse({ ...typed, secondFactorForAll: 'x' }).secondFactorForAll).toBe(
    false,
  );
});

test.each([
  [{ name: '' }, 'nameMissing'],
  [{ name: 'a'.repeat(121) }, 'nameLong'],
  [{ nation: 'atlantis' }, 'nationUnknown'],
  [{ nation: undefined }, 'nationUnknown'],
  [{ recordsYears: '0' }, 'recordsYears'],
  [{ recordsYears: '51' }, 'recordsYears'],
  [{ recordsYears: '6.5' }, 'recordsYears'],
  [{ recordsYears: '1e1' }, 'recordsYears'],
  [{ recordsYears: '' }, 'recordsYears'],
  [{ logsDays: '29' }, 'logsDays'],
  [{ logsDays: '3651' }, 'logsDays'],
  [{ logsDays: '99999999999999999999' }, 'logsDays'],
])('%j is told as %s', (wrong, problem) => {
  const read = settingsSchema.safeParse({ ...typed, ...wrong });
  expect(read.error && problemsOf(read.error, settingProblems)).toEqual([problem]);
});

test.each([
  ['1', '30'],
  ['50', '3650'],
])('%s years and %s days are taken', (recordsYears, logsDays) =>
  expect(settingsSchema.safeParse({ ...typed, recordsYears, logsDays }).success).toBe(true),
);

test('what changed is told, and nothing else', () => {
  expect(changesBetween(settings, settings)).toEqual([]);
  const after = { ...settings, secondFactorForAll: true, logsDays: 365 };
  expect(changesBetween(settings, after)).toEqual([
    { setting: 'secondFactorForAll', to: 'on' },
    { setting: 'logsDays', to: '365' },
  ]);
});

test.each([
  ['St Mary’s  School', "st mary's school", true],
  ['Own School', ' Own School ', true],
  ['Own School', 'Own', false],
  ['Own School', '', false],
])('%j is closed by typing %j: %j', (name, text, expected) =>
  expect(isNameOf(name, text)).toBe(expected),
);
