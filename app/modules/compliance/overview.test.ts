import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#app/platform/clock/dates.ts';
import { overlook, type Stand, soonDays } from './overview.ts';
import { standings } from './standing.ts';

const day = '2026-11-22';
const stand = (name: string, overrides: Partial<Stand> = {}): Stand => ({
  personId: name,
  name,
  groups: [],
  standing: 'done',
  dueOn: null,
  ...overrides,
});
const overdue = (name: string, days = 1) =>
  stand(name, { standing: 'overdue', dueOn: addDays(day, -days) });

test('people are counted once, as the worst of what is required of them', () => {
  const stands = [
    stand('Ada'),
    stand('Ada', { standing: 'due', dueOn: '2026-12-01' }),
    overdue('Ben'),
    stand('Ben'),
    stand('Zoë'),
  ];
  expect(overlook(stands, day).totals).toEqual({ people: 3, done: 1, due: 1, overdue: 1 });
});

test('two people of one name are two people', () => {
  const stands = [overdue('Ada'), { ...overdue('Ada'), personId: 'another' }];
  const { totals, overdueNames } = overlook(stands, day);
  expect(totals.people).toBe(2);
  expect(overdueNames.shown).toEqual(['Ada', 'Ada']);
});

test('groups are in the order of their names, and those in none come last', () => {
  const stands = [
    stand('Ada', { groups: ['Teaching'] }),
    { ...overdue('Ben'), groups: ['Teaching', 'Office'] },
    stand('Zoë'),
  ];
  expect(overlook(stands, day).groups).toEqual([
    { name: 'Office', people: 1, done: 0, due: 0, overdue: 1 },
    { name: 'Teaching', people: 2, done: 1, due: 0, overdue: 1 },
    { name: null, people: 1, done: 1, due: 0, overdue: 0 },
  ]);
});

test('at most three names are told, the longest overdue first, each once', () => {
  const stands = [overdue('Ada', 2), overdue('Ben', 9), overdue('Cy', 5), overdue('Di', 1)];
  const twice = [...stands, { ...overdue('Ben', 7) }];
  expect(overlook(twice, day).overdueNames).toEqual({ shown: ['Ben', 'Cy', 'Ada'], more: 1 });
});

test('a need says how many days it is overdue or still to go', () => {
  const stands = [
    overdue('Ada', 45),
    stand('Ben', { standing: 'due', dueOn: day }),
    stand('Cy', { dueOn: addDays(day, soonDays) }),
    stand('Di', { dueOn: addDays(day, soonDays + 1) }),
    stand('Ed'),
  ];
  const { overdue: late, soon } = overlook(stands, day);
  const told = (list: typeof late) => list.shown.map(({ name, days }) => [name, days]);
  expect(told(late)).toEqual([['Ada', 45]]);
  expect(told(soon)).toEqual([
    ['Ben', 0],
    ['Cy', soonDays],
  ]);
});

test('a long list is cut, and what is left out is counted', () => {
  const stands = Array.from({ length: 20 }, (_, index) => overdue(`P${index}`, index + 1));
  const { overdue: late } = overlook(stands, day);
  expect(late.shown[0]).toMatchObject({ name: 'P19', days: 20 });
  expect(late.shown.length + late.more).toBe(20);
});

test('of nobody there is nothing to say', () => {
  expect(overlook([], day)).toEqual({
    totals: { people: 0, done: 0, due: 0, overdue: 0 },
    groups: [],
    overdueNames: { shown: [], more: 0 },
    overdue: { shown: [], more: 0 },
    soon: { shown: [], more: 0 },
  });
});

test('standings always add up to the people, in all and in each group', () => {
  const stands = fc.array(
    fc.record({
      personId: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.string(),
      groups: fc.uniqueArray(fc.constantFrom('Office', 'Teaching')),
      standing: fc.constantFrom(...standings),
      dueOn: fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(day, days))),
    }),
  );
  fc.assert(
    fc.property(stands, (all) => {
      const { totals, groups } = overlook(all, day);
      for (const { people, done, due, overdue } of [totals, ...groups])
        expect(done + due + overdue).toBe(people);
      expect(totals.people).toBe(new Set(all.map(({ personId }) => personId)).size);
    }),
  );
});
