import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

const lockKey = 7_236_101;
const filters = {
  externalTables: [],
  externalEnums: [],
};

/**
 * Brings a database to the newest migration, and says which ones it applied. Prisma's own schema
 * engine does it, in its WebAssembly build, because the native one is downloaded at install time,
 * which not every network allows. A lock keeps two starting processes from doing it at once.
 */
export async function migrate(connection: pg.ClientConfig, folder: string): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    const migrations = await listMigrations(folder);
    const applied = await appliedNames(client);
    const missing = migrations.migrationDirectories.filter(({ path: name }) => !applied.has(name));
    return missing.length === 0 ? [] : await applyMissing(connection, migrations);
  } finally {
    await client.end();
  }
}

/** The SQL that makes an empty database into the schema: a first draft for a new migration. */
export async function draftSchema(
  connection: pg.ClientConfig,
  schemaFile: string,
): Promise<string> {
  const content = await readFile(schemaFile, 'utf8');
  const to = { tag: 'schemaDatamodel' as const, files: [{ path: schemaFile, content }] };
  const from = { tag: 'empty' as const };
  const result = await withEngine(connection, (engine) =>
    engine.diff({ from, to, script: true, exitCode: null, filters }),
  );
  return result.stdout ?? '';
}

async function applyMissing(connection: pg.ClientConfig, migrationsList: MigrationList) {
  const { appliedMigrationNames } = await withEngine(connection, (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  );
  return appliedMigrationNames;
}

async function appliedNames(client: pg.Client): Promise<Set<string>> {
  const { rows: tables } = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`);
  if (tables[0]?.name === null) return new Set();
  const { rows } = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  );
  return new Set(rows.map((row) => row.migration_name));
}

async function listMigrations(baseDir: string): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(baseDir, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
  return { baseDir, lockfile, shadowDbInitScript: '', migrationDirectories };
}

/** Instantiated once: a second instance in one process breaks the first. */
let bindings: ReturnType<typeof loadBindings> | undefined;

async function withEngine<T>(
  connection: pg.ClientConfig,
  work: (engine: SchemaEngine) => Promise<T>,
) {
  bindings ??= loadBindings();
  const { SchemaEngine } = await bindings;
  const adapters = new WholeScripts(connection);
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(adapters);
    return await work(await SchemaEngine.new({ datamodels: undefined }, () => {}, factory));
  } catch (error) {
    throw adapters.fault ? failedMigration(error, adapters.fault) : error;
  } finally {
    await adapters.dispose();
  }
}

function failedMigration(error: unknown, { message }: Error): Error {
  const name = String(error).match(/migration_name="([^"]+)"/)?.[1] ?? 'of unknown name';
  return new Error(`The migration ${name} failed and changed nothing: ${message}`, {
    cause: error,
  });
}

/** The package's own entry imports `.wasm`, which Node 20 refuses: so instantiate the bytes here. */
async function loadBindings() {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = path.dirname(
    createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  );
  const bytes = await readFile(path.join(folder, 'schema_engine_bg.wasm'));
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), imports);
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

/**
 * Prisma's adapter cuts a script at every semicolon, which cuts SQL functions in two. PostgreSQL
 * takes the whole script at once, and as one transaction: a migration then happens or does not.
 */
class WholeScripts extends PrismaPg {
  /** What PostgreSQL said of a script that failed; the engine reports no more than that it did. */
  fault: Error | null = null;
  private readonly opened: Awaited<ReturnType<PrismaPg['connect']>>[] = [];

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter
        .underlyingDriver()
        .query(script)
        .catch((error: Error) => {
          this.fault = error;
          throw error;
        });
    };
    this.opened.push(adapter);
    return adapter;
  }

  /** The engine never closes what it opened. */
  async dispose() {
    await Promise.all(this.opened.map((adapter) => adapter.dispose()));
  }
}
