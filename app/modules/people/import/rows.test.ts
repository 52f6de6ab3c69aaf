import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '#app/platform/clock/dates.ts';
import { type ColumnName, columnNames } from './problems.ts';
import { readRow } from './rows.ts';

type Cells = Partial<Record<ColumnName, string>>;
const sound: Cells = { name: 'Ada Quill', email: 'ada@riverbank.example' };

const read = (given: Cells) => {
  const names = columnNames.filter((column) => given[column] !== undefined);
  const columns = Object.fromEntries(names.map((column, index) => [column, index]));
  return readRow({ line: 7, cells: names.map((column) => given[column] ?? '') }, columns);
};
const rowOf = (given: Cells) => {
  const result = read({ ...sound, ...given });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.row;
};
const problemsOf = (given: Cells) => {
  const result = read({ ...sound, ...given });
  return 'problems' in result
    ? result.problems.map(({ column, problem }) => `${column} ${problem}`)
    : [];
};

test('a row is made tidy', () => {
  expect(
    rowOf({
      staffNumber: ' 00123 ',
      name: '  Zoe\u0308 \n  Quill\u00a0',
      email: ' Zoe.Quill@Riverbank.Example ',
      groups: ' Teaching ; Office  and site|Year 7/ teaching;;',
      startDate: '01/09/2026',
      endDate: '31.08.2027',
    }),
  ).toEqual({
    line: 7,
    name: 'Zoë Quill',
    sortName: 'Quill, Zoë',
    email: 'zoe.quill@riverbank.example',
    staffNumber: '00123',
    groups: ['Teaching', 'Office and site', 'Year 7'],
    startDate: '2026-09-01',
    endDate: '2027-09-01',
  });
});

test('what is not said is null, and an empty cell of groups means none', () => {
  const nothing = { staffNumber: null, groups: null, startDate: null, endDate: null };
  expect(rowOf({})).toMatchObject(nothing);
  expect(rowOf({ staffNumber: '', startDate: ' ', endDate: '' })).toMatchObject(nothing);
  expect(rowOf({ email: '  ' })).toMatchObject({ email: null });
  expect(rowOf({ groups: ' ' })).toMatchObject({ groups: [] });
});

test('cells that a row lacks at its end are empty', () => {
  const columns = { name: 0, email: 1, groups: 2, endDate: 3 };
  expect(readRow({ line: 2, cells: ['Ada'] }, columns)).toMatchObject({
    row: { name: 'Ada', email: null, groups: [], endDate: null },
  });
});

test('a name comes from its parts where there is no whole one', () => {
  const parts = { firstName: 'Ana', lastName: ' García  Márquez ' };
  expect(rowOf({ ...parts, name: '' })).toMatchObject({
    name: 'Ana García Márquez',
    sortName: 'García Márquez, Ana',
  });
  expect(rowOf({ ...parts, name: 'Annie García' })).toMatchObject({
    name: 'Annie García',
    sortName: 'García Márquez, Ana',
  });
  expect(rowOf({ firstName: 'Cher', lastName: '', name: '' }).name).toBe('Cher');
});

test.each(['Zoë 👩🏽‍🏫', '🎉', 'فاطمة الزهراء', 'x'.repeat(120), '👩'.repeat(120)])(
  '%j is a name',
  (name) => expect(rowOf({ name }).name).toBe(name),
);

test('somebody without a name is a problem, with all the others of the line', () => {
  const given = { name: ' ', email: 'nobody', startDate: 'soon', endDate: '31/02/2026' };
  expect(problemsOf(given).sort()).toEqual([
    'email not-an-email',
    'endDate not-a-date',
    'name missing',
    'startDate not-a-date',
  ]);
  expect(problemsOf({ name: '', firstName: '', lastName: ' ' })).toEqual(['name missing']);
});

test('problems say the line and the value', () => {
  expect(read({ ...sound, email: ' Ada at home ' })).toEqual({
    problems: [{ line: 7, column: 'email', problem: 'not-an-email', value: 'Ada at home' }],
  });
});

test('the value of a problem is no longer than a page can show', () => {
  const result = read({ ...sound, name: '👩'.repeat(5000) });
  expect(result).toMatchObject({ problems: [{ problem: 'too-long', value: '👩'.repeat(100) }] });
});

