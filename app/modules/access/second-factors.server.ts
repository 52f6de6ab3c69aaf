import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { z } from 'zod';
import { type BetterAuth, passwordLength } from './better-auth.server.ts';
import type { IdentityDatabase } from './identity.server.ts';
import { cookiesOf, type HalfProof, orRefused, type Tried } from './proving.server.ts';

/** What an authenticator app is given, and the codes for the day it is lost. Shown once. */
export type NewSecondFactor = { uri: string; recoveryCodes: string[] };

const halfProofMinutes = 10;
const halfSchema = z.object({ userId: z.uuid(), held: z.string(), until: z.number() });

/** The code of an authenticator app, and the recovery codes that stand in for it. */
export function createSecondFactors(auth: BetterAuth, { prisma }: IdentityDatabase) {
  const keyOf = async () => (await auth.$context).secretConfig;
  return {
    /** Takes the code of the app, or a recovery code, where the first half has been proved. */
    async trySecondFactor({ userId, held }: HalfProof, code: string): Promise<Tried> {
      const ask = { headers: new Headers({ Cookie: held }), returnHeaders: true } as const;
      const tried = await orRefused(() =>
        isOfApp(code)
          ? auth.api.verifyTOTP({ body: { code }, ...ask })
          : auth.api.verifyBackupCode({ body: { code }, ...ask }),
      );
      if (tried?.response.user.id !== userId) return { outcome: 'refused' };
      return { outcome: 'proved', userId, cookies: tried.headers.getSetCookie() };
    },

    /** Seals a half proof, so that its browser keeps it and can neither read nor change it. */
    async sealHalfProof(half: HalfProof, now: Date): Promise<string> {
      const until = now.getTime() + halfProofMinutes * 60_000;
      return symmetricEncrypt({ key: await keyOf(), data: JSON.stringify({ ...half, until }) });
    },

    /** The half proof that was sealed; `null` when it is over, or none of ours. */
    async openHalfProof(sealed: string, now: Date): Promise<HalfProof | null> {
      const text = await symmetricDecrypt({ key: await keyOf(), data: sealed }).catch(() => null);
      if (text === null) return null;
      const { until, ...half } = halfSchema.parse(JSON.parse(text));
      return until > now.getTime() ? half : null;
    },

    /** Takes the first code of a new second factor from its app, which turns it on. */
    async confirmSecondFactor(
      request: Request,
      userId: string,
      code: string,
    ): Promise<string[] | null> {
      if (!isOfApp(code)) return null;
      const ask = { headers: cookiesOf(request), returnHeaders: true } as const;
      const tried = await orRefused(() => auth.api.verifyTOTP({ body: { code }, ...ask }));
      if (tried?.response.user.id !== userId) return null;
      const user = await prisma.user.findUniqueOrThrow({ where: { id: userId } });
      return user.twoFactorEnabled ? tried.headers.getSetCookie() : null;
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

    /** Makes new recovery codes for whoever knows the password and holds the app. */
    async newRecoveryCodes(
      request: Request,
      password: string | undefined,
      code: string,
    ): Promise<string[] | null> {
      if (!isOfApp(code)) return null;
      const headers = cookiesOf(request);
      if (!(await orRefused(() => auth.api.verifyTOTP({ body: { code }, headers })))) return null;
      const made = await orRefused(() =>
        auth.api.generateBackupCodes({ body: { password }, headers: cookiesOf(request) }),
      );
      return made?.backupCodes ?? null;
    },
  };
}

const isOfApp = (code: string) => /^\d{6}$/.test(code);
