import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { type AppProcess, startApp } from './app-process.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);
const projectRoot = path.join(import.meta.dirname, '../..');

export type RealApp = AppProcess & {
  mail: MailServer;
  /** Sets up an organisation, and returns the link of its first administrator. */
  setUp(organisation: string, email: string, ...more: string[]): Promise<string>;
  end(): Promise<void>;
};

/** Sets Signpost up as a school does, with a mail server of its own, and starts it. */
export async function startRealApp(
  organisation: string,
  email: string,
  settings: Record<string, string> = { DATABASE_URL: '' },
): Promise<{ app: RealApp; link: string }> {
  const { folder, remove } = await temporaryFolder('real');
  // So that the account that PostgreSQL runs as can pass through.
  await chmod(folder, 0o711);
  const mail = await startMailServer();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const setUp = async (name: string, administrator: string, ...more: string[]) => {
    const flags = { organisation: name, name: 'Amina Malik', email: administrator, origin };
    const sent = { mail: mail.url, from: 'Signpost <signpost@hill.example>' };
    const list = Object.entries({ ...flags, ...sent }).flatMap(([key, value]) => [
      `--${key}`,
      value,
    ]);
    const env = { ...process.env, ...settings, SIGNPOST_DATA: folder };
    const command = ['bin/run.mjs', 'bin/commands/setup.ts', ...list, ...more];
    const { stdout } = await run(process.execPath, command, { cwd: projectRoot, env });
    return stdout.match(/http:\S+\/invitation\?token=\S+/)?.[0] ?? '';
  };
  const link = await setUp(organisation, email);
  const started = await startApp(folder, { ...settings, PORT: `${port}` });
  const end = async () => {
    await started.stop();
    await mail.stop();
    await remove();
  };
  return { app: { ...started, mail, setUp, end }, link };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
