import { isIP } from 'node:net';
import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config.ts';
import { isLoopback } from '../loopback.ts';
import { refuse } from './plain-page.ts';

const bodyLimit = 16 * 1024;
const urlLimit = 2_048;
const emptyFormType = 'application/x-www-form-urlencoded';
const formType = /^application\/x-www-form-urlencoded(;|$)/i;
/** The one form with a file in it: a staff list of up to 5 MB, and what a browser writes around it. */
const uploads = {
  path: /^\/people\/import(\.data)?$/,
  type: /^multipart\/form-data(;|$)/i,
  limit: 5 * 1024 * 1024 + 64 * 1024,
  patience: 64 * 1024 * 1024,
};
const hostPattern = /^([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?$/i;

/**
 * Stands before Remix, which would answer 500 to much of this. Forms without files are all that
 * Signpost takes, but for one, so the rules are few and the same everywhere.
 */
export function createGuard(config: Config) {
  return (request: Request, response: Response, next: NextFunction) => {
    const problem = problemOf(request, config);
    if (!problem) {
      makeOrdinary(request);
      return next();
    }
    if (problem === 405) response.set('Allow', 'GET, HEAD, POST');
    if (request.method === 'POST' && !isHeardOut(request)) response.set('Connection', 'close');
    return refuse(response, problem);
  };
}

/**
 * A browser that sends a file reads the answer when it has sent it all: to hang up before would show a
 * broken connection in place of the reason. What is read meanwhile is thrown away.
 */
function isHeardOut({ headers }: Request): boolean {
  const length = Number(headers['content-length']);
  return uploads.type.test(headers['content-type'] ?? '') && length <= uploads.patience;
}

/** What Remix would stumble over, and nobody needs. */
function makeOrdinary({ headers }: Request) {
  // Host alone says our name: Remix would build addresses out of this one, unchecked.
  delete headers['x-forwarded-host'];
  // A form without fields, sent by a tool that sees no need to say so.
  if (headers['content-length'] === '0' || !hasBody(headers))
    headers['content-type'] = emptyFormType;
}

/** HTTP has one way to say that nothing follows: to name neither a length nor an encoding. */
function hasBody(headers: Request['headers']): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

type Problem = 400 | 403 | 405 | 411 | 413 | 414 | 415 | 421;

function problemOf(request: Request, config: Config): Problem | null {
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) return 405;
  if (request.originalUrl.length > urlLimit) return 414;
  if (!isDecodable(request.originalUrl)) return 400;
  return (
    hostProblem(request, config) ??
    (request.method === 'POST' ? postProblem(request, config) : null)
  );
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
  if (!hostPattern.test(given) || !URL.canParse(`http://${given}`)) return 400;
  if (origin !== null && given === new URL(origin).host) return null;
  if (isThisMachine(given.replace(/:\d+$/, ''))) return null;
  return demo && origin === null && !isLoopback(host) ? null : 421;
}

/** `127.example.com` begins like a loopback address and belongs to somebody else. */
function isThisMachine(name: string): boolean {
  return isLoopback(name) && (!name.startsWith('127.') || isIP(name) === 4);
}

function postProblem(request: Request, config: Config): Problem | null {
  const { origin, 'content-length': length, 'content-type': type } = request.headers;
  if (origin !== undefined && !isOwnOrigin(request, origin, config)) return 403;
  if (request.headers['sec-fetch-site'] === 'cross-site') return 403;
  if (!hasBody(request.headers)) return null;
  if (length === undefined) return 411;
  if (!/^\d+$/.test(length)) return 400;
  const isUpload = uploads.path.test(request.path) && uploads.type.test(type ?? '');
  if (Number(length) > (isUpload ? uploads.limit : bodyLimit)) return 413;
  return Number(length) === 0 || isUpload || formType.test(type ?? '') ? null : 415;
}

function isOwnOrigin(request: Request, origin: string, config: Config): boolean {
  const { host } = request.headers;
  // Behind a proxy that speaks https, whether or not we were told to trust what it says of itself.
  if (config.origin !== null && new URL(config.origin).host === host)
    return origin === config.origin;
  return origin === `${request.protocol}://${host}`;
}
