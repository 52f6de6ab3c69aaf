import { isAPIError } from 'better-auth/api';
import { z } from 'zod';
import type { BetterAuth } from './better-auth.server.ts';
import type { IdentityDatabase } from './identity.server.ts';

/** What came of a try to prove who one is. The cookies go to the browser, whatever came of it. */
export type Tried =
  | { outcome: 'proved'; userId: string; cookies: string[] }
  /** A password or a link was right, and a code is still asked for. */
  | { outcome: 'second-factor'; cookies: string[] }
  | { outcome: 'refused'; cookies: string[] };

/** Where a second factor is still asked for, better-auth names no user. */
const signedInSchema = z.object({ user: z.object({ id: z.string() }) });
const refused: Tried = { outcome: 'refused', cookies: [] };

/** How somebody proves who they are, and keeps that proof for some minutes. */
export function createProving(auth: BetterAuth, { prisma }: IdentityDatabase) {
  return {
    /** Takes a password, or a code from a manager that has not run out. */
    async tryPassword(login: string, password: string, now: Date): Promise<Tried> {
      const name = readLogin(login);
      const given = { headers: new Headers(), returnHeaders: true } as const;
      const tried = await orRefused<{ headers: Headers; response: unknown }>(() =>
        name.includes('@')
          ? auth.api.signInEmail({ body: { email: name, password }, ...given })
          : auth.api.signInUsername({ body: { username: name, password }, ...given }),
      );
      if (!tried) return refused;
      const cookies = tried.headers.getSetCookie();
      const signedIn = signedInSchema.safeParse(tried.response);
      if (!signedIn.success) return { outcome: 'second-factor', cookies };
      const { id } = signedIn.data.user;
      const user = await prisma.user.findUniqueOrThrow({ where: { id } });
      if (user.codeExpiresAt && user.codeExpiresAt <= now) return refused;
      return { outcome: 'proved', userId: id, cookies };
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

    /** Takes what a link carries. It can be taken once. */
    async tryLink(token: string): Promise<Tried> {
      const tried = await orRefused(() =>
        auth.api.magicLinkVerify({
          query: { token },
          headers: new Headers(),
          returnHeaders: true,
        }),
      );
      if (!tried) return refused;
      const cookies = tried.headers.getSetCookie();
      const { id } = tried.response.user;
      const user = await prisma.user.findUniqueOrThrow({ where: { id } });
      return user.twoFactorEnabled
        ? { outcome: 'second-factor', cookies }
        : { outcome: 'proved', userId: id, cookies };
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

/** Nothing but the cookies of a request concerns better-auth. */
export function cookiesOf(request: Request): Headers {
  return new Headers({ Cookie: request.headers.get('Cookie') ?? '' });
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
