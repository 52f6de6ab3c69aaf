import type { Page, Request } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { playAhead } from './playing.ts';
import { words } from './words.ts';

const most = 80_000;
/** Words, layout and choices are there before the font is, which replaces a face of the system's. */
const mostUntilUsable = 45_000;

test('a scene arrives in few bytes and without a framework', async ({ page, signedInAs }) => {
  await signedInAs('staff');
  const address = await playAhead(page.request, []);
  const requests = await requestsOf(page, address);
  const rows = await measure(requests);
  const all = add(rows);
  const table = [
    'First load of a scene: type, requests, bytes of bodies, bytes of headers',
    ...[...rows, all].map((row) => Object.values(row).join('\t')),
  ].join('\n');
  await test.info().attach('first-load.tsv', { body: table, contentType: 'text/plain' });
  process.stdout.write(`${table}\n`);

  expect(all.body + all.headers).toBeLessThanOrEqual(most);
  const usable = add(rows.filter(({ type }) => type !== 'font'));
  expect(usable.body + usable.headers).toBeLessThanOrEqual(mostUntilUsable);
  const scripts = requests.filter((request) => request.resourceType() === 'script');
  expect(scripts.map((script) => new URL(script.url()).pathname)).toEqual([
    expect.stringMatching(/^\/assets\/learner-[\w-]+\.js$/),
  ]);
  expect(await page.content()).not.toContain('__remix');
  const { origin } = new URL(page.url());
  expect(requests.filter((request) => new URL(request.url()).origin !== origin)).toEqual([]);
});

test('the compliance page takes over in the browser', async ({ page, signedInAs }) => {
  await signedInAs('manager');
  await page.goto('/compliance', { waitUntil: 'networkidle' });
  await page.evaluate(() => document.documentElement.setAttribute('data-same-document', ''));
  await page.locator('summary', { hasText: words.compliance.filter.title }).click();
  await page.getByLabel(words.compliance.filter.name).fill('zo');
  await page.getByRole('button', { name: words.compliance.filter.apply }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect(page.locator('html')).toHaveAttribute('data-same-document', '');
});

async function requestsOf(page: Page, address: string): Promise<Request[]> {
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(address, { waitUntil: 'networkidle' });
  return requests;
}

type Row = { type: string; requests: number; body: number; headers: number };

/** Requests and bytes as they were transferred, by type. */
async function measure(requests: Request[]): Promise<Row[]> {
  const rows = new Map<string, Row>();
  for (const request of requests) {
    const type = request.resourceType();
    const { requests, body, headers } = rows.get(type) ?? { requests: 0, body: 0, headers: 0 };
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    rows.set(type, {
      type,
      requests: requests + 1,
      body: body + responseBodySize,
      headers: headers + responseHeadersSize,
    });
  }
  return [...rows.values()];
}

function add(rows: Row[]): Row {
  const sum = (key: 'requests' | 'body' | 'headers') =>
    rows.reduce((all, row) => all + row[key], 0);
  return { type: 'in all', requests: sum('requests'), body: sum('body'), headers: sum('headers') };
}
