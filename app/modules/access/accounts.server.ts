import { z } from 'zod';
import type { Transaction } from '#app/platform/database/client.ts';
import { wall } from '#app/platform/database/walled.ts';
import type { BetterAuth } from './better-auth.server.ts';
import type { IdentityDatabase } from './identity.server.ts';
import { readLogin } from './proving.server.ts';
import type { EndedBecause } from './session.server.ts';

/** How somebody signs in, as they may see it themselves. */
export type Account = {
  email: string | null;
  username: string | null;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  /** An address that was never proved could be anybody's. */
  isVerified: boolean;
  /** Whether its password is a code that somebody gave and nobody has changed. */
  hasCode: boolean;
};

const idSchema = z.uuid();

/** Accounts, made and changed by those whom an operation has let in. */
export function createAccounts(auth: BetterAuth, { prisma, pool }: IdentityDatabase) {
  const { call: ask } = wall({ prisma, pool });
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
      hasCode: user.codeExpiresAt !== null,
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

    /** The people that a user is, in whatever organisation. */
    placesOf: async (userId: string): Promise<unknown> => ask('people_of_user', [userId]),

    /** Ends every session of a user but one that is kept, wherever it is. */
    async endSessions(userId: string, keep: Uint8Array | null, because: EndedBecause, now: Date) {
      await ask('end_sessions_of_user', [userId, keep, because, now]);
    },

    /** Until when a code is good that somebody was given; `null` where it is none of theirs, or was changed. */
    async codeUntil(userId: string, code: string): Promise<Date | null> {
      const user = await prisma.user.findUniqueOrThrow({
        where: { id: userId },
        include: { accounts: true },
      });
      const hash = user.accounts.find(({ password }) => password !== null)?.password;
      if (!user.codeExpiresAt || !hash) return null;
      const isIt = await (await auth.$context).password.verify({ hash, password: code });
      return isIt ? user.codeExpiresAt : null;
    },

    /** Of some users those whose password is a code that nobody has changed yet, and until when it is good. */
    async codesOf(userIds: string[]): Promise<Map<string, Date>> {
      const users = await prisma.user.findMany({
        where: { id: { in: userIds }, codeExpiresAt: { not: null } },
        select: { id: true, codeExpiresAt: true },
      });
      return new Map(
        users.flatMap(({ id, codeExpiresAt }) => (codeExpiresAt ? [[id, codeExpiresAt]] : [])),
      );
    },

    /** Ends a code that a manager gave and that nobody has changed yet. */
    async voidCode(userId: string, now: Date): Promise<void> {
      const where = { id: userId, codeExpiresAt: { gt: now } };
      await prisma.user.updateMany({ where, data: { codeExpiresAt: now } });
    },

    /** Makes a user; `null` where somebody signs in by that already. */
    async createUser(by: { email: string; isVerified: boolean } | { username: string }) {
      const data =
        'email' in by
          ? { email: readLogin(by.email), emailVerified: by.isVerified }
          : { username: readLogin(by.username), displayUsername: by.username };
      const [user] = await prisma.user.createManyAndReturn({ data, skipDuplicates: true });
      return user?.id ?? null;
    },

    /** An address has been proved to be a user's: what somebody else may have set before is void. */
    async takeOver(userId: string): Promise<void> {
      await prisma.$transaction((transaction) => voidAccount(transaction, userId));
    },
  };
}

/** Takes away every way to sign in as a user, so that whoever proves the address begins anew. */
export async function voidAccount(transaction: Transaction, userId: string): Promise<void> {
  await transaction.account.deleteMany({ where: { userId } });
  await transaction.twoFactor.deleteMany({ where: { userId } });
  await transaction.proof.deleteMany({ where: { userId } });
  await transaction.user.update({
    where: { id: userId },
    data: { emailVerified: true, twoFactorEnabled: false, codeExpiresAt: null },
  });
}
