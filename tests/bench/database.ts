import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { openEmbeddedServer } from '#app/platform/database/embedded/index.ts';
import { migrate } from '#app/platform/database/migrate.ts';
import { ensureRoles } from '#app/platform/database/roles.ts';
import { temporaryFolder } from '#tests/setup/temporary-folder.ts';
import { connectForTests, type TestDatabase, testSecret } from '#tests/setup/test-database.ts';

const projectRoot = path.join(import.meta.dirname, '../..');

/** A database of the benchmark's own, gone afterwards: never that of a clone. */
export async function withDatabase<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const { folder, remove } = await temporaryFolder('bench');
  // PostgreSQL's own user must be able to enter, or the data go to a disk and stay there.
  await chmod(folder, 0o711);
  const server = await openEmbeddedServer({ dataFolder: folder, projectRoot });
  try {
    await ensureRoles(server.connection, testSecret);
    await migrate(server.connection, path.join(projectRoot, 'prisma/migrations'));
    const database = connectForTests(server.connection);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await server.release();
    await remove();
  }
}
