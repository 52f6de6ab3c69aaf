import { afterEach, expect, test } from 'vitest';
import { connection, database } from '#tests/setup/database.ts';
import { isDatabaseAway } from './away.ts';
import { connectDatabase, type Database } from './client.ts';

const opened: Database[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

function connect(where: Parameters<typeof connectDatabase>[0]): Database {
  const one = connectDatabase(where);
  opened.push(one);
  return one;
}

/** Each way in which the application asks. */
const ways: [string, (on: Database) => Promise<unknown>][] = [
  ['the pool', ({ pool }) => pool.query('SELECT 1')],
  ['Prisma', ({ prisma }) => prisma.user.count()],
  ['raw SQL through Prisma', ({ prisma }) => prisma.$queryRaw`SELECT 1`],
  ['a transaction', ({ prisma }) => prisma.$transaction((inside) => inside.user.count())],
];

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test.each(ways)('a port at which nobody listens is away to %s', async (_name, ask) => {
  const error = await thrownBy(ask(connect({ host: '127.0.0.1', port: 1 })));
  expect(error && isDatabaseAway(error)).toBe(true);
});

test.each(ways)('a socket that is gone is away to %s', async (_name, ask) => {
  const error = await thrownBy(ask(connect({ host: '/nowhere', port: 5432 })));
  expect(error && isDatabaseAway(error)).toBe(true);
});

test('a connection that the server ends under a question is away, and the next question is answered', async () => {
  const one = connect(connection);
  const asking = thrownBy(one.pool.query(`SELECT pg_sleep(20) /* to be ended */`));
  let ended = 0;
  while (ended === 0) {
    const { rowCount } = await database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE query LIKE '%/* to be ended */' AND pid <> pg_backend_pid() AND state = 'active'
         AND datname = current_database() AND query NOT LIKE '%pg_terminate_backend%'`,
    );
    ended = rowCount ?? 0;
  }
  expect(isDatabaseAway(await asking)).toBe(true);
  expect((await one.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test.each([
  ['a table that does not exist', (on: Database) => on.pool.query('SELECT FROM nowhere')],
  [
    'a rule that is broken',
    ({ prisma }: Database) =>
      prisma.organisation.create({ data: { slug: 'x', name: 'X', kind: 'library' } }),
  ],
  ['raw SQL that is wrong', ({ prisma }: Database) => prisma.$queryRaw`SELECT 1 / 0`],
])('%s is a fault of ours', async (_name, ask) => {
  const error = await thrownBy(ask(connect(connection)));
  expect(error).toBeInstanceOf(Error);
  expect(isDatabaseAway(error)).toBe(false);
});
