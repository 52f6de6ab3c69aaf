import { expect, test } from 'vitest';
import { explainFailure, explainFault, tellingLine } from './errors.ts';

const about = (output: string) => explainFailure(output, 'starting the server', '/data');

test.each([
  [
    'initdb: error: could not write file "x": No space left on device\ninitdb: removing',
    'disk-full',
  ],
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
  ['initdb: error: could not look up effective user ID 1234: user does not exist', 'cannot-run'],
  ['FATAL:  data directory "/data" has wrong ownership', 'cannot-run'],
  ['Error: spawn /x/postgres EACCES', 'cannot-run'],
  ['error while loading shared libraries: libicui18n.so.60', 'cannot-run'],
  ['PANIC:  could not locate a valid checkpoint record', 'broken'],
  ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'broken'],
  ['', 'broken'],
])('%s is %s', (output, code) => {
  expect(about(output).code).toBe(code);
});

test('the sentence carries the telling line without its time and process', () => {
  const log =
    '2026-01-01 00:00:00.1 UTC [12] FATAL:  could not open file "global/pg_control"\n' +
    '2026-01-01 00:00:00.2 UTC [12] LOG:  database system is shut down\n';
  expect(tellingLine(log)).toBe('FATAL:  could not open file "global/pg_control"');
  expect(about(log).message).toContain('global/pg_control');
  expect(about(log).message).toContain('DATABASE_URL');
});

test("Node's own faults get the same sentences, and other faults pass unchanged", () => {
  const fault = (code: string) => Object.assign(new Error(`${code}: x`), { code });
  expect(explainFault(fault('ENOSPC'), '/data')).toMatchObject({ code: 'disk-full' });
  expect(explainFault(fault('EACCES'), '/data')).toMatchObject({ code: 'cannot-run' });
  const other = new Error('other');
  expect(explainFault(other, '/data')).toBe(other);
});
