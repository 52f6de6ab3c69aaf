import type { Clock } from '#app/platform/clock/dates.ts';
import type { Config } from '#app/platform/config.ts';
import type { WalledDatabase } from '#app/platform/database/walled.ts';
import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';
import type { Cookies } from './access/cookies.server.ts';
import type { Identity } from './access/identity.server.ts';
import type { Limits } from './access/limits.server.ts';
import type { Shelf } from './scenarios/shelf.server.ts';

/** What operations work with, made once when the app starts and handed to every request. */
export type Services = {
  config: Config;
  database: WalledDatabase;
  clock: Clock;
  cookies: Cookies;
  shelf: Shelf;
  identity: Identity;
  limits: Limits;
};

declare module '@remix-run/node' {
  interface AppLoadContext {
    services: Services;
    nonce: string;
    /** Where a request comes from, for limits alone: it is kept nowhere. */
    address: string;
    onFault(error: unknown): void;
    /** How somebody reads who has said so in this very request: their cookie still says the other. */
    reading?: ReadingLevel;
    /** Leaves this request out of the log, where a line of it would tell how somebody reads. */
    leaveNoLine?(): void;
  }
}
