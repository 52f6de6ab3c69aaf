import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { databaseOn, recreateDatabase } from '#tests/setup/database-server.ts';
import { temporaryFolder } from '#tests/setup/temporary-folder.ts';

const run = promisify(execFile);
const server = inject('server');
const name = `signpost_migrate_${process.env.VITEST_POOL_ID ?? '1'}`;
const connection = databaseOn(server, name);
const projectRoot = path.join(import.meta.dirname, '../../..');
const migrations = path.join(projectRoot, 'prisma/migrations');
const all = [
  '0001_tables',
  '0002_rules_of_the_tables',
  '0003_steps',
  '0004_walls',
  '0005_audit',
  '0006_identity_and_people',
  '0007_retention',
  '0008_contacts_of_leavers',
  '0009_confirmed_routes',
  '0010_signed_approvals',
  '0011_scenario_guides',
];

beforeEach(() => recreateDatabase(server, name));

afterAll(async () => {
  const client = new pg.Client(databaseOn(server, 'postgres'));
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.end();
});

async function ask<Row extends object>(text: string): Promise<Row[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Migrates as the application does, once in the life of a process: Prisma's engine in WebAssembly
 * keeps its memory in its module, and does not work twice.
 */
async function migrate(folder: string): Promise<string[]> {
  const script = `
    const { migrate } = await import('#app/platform/database/migrate.ts');
    console.log(JSON.stringify(await migrate(${JSON.stringify(connection)}, ${JSON.stringify(folder)})));
    process.exit();`;
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const { stdout } = await run(process.execPath, flags, { cwd: projectRoot });
  return JSON.parse(stdout);
}

const applied = async () =>
  (
    await ask<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
    )
  ).map((row) => row.name);

test('an empty database is brought up to date, in order', async () => {
  expect(await migrate(migrations)).toEqual(all);
  expect(await applied()).toEqual(all);
});

test('a database that is up to date is left alone', async () => {
  await migrate(migrations);
  const before = await ask('SELECT * FROM _prisma_migrations ORDER BY migration_name');
  expect(await migrate(migrations)).toEqual([]);
  expect(await ask('SELECT * FROM _prisma_migrations ORDER BY migration_name')).toEqual(before);
});

test('only what is missing is applied', async () => {
  const { folder, remove } = await temporaryFolder('migrations');
  for (const one of all.slice(0, 2))
    await cp(path.join(migrations, one), path.join(folder, one), { recursive: true });
  expect(await migrate(folder)).toEqual(all.slice(0, 2));
  expect(await migrate(migrations)).toEqual(all.slice(2));
  await remove();
});

test('a migration that fails leaves nothing of itself behind, and those before it stand', async () => {
  const { folder, remove } = await temporaryFolder('migrations');
  await cp(migrations, folder, { recursive: true });
  await mkdir(path.join(folder, '9999_broken'));
  await writeFile(
    path.join(folder, '9999_broken/migration.sql'),
    `CREATE TABLE half_done (id int);
     CREATE FUNCTION half_done() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
     UPDATE organisations SET name = 'Half done';
     SELECT 1 / 0;`,
  );
  await expect(migrate(folder)).rejects.toThrow('9999_broken');
  expect(await applied()).toEqual(all);
  expect(await ask(`SELECT to_regclass('half_done') AS t, to_regproc('half_done') AS f`)).toEqual([
    { t: null, f: null },
  ]);
  expect(await ask('SELECT name FROM organisations')).toEqual([{ name: 'Signpost library' }]);
  await remove();
});

test('two processes that migrate at the same moment do it once between them', async () => {
  const lists = await Promise.all([migrate(migrations), migrate(migrations), migrate(migrations)]);
  expect(lists.map((list) => list.length).sort()).toEqual([0, 0, all.length]);
  expect(await applied()).toEqual(all);
  expect(await ask('SELECT count(*)::int AS n FROM _prisma_migrations')).toEqual([
    { n: all.length },
  ]);
});
