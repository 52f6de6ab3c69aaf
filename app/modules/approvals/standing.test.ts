import { expect, test } from 'vitest';
import { type ApprovalFact, approvalsOn, haveWordsChanged } from './standing.ts';

const fact = (id: string, more: Partial<ApprovalFact> = {}): ApprovalFact => ({
  ...{ id, versionId: 'version', number: 1, name: 'Nasreen Malik', title: null, textIds: [] },
  ...{ effectiveFrom: '2026-11-02', effectiveTo: null, supersedes: null },
  recordedAt: new Date('2026-11-02T09:00:00Z'),
  ...more,
});
const on = (facts: ApprovalFact[], day: string) =>
  approvalsOn(facts, day, 'Europe/London').map(({ id, stands }) => [id, stands]);

test('the newest comes first, and what was withdrawn stays with its end', () => {
  const facts = [
    fact('first'),
    fact('second', { recordedAt: new Date('2026-11-03T09:00:00Z') }),
    fact('end of first', {
      ...{ supersedes: 'first', effectiveTo: '2026-11-05' },
      recordedAt: new Date('2026-11-05T09:00:00Z'),
    }),
  ];
  expect(on(facts, '2026-11-04')).toEqual([
    ['second', true],
    ['first', true],
  ]);
  expect(on(facts, '2026-11-05')).toEqual([
    ['end of first', false],
    ['second', true],
  ]);
});

const revision = (id: string, locale = 'en-GB', level = 'standard', hash = id) => ({
  ...{ id, locale, level, hash },
});
const changed = (approved: string[], standing: string[], revisions = all) =>
  haveWordsChanged({ textIds: approved }, revisions, standing);
const all = [
  revision('one'),
  revision('two'),
  revision('easy', 'en-GB', 'easy'),
  revision('welsh', 'cy'),
  revision('one again', 'en-GB', 'standard', 'one'),
];

test('words changed when others stand in the languages that were read', () => {
  expect(changed(['one'], ['one'])).toBe(false);
  expect(changed(['one'], ['two'])).toBe(true);
  expect(changed(['one'], ['one', 'easy'])).toBe(true);
  expect(changed(['one', 'easy'], ['one'])).toBe(true);
  // Put back as they were, they are what was read.
  expect(changed(['one'], ['one again'])).toBe(false);
  // Nobody read the Welsh, so that it is no part of it.
  expect(changed(['one'], ['one', 'welsh'])).toBe(false);
  // It was not asked which words were read.
  expect(changed([], ['one'])).toBe(false);
});
