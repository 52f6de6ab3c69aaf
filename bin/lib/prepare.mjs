import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { takeLock } from './lock.mjs';
import { inProject } from './project.mjs';
import { run, runTool } from './run-tool.mjs';
import { say, stage } from './say.mjs';
import { fingerprint, once } from './stamps.mjs';

const oldest = [20, 19];
const scenarios = ['kit', 'rules', 'directory'].map((part) => `scenarios/${part}`);
const sources = ['app', ...scenarios, 'public', 'prisma/seed'];
const settings = ['package-lock.json', 'remix.config.js', 'vite.config.ts', 'tsconfig.json'];

/**
 * Makes a clone ready to work, each part once: packages, the database client and, where asked for,
 * the built pages. Another command that prepares the same clone is waited for.
 * @param {{ build?: boolean }} [options]
 */
export async function prepare({ build = false } = {}) {
  checkNode();
  mkdirSync(inProject('.cache'), { recursive: true });
  const lock = await waitForLock(inProject('.cache/preparing.lock'));
  try {
    await installPackages();
    await generateClient();
    if (build) await buildPages();
  } finally {
    lock.release();
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldest;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  say(`Signpost needs Node.js ${oldest.join('.')} or later; this is ${process.versions.node}.`);
  process.exit(1);
}

/** @param {string} file */
async function waitForLock(file) {
  for (let told = false; ; told = true) {
    const lock = takeLock(file, 'preparing');
    if (lock.held) return lock;
    if (!told) say(`Process ${lock.holder.pid} is preparing this clone; waiting for it …`);
    await pause(500);
  }
}

function installPackages() {
  const print = fingerprint(
    ['package-lock.json'],
    process.version + process.platform + process.arch,
  );
  // `npm ci` refuses a lock file made where the registry lacks packages of other platforms; this
  // installs the same locked versions and leaves the lock file alone. Development tools are what the
  // build is made with, whatever NODE_ENV says.
  const args = [
    'install',
    '--no-save',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  return once('node_modules/.signpost-installed', print, () =>
    stage('Installing packages (a minute or two the first time)', () => run('npm', args)),
  );
}

function generateClient() {
  const client = inProject('app/platform/database/generated');
  const print = fingerprint(['prisma/schema.prisma', 'package-lock.json']);
  if (!existsSync(client)) rmSync(inProject('.cache/generated'), { force: true });
  // Prisma would download an engine that nothing here uses; any file in its place keeps it from that.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: inProject('package.json') };
  return once('.cache/generated', print, () =>
    stage('Making the database client', () => runTool('prisma', ['generate'], { env })),
  );
}

function buildPages() {
  const print = fingerprint([...sources, ...settings]);
  if (!existsSync(inProject('build/server/index.js')))
    rmSync(inProject('.cache/built'), { force: true });
  const env = { ...process.env, NODE_ENV: /** @type {const} */ ('production') };
  return once('.cache/built', print, () =>
    stage('Building the pages', () => runTool('remix', ['vite:build'], { env })),
  );
}
