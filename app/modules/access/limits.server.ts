import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const minute = 60;

/** How often something may be tried, and in how many seconds. A school shares one address. */
const limits = {
  /** Passwords for one login from one address: nobody locks out anybody from elsewhere. */
  login: { points: 10, duration: 15 * minute },
  /** Passwords for one login from wherever. */
  loginAnywhere: { points: 100, duration: 15 * minute },
  /** What failed at the front door from one address. */
  door: { points: 300, duration: 15 * minute },
  /** Second factors of one user. */
  code: { points: 10, duration: 15 * minute },
  /** First codes of a new second factor: whoever failed at the door must be able to set up another. */
  setUp: { points: 10, duration: 15 * minute },
  /** The same code of the same user: an authenticator's code counts once. */
  sameCode: { points: 1, duration: 2 * minute },
  /** Links to one mailbox, asked for from one address, and from wherever. */
  link: { points: 4, duration: 15 * minute },
  linkAnywhere: { points: 12, duration: 15 * minute },
  /** Staff lists of one organisation. */
  import: { points: 20, duration: 60 * minute },
  /** What is shown once, to be handed over. */
  shown: { points: 1, duration: 24 * 60 * minute },
} as const;
export type LimitKind = keyof typeof limits;

export type Limits = {
  /** Counts one try, from one address where that is named, and says whether it may be made. */
  allows(kind: LimitKind, key: string, from?: string): Promise<boolean>;
  /** Gives one try back: it was no failure. */
  giveBack(kind: LimitKind, key: string): Promise<void>;
  /** Forgets the tries: it was the right person. */
  forget(kind: LimitKind, key: string, from?: string): Promise<void>;
  /** Forgets the tries from every address. */
  forgetFromAnywhere(kind: LimitKind, key: string): Promise<void>;
};

/** Limits that hold for every process on this database. No address and no login is kept, only a digest. */
export function createLimits(pool: pg.Pool, secret: string): Limits {
  const limiters = Object.fromEntries(
    Object.entries(limits).map(([kind, limit]) => [
      kind,
      new RateLimiterPostgres({
        ...limit,
        storeClient: pool,
        tableName: 'rate_limits',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: kind,
      }),
    ]),
  ) as Record<LimitKind, RateLimiterPostgres>;
  const digest = (key: string) => createHmac('sha256', secret).update(key).digest('base64url');
  const nameOf = (key: string, from?: string) =>
    from === undefined ? digest(key) : `${digest(key)}.${digest(from)}`;
  return {
    allows: async (kind, key, from) => {
      try {
        await limiters[kind].consume(nameOf(key, from));
        return true;
      } catch (error) {
        if (error instanceof RateLimiterRes) return false;
        throw error;
      }
    },
    giveBack: async (kind, key) => {
      await limiters[kind].reward(digest(key));
    },
    forget: async (kind, key, from) => {
      await limiters[kind].delete(nameOf(key, from));
    },
    forgetFromAnywhere: async (kind, key) => {
      const text = 'DELETE FROM rate_limits WHERE starts_with(key, $1)';
      await pool.query(text, [`${kind}:${digest(key)}.`]);
    },
  };
}

/** What counts as one address: of the newer kind of address, a connection has a whole block. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const zeros = plain.includes('::')
    ? Array(Math.max(0, 8 - groups.length - rest.length)).fill('0')
    : [];
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
}
