import { database } from '#tests/setup/database.ts';

/** Does what nobody may: with the triggers off, as only a superuser can. */
export async function tamper(...statements: string[]) {
  const client = await database.pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.query('SET session_replication_role = origin');
    client.release();
  }
}
