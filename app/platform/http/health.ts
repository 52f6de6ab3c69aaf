import type { RequestHandler } from 'express';
import type { Database } from '../database/client.ts';

const patience = 2_000;

export function createHealth({ pool }: Database): RequestHandler {
  return async (_request, response) => {
    const isUp = await Promise.race([
      pool.query('SELECT 1').then(() => true),
      new Promise<boolean>((resolve) => setTimeout(resolve, patience, false).unref()),
    ]).catch(() => false);
    response
      .status(isUp ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(isUp ? { status: 'ok', database: 'ok' } : { status: 'unavailable', database: 'away' });
  };
}
