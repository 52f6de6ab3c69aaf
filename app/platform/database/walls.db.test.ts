import type pg from 'pg';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { libraryId } from '#app/modules/scenarios/publish.server.ts';
import { liveThrough } from '#tests/factories/live-through.ts';
import { createOrganisation, createServices } from '#tests/factories/organisation.ts';
import { connection, database } from '#tests/setup/database.ts';
import { testSecret } from '#tests/setup/test-database.ts';
import { connectDatabase } from './client.ts';
import { connectionAs, ensureRoles } from './roles.ts';

const owner = database.pool;
const app = connectDatabase(connectionAs('signpost_app', connection, testSecret));
afterAll(() => app.close());

/** Every table that has rows of an organisation, as the catalogue knows them. */
const tables = (
  await owner.query<{ name: string; key: string }>(
    `SELECT c.relname AS name, a.attname AS key FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND (a.attname = 'organisation_id' OR (c.relname = 'organisations' AND a.attname = 'id'))
     ORDER BY 1`,
  )
).rows;
const library = new Set([
  'organisations',
  'scenarios',
  'scenario_versions',
  'scenario_texts',
  'scenario_guides',
]);

let own: string;
let foreign: string;

beforeEach(async () => {
  const services = await createServices(database);
  own = (await createOrganisation(database)).id;
  foreign = (await createOrganisation(database)).id;
  await liveThrough(services, own);
  await liveThrough(services, foreign);
});

/** Asks as the application, with the first wall bypassed: whatever SQL, within a scope of its choice. */
async function asApp<T>(scope: string | null, work: (client: pg.PoolClient) => Promise<T>) {
  const client = await app.pool.connect();
  try {
    await client.query('BEGIN');
    if (scope) await client.query(`SELECT set_config('signpost.scope', $1, true)`, [`{${scope}}`]);
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const organisationsSeen = (table: (typeof tables)[number], scope: string | null) =>
  asApp(scope, async (client) => {
    const { rows } = await client.query(`SELECT DISTINCT ${table.key} AS id FROM ${table.name}`);
    return rows.map(({ id }) => id).filter((id) => id !== libraryId);
  });

/** What a statement touched: how many rows, or the SQLSTATE with which it was refused. */
const outcome = (scope: string, text: string, values: unknown[] = []) =>
  asApp(scope, (client) =>
    client.query(text, values).then(
      ({ rowCount }) => rowCount,
      ({ code }) => code as string,
    ),
  );

test('there are tables to guard, and both organisations have rows in them', async () => {
  expect(tables.length).toBeGreaterThan(15);
  for (const { name, key } of tables.filter(({ name }) => !library.has(name)))
    for (const id of [own, foreign]) {
      const { rowCount } = await owner.query(`SELECT FROM ${name} WHERE ${key} = $1`, [id]);
      expect(rowCount, name).toBeGreaterThan(0);
    }
});

test.each(tables)('$name has its wall up, for its owner too', async ({ name }) => {
  const { rows } = await owner.query(
    `SELECT relrowsecurity AND relforcerowsecurity AS up FROM pg_class WHERE oid = $1::regclass`,
    [name],
  );
  expect(rows).toEqual([{ up: true }]);
});

test.each(tables)('of $name the application sees its scope and nothing else', async (table) => {
  const seen = await organisationsSeen(table, own);
  expect(seen).toEqual(library.has(table.name) && table.name !== 'organisations' ? [] : [own]);
  expect(await organisationsSeen(table, null)).toEqual([]);
});

test.each(tables)('of $name the application changes no foreign row', async ({ name, key }) => {
  const change = `UPDATE ${name} SET ${key} = ${key} WHERE ${key} = $1`;
  expect([0, '42501']).toContain(await outcome(own, change, [foreign]));
  expect([0, '42501']).toContain(
    await outcome(own, `DELETE FROM ${name} WHERE ${key} = $1`, [foreign]),
  );
  const { rowCount } = await owner.query(`SELECT FROM ${name} WHERE ${key} = $1`, [foreign]);
  if (!library.has(name) || name === 'organisations') expect(rowCount).toBeGreaterThan(0);
});

test.each(tables)('into $name the application adds no foreign row', async ({ name, key }) => {
  const { rows } = await owner.query(
    `SELECT to_jsonb(t) AS row FROM ${name} t ORDER BY ${key} = $1 DESC LIMIT 1`,
    [foreign],
  );
  const row = { ...rows[0]?.row, [key]: foreign };
  const add = `INSERT INTO ${name} SELECT (jsonb_populate_record(NULL::${name}, $1)).*`;
  expect(await outcome(own, add, [JSON.stringify(row)])).toBe('42501');
});

test('its own row cannot be moved into another organisation', async () => {
  const move = 'UPDATE people SET organisation_id = $1 WHERE organisation_id = $2';
  expect(await outcome(own, move, [foreign, own])).toBe('42501');
});

test('what is a fact can be added and read, and neither changed nor deleted', async () => {
  for (const name of ['completions', 'attempt_events', 'role_memberships', 'approvals']) {
    expect(await outcome(own, `UPDATE ${name} SET organisation_id = organisation_id`)).toBe(
      '42501',
    );
    expect(await outcome(own, `DELETE FROM ${name}`)).toBe('42501');
  }
});

test('the application and its jobs own nothing and pass no wall by right', async () => {
  const { rows } = await owner.query(
    `SELECT rolname, rolsuper OR rolbypassrls AS passes,
       EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid) AS owns
     FROM pg_roles r WHERE rolname LIKE 'signpost\\_%' ORDER BY 1`,
  );
  expect(rows).toEqual([
    { rolname: 'signpost_app', passes: false, owns: false },
    { rolname: 'signpost_identity', passes: false, owns: false },
    { rolname: 'signpost_jobs', passes: false, owns: false },
  ]);
});

test('these functions see past the wall, and no others', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT proname AS name FROM pg_proc
     WHERE prosecdef AND pronamespace = 'public'::regnamespace ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'apply_retention',
    'certificates_by_code',
    'demo_person',
    'end_session',
    'end_sessions_of_user',
    'erase_person',
    'invitation_by_token',
    'letters_waiting',
    'people_of_user',
    'queue_job',
    'session_ended_because',
    'session_of',
    'session_person',
    'take_back_letter',
  ]);
});

test('a scope ends with its transaction', async () => {
  const client = await app.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('signpost.scope', $1, true)`, [`{${own}}`]);
    await client.query('COMMIT');
    expect((await client.query('SELECT FROM people')).rowCount).toBe(0);
  } finally {
    client.release();
  }
});

test('nobody steps into the shoes of a real person', async () => {
  const call = `SELECT demo_person(o.slug, p.name) AS who FROM organisations o
    JOIN people p ON p.organisation_id = o.id WHERE o.id = $1`;
  expect((await owner.query(call, [own])).rows).toEqual([{ who: null }]);
  await owner.query('UPDATE organisations SET is_demo = true WHERE id = $1', [own]);
  expect((await owner.query(call, [own])).rows).toMatchObject([{ who: { organisationId: own } }]);
});

test('a role with the power to pass walls is refused, with what to do', async () => {
  await owner.query('ALTER ROLE signpost_jobs BYPASSRLS');
  try {
    await expect(ensureRoles(connection, testSecret)).rejects.toThrow(
      'ALTER ROLE signpost_jobs NOSUPERUSER NOBYPASSRLS;',
    );
  } finally {
    await owner.query('ALTER ROLE signpost_jobs NOBYPASSRLS');
  }
});
