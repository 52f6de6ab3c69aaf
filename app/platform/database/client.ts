import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

/** Both ways to the one database: Prisma everywhere, and `pg` for the SQL functions of the hot paths. */
export type Database = { prisma: PrismaClient; pool: pg.Pool; close(): Promise<void> };

export function connectDatabase(
  connection: pg.ClientConfig,
  onError: (error: Error) => void = () => {},
): Database {
  const pool = new pg.Pool({
    ...connection,
    max: 20,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // An idle connection that breaks must not end the process; the next query opens a new one.
  pool.on('error', onError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
