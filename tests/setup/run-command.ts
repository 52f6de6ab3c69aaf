import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { connection, database } from './database.ts';

const run = promisify(execFile);
const projectRoot = path.join(import.meta.dirname, '../..');

/** A command of `bin/commands` against this test's database, in a process of its own. */
export async function runCommand(name: string, ...flags: string[]) {
  const { rows } = await database.pool.query<{ port: string; name: string; who: string }>(
    `SELECT current_setting('port') AS port, current_database() AS name, current_user AS who`,
  );
  const [at] = rows;
  const url =
    connection.connectionString ??
    `postgresql://${at?.who}@localhost:${at?.port}/${at?.name}?host=${encodeURIComponent(connection.host ?? '')}`;
  const command = [path.join('bin/commands', `${name}.ts`), ...flags];
  const env = { ...process.env, DATABASE_URL: url };
  return run(process.execPath, ['--import', 'tsx', ...command], { cwd: projectRoot, env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => {
      // Nothing said is no verdict: let what went wrong be read.
      if (error.stdout === '') throw error;
      return { code: error.code, stdout: error.stdout };
    },
  );
}
