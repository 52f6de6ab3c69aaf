import { beforeEach, expect, test } from 'vitest';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { createServices, type TestServices } from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { firstScenario, scenariosFolder } from '#tests/setup/library.ts';
import { findNewest } from './cards.server.ts';
import { libraryId, publishScenarios } from './publish.server.ts';
import { readLibrary } from './read-folders.server.ts';
import { createShelf } from './shelf.server.ts';

const { prisma } = database;
let source: ScenarioSource;
let services: TestServices;

beforeEach(async () => {
  services = await createServices(database);
  const { scenarios } = await readLibrary(scenariosFolder);
  const first = scenarios.find(({ definition }) => definition.id === firstScenario);
  if (!first) throw new Error('The first scenario cannot be read');
  source = structuredClone(first);
});

const publish = (...sources: ScenarioSource[]) => publishScenarios(database, sources);
const oneGuide = { versions: 0, texts: 0, guides: 1 };
const guide = () => source.guides[0]?.guide;

/** The newest version as a process sees it that starts now, with its guide. */
async function openNow(locale = 'en-GB') {
  const shelf = createShelf(database, [firstScenario]);
  const newest = await findNewest({ ...services, shelf }, firstScenario);
  if (!newest) throw new Error('It is not published');
  return { id: newest.version.id, guide: await shelf.guide(newest.version, locale) };
}

function guided(aim: string): ScenarioSource {
  const changed = structuredClone(source);
  for (const { guide } of changed.guides) guide.aim = [{ text: aim }];
  return changed;
}

function rebuilt(): ScenarioSource {
  const changed = structuredClone(source);
  changed.definition.machine.context.meters.trust = 6;
  return changed;
}

test('a guide is published with its version, in the order of its questions', async () => {
  const shown = (await openNow()).guide;
  expect(shown).toEqual(guide());
  expect(Object.keys(shown?.questions ?? {})).toEqual(Object.keys(guide()?.questions ?? {}));
  for (const { organisationId } of await prisma.scenarioGuide.findMany())
    expect(organisationId).toBe(libraryId);
});

test('a changed guide is a new revision of the same version, whose words stay', async () => {
  const before = await openNow();
  expect(await publish(guided('Another aim'))).toEqual(oneGuide);
  const after = await openNow();
  expect(after.guide?.aim).toEqual([{ text: 'Another aim' }]);
  expect(after.id).toBe(before.id);
  const revisions = await prisma.scenarioGuide.findMany({
    where: { scenarioVersionId: before.id },
    orderBy: { revision: 'asc' },
  });
  expect(revisions.map(({ revision }) => revision)).toEqual([1, 2]);
});

test('a version published before there were guides has none, until one is written', async () => {
  await publish({ ...rebuilt(), guides: [] });
  expect((await openNow()).guide).toBeNull();
  expect(await publish(rebuilt())).toEqual(oneGuide);
  expect((await openNow()).guide).toEqual(guide());
});

test('somebody who reads another language gets the guide that there is', async () => {
  expect((await openNow('cy')).guide).toEqual(guide());
});

test('a withdrawn guide gives way to the revision before it', async () => {
  await publish(guided('A slip of the pen'));
  const slip = { where: { revision: 2 }, data: { withdrawnAt: new Date() } };
  await prisma.scenarioGuide.updateMany(slip);
  expect((await openNow()).guide).toEqual(guide());
});

test('the same guide published at the same moment is one revision', async () => {
  const results = await Promise.all([publish(guided('New')), publish(guided('New'))]);
  expect(results.map(({ guides }) => guides).sort()).toEqual([0, 1]);
});
