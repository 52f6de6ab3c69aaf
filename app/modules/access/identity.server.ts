import { createHmac } from 'node:crypto';
import type { Config } from '#app/platform/config.ts';
import type { Database, Transaction } from '#app/platform/database/client.ts';
import { createAccounts } from './accounts.server.ts';
import { createBetterAuth } from './better-auth.server.ts';
import { createProving } from './proving.server.ts';
import { createSecondFactors } from './second-factors.server.ts';

export type IdentityDatabase = Pick<Database, 'prisma' | 'pool'>;

/** Who somebody is, wherever they work. It knows no organisation and no person. */
export function createIdentity(
  database: IdentityDatabase,
  config: Pick<Config, 'origin'>,
  secret: string,
) {
  const authOn = (prisma: Database['prisma'] | Transaction) =>
    createBetterAuth(prisma, config, secret);
  const auth = authOn(database.prisma);
  return {
    ...createProving(auth, authOn, database),
    ...createSecondFactors(auth, authOn, database),
    ...createAccounts(auth, database),

    /** What only this server makes of a label, and always the same: 32 bytes. */
    keyOf: (label: string) => createHmac('sha256', secret).update(`key ${label}`).digest(),
  };
}

export type Identity = ReturnType<typeof createIdentity>;
