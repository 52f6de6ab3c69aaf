import { beforeEach, expect, test } from 'vitest';
import { findRoute } from '#scenarios/directory/routes.ts';
import {
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { standardReader } from '#tests/factories/readers.ts';
import { database } from '#tests/setup/database.ts';
import { fingerprintOf } from '../help/fingerprint.server.ts';
import { findNewest } from '../scenarios/cards.server.ts';
import { isBegunHere, openHerePage, startHere, takeStepHere } from './here.server.ts';

const id = 'young-people/three-phones';
let services: TestServices;

beforeEach(async () => {
  services = await createServices(database);
});

/** A browser with the story in it, as far as it was played; and whoever is signed in there. */
async function browserAt(steps: readonly string[][], session = '') {
  const newest = await findNewest(services, id);
  if (!newest) throw new Error(`${id} is not published`);
  const request = (here: string) =>
    new Request('http://localhost/attempts/here', {
      headers: { Cookie: [here.split(';')[0], session].filter(Boolean).join('; ') },
    });
  let here = await startHere(services, newest.version);
  for (const [step, values] of steps.entries()) {
    const { result, cookie } = await takeStepHere(services, request(here), { step, values });
    if (!cookie) throw new Error(JSON.stringify(result));
    here = cookie;
  }
  return request(here);
}

const goodPath = () => services.shelf.walkthroughs(id)[0]?.choices ?? [];

async function routesAt(session = '') {
  const page = await openHerePage(services, await browserAt(goodPath(), session), standardReader);
  return [...(page?.support?.emergency ?? []), ...(page?.support?.routes ?? [])].map(
    (one) => one.id,
  );
}

async function found(organisationId: string, route: string, verdict: string) {
  const national = findRoute(route);
  if (!national) throw new Error(route);
  await database.prisma.routeConfirmation.create({
    data: {
      ...{ organisationId, route, verdict, details: fingerprintOf(national) },
      ...{ auditEventId: organisationId, effectiveFrom: new Date('2026-01-01') },
    },
  });
}

test('whoever is signed in is shown the routes of their organisation, and a visitor is not', async () => {
  const person = await createPerson(database, { roles: ['facilitator'] });
  const { token } = await signIn(database, person);
  const session = (await services.cookies.session.serialize(token)).split(';')[0] ?? '';
  await found(person.organisationId, 'report-remove', 'right');
  await found(person.organisationId, 'samaritans', 'wrong');
  expect(await routesAt()).not.toContain('report-remove');
  expect(await routesAt()).toContain('samaritans');
  expect(await routesAt(session)).toContain('report-remove');
  expect(await routesAt(session)).not.toContain('samaritans');
});

test('a story that this browser holds is begun until it is over, and it alone', async () => {
  const path = goodPath();
  const begun = async (steps: readonly string[][], scenario = id) =>
    isBegunHere(services, await browserAt(steps), scenario);
  expect(await begun([])).toBe(false);
  expect(await begun(path.slice(0, 1))).toBe(true);
  expect(await begun(path.slice(0, 1), 'young-people/pay-or-else')).toBe(false);
  expect(await begun(path)).toBe(false);
  expect(await isBegunHere(services, new Request('http://localhost/'), id)).toBe(false);
});
