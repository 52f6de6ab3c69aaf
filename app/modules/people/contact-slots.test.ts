import { expect, test } from 'vitest';
import { contactSlots } from '#scenarios/kit/vocabulary.ts';
import { isNeededIn, isSlot, slots } from './contact-slots.ts';

test('whatever a scenario can name, an organisation can set', () => {
  expect(Object.keys(contactSlots).filter((slot) => !isSlot(slot))).toEqual([]);
});

test.each([undefined, '', 'DSL', 'constructor', 'dsl '])('%j is no slot', (text) =>
  expect(isSlot(text)).toBe(false),
);

test.each([
  ['england', []],
  ['wales', []],
  ['scotland', ['lado']],
  ['northern-ireland', ['preventLead']],
])('in %s, all are needed but %j', (nation, missing) =>
  expect(slots.filter((slot) => !isNeededIn(nation, slot))).toEqual(missing),
);
