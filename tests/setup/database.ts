import { afterAll, beforeEach, inject } from 'vitest';
import { libraryId } from '#app/modules/scenarios/publish.server.ts';
import { databaseOn, recreateDatabase, templateName } from './database-server.ts';
import { connectForTests } from './test-database.ts';

const server = inject('server');
const name = `signpost_test_${process.env.VITEST_POOL_ID ?? '1'}`;

await recreateDatabase(server, name, templateName);

/** Where this worker's database is, for tests that connect in a way of their own. */
export const connection = databaseOn(server, name);

/** This worker's copy of the template, clean before each test. */
export const database = connectForTests(connection);

beforeEach(async () => {
  const { rows } = await database.pool.query<{ tables: string }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  await database.pool.query(`TRUNCATE ${rows[0]?.tables} CASCADE`);
  await database.pool.query(
    `INSERT INTO organisations (id, slug, name, kind) VALUES ($1, 'library', 'Signpost library', 'library')`,
    [libraryId],
  );
});

afterAll(() => database.close());
