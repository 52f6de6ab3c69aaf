// cspell:ignore Frecords fserver findex fpackage ABCGETPO scen PROPFIND
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riverbank from '#prisma/seed/riverbank-academy.json' with { type: 'json' };
import { type AppProcess, startApp } from '#tests/setup/app-process.ts';
import { HttpClient } from '#tests/setup/http-client.ts';
import { scenariosFolder } from '#tests/setup/library.ts';
import { chance, startWalk } from '#tests/setup/walker.ts';
import {
  type RawAnswer,
  sendRaw,
  temporaryData,
  traceOfCode,
  until,
  walkToEnd,
} from './support.ts';

let temporary: Awaited<ReturnType<typeof temporaryData>>;
let app: AppProcess;
let host: string;

beforeAll(async () => {
  temporary = await temporaryData('hostile');
  app = await startApp(temporary.folder, { LOG_LEVEL: 'info' });
  host = new URL(app.url).host;
});

afterAll(async () => {
  await app?.stop();
  await temporary?.remove();
});

const form = 'application/x-www-form-urlencoded';

/** A request with the headers of a browser, save those that the test sets otherwise. */
function request(
  method: string,
  target: string,
  given: Record<string, string | null> = {},
  body = '',
): string {
  const headers: Record<string, string | null> = {
    Host: host,
    Connection: 'close',
    ...(method === 'POST' && { 'Content-Type': form, 'Content-Length': String(body.length) }),
    ...given,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return [`${method} ${target} HTTP/1.1`, ...lines, '', body].join('\r\n');
}

const send = (...asked: Parameters<typeof request>) => sendRaw(app.url, request(...asked));

/** Refused in words, as a page of ours, and with nothing of the inside in it. */
function expectPage(answer: RawAnswer, status: number) {
  expect(answer.status, answer.body).toBe(status);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.body).toMatch(/<h1>[^<]{5,}<\/h1><p>[^<]{20,}\.<\/p>/);
  expect(answer.body).not.toMatch(traceOfCode);
  expectSafeHeaders(answer);
}

function expectSafeHeaders({ headers }: RawAnswer) {
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.has('x-powered-by')).toBe(false);
}

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND'])(
  'the method %s is none of ours',
  async (method) => {
    for (const target of ['/', '/scenarios', '/healthz', '/plain.css', '/nowhere']) {
      const answer = await send(method, target);
      expectPage(answer, 405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
    }
  },
);

test('a Host that is malformed is not read, and a foreign one is not ours', async () => {
  const malformed = [
    '',
    'a b',
    '127.0.0.1:99999',
    '127.999.1.1',
    'x/y',
    'a@127.0.0.1',
    '[::1',
    '%',
  ];
  for (const given of malformed) expectPage(await send('GET', '/', { Host: given }), 400);
  expectPage(await send('GET', '/', { Host: null }), 400);
  const foreign = [
    'evil.example',
    '127.evil.example',
    'localhost.evil.example',
    '8.8.8.8',
    '128.0.0.1',
  ];
  for (const given of foreign) expectPage(await send('GET', '/', { Host: given }), 421);
  for (const own of ['localhost', 'localhost:1', '[::1]:3000', '127.0.0.1'])
    expect((await send('GET', '/', { Host: own })).status).toBe(200);
});

test('another Host named beside the real one changes nothing', async () => {
  for (const other of ['evil.example', 'evil.example:9999999', 'a b', '::::'])
    for (const name of ['X-Forwarded-Host', 'Forwarded', 'X-Host']) {
      const answer = await send('GET', '/records', { [name]: other });
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        '/sign-in?next=%2Frecords',
      ]);
    }
});

