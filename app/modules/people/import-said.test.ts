import { expect, test } from 'vitest';
import words from '#app/i18n/locales/en-GB/import.json' with { type: 'json' };
import type { ImportPlan } from './import/plan-types.ts';
import type { ProblemCode } from './import/problems.ts';
import { problemsCsv, sayFileProblem, sayPlan, sayProblem } from './import-said.ts';

const locale = 'en-GB';
const nothing: ImportPlan = {
  adds: [],
  changes: [],
  leavers: [],
  returners: [],
  unchanged: 0,
  problems: [],
  isAbsenceUnclear: false,
};

test('an end is told as the last day of work, as the file names it', () => {
  const [line, personId, name] = [2, 'ada', 'Ada Quill'];
  const spell = { id: 'spell', effectiveFrom: '2020-09-01', effectiveTo: '2026-09-01' };
  const said = sayPlan(
    {
      ...nothing,
      adds: [
        {
          line,
          name,
          sortName: name,
          email: 'ada@b.example',
          staffNumber: '7',
          groups: ['Office', 'PE'],
          startDate: '2026-01-01',
          endDate: '2026-09-01',
        },
      ],
      leavers: [
        {
          line: null,
          personId,
          name,
          reason: 'absent',
          before: { endDate: '2027-01-01' },
          after: { endDate: '2026-09-01' },
          spell,
        },
      ],
      returners: [
        {
          line,
          personId,
          name,
          before: { startDate: '2020-09-01', endDate: '2022-09-01' },
          after: { startDate: '2026-09-01', endDate: null },
        },
      ],
    },
    locale,
  );
  expect([...said.added, ...said.left, ...said.returned].map(({ says }) => says)).toEqual([
    'ada@b.example · Number 7 · Office, PE · From 1 Jan 2026, last day 31 Aug 2026',
    'Last day 31 Dec 2026 → 31 Aug 2026',
    'From 1 Sept 2026 · last here on 31 Aug 2022',
  ]);
});

test('a change is told before and after, under the name that is in the list', () => {
  const change = {
    line: 3,
    personId: 'ada',
    name: 'Ada Reed',
    sortName: 'Reed, Ada',
    before: { name: 'Ada Quill', email: null, groups: ['PE'], startDate: '2020-09-01' },
    after: { name: 'Ada Reed', email: 'a@b.example', groups: [], startDate: '2020-01-06' },
    spell: null,
  };
  expect(sayPlan({ ...nothing, changes: [change] }, locale).changed).toEqual([
    {
      line: 3,
      name: 'Ada Quill',
      says:
        'Name: Ada Quill → Ada Reed · Email: none → a@b.example · Groups: PE → none · ' +
        'Start date: 1 Sept 2020 → 6 Jan 2020',
    },
  ]);
});

test.each(Object.keys(words.problems) as ProblemCode[])('%s is told in whole words', (problem) => {
  const told = { line: 2, column: 'email', problem, value: 'x', firstLine: 1 } as const;
  const said = sayProblem(told, {}, locale);
  expect(said).not.toMatch(/[{}]|undefined/);
  expect(said).toMatch(/\.$/);
});

test('a file that cannot be read is told why, a sentence for each reason', () => {
  expect(sayFileProblem({ problem: 'quote', line: 12 }, locale)).toEqual([
    expect.stringContaining('in line 12'),
  ]);
  const said = sayFileProblem(
    {
      problem: 'headers',
      headerProblems: [
        { problem: 'missing-name', column: 'name', headers: [] },
        { problem: 'claimed-twice', column: 'email', headers: ['Email', 'E-mail'] },
      ],
      headers: ['Email', 'E-mail'],
      columns: {},
    },
    locale,
  );
  expect(said).toHaveLength(2);
  expect(said[1]).toContain('“Email”: Email, E-mail');
});

test('problems of people who are not in the file have no line in the spreadsheet', () => {
  const problem = { line: null, column: null, problem: 'guarded', value: 'Ada' } as const;
  expect(problemsCsv([problem], {}, locale).split('\r\n')[1]).toMatch(/^,,Ada,/);
});

test('a column is called what the file calls it, also in the spreadsheet of problems', () => {
  const columns = { email: 'Work address', firstName: 'Forename', lastName: 'Family' };
  const email = { line: 2, column: 'email', problem: 'not-an-email', value: 'x' } as const;
  expect(sayProblem(email, columns, locale)).toContain('“Work address”');
  expect(problemsCsv([email], columns, locale).split('\r\n')[1]).toMatch(/^2,Work address,x,/);
  const name = { line: 3, column: 'name', problem: 'missing' } as const;
  expect(sayProblem(name, columns, locale)).toContain('“Forename + Family”');
  expect(sayProblem(name, { name: 'Who' }, locale)).toContain('“Who”');
});
