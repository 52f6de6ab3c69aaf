import { expect, test } from 'vitest';
import { readAsk } from './ask.ts';
import type { MatrixRow } from './matrix.ts';
import { presentCompliance } from './presenter.ts';

const today = '2026-11-22';
const row = (name: string, overrides: Partial<MatrixRow> = {}): MatrixRow => ({
  personId: name,
  name,
  groups: [],
  requirementId: 'r1',
  scenarioId: 's1',
  standing: 'done',
  completedOn: '2026-03-01',
  dueOn: '2027-03-01',
  ...overrides,
});
const never = { completedOn: null, standing: 'overdue' as const };

const rows = [
  row('Ada', { groups: ['Teaching'] }),
  row('Ben', { ...never, groups: ['Office', 'Teaching'], dueOn: '2026-02-01' }),
  row('Ben', { ...never, standing: 'due', requirementId: 'r2', dueOn: '2026-12-01' }),
  row('Zoë', { ...never, groups: ['Office'], dueOn: '2026-01-31' }),
  row('Ümit', { completedOn: '2026-10-01', dueOn: null }),
];
const present = (query = '') =>
  presentCompliance(rows, readAsk(new URLSearchParams(query), today), {
    today,
    isDemo: false,
    titles: new Map([['s1', 'A picture is going round']]),
    standing: { people: 4, requirements: 2 },
  });
const told = (query: string) =>
  present(query).lines.map(({ name, standing }) => `${name} ${standing}`);

test('a line names the requirement by its title and leaves out our ids', () => {
  const [line] = present().lines;
  expect(line).toMatchObject({ requirement: 'A picture is going round', key: 'Ada/r1' });
  expect(line).not.toHaveProperty('scenarioId');
  expect(line).not.toHaveProperty('requirementId');
});

test('the overview is of everybody, people counted once, whatever the filter', () => {
  const totals = { people: 4, done: 2, due: 0, overdue: 2 };
  expect(present().totals).toEqual(totals);
  expect(present('name=Ada&status=done').totals).toEqual(totals);
  expect(present('name=Ada').overdue).toEqual(present().overdue);
});

test.each([
  ['', false],
  ['sort=due', false],
  ['asAt=2026-11-01', false],
  ['name=Ada', true],
  ['group=Office', true],
  ['status=due', true],
])('whether %j leaves anybody out is said', (query, isFiltered) => {
  expect(present(query).isFiltered).toBe(isFiltered);
});

test('the filter finds part of a name in any case, accents and all', () => {
  expect(told('name=ZOË')).toEqual(['Zoë overdue']);
  expect(told('name=üm')).toEqual(['Ümit done']);
  expect(told('name=nobody')).toEqual([]);
});

test('the filter narrows by group and by status, and by both', () => {
  expect(told('group=Office')).toEqual(['Ben overdue', 'Zoë overdue']);
  expect(told('status=due')).toEqual(['Ben due']);
  expect(told('group=Teaching&status=overdue')).toEqual(['Ben overdue']);
  expect(told('group=Off')).toEqual([]);
});

test('every group that anybody is in can be chosen, once', () => {
  const names = present('name=Ada').groups.map(({ name }) => name);
  expect(names).toEqual(['Office', 'Teaching', null]);
});

test.each([
  ['name', ['Ada', 'Ben', 'Ben', 'Zoë', 'Ümit']],
  ['status', ['Ben', 'Zoë', 'Ben', 'Ada', 'Ümit']],
  ['due', ['Zoë', 'Ben', 'Ben', 'Ada', 'Ümit']],
  ['completed', ['Ada', 'Ümit', 'Ben', 'Ben', 'Zoë']],
  ['group', ['Zoë', 'Ben', 'Ada', 'Ben', 'Ümit']],
])('sorted by %s, what is missing comes last and names stay in order', (sort, names) => {
  expect(present(`sort=${sort}`).lines.map(({ name }) => name)).toEqual(names);
});

test('problems reach the page', () => {
  expect(present('asAt=2026-02-30&status=late').problems).toEqual(['asAt', 'filter']);
});

test.each([
  [{ people: 0, requirements: 0 }, 'people'],
  [{ people: 0, requirements: 3 }, 'people'],
  [{ people: 9, requirements: 0 }, 'requirements'],
  [{ people: 9, requirements: 1 }, 'members'],
])('where there is nobody to show and there are %j, the page says why', (standing, reason) => {
  const page = presentCompliance([], readAsk(new URLSearchParams(), today), {
    today,
    isDemo: true,
    titles: new Map(),
    standing,
  });
  expect(page).toMatchObject({ lines: [], isDemo: true, isEmptyFor: reason });
});

test('where there is anybody to show, nothing is said to be missing', () => {
  expect(present('name=nobody').isEmptyFor).toBeNull();
});