test('a form from another site is refused', async () => {
  const post = (headers: Record<string, string>) =>
    send('POST', '/demo/sign-in', headers, 'person=staff');
  const origins = [
    'https://evil.example',
    'null',
    `https://${host}`,
    'http://127.0.0.1:1',
    '',
    'x',
  ];
  for (const Origin of origins) expectPage(await post({ Origin }), 403);
  expectPage(await post({ 'Sec-Fetch-Site': 'cross-site' }), 403);
  expectPage(await post({ Origin: `http://${host}`, 'Sec-Fetch-Site': 'cross-site' }), 403);
  const own = await post({ Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' });
  expect(own.status).toBe(303);
});

test('only short, ordinary forms of a known length are taken', async () => {
  const bodies: [string, string][] = [
    ['application/json', '{"person":"staff"}'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="person"\r\n\r\n',
    ],
    ['text/plain', 'person=staff'],
    ['text/html', '<p>'],
    [`${form}x`, 'person=staff'],
    ['', 'person=staff'],
  ];
  for (const [type, body] of bodies)
    expectPage(await send('POST', '/demo/sign-in', { 'Content-Type': type }, body), 415);
  expectPage(await send('POST', '/demo/sign-in', {}, `person=${'x'.repeat(17_000)}`), 413);
  expectPage(await send('POST', '/demo/sign-in', { 'Content-Length': '20000000000' }, 'x'), 413);
  const chunked = { 'Transfer-Encoding': 'chunked', 'Content-Length': null };
  expectPage(await send('POST', '/demo/sign-in', chunked, '5\r\nhello\r\n0\r\n\r\n'), 411);
  const twoLengths = { 'Transfer-Encoding': 'chunked' };
  expectPage(await send('POST', '/demo/sign-in', twoLengths, '0\r\n\r\n'), 400);
  expectPage(await send('POST', '/demo/sign-in', { 'Content-Length': '-1' }), 400);
  expect((await send('POST', '/demo/sign-in', { 'Content-Type': null })).status).toBe(303);
});

test('addresses that are too long or cannot be read', async () => {
  expectPage(await send('GET', `/${'a'.repeat(3_000)}`), 414);
  expectPage(await send('GET', `/scenarios?x=${'a'.repeat(3_000)}`), 414);
  expectPage(await send('GET', `/${'a'.repeat(30_000)}`), 431);
  for (const target of ['/%', '/%zz', '/attempts/%E0%A4%A', '/%00', 'http://evil.example/', '*'])
    expectPage(await send('GET', target), 400);
  for (const target of ['/assets/..%2f..%2fserver%2findex.js', '/..%2f..%2fpackage.json', '/../x'])
    expect([403, 404]).toContain((await send('GET', target)).status);
});

test('HEAD is answered as GET is, without a body', async () => {
  for (const page of [
    '/',
    '/scenarios',
    '/healthz',
    '/plain.css',
    '/nowhere',
    '/records',
    '/_root.data',
  ]) {
    const [head, get] = [await send('HEAD', page), await send('GET', page)];
    expect([page, head.status, head.body]).toEqual([page, get.status, '']);
  }
});

test('what is no request at all, or only half of one, is answered in words', async () => {
  const half = request('POST', '/demo/sign-in', { 'Content-Length': '100' }, 'person=st');
  for (const bytes of [
    'NONSENSE\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET /\r\n\r\n',
    '\x16\x03\x01\x02',
  ])
    expectPage(await sendRaw(app.url, bytes, { end: true }), 400);
  for (const bytes of ['GET /scen', `GET / HTTP/1.1\r\nHost: ${host}\r\nX-`, half])
    expectPage(await sendRaw(app.url, bytes, { end: true }), 400);
  expectPage(await send('GET', '/', { 'X-Long': 'x'.repeat(20_000) }), 431);
  expect((await send('GET', '/healthz')).status).toBe(200);
});

test('a half request is not waited for: it is told so after a while', async () => {
  const started = Date.now();
  expectPage(await sendRaw(app.url, `GET / HTTP/1.1\r\nHost: ${host}\r\nX-`), 408);
  expect(Date.now() - started).toBeLessThan(60_000);
});

test('every page carries the headers that protect it, with a nonce of its own', async () => {
  const nonces = new Set<string>();
  for (const target of [
    '/',
    '/scenarios',
    '/demo',
    '/help',
    '/nowhere',
    '/plain.css',
    '/healthz',
  ]) {
    const answer = await send('GET', target);
    expectSafeHeaders(answer);
    const nonce = answer.headers.get('content-security-policy')?.match(/'nonce-([^']+)'/)?.[1];
    expect(nonce).toBeDefined();
    nonces.add(nonce ?? '');
    for (const [tag] of answer.body.matchAll(/<script[^>]*>/g))
      expect(tag).toContain(`nonce="${nonce}"`);
    expect(answer.body).not.toMatch(/ style="|<style|\son[a-z]+="/);
  }
  expect(nonces.size).toBe(7);
});

test('cookies are kept from scripts and from other sites, and tampering ends the session', async () => {
  const answer = await send('POST', '/demo/sign-in', {}, 'person=staff');
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  const [pair = ''] = cookie.split(';');
  expect((await send('GET', '/records', { Cookie: pair })).status).toBe(200);
  for (const Cookie of [`${pair}x`, pair.replace('=', '=A'), `${pair.split('=')[0]}=`, 'x', '=;=;'])
    expect((await send('GET', '/records', { Cookie })).status).toBe(303);
});

const junk = fc
  .string({ unit: 'binary', maxLength: 60 })
  .map((text) => Buffer.from(text).toString('latin1'));
const token = fc.string({
  unit: fc.constantFrom(...'ABCGETPOSaz09-_/%?#&=.;:\\\0 ~'),
  maxLength: 40,
});
const line = token.map((text) => text.replaceAll('\0', ''));
const target = fc.oneof(
  fc.constantFrom('/', '/scenarios', '/demo', '/help', '/healthz', '/records', '/attempts/here'),
  fc.constantFrom(
    '/demo/sign-in',
    '/sign-out',
    '/exit',
    '/compliance.csv',
    '/__manifest',
    '/_root.data',
  ),
  fc.constantFrom('/scenarios/staff/a-picture-is-going-round', '/attempts/here/practice'),
  line.map((text) => `/${text.replaceAll(' ', '')}`),
  fc
    .tuple(
      fc.constantFrom(
        '/help?from=',
        '/demo?next=',
        '/compliance?asAt=',
        '/records.data?_routes=',
        '/?_data=',
      ),
      line,
    )
    .map((parts) => parts.join('').replaceAll(' ', '+')),
);
const header = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'Cookie',
      'Origin',
      'X-Forwarded-Host',
      'X-Forwarded-Proto',
      'Accept-Language',
      'Range',
      'Expect',
      'If-None-Match',
      'If-Modified-Since',
      'Accept-Encoding',
      'Upgrade',
      'Content-Encoding',
      'Sec-Fetch-Site',
      'X-Forwarded-For',
      'Referer',
      'X-Remix-Request',
    ),
    line,
  ),
  fc.tuple(
    fc.constant('Host'),
    fc.oneof(line, fc.constantFrom('127.0.0.1:70000', '127.1.1', '[::]', '1.2')),
  ),
  fc.tuple(
    fc.constant('Cookie'),
    line.map((text) => `signpost-session=${text}; signpost-here=${text}`),
  ),
  fc.tuple(
    fc.constant('Content-Length'),
    fc.constantFrom('0', '5', '12', '99', '1e3', '-1', '99999999'),
  ),
  fc.tuple(fc.constant('Transfer-Encoding'), fc.constantFrom('chunked', 'gzip', 'identity')),
  fc.tuple(
    fc.constant('Content-Type'),
    fc.oneof(line, fc.constantFrom(form, 'application/json', 'multipart/form-data')),
  ),
);
const malformed = fc.oneof(
  { weight: 1, arbitrary: junk },
  {
    weight: 9,
    arbitrary: fc
      .record({
        method: fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom('GET', 'POST', 'POST', 'HEAD', 'PUT', 'TRACE') },
          { weight: 1, arbitrary: line },
        ),
        target,
        version: fc.oneof(
          { weight: 9, arbitrary: fc.constant('HTTP/1.1') },
          { weight: 1, arbitrary: fc.constantFrom('HTTP/1.0', 'HTTP/2.0', '') },
        ),
        ordinary: fc.nat(5).map((number) => number > 0),
        headers: fc.array(header, { maxLength: 3 }),
        body: fc.oneof(
          junk,
          line.map((text) => `person=staff&choice=${text}`),
          fc.constant(''),
        ),
        cut: fc.oneof(
          { weight: 9, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.nat(200) },
        ),
      })
      .map(({ method, target: at, version, ordinary, headers, body, cut }) => {
        const usual = ordinary
          ? [`Host: ${host}`, `Content-Type: ${form}`, `Content-Length: ${body.length}`]
          : [];
        // Of a header sent twice, the first counts: so the odd ones come first.
        const odd = headers.map(([name, value]) => `${name}: ${value}`);
        const lines = ['Connection: close', ...odd, ...usual];
        const text = [`${method} ${at} ${version}`, ...lines, '', body].join('\r\n');
        return text.slice(0, cut);
      }),
  },
);

