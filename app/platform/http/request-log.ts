import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from '../log.ts';

/**
 * One line a request. The path is written without its query, which may hold a name. A request whose
 * line would tell on somebody asks to be left out.
 */
export function createRequestLog(log: Logger) {
  return (request: Request, response: Response, next: NextFunction) => {
    const requestId = randomUUID();
    const { method } = request;
    const started = performance.now();
    response.locals.log = log.child({ requestId });
    response.set('X-Request-Id', requestId);
    response.on('finish', () => {
      if (response.locals.leavesNoLine) return;
      const path = request.originalUrl.split('?')[0];
      const ms = Math.round(performance.now() - started);
      response.locals.log.info({ method, path, status: response.statusCode, ms }, 'request');
    });
    next();
  };
}
