import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fact } from '#tests/factories/compliance-facts.ts';
import { holdsOn, knownOn } from './facts.ts';

const london = 'Europe/London';
const at = (recordedAt: string, overrides = {}) =>
  fact({ recordedAt: new Date(recordedAt), ...overrides });

test('a fact is known from the day it was recorded, whenever it was so', () => {
  const late = at('2026-05-10T09:00:00Z', { effectiveFrom: '2026-01-01' });
  expect(knownOn([late], '2026-05-09', london)).toEqual([]);
  expect(knownOn([late], '2026-05-10', london)).toEqual([late]);
});

test('the day a fact was recorded is the day it was at the school', () => {
  const nearMidnight = at('2026-06-30T23:30:00Z');
  expect(knownOn([nearMidnight], '2026-06-30', london)).toEqual([]);
  expect(knownOn([nearMidnight], '2026-06-30', 'UTC')).toEqual([nearMidnight]);
  const inWinter = at('2026-01-31T23:30:00Z');
  expect(knownOn([inWinter], '2026-01-31', london)).toEqual([inWinter]);
});

test('a superseded fact is known until what replaces it is recorded', () => {
  const first = at('2026-03-01T09:00:00Z');
  const second = at('2026-04-01T09:00:00Z', { supersedes: first.id });
  const third = at('2026-05-01T09:00:00Z', { supersedes: second.id });
  const facts = [third, first, second];
  expect(knownOn(facts, '2026-03-31', london)).toEqual([first]);
  expect(knownOn(facts, '2026-04-01', london)).toEqual([second]);
  expect(knownOn(facts, '2026-05-01', london)).toEqual([third]);
});

test('a fact replaced by one that has ended is not known any longer', () => {
  const first = at('2026-03-01T09:00:00Z');
  const over = at('2026-04-01T09:00:00Z', { supersedes: first.id, effectiveTo: '2026-03-15' });
  const known = knownOn([first, over], '2026-04-02', london);
  expect(known.filter((one) => holdsOn(one, '2026-04-02'))).toEqual([]);
});

test('a fact holds from its first day up to its last, the end not included', () => {
  const spell = { effectiveFrom: '2026-03-01', effectiveTo: '2026-03-03' };
  const days = ['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03'];
  expect(days.map((day) => holdsOn(spell, day))).toEqual([false, true, true, false]);
});

test('a fact without an end holds for ever, and one that ends as it begins never', () => {
  expect(holdsOn({ effectiveFrom: '2026-03-01', effectiveTo: null }, '2999-01-01')).toBe(true);
  const never = { effectiveFrom: '2026-03-01', effectiveTo: '2026-03-01' };
  expect(holdsOn(never, '2026-03-01')).toBe(false);
});

test('what was known on a day does not change when more is recorded after it', () => {
  const instant = (from: string, to: string) =>
    fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.array(instant('2026-01-01', '2026-06-30T22:00:00Z'), { minLength: 1 }),
      fc.array(fc.tuple(instant('2026-07-01', '2026-12-31'), fc.nat())),
      (earlier, later) => {
        const known = earlier.map((recordedAt) => fact({ recordedAt }));
        const more = later.map(([recordedAt, index]) =>
          fact({ recordedAt, supersedes: known[index % known.length]?.id ?? null }),
        );
        expect(knownOn([...known, ...more], '2026-06-30', london)).toEqual(
          knownOn(known, '2026-06-30', london),
        );
      },
    ),
  );
});
