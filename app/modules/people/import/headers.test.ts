import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHeaders } from './headers.ts';

test.each([
  [
    'staffNumber',
    ['Staff number', 'Staff no.', 'Employee Number', 'employee_id', 'Payroll number'],
  ],
  ['staffNumber', ['Staff code', 'STAFF ID', 'Payroll No', 'Personnel number']],
  ['email', ['Email', 'E-mail', 'e mail', 'Work email', 'Email address', 'Work E-mail Address']],
  ['groups', ['Group', 'Group(s)', 'Groups', 'Staff group', 'Department', 'Team', 'Teams']],
  ['startDate', ['Start date', 'Started', 'Employment start', 'Date of joining', 'START-DATE']],
  ['startDate', ['Start date (DD/MM/YYYY)', 'Start date (yyyy-mm-dd)']],
  ['endDate', ['Leaving date', 'End date', 'Leaver date', 'Date of leaving', 'Date left']],
] as const)('%s goes by %j', (column, headers) => {
  for (const header of headers)
    expect(readHeaders(['Name', 'Email', 'Staff number'].concat(header)).problems.length).toBe(
      ['email', 'staffNumber'].includes(column) ? 1 : 0,
    );
  for (const header of headers) expect(readHeaders([header]).columns).toEqual({ [column]: 0 });
});

test.each(['Name', 'Full name', 'FULL_NAME', 'Display name', '\uFEFFname', ' Name* '])(
  '%j is the whole name',
  (header) => expect(readHeaders([header, 'Email']).columns).toEqual({ name: 0, email: 1 }),
);

test.each([
  ['First name', 'Last name'],
  ['Given name', 'Family name'],
  ['Forename', 'Surname'],
])('%s and %s are the parts of a name', (first, last) => {
  expect(readHeaders([last, 'Email', first])).toEqual({
    columns: { lastName: 0, email: 1, firstName: 2 },
    ignoredHeaders: [],
    problems: [],
  });
});

test('what is not known is told as it was written, and empty headers are not worth telling', () => {
  expect(readHeaders(['Name', 'Shoe size', '', ' ', 'Email', 'Notes'])).toEqual({
    columns: { name: 0, email: 4 },
    ignoredHeaders: ['Shoe size', 'Notes'],
    problems: [],
  });
});

test.each([[['Email']], [['Email', 'First name']], [['Email', 'Surname']]])(
  '%j lack a name',
  (headers) => {
    expect(readHeaders(headers).problems).toEqual([
      { problem: 'missing-name', column: 'name', headers: [] },
    ]);
  },
);

test('without email address and staff number nobody can be told from another', () => {
  const missing = { problem: 'missing-key', column: null, headers: [] };
  expect(readHeaders(['Name', 'Team']).problems).toEqual([missing]);
  expect(readHeaders(['Name', 'Email']).problems).toEqual([]);
  expect(readHeaders(['Name', 'Staff no']).problems).toEqual([]);
});

test('two headers for one column are a problem until one of them is mapped', () => {
  const headers = ['Name', 'Email', 'Department', 'Team'];
  expect(readHeaders(headers).problems).toEqual([
    { problem: 'claimed-twice', column: 'groups', headers: ['Department', 'Team'] },
  ]);
  expect(readHeaders(headers, { groups: 'team' })).toEqual({
    columns: { name: 0, email: 1, groups: 3 },
    ignoredHeaders: ['Department'],
    problems: [],
  });
});

test('a mapped header is the column it was mapped to and no other', () => {
  expect(readHeaders(['Name', 'Team', 'Work address'], { email: 'work address' })).toEqual({
    columns: { name: 0, groups: 1, email: 2 },
    ignoredHeaders: [],
    problems: [],
  });
  const asNumber = readHeaders(['Full name', 'Name', 'Email'], { staffNumber: 'Name' });
  expect(asNumber).toMatchObject({ columns: { name: 0, staffNumber: 1 }, problems: [] });
});

test('a mapped header that is not there is named', () => {
  expect(readHeaders(['Name', 'Email', 'Staff no'], { email: 'Mail' }).problems).toEqual([
    { problem: 'no-such-header', column: 'email', headers: ['Mail'] },
  ]);
});

test('a mapped header that is there twice is a problem', () => {
  expect(readHeaders(['Name', 'Mail', 'mail'], { email: 'Mail' }).problems).toEqual([
    { problem: 'claimed-twice', column: 'email', headers: ['Mail', 'mail'] },
  ]);
});

test('a header of signs only can be mapped', () => {
  expect(readHeaders(['#', '*', 'Name'], { staffNumber: '#' })).toMatchObject({
    columns: { staffNumber: 0, name: 2 },
    ignoredHeaders: ['*'],
    problems: [],
  });
});

test('every header is a column or ignored, whatever the headers are', () => {
  const header = fc.oneof(
    fc.constantFrom('Name', 'E-mail', 'Team', 'Group', 'constructor'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(header), (headers) => {
      const { columns, ignoredHeaders, problems } = readHeaders(headers);
      const twice = problems.flatMap((one) => (one.problem === 'claimed-twice' ? one.headers : []));
      const told = Object.values(columns).map((index) => headers[index]);
      const expected = headers.filter((one) => one.trim() !== '').sort();
      const once = told.filter((one) => one !== undefined && !twice.includes(one));
      expect([...once, ...twice, ...ignoredHeaders].sort()).toEqual(expected);
    }),
  );
});
