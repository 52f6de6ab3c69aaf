import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';
import type { ComplianceLine, CompliancePage } from './presenter.ts';

/** RFC 4180, as a spreadsheet reads it: any line break outside quotes ends a line. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',' && field.lastIndex < text.length) rows.push([]);
    if (match[3] !== ',' && field.lastIndex >= text.length) break;
  }
  return rows;
}

const line = (overrides: Partial<ComplianceLine> = {}): ComplianceLine => ({
  key: 'k',
  personId: 'p',
  name: 'Ada Quill',
  groups: [],
  requirement: 'A picture is going round',
  standing: 'done',
  completedOn: '2026-03-01',
  dueOn: null,
  ...overrides,
});
const page = (...lines: ComplianceLine[]) =>
  ({ lines, asAt: '2026-11-22' }) as unknown as CompliancePage;
const read = (...lines: ComplianceLine[]) => {
  const text = toCsv(page(...lines), 'en-GB');
  expect(text.startsWith('\uFEFF')).toBe(true);
  return parse(text.slice(1));
};

test('the file has a header, a line for each line, and says as at when', () => {
  expect(read(line({ groups: ['Office', 'Teaching'], dueOn: '2027-03-01' }))).toEqual([
    ['Name', 'Groups', 'Requirement', 'Status', 'Completed', 'Due', 'As at'],
    [
      'Ada Quill',
      'Office; Teaching',
      'A picture is going round',
      'Done',
      '2026-03-01',
      '2027-03-01',
      '2026-11-22',
    ],
  ]);
});

test('without lines it is a header', () => {
  expect(read()).toHaveLength(1);
});

test('lines end as Windows ends them', () => {
  expect(toCsv(page(line()), 'en-GB')).toMatch(/^[^\r\n]*\r\n[^\r\n]*\r\n$/);
});

test.each(['=1+1', '+44 1632', '-1', '@SUM(A1)', '\tx', '\rx'])(
  'the name %j is no formula to a spreadsheet',
  (name) => {
    const [, row] = read(line({ name }));
    expect(row?.[0]).toBe(`'${name}`);
  },
);

test('a formula in a group or a requirement is none either', () => {
  const [, row] = read(line({ groups: ['=cmd'], requirement: '@evil' }));
  expect(row?.slice(1, 3)).toEqual(["'=cmd", "'@evil"]);
});

test.each([
  'Quill, Ada',
  'Ada "the Quill" Quill',
  '"',
  'Ada\nQuill',
  'Ada\rQuill',
  'Ada\r\nQuill',
  'Ada\r',
  'Łukasz Żółw',
  'Zoë 👩🏽‍🏫',
  'فاطمة الزهراء',
  'שרה כהן',
  '\u202Eada',
  ' Ada ',
  "O'Neill",
])('the name %j comes back as it was', (name) => {
  const rows = read(line({ name }), line());
  expect(rows).toHaveLength(3);
  expect(rows[1]?.[0]).toBe(name);
});

/** Any of Unicode's, halves of pairs left out, which no file can hold. */
const anyCharacter = fc
  .oneof(fc.integer({ min: 1, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

test('any names and groups whatever come back, and no cell begins a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: anyCharacter, minLength: 1 }),
    fc.stringMatching(/^[=+\-@\t\r\n",;' aé]{1,8}$/),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (names) => {
      const rows = read(...names.map(([name, group]) => line({ name, groups: [group] })));
      expect(rows).toHaveLength(names.length + 1);
      for (const [index, [name, group]] of names.entries()) {
        const cells = rows[index + 1] ?? [];
        expect(cells.slice(0, 2).map(unguarded)).toEqual([name, group].map(unguarded));
        expect(cells).toHaveLength(7);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }
    }),
    { numRuns: 150 },
  );
});

/** The mark that keeps a formula from being one. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, '');
}
