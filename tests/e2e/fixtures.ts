import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
} from '@playwright/test';
import { startDemoApp } from './demo-app.ts';
import { Watch } from './watch.ts';
import type { Part } from './words.ts';

type Options = {
  /** An app that nobody else uses, for tests that count completions or go on where somebody was. */
  hasOwnApp: boolean;
};

type Fixtures = {
  watch: Watch;
  /** Another browser: its own cookies, the same app. */
  openBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Steps into the shoes of a demo person, in this test's browser or in another. */
  signedInAs: (part: Part, context?: BrowserContext) => Promise<void>;
};

export const test = base.extend<Options & Fixtures>({
  hasOwnApp: [false, { option: true }],

  baseURL: [
    async ({ hasOwnApp }, use) => {
      if (!hasOwnApp) return use(process.env.SIGNPOST_E2E_URL);
      const app = await startDemoApp();
      await use(app.url);
      await app.stop();
    },
    // An app takes its time to start; the test's own time is not for that.
    { scope: 'test', timeout: 180_000 },
  ],

  watch: async ({ baseURL }, use) => {
    const watch = new Watch(baseURL ?? '');
    await use(watch);
    expect(watch.complaints).toEqual([]);
  },

  context: async ({ context, watch }, use) => {
    watch.follow(context);
    await use(context);
  },

  openBrowser: async ({ browser, watch }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      watch.follow(context);
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.close();
  },

  signedInAs: async ({ context: own }, use) => {
    await use(async (part, context = own) => {
      const answer = await context.request.post('/demo/sign-in', {
        form: { person: part },
        maxRedirects: 0,
      });
      expect(answer.status()).toBe(303);
    });
  },
});

export { expect };
