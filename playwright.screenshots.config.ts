import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** Not tests but pictures of every page: `npm run screenshots`. */
export default defineConfig(base, {
  testDir: 'tests/screenshots',
  outputDir: 'test-results/screenshots',
});
