import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '#app/modules/access/roles.ts';
import { withNext } from '#app/modules/access/with-next.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { loadBuild, serveHttp } from '#tests/setup/http-app.ts';
import { HttpClient } from '#tests/setup/http-client.ts';

const routes = Object.values((await loadBuild()).routes).filter((route) => route !== undefined);
const setUp = 'href="/account/second-factor"';
let services: TestServices;
let school: string;
let app: Awaited<ReturnType<typeof serveHttp>>;

beforeEach(async () => {
  const made = await createServices(database);
  services = { ...made, config: { ...made.config, demo: false } };
  school = (await createOrganisation(database, { name: 'Hill School' })).id;
  app = await serveHttp(services);
});

afterEach(() => app.close());

async function visitor(role: Role, secondFactor: boolean): Promise<HttpClient> {
  const person = await createPerson(database, { roles: [role] }, school);
  const { token } = await signIn(database, person, new Date(), secondFactor);
  const client = new HttpClient(app.url);
  const line = (await services.cookies.session.serialize(token)).split(';')[0] ?? '';
  const at = line.indexOf('=');
  client.cookies.set(line.slice(0, at), line.slice(at + 1));
  return client;
}

test.each(['manager', 'dsl', 'administrator'] as const)(
  'whatever is refused to a %s whose role waits for a second step, it is said, with the way to it',
  async (role) => {
    const client = await visitor(role, false);
    const refused = await client.get('/records');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain(setUp);
    const theirs = await (await visitor(role, true)).get('/records');
    expect(theirs.status).toBe(403);
    expect(await theirs.text()).not.toContain(setUp);
  },
);

test('who is no more than a learner is not told of a second step that would open nothing', async () => {
  const refused = await (await visitor('learner', false)).get('/people');
  expect(refused.status).toBe(403);
  expect(await refused.text()).not.toContain(setUp);
});

test('where everybody needs a second step, it is said why and what for before anything is asked', async () => {
  const client = await visitor('learner', false);
  const where = { id: school };
  await database.prisma.organisation.update({ where, data: { secondFactorForAll: true } });
  const led = (await client.get('/records')).headers.get('location') ?? '';
  expect(led).toBe(withNext('/account/second-factor', '/records'));
  const page = await (await client.get(led)).text();
  expect(page).toContain('Hill School asks everybody for a second step');
  expect(page).toContain('You need an app on your phone');
  // Nobody has shown lately that it is them: the way to do so comes back here, and then to where they were.
  const again = page.match(/href="(\/sign-in\?again[^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(new URL(again, app.url).searchParams.get('next')).toBe(led);
  expect((await client.get(again)).status).toBe(200);
});

test('who begins to move to a new phone must have shown lately that it is them', async () => {
  const client = await visitor('manager', true);
  expect((await client.get('/account/second-factor?move')).status).toBe(200);
  const answer = await client.post('/account/second-factor?move', [['intent', 'start']]);
  expect(answer.status).toBe(403);
});

test('data is kept by no cache, whoever asks and whatever comes of it', async () => {
  const clients = [await visitor('administrator', true), await visitor('learner', false)];
  const pages = ['/account', '/people', '/records', '/home', '/no/such/page', '/sign-in', '/'];
  for (const client of clients)
    for (const page of pages) {
      const { id } = routes.find(({ path }) => path && `/${path}` === page) ?? { id: 'root' };
      const address = `${page === '/' ? '/_root' : page}.data`;
      for (const query of ['', `?_routes=${encodeURIComponent(id)}`]) {
        const answer = await client.get(address + query);
        const kept = answer.headers.get('cache-control') ?? '';
        expect([address + query, answer.status, kept.split(/,\s*/).sort()]).toEqual([
          address + query,
          answer.status,
          ['no-store', 'private'],
        ]);
      }
      const document = await client.get(page);
      if (document.status !== 303)
        expect(document.headers.get('cache-control')).toBe('private, no-store');
    }
});
