import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const root = process.getuid?.() === 0;

/** What a Chromium is started with: nothing that speaks to the world outside; as root no sandbox. */
export const chromiumArguments = [
  ...(root ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/**
 * Where a Chromium is: the one that CHROMIUM_PATH names, the system's, or Playwright's own.
 * @returns {string | null} its path; `null` when there is none
 */
export function findChromium() {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', playwrightsOwn()];
  return places.find((place) => place && existsSync(place)) ?? null;
}

/** Playwright is asked only here: this file is also read before any package is installed. */
function playwrightsOwn() {
  try {
    /** @type {typeof import('@playwright/test')} */
    const { chromium } = createRequire(import.meta.url)('@playwright/test');
    return chromium.executablePath();
  } catch {
    return null;
  }
}
