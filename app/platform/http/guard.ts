import type { NextFunction, Request, Response } from 'express';
import { type Config, isLoopback } from '../config.ts';
import { refuse } from './plain-page.ts';

const bodyLimit = 16 * 1024;
const urlLimit = 2_048;
const formType = /^application\/x-www-form-urlencoded(;|$)/i;
const hostPattern = /^([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?$/i;

/**
 * Stands before Remix, which would answer 500 to much of this. Forms without files are all that
 * Signpost takes, so the rules are few and the same everywhere.
 */
export function createGuard(config: Config) {
  return (request: Request, response: Response, next: NextFunction) => {
    const problem = problemOf(request, config);
    if (!problem) return next();
    if (problem === 405) response.set('Allow', 'GET, HEAD, POST');
    if (request.method === 'POST') response.set('Connection', 'close');
    return refuse(response, problem);
  };
}

type Problem = 400 | 403 | 405 | 411 | 413 | 414 | 415 | 421;

function problemOf(request: Request, config: Config): Problem | null {
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) return 405;
  if (request.originalUrl.length > urlLimit) return 414;
  if (!isDecodable(request.originalUrl)) return 400;
  return hostProblem(request, config) ?? (request.method === 'POST' ? postProblem(request) : null);
}

function isDecodable(url: string): boolean {
  try {
    const decoded = decodeURIComponent(url.split('?')[0] ?? '');
    return url.startsWith('/') && !decoded.includes('\0');
  } catch {
    return false;
  }
}

/** A name that is not ours would let another site's page speak to us under its own name. */
function hostProblem(request: Request, { origin, host, demo }: Config): 400 | 421 | null {
  const given = request.headers.host ?? '';
  if (!hostPattern.test(given)) return 400;
  if (origin !== null && given === new URL(origin).host) return null;
  if (isLoopback(given.replace(/:\d+$/, ''))) return null;
  return demo && origin === null && !isLoopback(host) ? null : 421;
}

function postProblem(request: Request): Problem | null {
  const { origin, 'content-length': length, 'content-type': type } = request.headers;
  if (origin !== undefined && !isOwnOrigin(request, origin)) return 403;
  if (request.headers['sec-fetch-site'] === 'cross-site') return 403;
  if (length === undefined) return 411;
  if (!/^\d+$/.test(length)) return 400;
  if (Number(length) > bodyLimit) return 413;
  return Number(length) === 0 || formType.test(type ?? '') ? null : 415;
}

function isOwnOrigin(request: Request, origin: string): boolean {
  return origin === `${request.protocol}://${request.headers.host}`;
}
