import { statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppProcess, startApp } from '#tests/setup/app-process.ts';
import { HttpClient } from '#tests/setup/http-client.ts';
import {
  addFile,
  copyOfScenarios,
  isRunning,
  openData,
  postgresOf,
  readRaw,
  startInVain,
  temporaryData,
  traceOfCode,
  until,
} from './support.ts';

type Temporary = Awaited<ReturnType<typeof temporaryData>>;

let one: Temporary;
let other: Temporary;
let library: string;
let demo: AppProcess;
let plain: AppProcess;

beforeAll(async () => {
  one = await temporaryData('start');
  other = await temporaryData('start-other');
  library = await copyOfScenarios(one.folder);
  await addFile(path.join(library, 'staff/cut-short/machine.json'), '{\n  "kit": 1,\n  "id": \n');
  await addFile(path.join(library, 'staff/empty/README.md'), 'Nothing here yet.\n');
  [demo, plain] = await Promise.all([
    startApp(one.folder, { SIGNPOST_SCENARIOS: library }),
    startApp(other.folder, { SIGNPOST_DEMO: 'off' }),
  ]);
});

afterAll(async () => {
  await Promise.all([demo?.stop(), plain?.stop()]);
  await Promise.all([one?.remove(), other?.remove()]);
});

function expectOneSentence(output: string, sentence: RegExp | string) {
  expect(output).toMatch(sentence);
  expect(output).not.toMatch(traceOfCode);
  expect(output).not.toMatch(/Error:|\bat async\b/);
}

test('two apps with two data folders run side by side', async () => {
  for (const app of [demo, plain]) expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  expect(postgresOf(one.folder)).not.toBe(postgresOf(other.folder));
});

test('the secret is made once, for its owner’s eyes only', () => {
  for (const { folder } of [one, other])
    expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
});

test('a broken scenario is named with its file and place, and the others are served', async () => {
  const lines = demo
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const broken = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
  const ofCutShort = broken.find(({ scenario }) => scenario === 'staff/cut-short');
  expect(ofCutShort).toMatchObject({ file: 'machine.json' });
  expect(ofCutShort.message).toMatch(/line \d+/i);
  expect(broken.find(({ scenario }) => scenario === 'staff/empty')).toMatchObject({
    file: 'machine.json',
  });
  const html = await (await fetch(`${demo.url}/scenarios`)).text();
  expect(html).toContain('/scenarios/staff/a-picture-is-going-round');
  expect(html).toContain('/scenarios/parents/a-picture-is-going-round');
  expect(html).not.toMatch(/cut-short|staff\/empty/);
});

test('outside demo mode there is no demo door and no demo organisation', async () => {
  const visitor = new HttpClient(plain.url);
  expect((await visitor.get('/demo')).status).toBe(404);
  expect((await visitor.post('/demo/sign-in', [['person', 'staff']])).status).toBe(404);
  expect((await visitor.get('/sign-in')).status).toBe(200);
  expect(await (await visitor.get('/')).text()).not.toContain('href="/demo"');
  const data = await openData(other.folder);
  const { rows } = await data.pool.query(`SELECT slug FROM organisations WHERE kind <> 'library'`);
  await data.close();
  expect(rows).toEqual([]);
});

test('a second start on the same data is refused, and says who holds them', async () => {
  const { code, output } = await startInVain({ SIGNPOST_DATA: one.folder });
  expect(code).toBe(1);
  expectOneSentence(output, `Signpost already runs from this folder (process ${demo.pid}, `);
  expect(output).toContain(demo.url.replace('127.0.0.1', 'localhost'));
  expect((await fetch(`${demo.url}/healthz`)).status).toBe(200);
});

test('a wrong setting stops the start with a sentence that names it', async () => {
  const wrong: Record<string, string> = {
    PORT: 'abc',
    SIGNPOST_DEMO: 'maybe',
    DATABASE_URL: 'mysql://somebody:secret-word@x/y',
    SIGNPOST_SECRET: 'too-short-a-secret',
  };
  for (const [name, value] of Object.entries(wrong)) {
    const { code, output } = await startInVain({ SIGNPOST_DATA: one.folder, [name]: value });
    expect(code).toBe(1);
    expectOneSentence(output, new RegExp(`^The setting ${name} must .+\\.$`, 'm'));
    if (name !== 'PORT' && name !== 'SIGNPOST_DEMO') expect(output).not.toContain(value);
  }
});

test('SIGTERM: what is under way is answered, then everything is stopped', async () => {
  const postgres = postgresOf(other.folder) ?? 0;
  const { hostname, port, host } = new URL(plain.url);
  const socket = net.connect(Number(port), hostname);
  const received: Buffer[] = [];
  socket.on('data', (chunk) => received.push(chunk));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const lines = ['POST /sign-out HTTP/1.1', `Host: ${host}`, 'Content-Length: 3'];
  const type = 'Content-Type: application/x-www-form-urlencoded';
  socket.write([...lines, type, '', 'a'].join('\r\n'));
  // Another request on the same machine, to be sure that the first has been read.
  expect((await fetch(`${plain.url}/healthz`)).status).toBe(200);

  const stopping = performance.now();
  const gone = plain.stop();
  await until('it says that it stops', () => plain.output().includes('Stopping:'));
  socket.write('=1');
  await closed;
  const answer = readRaw(Buffer.concat(received).toString());
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  await gone;
  expect(performance.now() - stopping).toBeLessThan(30_000);
  expect(isRunning(plain.pid)).toBe(false);
  expect(isRunning(postgres)).toBe(false);
  expect(postgresOf(other.folder)).toBeNull();
});

test('a port that is taken is named, and PostgreSQL is not left behind', async () => {
  const { port } = new URL(demo.url);
  const { code, output } = await startInVain({ SIGNPOST_DATA: other.folder, PORT: port });
  expect(code).toBe(1);
  expectOneSentence(output, `Port ${port} is taken by another program.`);
  expect(postgresOf(other.folder)).toBeNull();
});

test('after kill -9, of two that start at once one takes over, and stops what it found', async () => {
  const postgres = postgresOf(one.folder) ?? 0;
  await demo.kill();
  expect(isRunning(postgres)).toBe(true);
  const both = await Promise.allSettled([startApp(one.folder), startApp(one.folder)]);
  const served = both.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const refused = both.flatMap((start) => (start.status === 'rejected' ? [start.reason] : []));
  expect(served).toHaveLength(1);
  demo = served[0] as AppProcess;
  expect(String(refused[0])).toContain(`already runs from this folder (process ${demo.pid}, `);
  expect(postgresOf(one.folder)).toBe(postgres);
  expect((await fetch(`${demo.url}/scenarios`)).status).toBe(200);
  await demo.stop();
  expect(isRunning(postgres)).toBe(false);
  expect(postgresOf(one.folder)).toBeNull();
});
