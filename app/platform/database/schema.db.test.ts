// cspell:ignore attnum attname relname attrelid regnamespace conname conrelid relnamespace relkind contype connamespace conkey confrelid attisdropped adrelid tgrelid tgname tgenabled regproc indrelid indkey indisprimary indexdef constraintdef confkey atttypmod atttypid attrdef
import path from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { libraryId } from '#app/modules/scenarios/publish.server.ts';
import { beginAttempt } from '#tests/factories/attempt.ts';
import { liveThrough } from '#tests/factories/live-through.ts';
import { createOrganisation, createPerson, createServices } from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { databaseOn, recreateDatabase, templateName } from '#tests/setup/database-server.ts';
import { connectDatabase, type Database } from './client.ts';
import { draftSchema } from './migrate.ts';

const { prisma, pool } = database;
const server = inject('server');
const schemaFile = path.join(import.meta.dirname, '../../../prisma/schema.prisma');

const superseding = [
  'approvals',
  'contacts',
  'employment_spells',
  'requirements',
  'role_memberships',
  'route_confirmations',
  'staff_group_memberships',
  'terms',
];
const facts = [
  ...superseding,
  'attempt_clearings',
  'attempt_events',
  'audit_events',
  'chain_checkpoints',
  'completions',
  'scenario_versions',
].sort();

async function list<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool.query<Row>(text, values)).rows;
}

test.each(facts)('rows of %s can be neither changed nor deleted', async (table) => {
  await liveThrough(await createServices(database), (await createOrganisation(database)).id);
  const before = await list(`SELECT * FROM ${table}`);
  expect(before.length).toBeGreaterThan(0);
  const refusal = `Rows of ${table} are facts`;
  await expect(pool.query(`UPDATE ${table} SET organisation_id = organisation_id`)).rejects.toThrow(
    refusal,
  );
  await expect(pool.query(`DELETE FROM ${table}`)).rejects.toThrow(refusal);
  expect(await list(`SELECT * FROM ${table}`)).toEqual(before);
});

test('the tables of facts are these and no others', async () => {
  const guarded = await list<{ name: string }>(
    `SELECT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE t.tgname = 'facts_stay' AND t.tgenabled = 'O' ORDER BY 1`,
  );
  expect(guarded.map(({ name }) => name)).toEqual(facts);
});

/** A copy of the one row there is, with some columns otherwise. */
const copy = (table: string, changes: object) =>
  pool.query(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(t,
       jsonb_build_object('id', gen_random_uuid()) || $1::jsonb)).* FROM ${table} t LIMIT 1`,
    [JSON.stringify(changes)],
  );

test.each(superseding)('of %s, one row is superseded by one row', async (table) => {
  await liveThrough(await createServices(database), (await createOrganisation(database)).id);
  const [first] = await list<{ id: string }>(`SELECT id FROM ${table}`);
  await copy(table, { supersedes: first?.id });
  await expect(copy(table, { supersedes: first?.id })).rejects.toMatchObject({ code: '23505' });
});

test.each(superseding)('a row of %s supersedes none of another organisation', async (table) => {
  const services = await createServices(database);
  await liveThrough(services, (await createOrganisation(database)).id);
  const [theirs] = await list<{ id: string }>(`SELECT id FROM ${table}`);
  const mine = await createOrganisation(database);
  await liveThrough(services, mine.id);
  const insert = pool.query(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(t,
       jsonb_build_object('id', gen_random_uuid(), 'supersedes', $1::uuid))).*
     FROM ${table} t WHERE organisation_id = $2 LIMIT 1`,
    [theirs?.id, mine.id],
  );
  await expect(insert).rejects.toMatchObject({
    code: '23503',
    constraint: `${table}_supersedes`,
  });
});

test.each(superseding)('a row of %s cannot end before it began', async (table) => {
  await liveThrough(await createServices(database), (await createOrganisation(database)).id);
  const wrong = { effective_from: '2026-03-02', effective_to: '2026-03-01' };
  await expect(copy(table, wrong)).rejects.toMatchObject({ code: '23514' });
  // Ending on the day it began says that it never was.
  await copy(table, { ...wrong, effective_to: '2026-03-02' });
});

test('every table of a tenant leads with its organisation', async () => {
  const tables = await list<{ name: string; first: string }>(
    `SELECT c.relname AS name, a.attname AS first
     FROM pg_class c
     JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
  );
  const [{ count } = { count: 0 }] = await list<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'public'`,
  );
  expect(tables).toHaveLength(count);
  const others = tables.filter(({ first }) => first !== 'organisation_id');
  expect(others.map(({ name }) => name).sort()).toEqual([
    '_prisma_migrations',
    'accounts',
    'organisations',
    'proofs',
    'rate_limits',
    'sessions',
    'two_factors',
    'users',
    'verifications',
  ]);
});

