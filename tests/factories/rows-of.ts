import { database } from '#tests/setup/database.ts';

/** Every row of an organisation, by table: to see what has become of it. */
export async function rowsOf(organisationId: string): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'organisation_id'`,
  );
  const entries = tables.map(async ({ name }) => {
    const question = `SELECT to_jsonb(t) AS row FROM ${name} t WHERE organisation_id = $1 ORDER BY 1`;
    const { rows } = await database.pool.query<{ row: unknown }>(question, [organisationId]);
    return [name, rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
