import type { Database, Transaction } from './client.ts';

declare const grantedByAccess: unique symbol;

/** The organisations whose rows somebody may meet. Made by modules/access, and by nobody else. */
export type Scope = {
  readonly organisationIds: readonly string[];
  readonly [grantedByAccess]: true;
};

/**
 * The database as the application has it. There is no way to ask without a scope, or without one of
 * the SQL functions that find it by themselves: the first wall. The role behind it sees no row of
 * another organisation, whatever is asked: the second (migration 0004).
 */
export type WalledDatabase = {
  /** Asks and writes within a scope, in one transaction. */
  within<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Calls a SQL function in one round trip, and returns what it returned. */
  call(name: string, values: readonly unknown[]): Promise<unknown>;
  /** Whether it answers at all. */
  ping(): Promise<void>;
};

export function wall({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>): WalledDatabase {
  return {
    within: (scope, work) =>
      prisma.$transaction(async (transaction) => {
        const ids = `{${scope.organisationIds.join(',')}}`;
        await transaction.$queryRaw`SELECT set_config('signpost.scope', ${ids}, true)`;
        return work(transaction);
      }),
    call: async (name, values) => {
      if (!/^[a-z_]+$/.test(name)) throw new Error(`No SQL function is called ${name}`);
      const places = values.map((_value, index) => `$${index + 1}`).join(', ');
      const text = `SELECT ${name}(${places}) AS result`;
      const { rows } = await pool.query<{ result: unknown }>({
        name: `${name}/${values.length}`,
        text,
        values: [...values],
      });
      return rows[0]?.result;
    },
    ping: async () => {
      await pool.query('SELECT 1');
    },
  };
}
