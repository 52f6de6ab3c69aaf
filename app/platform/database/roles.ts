import { createHmac } from 'node:crypto';
import pg from 'pg';
import { ConfigError } from '../config.ts';

/** Who connects besides the owner: the application, which sees one scope; its jobs, which see all; and whoever asks who somebody is, and sees nothing else. */
export const databaseRoles = ['signpost_app', 'signpost_jobs', 'signpost_identity'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

const notAllowed = '42501';
const unknownOrWrongPassword = ['28000', '28P01'];

/**
 * Makes the roles that the application and its jobs connect as, and sees that they are as they must
 * be. Their passwords follow from the installation's secret, so that every process of it knows them
 * and nothing has to be kept. A role that can be used is left alone. Throws ConfigError, with the SQL
 * for a database administrator, where the owner may not do what is needed.
 */
export async function ensureRoles(owner: pg.ClientConfig, secret: string): Promise<void> {
  for (const role of databaseRoles)
    if (!(await opens(connectionAs(role, owner, secret)))) await makeRole(owner, role, secret);
  for (const role of databaseRoles) await refusePower(owner, role);
}

/** The owner's connection, as another role. */
export function connectionAs(
  role: DatabaseRole,
  owner: pg.ClientConfig,
  secret: string,
): pg.ClientConfig {
  const password = passwordOf(role, secret);
  if (!owner.connectionString) return { ...owner, user: role, password };
  const url = new URL(owner.connectionString);
  url.username = role;
  url.password = password;
  return { ...owner, connectionString: url.href };
}

/** Whether a role can connect; anything else that stands in the way is thrown. */
async function opens(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (unknownOrWrongPassword.includes((error as pg.DatabaseError).code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function makeRole(owner: pg.ClientConfig, role: DatabaseRole, secret: string) {
  await asOwner(owner, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    const password = client.escapeLiteral(passwordOf(role, secret));
    const sql = `${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN PASSWORD ${password}`;
    await client.query(sql).catch((error: pg.DatabaseError) => {
      if (error.code !== notAllowed) throw error;
      throw new ConfigError(
        `The user of DATABASE_URL may not make the role ${role}. Ask the administrator of the database to run this once, and start again:\n  ${sql};`,
      );
    });
  });
}

async function refusePower(owner: pg.ClientConfig, role: DatabaseRole) {
  await asOwner(owner, async (client) => {
    const { rowCount } = await client.query(
      'SELECT FROM pg_roles WHERE rolname = $1 AND (rolsuper OR rolbypassrls)',
      [role],
    );
    if (rowCount)
      throw new ConfigError(
        `The database role ${role} may pass every wall between organisations. Ask the administrator of the database to take that from it, and start again:\n  ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS;`,
      );
  });
}

async function asOwner(owner: pg.ClientConfig, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function passwordOf(role: DatabaseRole, secret: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');
}
