import { once } from 'node:events';
import net from 'node:net';
import { chromium, request } from '@playwright/test';
import { startDemoApp } from '#tests/e2e/demo-app.ts';
import { playAhead } from '#tests/e2e/playing.ts';
import { strong } from '#tests/e2e/words.ts';
import { chromiumArguments, findChromium } from '#tests/setup/browser.mjs';
import { type Lhr, type Lighthouse, loadLighthouse } from './load-lighthouse.ts';

/** Below these a page is not good enough. */
export const lowest = { performance: 95, accessibility: 100, 'best-practices': 100 };
const keys = Object.keys(lowest) as (keyof typeof lowest)[];

const mostTries = 3;

export type PageScore = {
  page: string;
  url: string;
  scores: Record<keyof typeof lowest, number>;
  /** As they were transferred, by type of resource. */
  bytes: Record<string, number>;
  transferred: number;
  failures: string[];
};

/** Measures the pages that learners load, as a middling phone on a slow line has them, one by one. */
export async function measurePages(): Promise<PageScore[]> {
  const app = await startDemoApp();
  try {
    return await measureIn(app.url);
  } finally {
    await app.stop();
  }
}

async function measureIn(app: string): Promise<PageScore[]> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: [...chromiumArguments, `--remote-debugging-port=${port}`],
  });
  try {
    const lighthouse = await loadLighthouse();
    const { pages, Cookie } = await openPages(app);
    const scores: PageScore[] = [];
    for (const [page, address] of Object.entries(pages))
      scores.push(
        await measureAtBest(page, app + address, { lighthouse, port, extraHeaders: { Cookie } }),
      );
    return scores;
  } finally {
    await browser.close();
  }
}

/** The pages as a learner of the demonstration comes to them, and the cookie that opens them. */
async function openPages(app: string) {
  const learner = await request.newContext({ baseURL: app });
  await learner.post('/demo/sign-in', { form: { person: 'staff' }, maxRedirects: 0 });
  const debrief = await playAhead(learner, strong.choices);
  const upTo = strong.passes.indexOf('formTime.firstWords');
  const decision = await playAhead(learner, strong.choices.slice(0, upTo));
  const { cookies } = await learner.storageState();
  await learner.dispose();
  const pages = { landing: '/', library: '/scenarios', decision, debrief };
  return { pages, Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

type Reach = { lighthouse: Lighthouse; port: number; extraHeaders: Record<string, string> };

/** What else a machine does can only make a page slower: the best of a few tries is nearest to it. */
async function measureAtBest(page: string, url: string, reach: Reach): Promise<PageScore> {
  let best = await measure(page, url, reach);
  for (let tries = 1; tries < mostTries; tries += 1) {
    if (best.scores.performance >= lowest.performance) break;
    const again = await measure(page, url, reach);
    if (again.scores.performance > best.scores.performance) best = again;
  }
  return best;
}

async function measure(
  page: string,
  url: string,
  { lighthouse, ...reach }: Reach,
): Promise<PageScore> {
  // It reports faults of its own to its makers only where asked to, and here it is not.
  const result = await lighthouse(url, {
    ...reach,
    logLevel: 'error',
    onlyCategories: keys,
  });
  if (!result) throw new Error(`Lighthouse says nothing of ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const requests = requestsOf(lhr);
  const bytes: Record<string, number> = {};
  for (const { resourceType, transferSize } of requests)
    bytes[resourceType] = (bytes[resourceType] ?? 0) + transferSize;
  const scores = scoresOf(lhr);
  return {
    page,
    url,
    scores,
    bytes,
    transferred: Object.values(bytes).reduce((sum, size) => sum + size, 0),
    failures: [...belowLowest(lhr, scores), ...foreign(requests, url)],
  };
}

function scoresOf({ categories }: Lhr): PageScore['scores'] {
  const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
  };
}

/** Each category that is too low, with what cost it points. */
function belowLowest({ categories, audits }: Lhr, scores: PageScore['scores']): string[] {
  return keys
    .filter((key) => scores[key] < lowest[key])
    .map((key) => {
      const lost = (categories[key]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => `${id} (${audits[id]?.displayValue || audits[id]?.title})`);
      return `${key} ${scores[key]} is below ${lowest[key]}: ${lost.join('; ')}`;
    });
}

type Sent = { url: string; resourceType: string; transferSize: number };

function requestsOf({ audits }: Lhr): Sent[] {
  const { details } = audits['network-requests'] ?? {};
  if (details?.type !== 'table') throw new Error('Lighthouse does not say what was requested.');
  return details.items.map(({ url, resourceType, transferSize }) => ({
    url: String(url),
    resourceType: String(resourceType),
    transferSize: Number(transferSize),
  }));
}

function foreign(requests: Sent[], page: string): string[] {
  const { origin } = new URL(page);
  return requests
    .filter(({ url }) => !url.startsWith('data:') && new URL(url).origin !== origin)
    .map(({ url }) => `asks another origin: ${url}`);
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
