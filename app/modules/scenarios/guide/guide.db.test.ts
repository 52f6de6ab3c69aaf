import { beforeEach, expect, test } from 'vitest';
import { type Role, roles } from '#app/modules/access/roles.ts';
import type { Session } from '#app/modules/access/session.server.ts';
import { plainText } from '#app/simulation/wording.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { firstScenario, scenariosFolder } from '#tests/setup/library.ts';
import { publishScenarios } from '../publish.server.ts';
import { readLibrary } from '../read-folders.server.ts';
import { openGuide } from './guide.server.ts';

const { prisma } = database;
let services: TestServices;
let organisationId: string;

beforeEach(async () => {
  services = await createServices(database);
  organisationId = (await createOrganisation(database)).id;
});

async function signedInAs(...held: Role[]): Promise<Session> {
  const person = await createPerson(database, { roles: ['learner', ...held] }, organisationId);
  return (await signIn(database, person)).session;
}

const open = (session: Session, id = firstScenario) => openGuide(services, session, id, 'en-GB');

/** Everything that a guide says, in one line. */
const said = (page: Awaited<ReturnType<typeof open>>) =>
  [page?.guide?.disclosures, page?.guide?.after, page?.guide?.before]
    .flatMap((blocks) => blocks ?? [])
    .map(plainText)
    .join(' ');

test('authors, facilitators and safeguarding leads get the guide, nobody else does', async () => {
  for (const role of roles) {
    const page = await open(await signedInAs(role));
    const isTheirs = ['author', 'facilitator', 'dsl'].includes(role);
    expect({ role, isGiven: page !== null }).toEqual({ role, isGiven: isTheirs });
  }
});

test('of a scenario that is not there, there is no guide', async () => {
  expect(await open(await signedInAs('author'), 'staff/no-such')).toBeNull();
});

test('it names the people of the organisation of whoever opens it', async () => {
  const elsewhere = (await createOrganisation(database)).id;
  const fact = { slot: 'dsl', effectiveFrom: new Date('2025-09-01') };
  await prisma.contact.createMany({
    data: [
      { ...fact, organisationId, name: 'Nasreen Malik', phone: '01632 960101' },
      { ...fact, organisationId: elsewhere, name: 'Somebody Else' },
    ],
  });
  const page = await open(await signedInAs('facilitator'));
  expect(said(page)).toContain('Nasreen Malik');
  expect(JSON.stringify(page)).not.toContain('Somebody Else');
  expect(page?.lead).toMatchObject({ name: 'Nasreen Malik', phone: '01632 960101' });
});

test.each([
  ['england', 'the designated safeguarding lead'],
  ['wales', 'the designated safeguarding person'],
  ['scotland', 'the child protection coordinator'],
  ['northern-ireland', 'the designated teacher'],
])('where nobody is set, in %s it says “%s”', async (nation, words) => {
  await prisma.organisation.update({ where: { id: organisationId }, data: { nation } });
  const page = await open(await signedInAs('facilitator'));
  expect(said(page)).toContain(words);
  expect(page?.lead.name).toBeNull();
});

test('it says that nobody has approved the version, or who has', async () => {
  const session = await signedInAs('facilitator');
  expect((await open(session))?.approval).toBeNull();
  const version = await prisma.scenarioVersion.findFirstOrThrow({
    where: { scenario: { slug: firstScenario.split('/')[1] } },
  });
  await prisma.approval.create({
    data: {
      organisationId,
      scenarioOrganisationId: version.organisationId,
      scenarioVersionId: version.id,
      approverName: 'Nasreen Malik',
      effectiveFrom: new Date('2025-10-01'),
    },
  });
  expect((await open(session))?.approval).toMatchObject({ name: 'Nasreen Malik' });
});

test('help that fits the story is at hand, the emergency first', async () => {
  const page = await open(await signedInAs('facilitator'));
  expect(page?.routes[0]?.id).toBe('police-emergency');
});

test('a version that was published without a guide has none', async () => {
  const { scenarios } = await readLibrary(scenariosFolder);
  const source = scenarios.find(({ definition }) => definition.id === firstScenario);
  if (!source) throw new Error('The first scenario cannot be read');
  const minutes = source.definition.minutes + 1;
  const changed = { ...source, definition: { ...source.definition, minutes }, guides: [] };
  await publishScenarios(database, [changed]);
  const page = await open(await signedInAs('author'));
  expect(page).toMatchObject({ number: 2, guide: null });
});
