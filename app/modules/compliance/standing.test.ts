import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths } from '#app/platform/clock/dates.ts';
import { standingOn } from './standing.ts';

const once = { since: '2026-01-01', daysToComplete: 30, renewMonths: null };
const yearly = { ...once, renewMonths: 12 };

test('somebody is due until the day it is due, and overdue from the day after', () => {
  expect(standingOn('2026-01-01', once, [])).toEqual({
    standing: 'due',
    completedOn: null,
    dueOn: '2026-01-31',
  });
  expect(standingOn('2026-01-31', once, []).standing).toBe('due');
  expect(standingOn('2026-02-01', once, []).standing).toBe('overdue');
});

test('done once is done for ever where nothing renews', () => {
  expect(standingOn('2046-01-01', once, ['2026-01-10'])).toEqual({
    standing: 'done',
    completedOn: '2026-01-10',
    dueOn: null,
  });
});

test('a renewal is due on the same day a year later, and overdue after it', () => {
  expect(standingOn('2027-01-10', yearly, ['2026-01-10'])).toEqual({
    standing: 'done',
    completedOn: '2026-01-10',
    dueOn: '2027-01-10',
  });
  expect(standingOn('2027-01-11', yearly, ['2026-01-10']).standing).toBe('overdue');
});

test('the latest completion counts, in whatever order they come', () => {
  const days = ['2027-03-01', '2026-01-10', '2026-09-01'];
  expect(standingOn('2027-04-01', yearly, days)).toMatchObject({
    completedOn: '2027-03-01',
    dueOn: '2028-03-01',
  });
});

test('a completion that is still to come on the day does not count', () => {
  expect(standingOn('2026-03-01', once, ['2026-03-02']).standing).toBe('overdue');
});

test('a leap day renews on the last of February', () => {
  expect(standingOn('2025-01-01', yearly, ['2024-02-29']).dueOn).toBe('2025-02-28');
});

test('asking changes nothing of what it was asked with', () => {
  const days = Object.freeze(['2026-03-01', '2026-01-01']);
  standingOn('2026-05-01', once, days);
  expect(days).toEqual(['2026-03-01', '2026-01-01']);
});

test('standing is what the latest completion and the due day say, on any day', () => {
  const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2024-01-01', days));
  fc.assert(
    fc.property(
      day,
      day,
      fc.nat({ max: 90 }),
      fc.option(fc.integer({ min: 1, max: 36 })),
      fc.array(day),
      (on, since, daysToComplete, renewMonths, completions) => {
        const result = standingOn(on, { since, daysToComplete, renewMonths }, completions);
        const past = completions.filter((one) => one <= on);
        const isFresh = past.some(
          (one) => renewMonths === null || on <= addMonths(one, renewMonths),
        );
        expect(result.standing === 'done').toBe(isFresh);
        if (past.length === 0)
          expect(result.standing).toBe(on <= addDays(since, daysToComplete) ? 'due' : 'overdue');
        if (result.standing === 'overdue') expect(result.dueOn && result.dueOn < on).toBe(true);
      },
    ),
  );
});