test('every reference between tables of tenants carries the organisation', async () => {
  const references = await list<{ name: string; target: string; pairs: string[] }>(
    `SELECT k.conname AS name, k.confrelid::regclass::text AS target,
       array_agg(a.attname || '=' || f.attname ORDER BY n.i) AS pairs
     FROM pg_constraint k
     CROSS JOIN LATERAL generate_subscripts(k.conkey, 1) AS n(i)
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[n.i]
     JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = k.confkey[n.i]
     WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
     GROUP BY 1, 2`,
  );
  const tenants = references.filter(({ target }) => !['organisations', 'users'].includes(target));
  expect(tenants.length).toBeGreaterThan(20);
  const library = ['scenarios', 'scenario_versions'];
  const astray = tenants.filter(({ target, pairs }) => {
    const isOwn = pairs[0] === 'organisation_id=organisation_id';
    const isLibrary = pairs[0] === 'scenario_organisation_id=organisation_id';
    return !(isOwn || (isLibrary && library.includes(target)));
  });
  expect(astray).toEqual([]);
});

test('names come in the order a reader expects', async () => {
  const { id } = await createOrganisation(database);
  const names = ['Zoë', 'adam', 'Özil', 'Zoe', 'Łukasz', 'Zadie', 'Olu', 'Émile', 'Eve', 'ADA'];
  const expected = ['ADA', 'adam', 'Émile', 'Eve', 'Łukasz', 'Olu', 'Özil', 'Zadie', 'Zoe', 'Zoë'];
  for (const name of names) await createPerson(database, { name }, id);
  await prisma.staffGroup.createMany({
    data: names.map((name) => ({ organisationId: id, name })),
  });
  const people = await prisma.person.findMany({ orderBy: { sortName: 'asc' } });
  const groups = await prisma.staffGroup.findMany({ orderBy: { name: 'asc' } });
  expect(people.map(({ name }) => name)).toEqual(expected);
  expect(groups.map(({ name }) => name)).toEqual(expected);
});

test('the reserved organisation of the library is there once, in every migrated database', async () => {
  const template = connectDatabase(databaseOn(server, `${draftName}_template`));
  await recreateDatabase(server, `${draftName}_template`, templateName);
  try {
    const rows = await template.prisma.organisation.findMany();
    expect(rows).toMatchObject([{ id: libraryId, slug: 'library', kind: 'library' }]);
  } finally {
    await template.close();
  }
  const second = prisma.organisation.create({
    data: { slug: 'library-2', name: 'Another', kind: 'library' },
  });
  await expect(second).rejects.toMatchObject({ code: 'P2002' });
  const other = prisma.organisation.create({ data: { slug: 'x', name: 'X', kind: 'trust' } });
  await expect(other).rejects.toThrow('organisations_kind');
});

test('an attempt has a rating when and only when it has ended', async () => {
  const services = await createServices(database);
  await beginAttempt(services);
  const change = (set: string) => pool.query(`UPDATE attempts SET ${set}`);
  const broken = { constraint: 'attempts_ended_with_rating' };
  await expect(change('ended_at = now()')).rejects.toMatchObject(broken);
  await expect(change(`rating = 'workable'`)).rejects.toMatchObject(broken);
  await expect(change(`rating = 'splendid', ended_at = now()`)).rejects.toMatchObject({
    constraint: 'attempts_rating',
  });
  await expect(change('practice_from = 3')).rejects.toMatchObject({
    constraint: 'attempts_practice_from',
  });
});

const draftName = `signpost_draft_${process.env.VITEST_POOL_ID ?? '1'}`;

/** A database that Prisma's schema alone has made, to hold against the migrated one. */
async function drafted(): Promise<Database> {
  await recreateDatabase(server, draftName);
  const draft = connectDatabase(databaseOn(server, draftName));
  await draft.pool.query(await draftSchema(databaseOn(server, draftName), schemaFile));
  return draft;
}

const columns = `
  SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
    a.attnotnull AS required, pg_get_expr(d.adbin, d.adrelid) AS default
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND c.relname <> '_prisma_migrations'
  ORDER BY c.relname COLLATE "C", a.attname COLLATE "C"`;
const keys = `
  SELECT conname AS name, conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS is
  FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f')
    AND conrelid::regclass::text <> '_prisma_migrations'
    AND conname NOT LIKE '%\\_supersedes'
  ORDER BY conname COLLATE "C"`;
const indexes = `
  SELECT indexname AS name, indexdef AS is FROM pg_indexes
  WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
    AND indexname NOT IN ('organisations_one_library', 'people_plain_name')
  ORDER BY indexname COLLATE "C"`;

test("Prisma's schema and the migrations agree in tables, columns, keys and indexes", async () => {
  const draft = await drafted();
  try {
    for (const question of [columns, keys, indexes]) {
      const { rows } = await draft.pool.query(question);
      expect(rows.length).toBeGreaterThan(20);
      expect(await list(question)).toEqual(rows);
    }
  } finally {
    await draft.close();
  }
});

afterAll(async () => {
  await pool.query(`DROP DATABASE IF EXISTS ${draftName} WITH (FORCE)`);
  await pool.query(`DROP DATABASE IF EXISTS ${draftName}_template WITH (FORCE)`);
});
