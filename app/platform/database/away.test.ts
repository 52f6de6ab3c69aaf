import { expect, test } from 'vitest';
import { isDatabaseAway } from './away.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

test.each([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['08000', '08006', '53100', '53300', '57P01', '57P02', '57P03'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024'],
])('%s means that the database is away', (code) => {
  expect(isDatabaseAway(withCode(code))).toBe(true);
});

test.each([
  ...['23505', '23503', '22P02', '42P01', '42883', '40001', '28P01', '3D000', 'P0001'],
  ...['P2002', 'P2025', 'P1003', 'EACCES', 'ERR_INVALID_ARG_TYPE', ''],
])('%j means that something else is wrong', (code) => {
  expect(isDatabaseAway(withCode(code))).toBe(false);
});

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Cannot use a pool after calling end on the pool',
  'Client has encountered a connection error and is not queryable',
])('"%s" means that the database is away', (message) => {
  expect(isDatabaseAway(new Error(message))).toBe(true);
});

test('the cause tells as well', () => {
  const away = new Error('Loading failed', {
    cause: new Error('Query failed', { cause: withCode('57P01') }),
  });
  expect(isDatabaseAway(away)).toBe(true);
  expect(isDatabaseAway(new Error('Loading failed', { cause: withCode('23505') }))).toBe(false);
});

test.each([undefined, null, 'ECONNREFUSED', 57, new Error('no such scenario'), new Response()])(
  'a throw of %o is none of the database',
  (thrown) => expect(isDatabaseAway(thrown)).toBe(false),
);
