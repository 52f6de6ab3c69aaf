import type { Database } from '#app/platform/database/client.ts';

/** Whatever refers to another row stands before it. */
const tables = [
  'audit_subjects',
  'audit_events',
  'completion_subjects',
  'completions',
  'attempt_clearings',
  'attempt_events',
  'attempts',
  'requirements',
  'approvals',
  'sessions',
  'invitations',
  'staff_imports',
  'role_memberships',
  'employment_spells',
  'staff_group_memberships',
  'staff_groups',
  'contacts',
  'route_confirmations',
  'terms',
  'chain_checkpoints',
  'chain_heads',
  'people',
];

/**
 * Removes the demonstration with everybody in it: what happened there is no fact about anybody. Asks
 * as the owner of the database, who alone may lift the guard from the facts, for this transaction.
 */
export async function removeDemo({ pool }: Database): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM organisations WHERE is_demo FOR UPDATE',
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return false;
    const users = await client.query<{ user_id: string }>(
      'SELECT user_id FROM people WHERE organisation_id = ANY ($1) AND user_id IS NOT NULL',
      [ids],
    );
    for (const table of tables) {
      await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await client.query(`DELETE FROM ${table} WHERE organisation_id = ANY ($1)`, [ids]);
      await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    }
    await client.query('DELETE FROM organisations WHERE id = ANY ($1)', [ids]);
    await client.query(
      `DELETE FROM users u WHERE id = ANY ($1) AND NOT EXISTS (SELECT FROM people p WHERE p.user_id = u.id)`,
      [users.rows.map(({ user_id }) => user_id)],
    );
    await client.query('COMMIT');
    return true;
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}