const signs = ['=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];
const cases = signs.flatMap((sign) => columnNames.map((column) => [column, sign] as const));
test.each(cases)('in the column %s a cell that begins with %s is a formula', (column, sign) => {
  expect(problemsOf({ [column]: ` \t${sign}1+1` })).toEqual([`${column} formula`]);
});

test('a formula among groups is found', () => {
  expect(problemsOf({ groups: 'Teaching; =1+1' })).toEqual(['groups formula']);
});

test.each([
  ['name too-long', { name: 'x'.repeat(121) }],
  ['name too-long', { name: '', firstName: 'x'.repeat(60), lastName: 'y'.repeat(60) }],
  ['name hidden-character', { name: 'Ada\u0007Quill' }],
  ['name hidden-character', { name: `\u0007${'x'.repeat(121)}` }],
  ['lastName hidden-character', { lastName: 'Quill\u001b' }],
  ['staffNumber too-long', { staffNumber: '1'.repeat(41) }],
  ['staffNumber hidden-character', { staffNumber: '12\u200b3' }],
  ['email too-long', { email: `${'a'.repeat(240)}@riverbank.example` }],
  ['email not-an-email', { email: 'ada@riverbank' }],
  ['email not-an-email', { email: 'ada@a.example; ben@a.example' }],
  ['email not-an-email', { email: 'Ada <ada@a.example>' }],
  ['groups too-long', { groups: `Teaching;${'x'.repeat(101)}` }],
  ['groups too-long', { groups: 'a;'.repeat(2000) }],
  ['groups hidden-character', { groups: 'Teach\u0000ing' }],
])('a cell is refused: %s', (problem, given) => expect(problemsOf(given)).toEqual([problem]));

test.each([
  ['2026-09-01', '2026-09-01'],
  ['01/09/2026', '2026-09-01'],
  ['01.09.2026', '2026-09-01'],
  ['29/02/2024', '2024-02-29'],
  ['12/11/2026', '2026-11-12'],
  ['1950-01-01', '1950-01-01'],
  ['31/12/2100', '2100-12-31'],
])('%s is the day %s', (startDate, day) => expect(rowOf({ startDate }).startDate).toBe(day));

test.each([
  ['09/30/2026', 'not-a-date'],
  ['1/9/2026', 'not-a-date'],
  ['01/09/26', 'not-a-date'],
  ['01/09.2026', 'not-a-date'],
  ['30/02/2026', 'not-a-date'],
  ['2026-02-29', 'not-a-date'],
  ['46266', 'not-a-date'],
  ['1 September 2026', 'not-a-date'],
  ['1949-12-31', 'date-out-of-range'],
  ['01/01/2101', 'date-out-of-range'],
  ['0001-01-01', 'date-out-of-range'],
])('%s is %s', (startDate, problem) => {
  expect(problemsOf({ startDate })).toEqual([`startDate ${problem}`]);
});

test('a start that is no day says nothing of the end', () => {
  expect(problemsOf({ startDate: '=1', endDate: '2026-09-01' })).toEqual(['startDate formula']);
});

test('nobody leaves before they come, and may leave on the day', () => {
  const startDate = '01/09/2026';
  expect(problemsOf({ startDate, endDate: '31/08/2026' })).toEqual(['endDate end-before-start']);
  expect(rowOf({ startDate, endDate: '2026-09-01' }).endDate).toBe('2026-09-02');
});

test('the end date of a file is a last day of work: from the next day on somebody is there no more', () => {
  expect(rowOf({ endDate: '31/08/2026' }).endDate).toBe('2026-09-01');
  expect(rowOf({ endDate: '31/12/2100' }).endDate).toBe('2101-01-01');
  expect(rowOf({}).endDate).toBeNull();
});

test('every day is read from each way to write it', () => {
  const days = fc.nat({ max: 55_000 }).map((count): Day => addDays('1950-01-01', count));
  fc.assert(
    fc.property(days, fc.constantFrom('/', '.'), (day, sign) => {
      expect(rowOf({ startDate: day }).startDate).toBe(day);
      const [year, month, date] = day.split('-');
      expect(rowOf({ startDate: [date, month, year].join(sign) }).startDate).toBe(day);
    }),
  );
});

test('whatever stands in the cells, it is a sound row or a problem of a column', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 150 }),
    fc.constantFrom('', '2026-09-01', '=1', 'a@b.example', 'Ada', 'x;=y'),
  );
  const cells = fc.record(
    Object.fromEntries(columnNames.map((column) => [column, cell])) as Record<
      ColumnName,
      typeof cell
    >,
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(cells, (given) => {
      const result = read(given);
      if ('problems' in result) {
        expect(result.problems.length).toBeGreaterThan(0);
        for (const { column } of result.problems) expect(columnNames).toContain(column);
        return;
      }
      const { name, email, staffNumber, groups } = result.row;
      expect(name).toMatch(/^[^\p{Cc}=+@-]\P{Cc}{0,119}$/u);
      expect(name).toBe(name.normalize('NFC').trim());
      expect(email ?? 'a@b').toBe((email ?? 'a@b').toLowerCase());
      expect(staffNumber ?? 'x').toMatch(/^[^=+@-]/);
      for (const group of groups ?? []) expect(group).toMatch(/^[^\p{Cc}=+@-][^;|/]*$/u);
    }),
    { numRuns: 500 },
  );
});
