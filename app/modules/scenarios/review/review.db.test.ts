import { beforeEach, expect, test } from 'vitest';
import { readScenario, type ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';
import { easyFiles, easyMark } from '#tests/factories/easy.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { accepted, createScenarioJson } from '#tests/factories/scenario.ts';
import { database } from '#tests/setup/database.ts';
import { firstScenario } from '#tests/setup/library.ts';
import { type Role, roles } from '../../access/roles.ts';
import type { Session } from '../../access/session.server.ts';
import { signScenario, withdrawApproval } from '../../approvals/sign.server.ts';
import { publishScenarios } from '../publish.server.ts';
import { createShelf } from '../shelf.server.ts';
import { compareSinceShown, openReview } from './review.server.ts';
import { scenesOf } from './script.ts';

const asked = { locale: 'en-GB', language: null, level: 'standard' as const, play: 0 };
let source: ScenarioSource;
let services: TestServices;
let school: string;
let lead: Session;

beforeEach(async () => {
  const made = await createServices(database);
  source = accepted(readScenario(easyFiles(createScenarioJson()), ruleIds));
  await publishScenarios(database, [source]);
  services = { ...made, shelf: createShelf(database, [source.definition.id]) };
  school = (await createOrganisation(database)).id;
  lead = await sessionOf('dsl');
});

async function sessionOf(role: Role, organisation = school): Promise<Session> {
  const person = await createPerson(database, { name: role, roles: [role] }, organisation);
  return (await signIn(database, person)).session;
}

async function open(session = lead, more: Partial<typeof asked> | object = {}) {
  const review = await openReview(services, session, source.definition.id, { ...asked, ...more });
  if (!review) throw new Error('There is no such review');
  return review;
}

async function sign(session = lead) {
  const { shown } = await open(session);
  return signScenario(services, session, source.definition.id, {
    ...{ name: 'Nasreen Malik', title: 'Lead', languages: [], read: 'on' },
    ...{ version: shown.version, texts: shown.texts.split(',') },
  });
}

function reworded(): ScenarioSource {
  const changed = structuredClone(source);
  const [standard] = changed.words;
  const silence = standard?.words.scenes.mending?.parts.silence?.[0];
  if (silence) silence.text = 'Sam looks at you.';
  return changed;
}

function rebuilt(): ScenarioSource {
  const changed = structuredClone(source);
  changed.definition.reviewBy = '2028-09-01';
  return changed;
}

test('authors, facilitators and leads read it, leads alone may sign, and nobody else sees it', async () => {
  for (const role of roles) {
    const review = await openReview(services, await sessionOf(role), source.definition.id, asked);
    const reads = ['author', 'facilitator', 'dsl'].includes(role);
    expect([role, review?.number ?? null, review?.may.approve ?? null]).toEqual([
      role,
      reads ? 1 : null,
      reads ? role === 'dsl' : null,
    ]);
  }
  expect(await openReview(services, lead, 'staff/no-such', asked)).toBeNull();
});

test('the script is told in the words that are asked for, or the nearest there are', async () => {
  const first = async (more: object) => {
    const { story } = await open(lead, more);
    const [scene] = scenesOf(story.parts);
    return [story.language, story.level, scene?.lines[0]?.blocks[0]?.text.join('')];
  };
  const standard = ['en-GB', 'standard', 'It rains.'];
  expect(await first({})).toEqual(standard);
  expect(await first({ level: 'easy' })).toEqual(['en-GB', 'easy', `${easyMark} It rains.`]);
  expect(await first({ language: 'cy' })).toEqual(standard);
  const { texts } = await open();
  expect(texts.map(({ locale, level, revision }) => [locale, level, revision])).toEqual([
    ['en-GB', 'standard', 1],
    ['en-GB', 'easy', 1],
  ]);
});

test('an organisation’s own contacts stand in it, and nobody else’s', async () => {
  const contact = { organisationId: school, effectiveFrom: new Date('2025-09-01') };
  await database.prisma.contact.create({ data: { ...contact, slot: 'dsl', name: 'Iris Own' } });
  expect(JSON.stringify((await open()).story)).toContain('Iris Own');
  const elsewhere = await sessionOf('dsl', (await createOrganisation(database)).id);
  expect(JSON.stringify((await open(elsewhere)).story)).not.toContain('Iris Own');
});

test('the ways through are counted, and the play-throughs told, of what was shipped with it', async () => {
  const { story, plays, play } = await open();
  expect(story.ways).toMatchObject({ count: null, endings: { length: 3 } });
  expect([plays, play]).toEqual([[], null]);
  const real = await createServices(database);
  const review = await openReview(real, lead, firstScenario, { ...asked, play: 2 });
  expect(review?.plays.length).toBeGreaterThan(5);
  expect(review?.play?.name).toBe(review?.plays[2]?.name);
  const beyond = await openReview(real, lead, firstScenario, { ...asked, play: 2_000 });
  expect(beyond?.play?.name).toBe(review?.plays[0]?.name);
  expect(review?.story.findings).toBe(0);
  expect(review?.story.ways?.count).toMatch(/^[\d,]{7,}$/);
});

test('nothing approved, approved, new words, another version: each is said as it is', async () => {
  const kinds = async () => {
    const { standing, since } = await open();
    return [standing.kind, since && [since.isSame, since.hasWords]];
  };
  expect(await kinds()).toEqual(['none', null]);
  await sign();
  expect(await kinds()).toEqual(['approved', [true, true]]);
  await publishScenarios(database, [reworded()]);
  expect(await kinds()).toEqual(['words', [false, true]]);
  const { since } = await open();
  expect(since?.changes).toMatchObject({
    about: [],
    story: { whole: [], scenes: [] },
    texts: [
      {
        level: 'standard',
        scenes: [{ path: 'mending', changes: [{ label: 'Told', key: 'parts.silence' }] }],
      },
    ],
  });
  await publishScenarios(database, [rebuilt()]);
  const older = await open();
  expect(older.standing).toMatchObject({ kind: 'older', name: 'Nasreen Malik', number: 1 });
  expect(older.number).toBe(2);
  // The words of the new version are those that were approved.
  expect(older.since?.changes.about.map(({ label }) => label)).toEqual(['To be reviewed by']);
  expect(older.since?.changes.texts).toEqual([]);
  await sign();
  expect(await kinds()).toEqual(['approved', [true, true]]);
});

test('an approval of another organisation is no approval here', async () => {
  const elsewhere = await sessionOf('dsl', (await createOrganisation(database)).id);
  await sign(elsewhere);
  const { standing, approvals } = await open();
  expect([standing.kind, approvals]).toEqual(['none', []]);
});

test('what was withdrawn is listed, and is nothing to compare with', async () => {
  await sign();
  const { shown } = await open();
  await withdrawApproval(services, lead, source.definition.id, shown.version);
  const { standing, since, approvals } = await open();
  expect(since).toBeNull();
  expect(standing).toMatchObject({
    ...{ kind: 'withdrawn', name: 'Nasreen Malik', by: lead.person.name, number: 1 },
  });
  expect(approvals).toMatchObject([
    { name: 'Nasreen Malik', title: 'Lead', stands: false, withdrawnOn: expect.any(String) },
  ]);
  expect(approvals[0]?.withdrawnBy).toBe(lead.person.name);
  await publishScenarios(database, [rebuilt()]);
  expect((await open()).standing).toMatchObject({ kind: 'withdrawn', number: 1 });
});

test('of an approval that does not say which words were read, the story alone is compared', async () => {
  const { shown } = await open();
  await database.prisma.approval.create({
    data: {
      ...{ organisationId: school, approverName: 'Of old', effectiveFrom: new Date('2025-09-01') },
      ...{ scenarioOrganisationId: (await place()).organisationId },
      scenarioVersionId: shown.version,
    },
  });
  const { standing, since, approvals } = await open();
  expect([standing.kind, since?.isSame, since?.hasWords]).toEqual(['approved', true, false]);
  expect(approvals).toMatchObject([{ title: null, texts: [] }]);
});

async function place() {
  return database.prisma.scenarioVersion.findFirstOrThrow({
    where: { scenario: { slug: 'a-quiet-word' } },
  });
}

test('what came since a page was opened is told, of this scenario and of no other', async () => {
  const { shown } = await open();
  const key = { versionId: shown.version, textIds: shown.texts.split(',') };
  await publishScenarios(database, [reworded()]);
  const compare = (given: typeof key) =>
    compareSinceShown(services, lead, source.definition.id, { shown: given, locale: 'en-GB' });
  expect((await compare(key))?.changes.texts).toHaveLength(1);
  const other = await database.prisma.scenarioVersion.findFirstOrThrow({
    where: { scenario: { slug: 'a-picture-is-going-round' } },
  });
  expect(await compare({ ...key, versionId: other.id })).toBeNull();
});
