import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { isLoopback } from './loopback.ts';

const read = (environment: Record<string, string | undefined> = {}) =>
  readConfig(environment, '/srv/signpost');

/** The sentences for a wrong setting; anything else than ConfigError is a fault of ours. */
function refusal(environment: Record<string, string>): string[] {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('without any setting it is a demonstration on this machine', () => {
  expect(read()).toEqual({
    port: 3000,
    host: '127.0.0.1',
    origin: null,
    databaseUrl: null,
    demo: true,
    showsComponents: false,
    dataFolder: '/srv/signpost/data',
    secret: null,
    scenariosFolder: '/srv/signpost/scenarios',
    proxies: 0,
    logLevel: 'info',
    mail: null,
    projectRoot: '/srv/signpost',
  });
});

test('an empty setting is as good as none', () => {
  const empty = { PORT: '', SIGNPOST_ORIGIN: '', DATABASE_URL: '', SIGNPOST_DEMO: '' };
  expect(read(empty)).toEqual(read());
});

test('settings of other programs are no business of ours', () => {
  expect(read({ PATH: '/bin', SIGNPOST_NONSENSE: 'x' })).toEqual(read());
});

const url = 'postgresql://user:password@db.example:5432/signpost';

test.each([
  [{ PORT: '0' }, { port: 0 }],
  [{ PORT: '65535' }, { port: 65_535 }],
  [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
  [{ DATABASE_URL: url }, { databaseUrl: url, demo: false }],
  [{ DATABASE_URL: 'postgres://db/x' }, { databaseUrl: 'postgres://db/x' }],
  [{ DATABASE_URL: url, SIGNPOST_DEMO: 'on' }, { demo: true }],
  [{ SIGNPOST_DEMO: 'off' }, { demo: false }],
  [{ SIGNPOST_ORIGIN: 'https://a.example' }, { origin: 'https://a.example' }],
  [{ SIGNPOST_ORIGIN: 'https://a.example/' }, { origin: 'https://a.example' }],
  [{ SIGNPOST_ORIGIN: 'HTTPS://A.example:443' }, { origin: 'https://a.example' }],
  [{ SIGNPOST_ORIGIN: 'http://192.168.0.7:3000' }, { origin: 'http://192.168.0.7:3000' }],
  [{ SIGNPOST_DATA: '/var/signpost' }, { dataFolder: '/var/signpost' }],
  [{ SIGNPOST_DATA: 'elsewhere' }, { dataFolder: '/srv/signpost/elsewhere' }],
  [{ SIGNPOST_SCENARIOS: '../ours' }, { scenariosFolder: '/srv/ours' }],
  [{ SIGNPOST_SECRET: 'x'.repeat(32) }, { secret: 'x'.repeat(32) }],
  [{ SIGNPOST_PROXIES: '2' }, { proxies: 2 }],
  [{ SIGNPOST_COMPONENTS: 'on' }, { showsComponents: true }],
  [{ SIGNPOST_COMPONENTS: 'off' }, { showsComponents: false }],
  [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
])('%j is understood', (environment, expected) => {
  expect(read(environment as Record<string, string>)).toMatchObject(expected);
});

const port = 'The setting PORT must be a whole number from 0 to 65535.';
const database =
  'The setting DATABASE_URL must look like postgresql://user:password@host:5432/name.';
const address =
  'The setting SIGNPOST_ORIGIN must be the public address, such as https://signpost.example.sch.uk.';
const bare = 'The setting SIGNPOST_ORIGIN must be an address without a path, a name or a password.';

test.each([
  [{ PORT: 'abc' }, port],
  [{ PORT: '65536' }, port],
  [{ PORT: '-1' }, port],
  [{ PORT: '1e3' }, port],
  [{ PORT: ' 80' }, port],
  [{ DATABASE_URL: 'mysql://db/x' }, database],
  [{ DATABASE_URL: 'db.example' }, database],
  [{ SIGNPOST_DEMO: 'yes' }, 'The setting SIGNPOST_DEMO must be "on" or "off".'],
  [{ SIGNPOST_ORIGIN: 'signpost.example' }, address],
  [{ SIGNPOST_ORIGIN: 'garbage' }, address],
  [{ SIGNPOST_ORIGIN: 'ftp://a.example' }, address],
  [{ SIGNPOST_ORIGIN: 'https://a.example/app' }, bare],
  [{ SIGNPOST_ORIGIN: 'https://a.example/?x' }, bare],
  [{ SIGNPOST_ORIGIN: 'https://user:pass@a.example' }, bare],
  [
    { SIGNPOST_SECRET: 'x'.repeat(31) },
    'The setting SIGNPOST_SECRET must have at least 32 characters.',
  ],
  [{ SIGNPOST_PROXIES: '11' }, 'The setting SIGNPOST_PROXIES must be a whole number from 0 to 10.'],
  [
    { LOG_LEVEL: 'loud' },
    'The setting LOG_LEVEL must be one of fatal, error, warn, info, debug, silent.',
  ],
])('%j is refused with a sentence', (environment, sentence) => {
  expect(refusal(environment as Record<string, string>)).toEqual([sentence]);
});

test('every wrong setting has its sentence', () => {
  expect(refusal({ PORT: 'x', SIGNPOST_DEMO: 'x', LOG_LEVEL: 'x' })).toHaveLength(3);
});

test('a refusal does not repeat a secret', () => {
  const wrong = { SIGNPOST_SECRET: 'hunter2', DATABASE_URL: 'mysql://root:hunter2@db/x' };
  expect(refusal(wrong).join()).not.toContain('hunter2');
});

test('outside a demonstration an open address needs a public one', () => {
  const off = { SIGNPOST_DEMO: 'off' };
  expect(refusal({ ...off, HOST: '0.0.0.0' })).toEqual([
    'SIGNPOST_ORIGIN must be set to the public https address when HOST is not a loopback address.',
  ]);
  expect(refusal({ ...off, HOST: '0.0.0.0', SIGNPOST_ORIGIN: 'https://a.example' })).toEqual([]);
  expect(refusal({ ...off, HOST: 'localhost' })).toEqual([]);
  expect(refusal({ HOST: '0.0.0.0' })).toEqual([]);
});

test('outside a demonstration the public address begins with https, except on this machine', () => {
  const off = { SIGNPOST_DEMO: 'off' };
  expect(refusal({ ...off, SIGNPOST_ORIGIN: 'http://a.example' })).toEqual([
    'SIGNPOST_ORIGIN must begin with https:// outside demo mode.',
  ]);
  expect(refusal({ ...off, SIGNPOST_ORIGIN: 'http://127.0.0.1:3000' })).toEqual([]);
  expect(refusal({ SIGNPOST_ORIGIN: 'http://a.example' })).toEqual([]);
});

test.each(['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])('%s is this machine', (host) => {
  expect(isLoopback(host)).toBe(true);
});

test.each([
  '127.evil.example',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  '0.0.0.0',
  '128.0.0.1',
  '',
])('%j is not this machine', (host) => expect(isLoopback(host)).toBe(false));
