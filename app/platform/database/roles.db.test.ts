import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { databaseOn } from '#tests/setup/database-server.ts';
import { testSecret } from '#tests/setup/test-database.ts';
import { connectionAs, ensureRoles } from './roles.ts';

const server = inject('server');
const worker = process.env.VITEST_POOL_ID ?? '1';
const name = `signpost_managed_${worker}`;
const owner = `plain_owner_${worker}`;
const projectRoot = path.join(import.meta.dirname, '../../..');
const managed = as(owner, databaseOn(server, name));

/** The same place, as somebody else. */
function as(user: string, connection: pg.ClientConfig): pg.ClientConfig {
  if (!connection.connectionString) return { ...connection, user };
  const url = new URL(connection.connectionString);
  url.username = user;
  return { connectionString: url.href };
}

async function ask(connection: pg.ClientConfig, ...statements: string[]) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    let last: pg.QueryResult | undefined;
    for (const statement of statements) last = await client.query(statement);
    return last?.rows;
  } finally {
    await client.end();
  }
}

/** A database as a provider hands it out: its owner is no superuser and may make no roles. */
beforeAll(async () => {
  await ask(
    databaseOn(server, 'postgres'),
    `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
    `DROP ROLE IF EXISTS ${owner}`,
    `CREATE ROLE ${owner} LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS`,
    `CREATE DATABASE ${name} OWNER ${owner}`,
  );
});

afterAll(async () => {
  await ask(
    databaseOn(server, 'postgres'),
    `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
    `DROP ROLE IF EXISTS ${owner}`,
  );
});

test('an owner without any power over the server migrates, works, and walls the application in', async () => {
  await ensureRoles(managed, testSecret);
  const script = `
    const { migrate } = await import('#app/platform/database/migrate.ts');
    await migrate(${JSON.stringify(managed)}, ${JSON.stringify(path.join(projectRoot, 'prisma/migrations'))});
    process.exit();`;
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', script];
  await promisify(execFile)(process.execPath, flags, { cwd: projectRoot });

  const add = `INSERT INTO organisations (slug, name, kind) VALUES ('one', 'One', 'school')`;
  await ask(managed, add);
  const count = 'SELECT count(*)::int AS n FROM organisations';
  expect(await ask(managed, count)).toEqual([{ n: 2 }]);
  expect(await ask(connectionAs('signpost_jobs', managed, testSecret), count)).toEqual([{ n: 2 }]);
  // Of two organisations the application, asked for no scope, sees the library alone.
  expect(await ask(connectionAs('signpost_app', managed, testSecret), count)).toEqual([{ n: 1 }]);
});
