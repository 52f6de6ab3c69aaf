import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAsk } from './ask.ts';

const today = '2026-11-22';
const ask = (query: string) => readAsk(new URLSearchParams(query), today);
const nothing = { name: '', group: '', status: '', sort: 'name' };

test('without a question the matrix is of today, all of it', () => {
  expect(ask('')).toEqual({ asAt: today, filter: nothing, problems: [] });
  expect(ask('asAt=&name=&group=&status=&sort=')).toEqual(ask(''));
});

test('a past day and today are taken as asked', () => {
  expect(ask('asAt=2026-09-01')).toMatchObject({ asAt: '2026-09-01', problems: [] });
  expect(ask(`asAt=${today}`)).toMatchObject({ asAt: today, problems: [] });
});

test.each(['2026-02-30', 'yesterday', '01/09/2026', '2026-9-1', ' 2026-09-01'])(
  'the date %j is named as no date, and today is shown',
  (asAt) => {
    expect(ask(new URLSearchParams({ asAt }).toString())).toMatchObject({
      asAt: today,
      problems: ['asAt'],
    });
  },
);

test('a day to come is named as such, and today is shown', () => {
  expect(ask('asAt=2026-11-23')).toMatchObject({ asAt: today, problems: ['asAtFuture'] });
});

test('name, group, status and order are taken as asked, spaces around them left out', () => {
  expect(ask('name=+Zo%C3%AB+&group=Teaching&status=overdue&sort=due')).toEqual({
    asAt: today,
    filter: { name: 'Zoë', group: 'Teaching', status: 'overdue', sort: 'due' },
    problems: [],
  });
});

test.each([
  ['status=late'],
  ['status=DONE'],
  ['sort=age'],
  [`name=${'x'.repeat(101)}`],
  [`group=${'x'.repeat(101)}`],
])('a filter that is not understood is named: %s', (query) => {
  expect(ask(query)).toMatchObject({ filter: nothing, problems: ['filter'] });
});

test('a hundred characters of a name are not too many, however many spaces are around them', () => {
  const name = 'x'.repeat(100);
  expect(ask(`name=${name}`)).toMatchObject({ filter: { name }, problems: [] });
  expect(ask(`name=+++${name}+++`)).toMatchObject({ filter: { name }, problems: [] });
});

test('whatever is asked, it is answered as asked or the problem is named', () => {
  const text = fc.oneof(fc.string({ maxLength: 120 }), fc.constantFrom('done', 'due', 'group'));
  fc.assert(
    fc.property(fc.record({ name: text, group: text, status: text, sort: text }), (given) => {
      const { filter, problems, asAt } = readAsk(new URLSearchParams(given), today);
      expect(asAt).toBe(today);
      const isAsAsked =
        filter.name === given.name.trim() &&
        filter.group === given.group.trim() &&
        filter.status === given.status.trim() &&
        filter.sort === (given.sort.trim() || 'name');
      expect(problems.length > 0 || isAsAsked).toBe(true);
    }),
  );
});
