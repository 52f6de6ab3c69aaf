import path from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { isRouteErrorResponse } from '@remix-run/react';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Config } from '../config.ts';
import type { WalledDatabase } from '../database/walled.ts';
import type { Logger } from '../log.ts';
import { withDatabaseFaults } from './faults.ts';
import { createGuard } from './guard.ts';
import { createHealth, createHelpForAll } from './health.ts';
import { refuse } from './plain-page.ts';
import { createRequestLog } from './request-log.ts';
import { createSecurityHeaders } from './security-headers.ts';

export type HttpParts = {
  config: Config;
  database: WalledDatabase;
  log: Logger;
  /** Vite's own middleware while developing; otherwise the built files are served. */
  assets?: RequestHandler;
  build: ServerBuild | (() => Promise<ServerBuild>);
  services: AppLoadContext['services'];
};

/** The HTTP side: headers, guard, health, files, and then Remix for everything else. */
export function createHttpApp({
  config,
  database,
  log,
  assets,
  build,
  services,
}: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.proxies);
  app.use(createRequestLog(log));
  app.use(createSecurityHeaders(config));
  app.use(createGuard(config));
  app.get('/healthz', createHealth(database));
  app.use(compression());
  app.use(assets ?? builtFiles(config));
  app.use(forNobodyElse);
  app.get(['/help', '/help.data'], createHelpForAll(database));
  app.head('*', asGet);
  app.all(
    '*',
    createRequestHandler({
      build:
        typeof build === 'function'
          ? async () => withDatabaseFaults(await build())
          : withDatabaseFaults(build),
      mode: assets ? 'development' : 'production',
      getLoadContext: (request, response) => ({
        services,
        address: request.ip ?? '',
        nonce: response.locals.nonce,
        leaveNoLine: () => {
          response.locals.leavesNoLine = true;
        },
        onFault: (error) => logFault(response.locals.log, error),
      }),
    }),
  );
  app.use(lastResort);
  return app;
}

/** Remix answers 500 to a HEAD for data. Node itself leaves the body out of an answer to HEAD. */
const asGet: RequestHandler = (request, _response, next) => {
  request.method = 'GET';
  next();
};

/** Data is as much for whoever asked as its page is: no cache on a shared computer keeps it. */
const forNobodyElse: RequestHandler = (request, response, next) => {
  if (request.path.endsWith('.data')) response.set('Cache-Control', 'private, no-store');
  next();
};

function builtFiles({ projectRoot }: Config): RequestHandler {
  const client = path.join(projectRoot, 'build/client');
  const files = express.Router();
  files.use(
    '/assets',
    express.static(path.join(client, 'assets'), {
      immutable: true,
      maxAge: '1y',
      fallthrough: false,
    }),
  );
  files.use(express.static(client, { maxAge: '1h', index: false, redirect: false }));
  return files;
}

/** Stack traces go to the log and to nobody else. */
function logFault(log: Logger, error: unknown) {
  // An address or a method that no route has is the visitor's mistake, and in the request's own line.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  log.error(
    { err: error instanceof Error ? { type: error.name, stack: error.stack } : String(error) },
    'fault',
  );
}

const lastResort: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = Number(error?.status ?? error?.statusCode);
  const isTheirs = status >= 400 && status < 500;
  if (!isTheirs) logFault(response.locals.log, error);
  refuse(response, isTheirs ? status : 500);
};
