import type { LoaderFunctionArgs } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import { withNext } from '#app/modules/access/with-next.ts';
import type { Shelf } from '#app/modules/scenarios/shelf.server.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { loader } from './route.tsx';

let services: TestServices;
let organisationId: string;

beforeEach(async () => {
  const made = await createServices(database);
  services = { ...made, config: { ...made.config, demo: false } };
  organisationId = (await createOrganisation(database)).id;
});

async function signedIn(secondFactor = true): Promise<string> {
  const person = await createPerson(database, {}, organisationId);
  const { token } = await signIn(database, person, new Date(), secondFactor);
  return services.cookies.session.serialize(token);
}

async function open(path: string, cookie?: string) {
  const request = new Request(`http://localhost${path}`, {
    headers: cookie ? { Cookie: cookie } : {},
  });
  const args = { request, params: {}, context: { services } } as unknown as LoaderFunctionArgs;
  return loader(args);
}

async function ledTo(path: string, cookie: string): Promise<string | null> {
  const answer = await open(path, cookie);
  return answer instanceof Response ? answer.headers.get('Location') : null;
}

test.each([
  ['/sign-in', '/home'],
  [withNext('/sign-in', '/records?page=2'), '/records?page=2'],
  [withNext('/sign-in', 'https://evil.example'), '/home'],
  [withNext('/sign-in', '//evil.example'), '/home'],
  ['/sign-in?sent', '/home'],
])('who is signed in and opens %s is led on to %s', async (path, to) => {
  expect(await ledTo(path, await signedIn())).toBe(to);
  expect(await open(path)).not.toBeInstanceOf(Response);
});

test.each(['/sign-in?again', withNext('/sign-in?again', '/account/password'), '/sign-in?joined'])(
  'who is asked to sign in once more gets the form at %s',
  async (path) => {
    expect(await open(path, await signedIn())).not.toBeInstanceOf(Response);
  },
);

test('who must set right first how they sign in is led there, and from there to where they were', async () => {
  const cookie = await signedIn(false);
  const where = { id: organisationId };
  await database.prisma.organisation.update({ where, data: { secondFactorForAll: true } });
  expect(await ledTo('/sign-in', cookie)).toBe('/account/second-factor');
  expect(await ledTo(withNext('/sign-in', '/records'), cookie)).toBe(
    withNext('/account/second-factor', '/records'),
  );
});

/** A library with scenarios of these tracks. */
function stock(...tracks: string[]) {
  const versions = tracks.map((track) => ({ version: { scenario: { definition: { track } } } }));
  const newest = async () => versions as unknown as Awaited<ReturnType<Shelf['newest']>>;
  services = { ...services, shelf: { ...services.shelf, newest } };
}

test.each([
  [['staff'], null],
  [[], null],
  [['staff', 'parents'], 'parents'],
  [['young-people'], 'young-people'],
  [['staff', 'parents', 'young-people', 'parents'], 'both'],
])('a library of %j is said to be open to: %j', async (tracks, openTo) => {
  stock(...tracks);
  expect(await open('/sign-in')).toMatchObject({ openTo });
});
