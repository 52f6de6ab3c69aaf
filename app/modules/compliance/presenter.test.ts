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
  });
const told = (query: string) =>
  present(query).lines.map(({ name, standing }) => `${name} ${standing}`);

test('a line names the requirement by its title and leaves out our ids', () => {
  const [line] = present().lines;
  expect(line).toMatchObject({ requirement: 'A picture is going round', key: 'Ada/r1' });
  expect(line).not.toHaveProperty('scenarioId');
  expect(line).not.toHaveProperty('requirementId');
});

test('totals are of everybody, people counted once, whatever the filter', () => {
  const totals = { done: 2, due: 1, overdue: 2, people: 4, peopleOverdue: 2 };
  expect(present().totals).toEqual(totals);
  expect(present('name=Ada&status=done').totals).toEqual(totals);
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
  expect(present('name=Ada').groups).toEqual(['Teaching', 'Office']);
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

test('an organisation without requirements has no lines and no totals', () => {
  const page = presentCompliance([], readAsk(new URLSearchParams(), today), {
    today,
    isDemo: true,
    titles: new Map(),
  });
  expect(page).toMatchObject({ lines: [], groups: [], isDemo: true });
  expect(page.totals).toEqual({ done: 0, due: 0, overdue: 0, people: 0, peopleOverdue: 0 });
});
