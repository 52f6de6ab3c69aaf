import type { LoaderFunctionArgs } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import type { Role } from '#app/modules/access/roles.ts';
import { fingerprintOf } from '#app/modules/help/fingerprint.server.ts';
import { findRoute } from '#scenarios/directory/routes.ts';
import type { Nation } from '#scenarios/kit/vocabulary.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { loader } from './route.tsx';

const { prisma } = database;
let services: TestServices;
let organisationId: string;
let faults: unknown[];

beforeEach(async () => {
  services = await createServices(database);
  organisationId = (await createOrganisation(database, { name: 'Own School' })).id;
  faults = [];
});

async function open(role: Role | null) {
  const headers: Record<string, string> = {};
  if (role) {
    const person = await createPerson(database, { roles: [role] }, organisationId);
    const { token } = await signIn(database, person);
    headers.Cookie = await services.cookies.session.serialize(token);
  }
  const request = new Request('http://localhost/help', { headers });
  const onFault = (fault: unknown) => faults.push(fault);
  return loader({ request, context: { services, onFault } } as unknown as LoaderFunctionArgs);
}

async function confirm(id: string) {
  const route = findRoute(id);
  if (!route) throw new Error(id);
  await prisma.routeConfirmation.create({
    data: {
      ...{ organisationId, route: id, verdict: 'right', details: fingerprintOf(route) },
      ...{ auditEventId: organisationId, effectiveFrom: new Date('2026-01-01') },
    },
  });
}

const move = (nation: Nation) =>
  prisma.organisation.update({ where: { id: organisationId }, data: { nation } });
const idsOf = ({ routes }: Awaited<ReturnType<typeof open>>) => routes.map(({ id }) => id);

test('a visitor is told of what is widely known, whatever some organisation confirmed', async () => {
  await confirm('shout');
  const page = await open(null);
  expect(idsOf(page)).toEqual(['police-emergency', 'childline', 'samaritans', 'ceop', 'police']);
  expect(page).toMatchObject({ local: null, called: { lead: 'the safeguarding lead' } });
  expect(faults).toEqual([]);
});

test('somebody signed in is told of what their organisation confirmed', async () => {
  await confirm('shout');
  expect(idsOf(await open('learner'))).toContain('shout');
});

test('where the nation is known, its words are said and its routes are shown', async () => {
  await confirm('report-fraud');
  await move('northern-ireland');
  const page = await open('learner');
  expect(page.called).toEqual({ lead: 'the designated teacher', team: 'your local Gateway team' });
  expect(idsOf(page)).toContain('report-fraud');
  await move('scotland');
  expect(idsOf(await open('learner'))).not.toContain('report-fraud');
});

test('that some are not shown is told to those alone who can see to it', async () => {
  expect((await open('learner')).local?.mayConfirm).toBe(false);
  expect((await open('dsl')).local?.mayConfirm).toBe(true);
});

test('help comes without the database, and what is local is missing', async () => {
  const person = await createPerson(database, {}, organisationId);
  const { token } = await signIn(database, person);
  const away = () => Promise.reject(new Error('away'));
  services = { ...services, database: { ...database, call: away, within: away } };
  const headers = { Cookie: await services.cookies.session.serialize(token) };
  const request = new Request('http://localhost/help', { headers });
  const context = { services, onFault: (fault: unknown) => faults.push(fault) };
  const page = await loader({ request, context } as unknown as LoaderFunctionArgs);
  expect(idsOf(page)).toContain('childline');
  expect(page.local).toBeNull();
  expect(faults).toHaveLength(1);
});
