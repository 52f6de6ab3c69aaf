import type pg from 'pg';
import { connectDatabase, type Database } from '#app/platform/database/client.ts';
import { connectionAs } from '#app/platform/database/roles.ts';
import { type WalledDatabase, wall } from '#app/platform/database/walled.ts';

/** What signs in a test's databases; every role's password follows from it. */
export const testSecret = 'a secret that only the tests know, and long enough';

/** All sides of the walls: the owner's, for setting things up and looking, the application's, identity's. */
export type TestDatabase = Database & WalledDatabase & { identity: Database };

export function connectForTests(owner: pg.ClientConfig): TestDatabase {
  const outside = connectDatabase(owner);
  const inside = connectDatabase(connectionAs('signpost_app', owner, testSecret));
  const identity = connectDatabase(connectionAs('signpost_identity', owner, testSecret));
  return {
    ...outside,
    ...wall(inside),
    identity,
    close: async () => {
      await inside.close();
      await identity.close();
      await outside.close();
    },
  };
}