test('2,000 random malformed requests: never a 5xx, never a trace of the code', async () => {
  const statuses = new Map<number, number>();
  const ask = async (bytes: string) => {
    const answer = await sendRaw(app.url, bytes, { hangUpAfter: 2_000 });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    // Nothing at all is what a connection that said nothing gets.
    if (answer.status !== 0) expect(answer.status).toBeGreaterThanOrEqual(200);
    expect(answer.status, JSON.stringify(bytes)).toBeLessThan(500);
    expect(answer.body).not.toMatch(traceOfCode);
  };
  const many = fc.array(malformed, { minLength: 100, maxLength: 100, size: 'max' });
  const property = fc.asyncProperty(many, (list) => Promise.all(list.map(ask)).then(() => {}));
  await fc.assert(property, { numRuns: 20, seed: 20_261_122, endOnFailure: true });
  expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(2_000);
  process.stdout.write(`hostile: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
  expect(statuses.get(0) ?? 0).toBeLessThan(100);
  // The malformed ones must not all stop at the same door.
  for (const common of [200, 303, 400, 403, 404, 405, 415, 421])
    expect([common, statuses.get(common) ?? 0]).toEqual([
      common,
      expect.toSatisfy((count) => count > 0),
    ]);
  expect((await send('GET', '/healthz')).status).toBe(200);
});

test('the log names requests by an id, and never a person, a query or a choice', async () => {
  const client = new HttpClient(app.url);
  await client.signIn('staff');
  const address = await startWalk(client);
  await walkToEnd(client, address, chance(5));
  await client.get('/help?from=/secret-query');
  await client.get('/compliance?name=Ruth');
  await client.get('/assets/nowhere.js?secret-query');

  await until('its last line is there', () => app.output().includes('"/assets/nowhere.js"'));

  const lines = app
    .output()
    .split('\n')
    .filter((text) => text.startsWith('{'));
  expect(lines.length).toBeGreaterThan(200);
  const requests = lines.map((text) => JSON.parse(text)).filter(({ msg }) => msg === 'request');
  for (const { requestId, method, path: at, status, ms, ...more } of requests) {
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect([typeof method, typeof status, typeof ms]).toEqual(['string', 'number', 'number']);
    expect(at).not.toContain('?');
    expect(Object.keys(more).sort()).toEqual(['level', 'msg', 'time']);
  }
  expect(requests.filter((entry) => entry.path === '/assets/nowhere.js')).toHaveLength(1);
  const log = lines.join('\n');
  for (const { name } of riverbank.people)
    for (const part of [name, encodeURIComponent(name)]) expect(log).not.toContain(part);
  expect(log).not.toContain('secret-query');
  const machine = readFileSync(
    path.join(scenariosFolder, 'staff/a-picture-is-going-round/machine.json'),
    'utf8',
  );
  const choices = new Set(
    [...machine.matchAll(/"([a-z]+\.[a-z]+)": [{[]/g)].map(([, id]) => id ?? ''),
  );
  expect(choices.size).toBeGreaterThan(30);
  for (const choice of choices) expect(log).not.toContain(choice);
  // Remix says this of every request with its old `?_data=`, and answers it all the same.
  const expected = 'should not be making ?_data requests';
  const faults = lines.filter((text) => text.includes('"fault"') && !text.includes(expected));
  expect(faults).toEqual([]);
});
