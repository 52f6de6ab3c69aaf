import type { LoaderFunctionArgs } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import type { Role } from '#app/modules/access/roles.ts';
import { beginAttempt } from '#tests/factories/attempt.ts';
import { createPerson, createServices, signIn } from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { firstScenario } from '#tests/setup/library.ts';
import { loader } from './route.tsx';

let services: Awaited<ReturnType<typeof createServices>>;

beforeEach(async () => {
  services = await createServices(database);
});

async function open(query = '', role: Role | null = null) {
  const headers: Record<string, string> = {};
  if (role) {
    const { token } = await signIn(database, await createPerson(database, { roles: [role] }));
    headers.Cookie = await services.cookies.session.serialize(token);
  }
  const request = new Request(`http://localhost/scenarios${query}`, { headers });
  return loader({ request, context: { services } } as unknown as LoaderFunctionArgs);
}

const tracksOf = ({ shelves }: Awaited<ReturnType<typeof open>>) =>
  shelves.map(({ track }) => track);

test.each([
  ['', 'Scenarios'],
  ['?track=staff', 'Scenarios'],
  ['?theme=grooming', 'Scenarios'],
  ['?track=parents', 'Signpost'],
  ['?track=young-people', 'Signpost'],
  ['?track=young-people&theme=online-blackmail', 'Signpost'],
])('the title of /scenarios%s tells on nobody: %s', async (query, title) => {
  expect((await open(query)).title).toBe(title);
});

test.each([
  '?track=teachers&theme=__proto__&minutes=1e9&without=%00&fourC=constructor',
  `?${'track=x&'.repeat(3_000)}`,
  '?track=%E0%A4%A',
  '?track[]=staff&without[0]=danger',
  `?without=${'danger,'.repeat(2_000)}`,
])('an address that nobody knows how to read shows the whole library', async (query) => {
  expect(await open(query)).toEqual(await open());
});

test('a visitor says first whom they are here as; whoever has said so, or is known, need not', async () => {
  expect((await open()).isStranger).toBe(true);
  expect((await open('?track=parents')).isStranger).toBe(false);
  expect((await open('', 'learner')).isStranger).toBe(false);
});

test('what somebody may play comes before what they may not', async () => {
  expect(tracksOf(await open()).at(-1)).toBe('staff');
  expect(tracksOf(await open('', 'manager')).at(-1)).toBe('staff');
  expect(tracksOf(await open('', 'learner'))[0]).toBe('staff');
});

test('a track alone is a shelf alone, with all that it has', async () => {
  const all = await open();
  const some = await open('?track=staff');
  expect(tracksOf(some)).toEqual(['staff']);
  expect(some.shelves[0]).toEqual(all.shelves.find(({ track }) => track === 'staff'));
  expect(some.of).toBe(all.of);
});

test('no length is offered that finds nothing', async () => {
  const { lengths } = await open();
  expect(lengths.length).toBeGreaterThan(0);
  for (const minutes of lengths)
    expect((await open(`?minutes=${minutes}`)).count).toBeGreaterThan(0);
  expect(lengths).not.toContain(5);
});

async function openAs(person: Awaited<ReturnType<typeof createPerson>>, query = '') {
  const { token } = await signIn(database, person);
  const headers = { Cookie: await services.cookies.session.serialize(token) };
  const request = new Request(`http://localhost/scenarios${query}`, { headers });
  return loader({ request, context: { services } } as unknown as LoaderFunctionArgs);
}

const cardsOf = ({ shelves }: Awaited<ReturnType<typeof open>>) =>
  shelves.flatMap(({ cards }) => cards);

test('staff see how they stand, what is due first; of other tracks nothing is said', async () => {
  const person = await createPerson(database);
  const begun = await beginAttempt(services, person);
  const newest = await services.shelf.newest();
  const staff = cardsOf(await openAs(person, '?track=staff'));
  const last = newest.find(({ version }) => version.scenario.definition.id === staff.at(-1)?.id);
  if (!last) throw new Error('There is no scenario for staff');
  await database.prisma.requirement.create({
    data: {
      organisationId: person.organisationId,
      scenarioOrganisationId: last.version.organisationId,
      scenarioId: last.version.scenarioId,
      daysToComplete: 30,
      effectiveFrom: new Date('2025-09-01'),
      recordedAt: new Date('2025-09-01'),
    },
  });
  const cards = cardsOf(await openAs(person));
  expect(cards[0]).toMatchObject({
    ...{ id: staff.at(-1)?.id, state: { dueOn: '2025-10-01', isOverdue: true } },
  });
  expect(cards.find(({ id }) => id === firstScenario)?.state?.openAttemptId).toBe(begun.id);
  const others = cards.filter(({ track }) => track !== 'staff');
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter(({ state }) => state)).toEqual([]);
});

test('a visitor, and whoever does not play, is told of no state', async () => {
  for (const role of [null, 'manager'] as const)
    expect(cardsOf(await open('', role)).filter(({ state }) => state)).toEqual([]);
});
