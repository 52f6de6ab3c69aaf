import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbeddedServer } from '#app/platform/database/embedded/index.ts';
import { migrate } from '#app/platform/database/migrate.ts';
import { ensureRoles } from '#app/platform/database/roles.ts';
import { prepareJobs } from '#app/platform/jobs/prepare.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { testSecret } from './test-database.ts';

export const templateName = 'signpost_template';

declare module 'vitest' {
  interface ProvidedContext {
    server: pg.ClientConfig;
  }
}

const projectRoot = path.join(import.meta.dirname, '../..');

/**
 * One real server for the whole run: the embedded one, or that of TEST_DATABASE_URL. It holds one
 * migrated template, of which every worker gets a copy.
 */
export default async function setup(project: TestProject) {
  const { server, release } = process.env.TEST_DATABASE_URL
    ? { server: { connectionString: process.env.TEST_DATABASE_URL }, release: async () => {} }
    : await embedded();
  await recreateDatabase(server, templateName);
  await ensureRoles(server, testSecret);
  await migrate(databaseOn(server, templateName), path.join(projectRoot, 'prisma/migrations'));
  await prepareJobs(databaseOn(server, templateName));
  project.provide('server', server);
  return release;
}

/** The same server, another database. */
export function databaseOn(server: pg.ClientConfig, name: string): pg.ClientConfig {
  if (!server.connectionString) return { ...server, database: name };
  const url = new URL(server.connectionString);
  url.pathname = `/${name}`;
  return { connectionString: url.href };
}

/** Makes a database anew, as a copy of another where one is named. */
export async function recreateDatabase(server: pg.ClientConfig, name: string, template?: string) {
  const client = new pg.Client(databaseOn(server, 'postgres'));
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} ${template ? `TEMPLATE ${template}` : ''}`);
  } finally {
    await client.end();
  }
}

async function embedded() {
  const { folder, remove } = await temporaryFolder('test');
  const server = await openEmbeddedServer({ dataFolder: folder, projectRoot, durable: false });
  const release = async () => {
    await server.release();
    await remove();
  };
  return { server: server.connection, release };
}
