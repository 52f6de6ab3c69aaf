import type { BrowserContext, ConsoleMessage, Request } from '@playwright/test';
import { neutralAddress } from '#app/modules/help/neutral-address.ts';

/**
 * React 18 throws this when a key is pressed while Remix still reads the page's data, and then takes
 * over the page as it would have done: nothing is lost. "Root did not complete."
 */
const keyBeforeHydration = 'Minified React error #345;';

/** Listens to all that must never happen: complaints in the console, faults, and requests that leave. */
export class Watch {
  readonly complaints: string[] = [];
  private readonly expected = new Set<number>();
  private readonly expectedWords: string[] = [];

  constructor(private readonly origin: string) {}

  /** A page with this status is what the test asks for; Chromium reports it in the console. */
  expectStatus(status: number) {
    this.expected.add(status);
  }

  /** The test itself breaks something, and the console says this of it. */
  expectWords(words: string) {
    this.expectedWords.push(words);
  }

  follow(context: BrowserContext) {
    context.on('console', (message) => this.hear(message));
    context.on('weberror', (fault) => this.notice(fault.error()));
    context.on('request', (request) => this.see(request));
  }

  private notice(fault: Error) {
    if (!fault.message.startsWith(keyBeforeHydration))
      this.complaints.push(`fault: ${fault.stack || fault}`);
  }

  private hear(message: ConsoleMessage) {
    if (!['error', 'warning'].includes(message.type())) return;
    const status = Number(message.text().match(/responded with a status of (\d{3})/)?.[1]);
    if (this.expected.has(status)) return;
    if (this.expectedWords.some((words) => message.text().includes(words))) return;
    this.complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  }

  private see(request: Request) {
    const url = new URL(request.url());
    if (url.origin === this.origin || ['about:', 'data:', 'blob:'].includes(url.protocol)) return;
    if (url.href === neutralAddress && request.isNavigationRequest()) return;
    this.complaints.push(`request: ${request.method()} ${url.href}`);
  }
}
