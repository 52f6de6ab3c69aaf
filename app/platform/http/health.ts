import type { RequestHandler } from 'express';
import type { WalledDatabase } from '../database/walled.ts';

const patience = 2_000;

export function createHealth(database: WalledDatabase): RequestHandler {
  return async (_request, response) => {
    const isUp = await answers(database);
    response
      .status(isUp ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(isUp ? { status: 'ok', database: 'ok' } : { status: 'unavailable', database: 'away' });
  };
}

/**
 * Help must come whether or not we can look up who asks. While the database is away, whoever asks is
 * nobody in particular: the page then has everything but what is local.
 */
export function createHelpForAll(database: WalledDatabase): RequestHandler {
  return async (request, _response, next) => {
    if (request.headers.cookie && !(await answers(database))) delete request.headers.cookie;
    next();
  };
}

/** Whether the database answers, and soon. */
function answers(database: WalledDatabase): Promise<boolean> {
  return Promise.race([
    database.ping().then(() => true),
    new Promise<boolean>((resolve) => setTimeout(resolve, patience, false).unref()),
  ]).catch(() => false);
}
