import { beforeEach, expect, test } from 'vitest';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { beginAttempt, takeSteps, walkthrough } from '#tests/factories/attempt.ts';
import { createServices, type TestServices } from '#tests/factories/organisation.ts';
import { standardReader } from '#tests/factories/readers.ts';
import { database } from '#tests/setup/database.ts';
import { firstScenario, scenariosFolder } from '#tests/setup/library.ts';
import { openAttemptPage } from '../attempts/page.server.ts';
import { verifyChains } from '../chains/verify.server.ts';
import type { Services } from '../services.ts';
import { findNewest, listCards } from './cards.server.ts';
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
const nothing = { versions: 0, texts: 0, guides: 0 };
/** What a version of the first scenario comes with. */
const whole = () => ({ texts: source.words.length, guides: source.guides.length });

/** A process that starts now: nothing of what others read is kept. */
const restarted = (listed = [firstScenario]) => ({
  ...services,
  shelf: createShelf(database, listed),
});

function retitled(title: string): ScenarioSource {
  const changed = structuredClone(source);
  for (const file of changed.words) file.words.title = title;
  return changed;
}

function rebuilt(): ScenarioSource {
  const changed = structuredClone(source);
  changed.definition.machine.context.meters.trust = 6;
  return changed;
}

const versions = () =>
  prisma.scenarioVersion.findMany({
    where: { scenario: { slug: 'a-picture-is-going-round' } },
    orderBy: { number: 'asc' },
  });
/** Of the standard words alone: Easy Read has revisions of its own. */
const texts = () =>
  prisma.scenarioText.findMany({
    where: { level: 'standard', version: { scenario: { slug: 'a-picture-is-going-round' } } },
    orderBy: { revision: 'asc' },
  });

async function titleOf(given: Services): Promise<string | undefined> {
  const cards = await listCards(given, standardReader);
  return cards.find(({ id }) => id === firstScenario)?.title;
}

test('choices and chapters keep the order that the author gave them', async () => {
  const newest = await findNewest(restarted(), firstScenario);
  const states = newest?.version.scenario.definition.machine.states ?? {};
  expect(Object.keys(states).slice(0, 3)).toEqual(['formTime', 'corridor', 'afterwards']);
  expect(Object.keys(states.formTime?.states?.firstWords?.on ?? {})).toEqual(
    Object.keys(source.definition.machine.states.formTime?.states?.firstWords?.on ?? {}),
  );
});

test('files that did not change publish nothing', async () => {
  const before = { versions: await versions(), texts: await texts() };
  expect(await publish(source)).toEqual(nothing);
  expect({ versions: await versions(), texts: await texts() }).toEqual(before);
});

test('the order of keys in a file is no change', async () => {
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, turned(inner)]),
          )
        : value;
  expect(await publish(turned(source) as ScenarioSource)).toEqual(nothing);
});

test('changed words are a new revision of the same version', async () => {
  const [before] = await versions();
  expect(await publish(retitled('Another title'))).toEqual({ ...nothing, texts: whole().texts });
  expect((await versions()).map(({ id }) => id)).toEqual([before?.id]);
  expect((await texts()).map(({ revision }) => revision)).toEqual([1, 2]);
  expect(await titleOf(services)).toBe('Another title');
});

test('words changed back are a third revision, and are shown', async () => {
  const was = await titleOf(services);
  await publish(retitled('Another title'));
  expect(await publish(source)).toEqual({ ...nothing, texts: whole().texts });
  expect((await texts()).map(({ revision }) => revision)).toEqual([1, 2, 3]);
  expect(await titleOf(services)).toBe(was);
});

test('a changed machine is a new version, with words of its own', async () => {
  expect(await publish(rebuilt())).toEqual({ ...whole(), versions: 1 });
  const [first, second] = await versions();
  expect([first?.number, second?.number]).toEqual([1, 2]);
  expect(first?.machineHash).not.toEqual(second?.machineHash);
  const newest = await findNewest(services, firstScenario);
  expect(newest?.version.id).toBe(second?.id);
  expect(await publish(rebuilt())).toEqual(nothing);
});

test('a raised substance alone is a new version of the same machine', async () => {
  const changed = structuredClone(source);
  changed.definition.substance = 2;
  expect(await publish(changed)).toEqual({ ...whole(), versions: 1 });
  const [first, second] = await versions();
  expect(second?.machineHash).toEqual(first?.machineHash);
  expect([first?.substance, second?.substance]).toEqual([1, 2]);
});

test('a running attempt keeps its version and sees corrected words of it', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, [['next']]);
  await publish(retitled('Corrected title'));
  await publish(rebuilt());
  const later = restarted();
  const opened = await openAttemptPage(later, who.token, who.id, standardReader);
  expect(opened).toMatchObject({ page: { step: 1, scenario: { title: 'Corrected title' } } });
  const good = walkthrough('Good path, the signs noticed');
  await takeSteps(later, who, good.slice(1), 1);
  const [first] = await versions();
  expect(await prisma.completion.findFirstOrThrow()).toMatchObject({
    scenarioVersionId: first?.id,
  });
});

test('a scenario no longer listed is not in the library, yet its attempts go on and count', async () => {
  const who = await beginAttempt(services);
  const later = restarted([]);
  expect(await listCards(later, standardReader)).toEqual([]);
  expect(await findNewest(later, firstScenario)).toBeNull();
  const good = walkthrough('Good path, the signs noticed');
  await takeSteps(later, who, good);
  expect((await openAttemptPage(later, who.token, who.id, standardReader)).found).toBe('attempt');
  expect((await verifyChains(database, 'completions'))[0]).toMatchObject({ links: 1, fault: null });
});

test('a broken scenario stays listed as it was last published', async () => {
  const { folders } = await readLibrary(scenariosFolder);
  expect(await publish()).toEqual(nothing);
  expect(await findNewest(restarted(folders), firstScenario)).not.toBeNull();
});

test('the first publishing at the same moment makes one scenario, with one version', async () => {
  const fresh = structuredClone(source);
  fresh.definition.id = 'staff/quite-another';
  const results = await Promise.all([publish(fresh), publish(fresh), publish(fresh)]);
  expect(results.map(({ versions, texts }) => versions + texts).sort()).toEqual([
    0,
    0,
    1 + source.words.length,
  ]);
  expect(await prisma.scenario.count({ where: { slug: 'quite-another' } })).toBe(1);
});

test('two different changes published at the same moment become two versions in a row', async () => {
  const other = structuredClone(rebuilt());
  other.definition.minutes = 59;
  await Promise.all([publish(rebuilt()), publish(other)]);
  expect((await versions()).map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('publishing that fails half-way leaves no version without words', async () => {
  const broken = rebuilt();
  const [file] = broken.words;
  if (!file) throw new Error('No words');
  broken.words = [...broken.words, { ...file, locale: null as unknown as string }];
  await expect(publish(broken)).rejects.toThrow();
  expect(await versions()).toHaveLength(1);
  expect(await texts()).toHaveLength(1);
});

test('what is published belongs to the library', async () => {
  const [version] = await versions();
  expect(version?.organisationId).toBe(libraryId);
});

test('withdrawn words give way to the revision before them', async () => {
  const was = await titleOf(services);
  await publish(retitled('A slip of the pen'));
  await prisma.scenarioText.updateMany({
    where: { revision: 2 },
    data: { withdrawnAt: new Date() },
  });
  expect(await titleOf(services)).toBe(was);
});
