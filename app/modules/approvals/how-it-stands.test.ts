import { expect, test } from 'vitest';
import { type Known, standingOf, withdrawersOf } from './how-it-stands.ts';

const signed = (id: string, versionId: string, more: Partial<Known> = {}): Known => ({
  ...{ id, versionId, number: Number(versionId), name: id, title: null, textIds: [versionId] },
  ...{ effectiveFrom: '2026-11-02', effectiveTo: null, supersedes: null, stands: true },
  recordedAt: new Date('2026-11-02T09:00:00Z'),
  ...more,
});
const taken = (id: string, versionId: string, at = '2026-11-05T09:00:00Z') =>
  signed(id, versionId, {
    ...{ stands: false, effectiveTo: at.slice(0, 10), recordedAt: new Date(at) },
  });
const revisions = ['1', '2', 'new'].map((id) => ({
  ...{ id, versionId: id === 'new' ? '2' : id, locale: 'en-GB', level: 'standard', hash: id },
}));
const of = (approvals: Known[], texts = ['2']) =>
  standingOf(
    approvals,
    { versionId: '2', textIds: texts },
    { revisions, withdrawers: new Map([['taken', 'Olu']]) },
  );

test('nothing, an older version, this one, and this one with other words', () => {
  expect(of([])).toEqual({ kind: 'none' });
  expect(of([signed('a', '1')])).toMatchObject({ kind: 'older', number: 1 });
  expect(of([signed('b', '2'), signed('a', '1')])).toMatchObject({ kind: 'approved', name: 'b' });
  expect(of([signed('b', '2')], ['new'])).toMatchObject({ kind: 'words', name: 'b' });
});

test('what was taken back is said, by whom where it is known, unless another stands', () => {
  const back = { kind: 'withdrawn', name: 'taken', on: '2026-11-05', date: '2026-11-02' };
  expect(of([taken('taken', '2')])).toEqual({ ...back, by: 'Olu', number: 2 });
  expect(of([taken('other', '2')])).toMatchObject({ kind: 'withdrawn', by: null });
  expect(of([taken('taken', '2'), signed('a', '1')])).toMatchObject({ ...back, number: 2 });
  expect(of([taken('taken', '1')])).toMatchObject({ ...back, number: 1 });
  expect(of([taken('taken', '2'), signed('b', '2')])).toMatchObject({ kind: 'approved' });
  expect(of([signed('a', '1'), taken('taken', '1')])).toMatchObject({ kind: 'older', name: 'a' });
});

test('the newest withdrawals are matched first, each with its version and its scenario', () => {
  const approvals = [
    taken('third', '2', '2026-11-09T09:00:00Z'),
    taken('second', '2', '2026-11-07T09:00:00Z'),
    taken('beside the second', '2', '2026-11-07T09:00:00Z'),
    taken('first', '2', '2026-11-05T09:00:00Z'),
    taken('of old', '1'),
    signed('standing', '2'),
  ];
  const said = (by: string, version: number, scenario = 'staff/a') => ({ scenario, version, by });
  const found = withdrawersOf(approvals, 'staff/a', [
    said('Somebody else', 2, 'staff/b'),
    said('Olu', 2),
    said('Iris', 1),
    said('Nasreen', 2),
  ]);
  expect(Object.fromEntries(found)).toEqual({
    third: 'Olu',
    second: 'Nasreen',
    'beside the second': 'Nasreen',
    first: null,
    'of old': 'Iris',
  });
});
