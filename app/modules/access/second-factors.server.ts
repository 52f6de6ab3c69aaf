import { parseCookies } from 'better-auth/cookies';
import { type BetterAuth, passwordLength } from './better-auth.server.ts';
import type { IdentityDatabase } from './identity.server.ts';
import { cookiesOf, orRefused, type Tried } from './proving.server.ts';
import { readCode } from './readable-code.ts';

/** What an authenticator app is given, and the codes for the day it is lost. Shown once. */
export type NewSecondFactor = { uri: string; recoveryCodes: string[] };

/** The code of an authenticator app, and the recovery codes that stand in for it. */
export function createSecondFactors(auth: BetterAuth, { prisma }: IdentityDatabase) {
  return {
    /** Takes the code of the app, or a recovery code, from a browser that has proved the first half. */
    async trySecondFactor(request: Request, code: string): Promise<Tried> {
      const ask = { headers: cookiesOf(request), returnHeaders: true } as const;
      const typed = readCode(code);
      const tried = await orRefused(() =>
        /^\d{6}$/.test(typed)
          ? auth.api.verifyTOTP({ body: { code: typed }, ...ask })
          : auth.api.verifyBackupCode({ body: { code: typed }, ...ask }),
      );
      if (!tried) return { outcome: 'refused', cookies: [] };
      const cookies = tried.headers.getSetCookie();
      return { outcome: 'proved', userId: tried.response.user.id, cookies };
    },

    /** Whose second factor is waited for, where the first half has been proved. */
    async awaitedUser(request: Request): Promise<string | null> {
      const proof = await auth.api.getSession({ headers: cookiesOf(request) });
      if (proof) return proof.user.id;
      const { name } = (await auth.$context).createAuthCookie('two_factor');
      // Its value is a long secret of our own making, with a signature after the dot.
      const cookie = parseCookies(request.headers.get('Cookie') ?? '').get(name);
      const identifier = cookie && decodeURIComponent(cookie).split('.')[0];
      if (!identifier) return null;
      const waiting = await prisma.verification.findFirst({ where: { identifier } });
      return waiting && waiting.expiresAt > new Date() ? waiting.value : null;
    },

    /** Makes a new second factor for whoever this browser has proved to be; it counts once confirmed. */
    async startSecondFactor(request: Request, password?: string): Promise<NewSecondFactor | null> {
      if (password && password.length > passwordLength.most) return null;
      const made = await orRefused(() =>
        auth.api.enableTwoFactor({
          body: { password, method: 'totp' },
          headers: cookiesOf(request),
        }),
      );
      if (made?.method !== 'totp') return null;
      return { uri: made.totpURI, recoveryCodes: made.backupCodes };
    },

    async newRecoveryCodes(request: Request, password?: string): Promise<string[] | null> {
      const made = await orRefused(() =>
        auth.api.generateBackupCodes({ body: { password }, headers: cookiesOf(request) }),
      );
      return made?.backupCodes ?? null;
    },

    /** Takes the second factor away: its owner has lost it, and somebody who may has said so. */
    async removeSecondFactor(userId: string): Promise<void> {
      await prisma.$transaction([
        prisma.twoFactor.deleteMany({ where: { userId } }),
        prisma.user.update({ where: { id: userId }, data: { twoFactorEnabled: false } }),
      ]);
    },
  };
}
