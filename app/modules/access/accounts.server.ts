import { z } from 'zod';
import type { BetterAuth } from './better-auth.server.ts';
import type { IdentityDatabase } from './identity.server.ts';
import { readLogin } from './proving.server.ts';

/** How somebody signs in, as they may see it themselves. */
export type Account = {
  email: string | null;
  username: string | null;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  /** An address that was never proved could be anybody's. */
  isVerified: boolean;
};

const idSchema = z.uuid();

/** Accounts, made and changed by those whom an operation has let in. */
export function createAccounts(auth: BetterAuth, { prisma }: IdentityDatabase) {
  const accountOf = async (userId: string): Promise<Account> => {
    const user = await prisma.user.findUniqueOrThrow({
      where: { id: userId },
      include: { accounts: true },
    });
    return {
      email: user.email,
      username: user.username,
      hasPassword: user.accounts.some(({ password }) => password !== null),
      hasSecondFactor: user.twoFactorEnabled,
      isVerified: user.emailVerified,
    };
  };

  /** Sets a password, or a code that must be changed by then. Whatever was proved before counts no more. */
  const setPassword = async (userId: string, password: string, codeExpiresAt: Date | null) => {
    const hash = await (await auth.$context).password.hash(password);
    const credential = { providerId: 'credential', accountId: idSchema.parse(userId) };
    await prisma.$transaction([
      prisma.account.upsert({
        where: { providerId_accountId: credential },
        create: { ...credential, userId, password: hash },
        update: { password: hash },
      }),
      prisma.user.update({ where: { id: userId }, data: { codeExpiresAt } }),
      prisma.proof.deleteMany({ where: { userId } }),
    ]);
  };

  return {
    accountOf,
    setPassword,

    /** The user who signs in by an address or a username; `null` where nobody does. */
    async findUser(login: string): Promise<string | null> {
      const name = readLogin(login);
      const where = name.includes('@') ? { email: name } : { username: name };
      return (await prisma.user.findUnique({ where }))?.id ?? null;
    },

    /** Forgets a user who is a person nowhere any more. */
    async deleteUser(userId: string): Promise<void> {
      await prisma.user.delete({ where: { id: userId } });
    },

    async createUser(by: { email: string; isVerified: boolean } | { username: string }) {
      const data =
        'email' in by
          ? { email: readLogin(by.email), emailVerified: by.isVerified }
          : { username: readLogin(by.username), displayUsername: by.username };
      return (await prisma.user.create({ data })).id;
    },

    /** An address has been proved to be a user's: what somebody else may have set before is void. */
    async takeOver(userId: string): Promise<void> {
      await prisma.$transaction([
        prisma.account.deleteMany({ where: { userId } }),
        prisma.twoFactor.deleteMany({ where: { userId } }),
        prisma.proof.deleteMany({ where: { userId } }),
        prisma.user.update({
          where: { id: userId },
          data: { emailVerified: true, twoFactorEnabled: false, codeExpiresAt: null },
        }),
      ]);
    },
  };
}
