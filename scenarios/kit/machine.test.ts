import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Context } from './definition.ts';
import type { Guard } from './guards.ts';
import { applyAction, guardHolds } from './machine.ts';
import { meterRange, meters } from './vocabulary.ts';

const context: Context = {
  meters: { trust: 5, safety: 0, evidence: 10 },
  flags: { told: true, blamed: false },
};
const told: Guard = { type: 'flagIs', params: { flag: 'told', value: true } };
const blamed: Guard = { type: 'flagIs', params: { flag: 'blamed', value: true } };
const holds = (guard: Guard) => guardHolds(guard, context);

test('flagIs compares a flag with the value', () => {
  expect(holds(told)).toBe(true);
  expect(holds(blamed)).toBe(false);
  expect(holds({ type: 'flagIs', params: { flag: 'blamed', value: false } })).toBe(true);
});

test('a flag that was never set counts as false', () => {
  expect(holds({ type: 'flagIs', params: { flag: 'other', value: false } })).toBe(true);
});

test('meterAtLeast holds at the value and above, meterBelow only below', () => {
  for (const [value, atLeast] of [
    [4, true],
    [5, true],
    [6, false],
  ] as const) {
    expect(holds({ type: 'meterAtLeast', params: { meter: 'trust', value } })).toBe(atLeast);
    expect(holds({ type: 'meterBelow', params: { meter: 'trust', value } })).toBe(!atLeast);
  }
});

test('all wants every guard, any wants one, not turns one round', () => {
  expect(holds({ type: 'all', params: { of: [told, blamed] } })).toBe(false);
  expect(holds({ type: 'all', params: { of: [told, told] } })).toBe(true);
  expect(holds({ type: 'any', params: { of: [blamed, told] } })).toBe(true);
  expect(holds({ type: 'any', params: { of: [blamed, blamed] } })).toBe(false);
  expect(holds({ type: 'not', params: { guard: blamed } })).toBe(true);
  expect(holds({ type: 'not', params: { guard: told } })).toBe(false);
});

test('setFlag changes one flag and nothing else', () => {
  const after = applyAction({ type: 'setFlag', params: { flag: 'blamed', value: true } }, context);
  expect(after).toEqual({ meters: context.meters, flags: { told: true, blamed: true } });
  expect(context.flags.blamed).toBe(false);
});

test('a meter stops at 0 and at 10', () => {
  const after = (meter: (typeof meters)[number], by: number) =>
    applyAction({ type: 'adjustMeter', params: { meter, by } }, context).meters[meter];
  expect(after('trust', 5)).toBe(10);
  expect(after('trust', 6)).toBe(10);
  expect(after('trust', -5)).toBe(0);
  expect(after('trust', -6)).toBe(0);
  expect(after('safety', -1)).toBe(0);
  expect(after('evidence', 1)).toBe(10);
  expect(after('trust', 3)).toBe(8);
});

test('whatever is added and taken away, in any order, no meter leaves its range', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...meters), fc.integer({ min: -10, max: 10 })));
  fc.assert(
    fc.property(steps, (list) => {
      const after = list.reduce(
        (now, [meter, by]) => applyAction({ type: 'adjustMeter', params: { meter, by } }, now),
        context,
      );
      for (const meter of meters) {
        expect(after.meters[meter]).toBeGreaterThanOrEqual(meterRange.min);
        expect(after.meters[meter]).toBeLessThanOrEqual(meterRange.max);
      }
    }),
  );
});
