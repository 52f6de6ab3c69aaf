import type { Config } from '../config.ts';

/** The address that we are known by, to be printed: the one that was set, or else the one asked. */
export function publicOrigin({ origin }: Config, request: Request): string {
  return origin ?? new URL(request.url).origin;
}
