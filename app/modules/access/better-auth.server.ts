import { createHash, createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { magicLink, twoFactor, username } from 'better-auth/plugins';
import type { Config } from '#app/platform/config.ts';
import type { Database, Transaction } from '#app/platform/database/client.ts';
import { makeReadableCode } from './readable-code.ts';

export const passwordLength = { least: 12, most: 128 };
export const linkMinutes = 15;
/** How long a browser may change how somebody signs in, after they have proved who they are. */
export const proofMinutes = 15;

/**
 * better-auth, for identity alone: whose password, link or code this is. It is asked within the
 * server and serves no address of its own. What it calls a session is a Proof here (docs/decisions/0012).
 */
export function createBetterAuth(
  prisma: Database['prisma'] | Transaction,
  config: Pick<Config, 'origin'>,
  secret: string,
) {
  const isHttps = config.origin?.startsWith('https:') ?? false;
  return betterAuth({
    appName: 'Signpost',
    baseURL: config.origin ?? 'http://localhost',
    secret: createHmac('sha256', secret).update('identity').digest('base64url'),
    database: prismaAdapter(prisma, {
      provider: 'postgresql',
      transaction: '$transaction' in prisma,
    }),
    // Nothing is told to anybody, and nothing of a person reaches the log.
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Ours are kept in the database, by login and by address (limits.server.ts).
    rateLimit: { enabled: false },
    // The guard before Remix checks where a form comes from.
    advanced: {
      database: { generateId: 'uuid' },
      disableCSRFCheck: true,
      disableOriginCheck: true,
      useSecureCookies: isHttps,
      cookiePrefix: 'signpost',
      ipAddress: { disableIpTracking: true },
    },
    session: {
      modelName: 'proof',
      expiresIn: proofMinutes * 60,
      disableSessionRefresh: true,
      freshAge: 0,
    },
    user: { additionalFields: { codeExpiresAt: { type: 'date', required: false, input: false } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 40 }),
      magicLink({
        expiresIn: linkMinutes * 60,
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashLink(token) },
        // Who asked for it sends it, or shows it.
        sendMagicLink: ({ token, metadata }) => metadata?.receive(token),
      }),
      twoFactor({
        issuer: 'Signpost',
        allowPasswordless: true,
        backupCodeOptions: {
          customBackupCodesGenerate: () => Array.from({ length: 10 }, makeReadableCode),
        },
      }),
    ],
  });
}

/** What is kept of a link in place of what it carries. */
export function hashLink(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export type BetterAuth = ReturnType<typeof createBetterAuth>;
