import type { LoaderFunctionArgs } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import { dateOf } from '#app/platform/clock/dates.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { loader as organisationLoader } from '../organisation_.privacy/route.tsx';
import { loader } from './route.tsx';
import { usualRetention } from './usual-retention.ts';

let services: TestServices;
let organisationId: string;

beforeEach(async () => {
  services = await createServices(database);
  organisationId = (await createOrganisation(database, { name: 'Own School' })).id;
});

async function visit(track: string, cookie = '') {
  const request = new Request(`http://localhost/privacy/${track}`, { headers: { Cookie: cookie } });
  return { request, params: { track }, context: { services } } as unknown as LoaderFunctionArgs;
}

async function cookieOf(role: 'learner' | 'manager' | 'administrator') {
  const person = await createPerson(database, { roles: [role] }, organisationId);
  const { token } = await signIn(database, person);
  return services.cookies.session.serialize(token);
}

async function addContact(organisation: string, slot: string, name: string) {
  const data = { organisationId: organisation, slot, name, phone: '01632 960001' };
  await database.prisma.contact.create({ data: { ...data, effectiveFrom: dateOf('2026-01-01') } });
}

test('what is called usual is what a new organisation has', async () => {
  const { recordsYears, logsDays } = await database.prisma.organisation.findUniqueOrThrow({
    where: { id: organisationId },
  });
  expect({ recordsYears, logsDays }).toEqual(usualRetention);
});

test('whoever is not signed in is told what is usual, and nobody’s name', async () => {
  await addContact(organisationId, 'head', 'Hannah Head');
  const { facts } = (await loader(await visit('staff'))) as { facts: unknown };
  expect(facts).toMatchObject({ organisation: null, contacts: [], mayRunIt: false });
  expect(facts).toMatchObject(usualRetention);
});

test('whoever is signed in is told the times and the contacts of their own organisation', async () => {
  const set = { recordsYears: 3, logsDays: 31 };
  await database.prisma.organisation.update({ where: { id: organisationId }, data: set });
  const other = await createOrganisation(database, { name: 'Other School' });
  await addContact(organisationId, 'head', 'Hannah Head');
  await addContact(other.id, 'hr', 'Other Person');
  const { facts } = (await loader(await visit('staff', await cookieOf('learner')))) as {
    facts: unknown;
  };
  expect(facts).toMatchObject({ ...set, organisation: 'Own School', mayRunIt: false });
  expect(facts).toHaveProperty('contacts', [
    { slot: 'head', name: 'Hannah Head', phone: '01632 960001', email: null },
  ]);
});

test.each(['parents', 'young-people'])(
  'the page for %s is the same, whoever reads it',
  async (track) => {
    await addContact(organisationId, 'head', 'Hannah Head');
    const answer = await loader(await visit(track, await cookieOf('administrator')));
    expect(answer).toEqual(await loader(await visit(track)));
    expect(JSON.stringify(answer)).not.toMatch(/Hannah|Own School/);
  },
);

test.each(['Staff', 'pupils', '', 'constructor'])('there is no page for %j', async (track) => {
  await expect(loader(await visit(track))).rejects.toMatchObject({ status: 404 });
});

test('those who run it are told the times in force, and what is theirs to do', async () => {
  const set = { recordsYears: 9, logsDays: 45 };
  await database.prisma.organisation.update({ where: { id: organisationId }, data: set });
  const seenBy = async (role: 'manager' | 'administrator') =>
    organisationLoader(await visit('', await cookieOf(role)));
  expect(await seenBy('manager')).toMatchObject({
    ...set,
    administrators: expect.any(Array),
    mayChange: false,
  });
  expect(await seenBy('administrator')).toMatchObject({
    ...set,
    administrators: null,
    mayChange: true,
  });
});
