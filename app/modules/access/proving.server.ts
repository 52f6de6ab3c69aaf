import { isAPIError } from 'better-auth/api';
import { z } from 'zod';
import type { Transaction } from '#app/platform/database/client.ts';
import { type BetterAuth, hashLink } from './better-auth.server.ts';
import type { IdentityDatabase } from './identity.server.ts';
import { isReadableCode, readCode } from './readable-code.ts';

/** What came of a try to prove who one is. The cookies go to the browser, whatever came of it. */
export type Tried =
  | { outcome: 'proved'; userId: string; cookies: string[] }
  /** A password or a link was right, and a code is still asked for. */
  | { outcome: 'second-factor'; half: HalfProof }
  | { outcome: 'refused' };

/**
 * The first half of a proof. What better-auth must hear again stays sealed: it could be the whole.
 * With the second half, a link proves an address that nobody had proved before.
 */
export type HalfProof = { userId: string; held: string; provesAddress?: boolean };

const linkSchema = z.object({ email: z.string() });

/** Where a second factor is still asked for, better-auth names no user. */
const signedInSchema = z.object({ user: z.object({ id: z.string() }) });
const refused: Tried = { outcome: 'refused' };

/** How somebody proves who they are, and keeps that proof for some minutes. */
export function createProving(
  auth: BetterAuth,
  authOn: (transaction: Transaction) => BetterAuth,
  { prisma }: IdentityDatabase,
) {
  /** The user of a link that would be the first proof that their address is theirs. */
  const unprovedOwner = async (token: string) => {
    const identifier = `magic-link:${hashLink(token)}`;
    const sent = await prisma.verification.findFirst({ where: { identifier } });
    const email = sent && linkSchema.parse(JSON.parse(sent.value)).email;
    const where = { email: email ?? '', emailVerified: false };
    return prisma.user.findFirst({ where, include: { accounts: true } });
  };
  const verifyLink = (by: BetterAuth, token: string) =>
    orRefused(() =>
      by.api.magicLinkVerify({ query: { token }, headers: new Headers(), returnHeaders: true }),
    );
  /**
   * At a first proof better-auth voids what was set before. Where there is a second step that waits:
   * whoever reads a mailbox takes nothing from its owner, and has no proof yet either.
   */
  const verifyHalf = (userId: string, token: string) =>
    prisma.$transaction(async (transaction) => {
      const say = (emailVerified: boolean) =>
        transaction.user.update({ where: { id: userId }, data: { emailVerified } });
      await say(true);
      const tried = await verifyLink(authOn(transaction), token);
      await say(false);
      return tried;
    });
  const forgetSecondFactor = async (userId: string) => {
    await prisma.$transaction([
      prisma.twoFactor.deleteMany({ where: { userId } }),
      prisma.user.update({ where: { id: userId }, data: { twoFactorEnabled: false } }),
    ]);
  };
  return {
    forgetSecondFactor,

    /** Takes a password, or a code from a manager that has not run out. */
    async tryPassword(login: string, typed: string, now: Date): Promise<Tried> {
      const name = readLogin(login);
      const password = isReadableCode(typed) ? readCode(typed) : typed;
      const given = { headers: new Headers(), returnHeaders: true } as const;
      const tried = await orRefused<{ headers: Headers; response: unknown }>(() =>
        name.includes('@')
          ? auth.api.signInEmail({ body: { email: name, password }, ...given })
          : auth.api.signInUsername({ body: { username: name, password }, ...given }),
      );
      if (!tried) return refused;
      const where = name.includes('@') ? { email: name } : { username: name };
      const { id, codeExpiresAt } = await prisma.user.findUniqueOrThrow({ where });
      // Before a second factor is asked for as well: it makes no old code good.
      if (codeExpiresAt && codeExpiresAt <= now) return refused;
      const cookies = tried.headers.getSetCookie();
      return signedInSchema.safeParse(tried.response).success
        ? { outcome: 'proved', userId: id, cookies }
        : { outcome: 'second-factor', half: { userId: id, held: heardAgain(cookies) } };
    },

    /** Makes a link that proves an address once, within some minutes; `null` where nobody has it. */
    async makeLink(email: string): Promise<string | null> {
      if (!(await prisma.user.findUnique({ where: { email: readLogin(email) } }))) return null;
      let token = '';
      const receive = (made: string) => {
        token = made;
      };
      const body = { email: readLogin(email), metadata: { receive } };
      await auth.api.signInMagicLink({ body, headers: new Headers() });
      return token;
    },

    /**
     * Takes what a link carries, once. A second step is asked for as ever. Where there is none and it
     * is the first proof of an address, a password that somebody had set before is void; `first` asks
     * that their sessions end.
     */
    async tryLink(token: string): Promise<Tried & { first?: { voided: boolean } }> {
      const unproved = await unprovedOwner(token);
      const tried = unproved?.twoFactorEnabled
        ? await verifyHalf(unproved.id, token)
        : await verifyLink(auth, token);
      if (!tried) return refused;
      const cookies = tried.headers.getSetCookie();
      const { id } = tried.response.user;
      const user = await prisma.user.findUniqueOrThrow({ where: { id } });
      if (user.twoFactorEnabled) {
        const half = { userId: id, held: heardAgain(cookies), provesAddress: unproved !== null };
        return { outcome: 'second-factor', half };
      }
      const first = unproved ? { voided: unproved.accounts.length > 0 } : undefined;
      return { outcome: 'proved', userId: id, cookies, first };
    },

    /** Who this browser has proved to be within the last minutes. */
    async proofOf(request: Request): Promise<string | null> {
      const proof = await auth.api.getSession({ headers: cookiesOf(request) });
      return proof?.user.id ?? null;
    },

    /** Forgets what this browser has proved. */
    async dropProof(request: Request): Promise<string[]> {
      const { headers } = await auth.api.signOut({
        headers: cookiesOf(request),
        returnHeaders: true,
      });
      return headers.getSetCookie();
    },
  };
}

/** An address or a username as it is kept: without space around it, in small letters. */
export function readLogin(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** Nothing but the cookies of a request concerns better-auth; of two by one name it hears neither. */
export function cookiesOf(request: Request): Headers {
  const cookies = (request.headers.get('Cookie') ?? '').split(';').map((cookie) => cookie.trim());
  const nameOf = (cookie: string) => cookie.split('=')[0]?.trim();
  const names = cookies.map(nameOf);
  const single = cookies.filter((cookie) => {
    const name = nameOf(cookie);
    return names.indexOf(name) === names.lastIndexOf(name);
  });
  return new Headers({ Cookie: single.join('; ') });
}

/** The cookies that an answer sets, as a request would bring them back. */
function heardAgain(cookies: string[]): string {
  return cookies
    .filter((cookie) => !/max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** What better-auth answers; `null` where it refuses. A fault of its own is thrown. */
export async function orRefused<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}
