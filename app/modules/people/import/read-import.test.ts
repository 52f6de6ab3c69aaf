import { expect, test } from 'vitest';
import { readImport } from './read-import.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a file as a school has it is read, with what is wrong in it', () => {
  const file = [
    '\uFEFFStaff No.;Name;Work e-mail;Department;Shoe size;Start date',
    '101;Ada Quill;Ada@riverbank.example;"Teaching; Year 7";38;01/09/2024',
    '102;"Ben',
    'Reed";ben@riverbank.example;;41;',
    '',
    '103;=HYPERLINK("x");cy;Office;;09/30/2024',
    '104;Di;di@riverbank.example;Office;39;;;more',
    '105;Zoë 👩🏽‍🏫;zoe@riverbank.example;Office;40;',
  ].join('\r\n');
  expect(readImport(bytes(file.replace('=HYPERLINK("x")', '"=HYPERLINK(""x"")"')))).toEqual({
    columns: {
      staffNumber: 'Staff No.',
      name: 'Name',
      email: 'Work e-mail',
      groups: 'Department',
      startDate: 'Start date',
    },
    ignoredHeaders: ['Shoe size'],
    rows: [
      expect.objectContaining({
        line: 2,
        staffNumber: '101',
        email: 'ada@riverbank.example',
        groups: ['Teaching', 'Year 7'],
        startDate: '2024-09-01',
      }),
      expect.objectContaining({ line: 3, name: 'Ben Reed', groups: [], startDate: null }),
      expect.objectContaining({ line: 8, name: 'Zoë 👩🏽‍🏫' }),
    ],
    problems: [
      { line: 6, column: 'name', problem: 'formula', value: '=HYPERLINK("x")' },
      { line: 6, column: 'email', problem: 'not-an-email', value: 'cy' },
      { line: 6, column: 'startDate', problem: 'not-a-date', value: '09/30/2024' },
      { line: 7, column: null, problem: 'too-many-cells' },
    ],
  });
});

test('a mapping says which header is what', () => {
  const file = bytes('Who,Where to write\nAda Quill,ada@riverbank.example');
  const read = readImport(file, { name: 'Who', email: 'where to write' });
  expect(read).toMatchObject({
    columns: { name: 'Who', email: 'Where to write' },
    rows: [{ line: 2, name: 'Ada Quill', email: 'ada@riverbank.example' }],
  });
});

test.each([
  ['a workbook renamed to .csv', bytes('PK\u0003\u0004\u0014'), { problem: 'zip' }],
  ['nothing', bytes(''), { problem: 'empty' }],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), { problem: 'not-text' }],
  ['a header', bytes('Name,Email\n'), { problem: 'no-rows' }],
  ['an open quote', bytes('Name,Email\n"Ada,a@b.example\n'), { problem: 'quote', line: 2 }],
  [
    'no names',
    bytes('Email,Shoe size\na@b.example,38'),
    {
      problem: 'headers',
      headerProblems: [{ problem: 'missing-name', column: 'name', headers: [] }],
      headers: ['Email', 'Shoe size'],
      columns: { email: 'Email' },
    },
  ],
])('a file of %s is refused with its reason', (_, file, reason) => {
  expect(readImport(file)).toEqual(reason);
});

test.each([
  ['UTF-16', new Uint8Array(Buffer.from('\uFEFFName,Email\nZoé Quill,z@b.example', 'utf16le'))],
  ['Windows-1252', new Uint8Array(Buffer.from('Name,Email\nZoé Quill,z@b.example', 'latin1'))],
])('a file in %s keeps its accents', (_, file) => {
  expect(readImport(file)).toMatchObject({ rows: [{ name: 'Zoé Quill' }], problems: [] });
});

test('twenty thousand lines are read', () => {
  const lines = Array.from(
    { length: 20_000 },
    (_, index) => `${index},P ${index},p${index}@b.example`,
  );
  const read = readImport(bytes(`Staff number,Name,Email\n${lines.join('\n')}`));
  expect('rows' in read && read.rows.length).toBe(20_000);
});
