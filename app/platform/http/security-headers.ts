import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';

/** A fresh nonce for each response: only scripts that carry it run, and nothing comes from elsewhere. */
export function createSecurityHeaders({ origin }: Config): RequestHandler[] {
  const isHttps = origin?.startsWith('https:') ?? false;
  return [
    (_request: Request, response: Response, next: NextFunction) => {
      response.locals.nonce = randomBytes(16).toString('base64');
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: [
            "'self'",
            (_request, response) => `'nonce-${(response as Response).locals.nonce}'`,
          ],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      // `no-referrer`, helmet's default, makes browsers send `Origin: null` with forms.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: isHttps,
      originAgentCluster: isHttps,
      crossOriginOpenerPolicy: isHttps ? { policy: 'same-origin' } : false,
    }),
  ];
}
