import { Writable } from 'node:stream';
import fc from 'fast-check';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { type Role, roles } from '#app/modules/access/roles.ts';
import { liveThrough } from '#tests/factories/live-through.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { loadBuild, serveHttp } from '#tests/setup/http-app.ts';
import { testSecret } from '#tests/setup/test-database.ts';

const total = 10_000;
const seed = 20_261_125;
const traceOfCode = /\bat [\w.<>]+ \(|node_modules|\.tsx?:\d+|PrismaClient|SELECT |ECONN/;
const name = 'Ada Unmentionable Quill';
const email = 'ada.unmentionable@quill.example';

const routes = Object.values((await loadBuild()).routes).filter((route) => route !== undefined);

/** The address of a route, with something in each place that takes something. */
function addressOf(id: string, parts: string[]): string {
  const chain: string[] = [];
  for (let at = routes.find((route) => route.id === id); at; ) {
    if (at.path) chain.unshift(at.path);
    const { parentId } = at;
    at = routes.find((route) => route.id === parentId);
  }
  let next = 0;
  const fill = () => encodeURIComponent(parts[next++ % parts.length] ?? 'x').slice(0, 300);
  return `/${chain.join('/').replaceAll(/:[^/]+|\*/g, fill)}`;
}

const someId = fc.uuid({ version: 4 });
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '..', '%', '%00', '\u0000', "' OR 1=1 --", '<script>', '{{dsl.name}}', '🙂'),
  fc.constantFrom('2026-02-30', '9999999999999999999', '-1', 'null', '__proto__', 'constructor'),
  fc.constantFrom('/\\evil.example', '//evil.example', 'javascript:alert(1)', email),
  someId,
);
/** Names of fields and queries that some form or page of ours reads. */
const field = fc.constantFrom(
  ...['intent', 'login', 'password', 'again', 'email', 'token', 'code', 'next', 'organisation'],
  ...[
    'session',
    'name',
    'staffNumber',
    'groups',
    'from',
    'until',
    'role',
    'sure',
    'uri',
    'codes',
    'press',
  ],
  ...['step', 'choice', 'person', 'standing', 'page', 'asAt', 'kind', 'before', 'group', 'status'],
  ...['track', 'theme', 'fourC', 'minutes', 'without'],
  ...['slot', 'phone', 'nation', 'recordsYears', 'logsDays', 'term', 'supersedes', '_routes', 'x'],
  ...['version', 'texts', 'title', 'read', 'languages', 'language', 'level'],
  ...['reading', 'return'],
);
const meant = fc.constantFrom(
  ...['change', 'leave', 'return', 'give', 'take', 'invite', 'withdraw', 'code', 'erase', 'link'],
  ...['second-factor', 'start', 'confirm', 'codes', 'close', 'save', 'check', 'administrator'],
  ...['sign', 'on'],
  ...['easy', 'standard'],
);
const pairs = fc.array(fc.tuple(field, fc.oneof(odd, meant)), { maxLength: 6 });
const visitors = ['nobody', ...roles] as const;

const requestArbitrary = fc.record({
  visitor: fc.constantFrom(...visitors),
  route: fc.constantFrom(...routes.map(({ id }) => id)),
  parts: fc.array(odd, { minLength: 1, maxLength: 3 }),
  isPost: fc.boolean(),
  isData: fc.nat(4).map((number) => number === 0),
  query: pairs,
  form: pairs,
});
type Asked = typeof requestArbitrary extends fc.Arbitrary<infer T> ? T : never;

const lines: string[] = [];
const secrets = [testSecret, 'Unmentionable', email];

function listeningLog() {
  const write = (chunk: unknown, _encoding: string, done: () => void) => {
    lines.push(String(chunk));
    done();
  };
  return pino({ level: 'trace' }, new Writable({ write }));
}

/** A school with somebody of each role, and another one that must not change. */
async function createWorld() {
  const made = await createServices(database);
  const services = { ...made, config: { ...made.config, demo: false } };
  const own = (await createOrganisation(database)).id;
  const foreign = (await createOrganisation(database)).id;
  await liveThrough(services, foreign);
  const people = new Map<string, Awaited<ReturnType<typeof createPerson>>>();
  for (const role of roles) {
    const held: Role[] = [...new Set<Role>(['learner', role])];
    people.set(role, await createPerson(database, { name, roles: held }, own));
  }
  /** Whoever signed out in a request before comes in again, and no limit has been reached. */
  const signInAll = async () => {
    await database.pool.query('DELETE FROM rate_limits');
    const cookies = new Map<string, string>();
    for (const [role, person] of people) {
      await database.prisma.person.updateMany({
        where: { id: person.id },
        data: { userId: person.userId },
      });
      const { token } = await signIn(database, person);
      secrets.push(token);
      cookies.set(role, (await services.cookies.session.serialize(token)).split(';')[0] ?? '');
    }
    return cookies;
  };
  return { services, foreign, signInAll };
}

/** A fingerprint of the people of an organisation. */
async function printOf(organisationId: string) {
  const { rows } = await database.pool.query<{ print: string }>(
    `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS print FROM people t WHERE organisation_id = $1`,
    [organisationId],
  );
  return rows[0]?.print;
}

async function send(url: string, asked: Asked, cookie?: string) {
  const query = new URLSearchParams(asked.query).toString().slice(0, 1_000);
  const path = addressOf(asked.route, asked.parts);
  const data = asked.isData ? '.data' : '';
  const response = await fetch(`${url}${path === '/' && data ? '/_root' : path}${data}?${query}`, {
    method: asked.isPost ? 'POST' : 'GET',
    body: asked.isPost ? new URLSearchParams(asked.form) : undefined,
    headers: cookie ? { Cookie: cookie } : {},
    redirect: 'manual',
  });
  return { status: response.status, body: await response.text(), at: `${response.url}` };
}

/** How somebody reads is nobody's business, so a switch and the symbols are not written to the log. */
function mayLeaveNoLine({ route, isPost, form }: Asked): boolean {
  return (
    /display|symbols|easy-read/.test(route) || (isPost && new URLSearchParams(form).has('reading'))
  );
}

test(`${total} malformed requests over all routes: no 5xx, no trace of the code, no secret in the log`, async () => {
  const { services, foreign, signInAll } = await createWorld();
  const app = await serveHttp(services, listeningLog());
  const before = await printOf(foreign);
  const statuses = new Map<number, number>();
  const met = new Set<string>();
  let unwritten = 0;
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(requestArbitrary, { minLength: 100, maxLength: 100, size: 'max' }),
        async (list) => {
          const cookies = await signInAll();
          for (const asked of list) {
            const { status, body, at } = await send(app.url, asked, cookies.get(asked.visitor));
            expect(status, `${at} ${JSON.stringify(asked)}`).toBeLessThan(500);
            expect(body).not.toMatch(traceOfCode);
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
            met.add(asked.route);
            if (mayLeaveNoLine(asked)) unwritten += 1;
          }
        },
      ),
      { numRuns: total / 100, seed, endOnFailure: true },
    );
  } finally {
    await app.close();
  }
  process.stdout.write(`malformed: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
  expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(total);
  // They must not all stop at the same door.
  expect([...met].sort()).toEqual(routes.map(({ id }) => id).sort());
  for (const common of [200, 303, 400, 403, 404]) expect(statuses.get(common)).toBeGreaterThan(50);
  expect(await printOf(foreign)).toBe(before);
  expect(lines.length).toBeGreaterThanOrEqual(total - unwritten);
  const log = lines.join('');
  for (const secret of secrets) expect(log).not.toContain(secret);
  expect(log).not.toContain('"msg":"fault"');
});
