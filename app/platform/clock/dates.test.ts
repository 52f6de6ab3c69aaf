import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, dateOf, dayIn, dayOf, isDay } from './dates.ts';

const day = fc
  .date({
    min: new Date('1990-01-01T00:00:00Z'),
    max: new Date('2090-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map(dayOf);

test.each(['2026-11-22', '2024-02-29', '2000-02-29', '2026-12-31', '2026-01-01'])(
  '%s is a day',
  (text) => expect(isDay(text)).toBe(true),
);

test.each([
  '2026-02-30',
  '2026-02-29',
  '1900-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '22/11/2026',
  '2026-11-22T00:00',
  ' 2026-11-22',
  '2026-11-22\n',
  '٢٠٢٦-١١-٢٢',
  '+2026-11-2',
  'today',
  '',
])('%j is no day', (text) => expect(isDay(text)).toBe(false));

test('every day there is, is a day, and comes back from the database as itself', () => {
  fc.assert(fc.property(day, (text) => isDay(text) && dayOf(dateOf(text)) === text));
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-05-05', 0, '2026-05-05'],
])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-01-01', -1, '2025-12-31'],
])('%s and %i days is %s', (from, days, to) => expect(addDays(from, days)).toBe(to));

test('days added one by one are days added at once, through every change of clocks', () => {
  fc.assert(
    fc.property(day, fc.nat({ max: 400 }), (from, days) => {
      let walked = from;
      for (let step = 0; step < days; step += 1) walked = addDays(walked, 1);
      return walked === addDays(from, days) && addDays(walked, -days) === from;
    }),
    { numRuns: 50 },
  );
});

test('months added lead to that month, never past its end', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (from, months) => {
      const to = addMonths(from, months);
      const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      return isDay(to) && count(to) - count(from) === months && to.slice(8) <= from.slice(8);
    }),
  );
});

test('days compare as strings', () => {
  fc.assert(fc.property(day, day, (a, b) => a < b === dateOf(a).getTime() < dateOf(b).getTime()));
});

test.each([
  ['Europe/London', '2026-01-15T23:59:59Z', '2026-01-15'],
  ['Europe/London', '2026-06-30T22:59:59Z', '2026-06-30'],
  ['Europe/London', '2026-06-30T23:00:00Z', '2026-07-01'],
  ['Europe/London', '2026-03-29T00:59:59Z', '2026-03-29'],
  ['Europe/London', '2026-10-24T23:30:00Z', '2026-10-25'],
  ['Europe/London', '2026-10-25T23:30:00Z', '2026-10-25'],
  ['UTC', '2026-06-30T23:30:00Z', '2026-06-30'],
  ['Pacific/Auckland', '2026-06-30T12:00:00Z', '2026-07-01'],
  ['America/New_York', '2026-07-01T03:59:59Z', '2026-06-30'],
])('in %s, %s is on %s', (zone, instant, expected) =>
  expect(dayIn(zone, new Date(instant))).toBe(expected),
);

test('an instant that is none has no day', () => {
  expect(dayOf(new Date('nonsense'))).toBe('');
});
