import { findChromium } from '../../tests/setup/browser.mjs';
import { run, runTool } from './run-tool.mjs';
import { say, stage } from './say.mjs';

/**
 * A Chromium for the browser tests: one that is there, or Playwright's own, or Debian's. Downloads
 * do not work everywhere, so each way is tried before the next.
 */
export async function ensureBrowser() {
  if (findChromium()) return;
  await stage('Installing a browser for the tests', async () => {
    await runTool('playwright', ['install', 'chromium']).catch(() => installFromDebian());
  });
  if (!findChromium())
    throw new Error(
      'No browser for the tests. Install Chromium and name it: CHROMIUM_PATH=/path/to/chromium',
    );
}

async function installFromDebian() {
  if (process.getuid?.() !== 0)
    throw new Error('Chromium cannot be downloaded here, and only root can install it.');
  say('  It cannot be downloaded here; asking Debian for it.');
  await aptInstall(['chromium']);
}

/** @param {string[]} packages */
export async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
}
