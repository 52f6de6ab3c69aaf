import type { Config } from '#app/platform/config.ts';
import type { Database } from '#app/platform/database/client.ts';
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
  const auth = createBetterAuth(database, config, secret);
  return {
    ...createProving(auth, database),
    ...createSecondFactors(auth, database),
    ...createAccounts(auth, database),
  };
}

export type Identity = ReturnType<typeof createIdentity>;
