import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { z } from 'zod';
import type { Transaction } from '#app/platform/database/client.ts';
import { type BetterAuth, passwordLength } from './better-auth.server.ts';
import type { IdentityDatabase } from './identity.server.ts';
import { cookiesOf, type HalfProof, orRefused, type Tried } from './proving.server.ts';

/**
 * What an authenticator app is given, and the codes for the day it is lost. Shown once. What is held
 * is the same for the server: sealed, it waits in the browser for the first code.
 */
export type NewSecondFactor = { uri: string; recoveryCodes: string[]; held: string };

const halfProofMinutes = 10;
const halfSchema = z.object({
  userId: z.uuid(),
  held: z.string(),
  provesAddress: z.boolean().optional(),
  until: z.number(),
});
const heldSchema = z.object({ userId: z.uuid(), secret: z.string(), backupCodes: z.string() });

const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('This is no JSON');
    return z.NEVER;
  }
});

/** The code of an authenticator app, and the recovery codes that stand in for it. */
export function createSecondFactors(
  auth: BetterAuth,
  authOn: (transaction: Transaction) => BetterAuth,
  { prisma }: IdentityDatabase,
) {
  const keyOf = async () => (await auth.$context).secretConfig;
  const seal = async (data: object) =>
    symmetricEncrypt({ key: await keyOf(), data: JSON.stringify(data) });
  /** What was encrypted; `null` where another key did it, or nobody. */
  const decrypt = async (data: string) =>
    symmetricDecrypt({ key: await keyOf(), data }).catch(() => null);
  const unseal = async <T>(data: string, schema: z.ZodType<T>): Promise<T | null> =>
    jsonSchema
      .pipe(schema)
      .nullable()
      .catch(null)
      .parse(await decrypt(data));
  return {
    /** Takes the code of the app, or a recovery code, where the first half has been proved. */
    async trySecondFactor(half: HalfProof, code: string): Promise<Tried> {
      const { userId, held, provesAddress } = half;
      const ask = { headers: new Headers({ Cookie: held }), returnHeaders: true } as const;
      const tried = await orRefused(() =>
        isOfApp(code)
          ? auth.api.verifyTOTP({ body: { code }, ...ask })
          : auth.api.verifyBackupCode({ body: { code }, ...ask }),
      );
      if (tried?.response.user.id !== userId) return { outcome: 'refused' };
      if (provesAddress)
        await prisma.user.update({ where: { id: userId }, data: { emailVerified: true } });
      return { outcome: 'proved', userId, cookies: tried.headers.getSetCookie() };
    },

    /** Seals a half proof, so that its browser keeps it and can neither read nor change it. */
    async sealHalfProof(half: HalfProof, now: Date): Promise<string> {
      return seal({ ...half, until: now.getTime() + halfProofMinutes * 60_000 });
    },

    /** The half proof that was sealed; `null` when it is over, or none of ours. */
    async openHalfProof(sealed: string, now: Date): Promise<HalfProof | null> {
      const found = await unseal(sealed, halfSchema);
      if (!found || found.until <= now.getTime()) return null;
      const { until: _until, ...half } = found;
      return half;
    },

    /** Whether a second step can be read: after a change of the secret, none set up before can. */
    async isReadable(userId: string): Promise<boolean> {
      const kept = await prisma.twoFactor.findUnique({ where: { userId } });
      return kept === null || (await decrypt(kept.secret)) !== null;
    },

    /**
     * Makes a new second factor for whoever this browser has proved to be. It counts once confirmed:
     * nothing of it is kept until then, and the one before holds.
     */
    async startSecondFactor(request: Request, password?: string): Promise<NewSecondFactor | null> {
      if (password && password.length > passwordLength.most) return null;
      const headers = cookiesOf(request);
      const userId = (await auth.api.getSession({ headers }))?.user.id;
      if (!userId) return null;
      const make = async (transaction: Transaction) => {
        await transaction.twoFactor.deleteMany({ where: { userId } });
        const body = { password, method: 'totp' } as const;
        const made = await orRefused(() =>
          authOn(transaction).api.enableTwoFactor({ body, headers }),
        );
        if (made?.method !== 'totp') return null;
        const { secret, backupCodes } = await transaction.twoFactor.findUniqueOrThrow({
          where: { userId },
        });
        const held = await seal({ userId, secret, backupCodes });
        return { uri: made.totpURI, recoveryCodes: made.backupCodes, held };
      };
      return tentatively(prisma, make, () => false);
    },

    /** Takes the first code of a new second factor from its app, which puts it in place of any other. */
    async confirmSecondFactor(
      request: Request,
      userId: string,
      code: string,
      held: string,
    ): Promise<string[] | null> {
      const fresh = isOfApp(code) ? await unseal(held, heldSchema) : null;
      if (fresh?.userId !== userId) return null;
      const ask = { headers: cookiesOf(request), returnHeaders: true } as const;
      const put = async (transaction: Transaction) => {
        await transaction.twoFactor.deleteMany({ where: { userId } });
        await transaction.twoFactor.create({ data: { ...fresh, verified: false } });
        const tried = await orRefused(() =>
          authOn(transaction).api.verifyTOTP({ body: { code }, ...ask }),
        );
        if (tried?.response.user.id !== userId) return null;
        const user = await transaction.user.findUniqueOrThrow({ where: { id: userId } });
        return user.twoFactorEnabled ? tried.headers.getSetCookie() : null;
      };
      return tentatively(prisma, put, (cookies) => cookies !== null);
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

class Undone<T> extends Error {
  constructor(readonly result: T) {
    super('undone');
  }
}

/** Does something of which nothing stays but its result, unless that says otherwise. */
async function tentatively<T>(
  prisma: IdentityDatabase['prisma'],
  work: (transaction: Transaction) => Promise<T>,
  stays: (result: T) => boolean,
): Promise<T> {
  try {
    return await prisma.$transaction(async (transaction) => {
      const result = await work(transaction);
      if (!stays(result)) throw new Undone(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw error;
  }
}
