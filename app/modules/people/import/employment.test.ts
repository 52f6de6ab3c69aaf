import { expect, test } from 'vitest';
import type { Day } from '#app/platform/clock/dates.ts';
import { moveOf } from './employment.ts';

const today = '2026-09-15';
type Period = [Day, Day | null];
const spellsOf = (periods: Period[]) =>
  periods.map(([effectiveFrom, effectiveTo], index) => ({
    id: `spell-${index}`,
    effectiveFrom,
    effectiveTo,
  }));

/** `returns 2026-09-15…`: what becomes of it, and from when to when. */
const told = (periods: Period[], startDate: Day | null, endDate: Day | null) => {
  const move = moveOf({ startDate, endDate }, spellsOf(periods), today);
  if (move.kind === 'returns') return `returns ${move.startDate}…${move.endDate ?? ''}`;
  if (move.kind !== 'corrects') return move.kind;
  return `${move.spell.id} ${move.spell.effectiveFrom}…${move.spell.effectiveTo ?? ''}`;
};

const open: Period[] = [['2020-09-01', null]];
const left: Period[] = [['2020-09-01', '2022-08-31']];
const leaving: Period[] = [['2020-09-01', '2026-12-31']];
const coming: Period[] = [['2027-01-04', null]];
const back: Period[] = [
  ['2020-09-01', '2022-08-31'],
  ['2024-09-01', null],
];

test.each<[string, Period[], Day | null, Day | null, string]>([
  ['no dates', open, null, null, 'stays'],
  ['the same start', open, '2020-09-01', null, 'stays'],
  ['an earlier start', open, '2019-01-07', null, 'spell-0 2019-01-07…'],
  ['a start to come', coming, '2027-02-01', null, 'spell-0 2027-02-01…'],
  ['an end', open, null, '2026-10-31', 'spell-0 2020-09-01…2026-10-31'],
  ['an end that is past', open, '2020-09-01', '2026-07-31', 'spell-0 2020-09-01…2026-07-31'],
  ['a start and an end', open, '2021-01-04', '2026-07-31', 'spell-0 2021-01-04…2026-07-31'],
  ['an end before the start we know', open, null, '2019-07-31', 'impossible'],
  ['another end', leaving, null, '2027-03-31', 'spell-0 2020-09-01…2027-03-31'],
  ['the same end', leaving, '2020-09-01', '2026-12-31', 'stays'],
  ['no end where one is known', leaving, '2020-09-01', null, 'stays'],
  [
    'a contract made longer after it ended',
    left,
    '2020-09-01',
    '2027-08-31',
    'spell-0 2020-09-01…2027-08-31',
  ],
  ['another end of a leaver', left, null, '2022-07-22', 'spell-0 2020-09-01…2022-07-22'],
  ['the end of a leaver', left, null, '2022-08-31', 'stays'],
  ['a leaver, back', left, null, null, 'returns 2026-09-15…'],
  ['a leaver, back for a while', left, null, '2026-12-31', 'returns 2026-09-15…2026-12-31'],
  ['a leaver, back from a day', left, '2025-01-06', null, 'returns 2025-01-06…'],
  ['a leaver, back from a day to come', left, '2027-01-04', null, 'returns 2027-01-04…'],
  [
    'a leaver, back and gone again',
    left,
    '2024-01-08',
    '2025-07-31',
    'returns 2024-01-08…2025-07-31',
  ],
  ['a leaver, back on the day they left', left, '2022-08-31', null, 'returns 2022-08-31…'],
  ['a leaver, back with their very first day', left, '2020-09-01', null, 'returns 2026-09-15…'],
  ['somebody leaving, to be back', leaving, '2027-04-01', null, 'returns 2027-04-01…'],
  ['somebody back, with their very first day', back, '2020-09-01', null, 'stays'],
  ['somebody back, with another day', back, '2024-01-08', null, 'spell-1 2024-01-08…'],
  ['somebody back, leaving', back, '2020-09-01', '2026-12-31', 'spell-1 2024-09-01…2026-12-31'],
  ['an end before somebody was back', back, '2020-09-01', '2022-08-31', 'impossible'],
  ['somebody who was never employed', [], null, null, 'returns 2026-09-15…'],
  ['somebody never employed, who has left', [], null, '2026-01-31', 'stays'],
  [
    'somebody who will not come',
    coming,
    '2027-01-04',
    '2027-01-04',
    'spell-0 2027-01-04…2027-01-04',
  ],
  ['that again', [['2027-01-04', '2027-01-04']], null, '2027-01-04', 'stays'],
  [
    'they come after all',
    [['2027-01-04', '2027-01-04']],
    '2027-02-01',
    null,
    'returns 2027-02-01…',
  ],
  ['that of a former leaver', [...left, ['2027-01-04', '2027-01-04']], null, '2027-01-04', 'stays'],
  [
    'a leaver who was to come again and did not, back now',
    [...left, ['2027-01-04', '2027-01-04']],
    null,
    null,
    'returns 2026-09-15…',
  ],
  [
    'another end, of somebody who will not come again',
    [...leaving, ['2027-01-04', '2027-01-04']],
    null,
    '2026-10-31',
    'spell-0 2020-09-01…2026-10-31',
  ],
  [
    'an end on a day on which something came to nothing',
    [...open, ['2026-10-31', '2026-10-31']],
    null,
    '2026-10-31',
    'spell-0 2020-09-01…2026-10-31',
  ],
  [
    'what came to nothing, and a start that says it did not',
    [...left, ['2024-07-31', '2024-07-31']],
    '2023-01-09',
    '2024-07-31',
    'returns 2023-01-09…2024-07-31',
  ],
])('%s', (_, spells, startDate, endDate, expected) => {
  expect(told(spells, startDate, endDate)).toBe(expected);
  expect(told([...spells].reverse(), startDate, endDate).slice(8)).toBe(expected.slice(8));
});
