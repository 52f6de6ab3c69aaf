import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedServer } from '#app/platform/database/embedded/index.ts';
import type { HttpClient } from '#tests/setup/http-client.ts';
import { scenariosFolder } from '#tests/setup/library.ts';
import { temporaryFolder } from '#tests/setup/temporary-folder.ts';
import { pick, readScene, type Scene } from '#tests/setup/walker.ts';

export const projectRoot = path.join(import.meta.dirname, '../..');
export const scenario = '/scenarios/staff/a-picture-is-going-round';
export const traceOfCode = /\bat .*\.(ts|js):\d+/;

/** A data folder that PostgreSQL's own user can enter, so that the cluster lies in it. */
export async function temporaryData(name: string) {
  const temporary = await temporaryFolder(name);
  await chmod(temporary.folder, 0o711);
  return temporary;
}

/** The database of a data folder, shared with the app that runs on it, or started for us. */
export async function openData(dataFolder: string) {
  const server = await openEmbeddedServer({ dataFolder, projectRoot });
  const pool = new pg.Pool({ ...server.connection, max: 4 });
  pool.on('error', () => {});
  const close = async () => {
    await pool.end();
    await server.release();
  };
  return { pool, close };
}

/** The process number of the PostgreSQL of a data folder; `null` when none is said to run. */
export function postgresOf(dataFolder: string): number | null {
  const file = path.join(dataFolder, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

/** PostgreSQL with every process of its own that it has now. */
export function postgresFamily(dataFolder: string): number[] {
  const parent = postgresOf(dataFolder) ?? 0;
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n');
  const children = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return [parent, ...children.flatMap(([pid = 0, of]) => (of === parent ? [pid] : []))];
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \([^)]*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return existsSync('/proc') ? false : (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Waits for a condition to come true, and says which one did not. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patience = 30_000,
) {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`In vain: waiting until ${what}`);
    await pause(25);
  }
}

type Manner = {
  /** Closes our side at once, as somebody who hangs up. */
  end?: boolean;
  /** Closes our side after so much silence: for what may be only half a request. */
  hangUpAfter?: number;
};

/** What a socket answers to bytes as they are. */
export function sendRaw(
  base: string,
  bytes: string,
  { end = false, hangUpAfter = 0 }: Manner = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`No answer to ${JSON.stringify(bytes.slice(0, 300))}`));
    }, 60_000);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(readRaw(Buffer.concat(chunks).toString('latin1')));
    });
    if (hangUpAfter > 0) socket.setTimeout(hangUpAfter, () => socket.end());
    if (end) socket.end(bytes, 'latin1');
    else socket.write(bytes, 'latin1');
  });
}

export type RawAnswer = { status: number; headers: Map<string, string>; body: string };

export function readRaw(text: string): RawAnswer {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  const answer = { status: Number(first.split(' ')[1] ?? 0), headers: new Map(headers) };
  const sent = body.join('\r\n\r\n');
  const isChunked = answer.headers.get('transfer-encoding') === 'chunked';
  return { ...answer, body: isChunked ? withoutChunks(sent) : sent };
}

/** A chunk may end in the middle of a tag: what was sent, without the lengths between. */
function withoutChunks(sent: string): string {
  const [, size = '', rest = ''] = sent.match(/^([\da-f]+)[^\r]*\r\n([\s\S]*)$/i) ?? [];
  const length = Number.parseInt(size, 16);
  if (!length) return '';
  return rest.slice(0, length) + withoutChunks(rest.slice(length + 2));
}

/** The scene at an attempt's address. */
export async function sceneOf(client: HttpClient, address: string): Promise<Scene> {
  const response = await client.get(address);
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}\n${html}`);
  return readScene(html);
}

export function postStep(
  client: HttpClient,
  address: string,
  step: string | number,
  values: string[],
): Promise<Response> {
  const choices = values.map((value): [string, string] => ['choice', value]);
  return client.post(address, [['step', String(step)], ...choices]);
}

/** Walks on to an ending, and returns how many steps that took. */
export async function walkToEnd(
  client: HttpClient,
  address: string,
  random: () => number,
  heard: (step: string, values: string[]) => void = () => {},
): Promise<number> {
  for (let steps = 0; steps < 80; steps++) {
    const scene = await sceneOf(client, address);
    if (scene.ended) return steps;
    const values = pick(scene, random);
    const response = await postStep(client, address, scene.step, values);
    const { status } = response;
    // An unread answer keeps its connection from being used again.
    await response.arrayBuffer();
    if (status !== 303) throw new Error(`${address}, step ${scene.step}: ${status}`);
    heard(scene.step, values);
  }
  throw new Error(`${address} never ended`);
}

/** A folder shaped like `scenarios/` with the first scenario, and it again for parents. */
export async function copyOfScenarios(into: string): Promise<string> {
  const folder = path.join(into, 'scenarios');
  const name = 'a-picture-is-going-round';
  for (const track of ['staff', 'parents'])
    await cp(path.join(scenariosFolder, 'staff', name), path.join(folder, track, name), {
      recursive: true,
    });
  const file = path.join(folder, 'parents', name, 'machine.json');
  const machine = JSON.parse(await readFile(file, 'utf8'));
  Object.assign(machine, { id: `parents/${name}`, track: 'parents' });
  await writeFile(file, JSON.stringify(machine));
  return folder;
}

export async function addFile(file: string, text: string) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Runs `npm start`'s program until it ends by itself: a start that is refused. */
export function startInVain(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child: ChildProcess = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: projectRoot,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += chunk;
      // It must not serve. If it does all the same, it is not left behind.
      if (output.includes('Signpost is ready')) child.kill('SIGTERM');
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
