import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRows } from './read-rows.ts';

const rowsOf = (text: string) => {
  const read = readRows(text);
  if ('problem' in read) throw new Error(read.problem);
  return read;
};

test.each([
  ['commas', ','],
  ['semicolons', ';'],
  ['tabs', '\t'],
])('cells between %s are told apart', (_, sign) => {
  const text = [`Name${sign}Email`, `Ada Quill${sign}ada@x.example`].join('\n');
  expect(rowsOf(text)).toEqual({
    headers: ['Name', 'Email'],
    rows: [{ line: 2, cells: ['Ada Quill', 'ada@x.example'] }],
    problems: [],
  });
});

test('a header in quotes may hold a sign that parts nothing', () => {
  expect(rowsOf('"Name, full";"Email";Team\nAda;a@x;b').headers).toEqual([
    'Name, full',
    'Email',
    'Team',
  ]);
});

test.each([
  ['Unix', '\n'],
  ['Windows', '\r\n'],
  ['old Mac', '\r'],
])('lines are those of the file, with %s line breaks inside quotes', (_, end) => {
  const text = ['Name,Email', '"Ada', '', 'Quill",a', 'Ben,b', '', '"Cy', '', '",c', 'Di,d'].join(
    end,
  );
  expect(rowsOf(text).rows.map(({ line }) => line)).toEqual([2, 5, 7, 10]);
});

test('blank lines are left out, before the header too, and rows of separators only', () => {
  const text = '\n  \nName,Email\n\nAda,a\n,,,,\n   \n"",""\nBen,b\n\n';
  expect(rowsOf(text)).toEqual({
    headers: ['Name', 'Email'],
    rows: [
      { line: 5, cells: ['Ada', 'a'] },
      { line: 9, cells: ['Ben', 'b'] },
    ],
    problems: [],
  });
});

test('quotes keep separators and doubled quotes, with spaces around them or not', () => {
  expect(rowsOf('Name,Email\n "Quill, ""Ada""" , a').rows[0]?.cells).toEqual(['Quill, "Ada"', 'a']);
});

test('a row with too many cells is a problem of that row', () => {
  expect(rowsOf('Name,Email\nQuill, Ada,a\nBen,b,,,\nCy,c')).toMatchObject({
    rows: [{ line: 3, cells: ['Ben', 'b'] }, { line: 4 }],
    problems: [{ line: 2, column: null, problem: 'too-many-cells' }],
  });
});

test.each([
  ['Ada "Quick" Quill', 'Ada "Quick" Quill'],
  ['=HYPERLINK("x")', '=HYPERLINK("x")'],
  ['  a "b" and "c" ', 'a "b" and "c"'],
  ['5"" tall', '5"" tall'],
])('quotes in pairs within %j are part of the cell, and close nothing', (cell, read) => {
  const text = `Name,Email\nBen,b\n${cell},a\n"Cy ""the, fly""\nx",c "d"\nDi,d`;
  expect(rowsOf(text).rows).toEqual([
    { line: 2, cells: ['Ben', 'b'] },
    { line: 3, cells: [read, 'a'] },
    { line: 4, cells: ['Cy "the, fly"\nx', 'c "d"'] },
    { line: 6, cells: ['Di', 'd'] },
  ]);
});

test.each([
  ['is never closed', 'Name,Email\nAda,a\n\n"Ben,b\nCy,c\n', 4],
  ['is never closed, in a row of several lines', 'Name,Email\n"Ada\nQ","a\nBen,b', 3],
  ['is closed by that of a later row', 'Name,Email\nZoë,z\n"Ada,a\n"Ben",b\n', 3],
  ['stands alone within a name', 'Name,Email\nAda "Quick Quill,a\n', 2],
  ['parts a formula in two cells', 'Name,Email\n=HYPERLINK("x","y"),a\n', 2],
  ['is followed by more', 'Name,Email\n"Ada" Quill,a\n', 2],
  ['is in the header', '"Name,Email\nAda,a\n', 1],
])('a quote that %s is named with its line', (_, text, line) => {
  expect(readRows(text)).toEqual({ problem: 'quote', line });
  expect(readRows(text.replaceAll('\n', '\r\n'))).toEqual({ problem: 'quote', line });
});

test.each(['', '\n\n', 'Name,Email', 'Name,Email\n,\n\n'])('%j has no rows', (text) => {
  expect(readRows(text)).toEqual({ problem: 'no-rows' });
});

test('twenty thousand rows are read and one more is too many, blank ones not counted', () => {
  const rows = 'Ada,a\n,\n'.repeat(20_000);
  expect(rowsOf(`Name,Email\n${rows}`).rows).toHaveLength(20_000);
  expect(readRows(`Name,Email\n${rows}Ben,b`)).toEqual({ problem: 'too-many-rows' });
});

test('blank lines between rows are no rows, however many', () => {
  const { rows } = rowsOf(`Name,Email\nAda,a\n${'\n'.repeat(200_000)}Ben,b`);
  expect(rows.map(({ line }) => line)).toEqual([2, 200_003]);
});

test('a million rows with nothing in them, as spreadsheets write them, are no rows', () => {
  expect(rowsOf(`Name,Email\nAda,a\n${',,,\n'.repeat(1_000_000)}`).rows).toHaveLength(1);
  expect(readRows(`Name,Email\nAda,a\n${'""\n'.repeat(1_000_000)}`)).toEqual({
    problem: 'too-many-rows',
  });
});

test('whatever is written as CSV is read as it was, from the lines where it is', () => {
  const cell = fc
    .oneof(
      fc.stringMatching(/^[a ",;\n\t'é👩]{0,8}$/u),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    .map((text) => `x${text.replaceAll('\r', '')}x`);
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';', '\t'), (cells, delimiter) => {
      const write = (rows: string[][]) => stringify(rows, { delimiter, quoted: true });
      const headers = ['Name', 'Email', 'Team'];
      const lineAfter = (count: number) =>
        write([headers, ...cells.slice(0, count)]).split('\n').length;
      expect(readRows(write([headers, ...cells]))).toEqual({
        headers,
        rows: cells.map((row, index) => ({ line: lineAfter(index), cells: row })),
        problems: [],
      });
    }),
  );
});

test('any text at all is rows or a problem', () => {
  const text = fc.stringMatching(/^[a",;\t\r\n ]{0,30}$/);
  fc.assert(
    fc.property(text, (given) => {
      const lines = given.split(/\r\n|\r|\n/).length;
      const read = readRows(given);
      const named =
        'rows' in read ? [...read.rows, ...read.problems] : 'line' in read ? [read] : [];
      for (const { line } of named) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: 500 },
  );
});
