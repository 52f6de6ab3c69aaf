import { beforeEach, expect, test } from 'vitest';
import type { Definition } from '#scenarios/kit/definition.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { createServices, type TestServices } from '#tests/factories/organisation.ts';
import { standardReader } from '#tests/factories/readers.ts';
import { database } from '#tests/setup/database.ts';
import { firstScenario, scenariosFolder } from '#tests/setup/library.ts';
import { listCards } from './cards.server.ts';
import { introduce } from './introduction.server.ts';
import { publishScenarios } from './publish.server.ts';
import { readLibrary } from './read-folders.server.ts';
import { createShelf } from './shelf.server.ts';

const whole = 'parents/the-whole-one';
const home = 'parents/the-whole-one-at-home';
let source: ScenarioSource;
let services: TestServices;

beforeEach(async () => {
  services = await createServices(database, () => new Date('2026-11-22T09:00:00Z'));
  const { scenarios } = await readLibrary(scenariosFolder);
  const first = scenarios.find(({ definition }) => definition.id === firstScenario);
  if (!first) throw new Error('The first scenario cannot be read');
  source = first;
});

/** The same story under other names, with other things said of it. */
async function publish(...all: (Partial<Definition> & Pick<Definition, 'id'>)[]) {
  const sources = all.map((given) => {
    const copy = structuredClone(source);
    copy.definition = { ...copy.definition, track: 'parents', ...given };
    for (const { words } of copy.words) words.title = given.id;
    return copy;
  });
  await publishScenarios(database, sources);
  const listed = [firstScenario, ...all.map(({ id }) => id)];
  services = { ...services, shelf: createShelf(database, listed) };
}

async function open(id: string) {
  const found = await introduce(services, null, id, standardReader);
  if (!found) throw new Error(`There is no ${id}`);
  return found.introduction;
}

test('a story and its short version for home lead to each other', async () => {
  await publish({ id: whole, minutes: 11 }, { id: home, minutes: 3, homeVersionOf: whole });
  expect(await open(whole)).toMatchObject({
    whole: null,
    home: { id: home, title: home, minutes: 3 },
  });
  expect(await open(home)).toMatchObject({
    whole: { id: whole, title: whole, minutes: 11 },
    home: null,
  });
});

test('a short version for home is no card of its own', async () => {
  await publish({ id: whole }, { id: home, homeVersionOf: whole });
  const cards = await listCards(services, standardReader);
  expect(cards.map(({ id }) => id).sort()).toEqual([whole, firstScenario]);
});

test('a short version whose story is not in the library leads nowhere', async () => {
  await publish({ id: home, homeVersionOf: whole });
  expect(await open(home)).toMatchObject({ whole: null, home: null });
});

test.each([
  ['2026-11-21', true],
  ['2026-11-22', false],
  ['2027-09-01', false],
])('to be reviewed by %s: overdue is %s on 22 November 2026', async (reviewBy, isOverdue) => {
  await publish({ id: whole, reviewBy });
  expect((await open(whole)).isReviewOverdue).toBe(isOverdue);
});

test('it says what it is about, where it is set, and how many parts it has', async () => {
  await publish({ id: whole, nations: ['england', 'wales'], contains: ['danger'] });
  const { chapters, ...about } = await open(whole);
  expect(chapters).toBe(Object.keys(source.words[0]?.words.chapters ?? {}).length);
  expect(about).toMatchObject({
    nations: ['england', 'wales'],
    contains: ['danger'],
    fourCs: source.definition.fourCs,
    strands: source.definition.strands,
  });
});
