import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

/**
 * A connection with all the rights of its role: that of the owner or of a job, which publish, seed
 * and prove. Pages ask the walled database instead (walled.ts).
 */
export type Database = { prisma: PrismaClient; pool: pg.Pool; close(): Promise<void> };

export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

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
