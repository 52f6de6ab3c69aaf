import { beforeEach, expect, test } from 'vitest';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { createScenarioSource } from '#tests/factories/scenario.ts';
import { database } from '#tests/setup/database.ts';
import type { Session } from '../access/session.server.ts';
import { findNewest } from '../scenarios/cards.server.ts';
import { publishScenarios } from '../scenarios/publish.server.ts';
import { createShelf } from '../scenarios/shelf.server.ts';
import { countApprovals, listApprovals } from './list.server.ts';
import { signScenario, withdrawApproval } from './sign.server.ts';

const ids = { whole: 'parents/a-whole-one', home: 'parents/a-whole-one-at-home' };
const staff = 'staff/a-quiet-word';
let now: Date;
let services: TestServices;
let school: string;
let lead: Session;

beforeEach(async () => {
  now = new Date('2027-03-30T10:00:00Z');
  const made = await createServices(database, () => now);
  const source = createScenarioSource();
  await publishScenarios(database, [
    source,
    renamed(source, { id: ids.whole }),
    renamed(source, { id: ids.home, homeVersionOf: ids.whole }),
  ]);
  services = { ...made, shelf: createShelf(database, [staff, ...Object.values(ids)]) };
  school = (await createOrganisation(database)).id;
  lead = await leadOf(school, 'Nasreen Malik');
});

function renamed(source: ScenarioSource, more: Partial<ScenarioSource['definition']>) {
  const copy = structuredClone(source);
  Object.assign(copy.definition, { track: 'parents', ...more });
  for (const { words } of copy.words) words.title = copy.definition.id;
  return copy;
}

async function leadOf(organisation: string, name: string) {
  const person = await createPerson(database, { name, roles: ['dsl'] }, organisation);
  return (await signIn(database, person, now, true)).session;
}

const newest = async (id: string) => {
  const found = await findNewest(services, id);
  if (!found) throw new Error(`No ${id}`);
  return found;
};

async function sign(id: string, session = lead) {
  const { version, textIds } = await newest(id);
  const typed = { name: session.person.name, title: 'Lead', read: 'on' as const, languages: [] };
  const shown = { version: version.id, texts: Object.values(textIds) };
  expect(await signScenario(services, session, id, { ...typed, ...shown })).toEqual({
    outcome: 'signed',
  });
}

const list = (session = lead) => listApprovals(services, session, 'en-GB');
const kinds = async (session = lead) =>
  Object.fromEntries((await list(session)).map(({ id, standing }) => [id, standing.kind]));

test('every scenario is listed, short versions for home too, with the day of its review', async () => {
  const lines = await list();
  expect(lines.map(({ id, isForHome, standing }) => [id, isForHome, standing.kind])).toEqual([
    [staff, false, 'none'],
    [ids.whole, false, 'none'],
    [ids.home, true, 'none'],
  ]);
  const { definition } = (await newest(staff)).version.scenario;
  expect(lines[0]).toMatchObject({
    ...{ track: 'staff', number: 1, reviewBy: definition.reviewBy },
    isOverdue: definition.reviewBy < '2027-03-30',
  });
  expect(await countApprovals(services, lead)).toEqual({ approved: 0, of: 3 });
});

test('signed, reworded, another version: the list says it as the review does', async () => {
  await sign(staff);
  expect((await list()).at(-1)).toMatchObject({
    id: staff,
    standing: { kind: 'approved', name: 'Nasreen Malik', date: '2027-03-30', number: 1 },
  });
  expect(await countApprovals(services, lead)).toEqual({ approved: 1, of: 3 });
  const source = createScenarioSource();
  for (const { words } of source.words) words.title = 'Other words';
  await publishScenarios(database, [source]);
  expect((await kinds())[staff]).toBe('words');
  expect(await countApprovals(services, lead)).toEqual({ approved: 1, of: 3 });
  source.definition.minutes += 1;
  await publishScenarios(database, [source]);
  expect((await list())[0]).toMatchObject({
    ...{ id: staff, number: 2, standing: { kind: 'older', number: 1 } },
  });
  expect(await countApprovals(services, lead)).toEqual({ approved: 0, of: 3 });
});

test('what was withdrawn says who signed and who took it back, each time', async () => {
  const deputy = await leadOf(school, 'Olu Barraclough');
  const withdraw = async (session: Session) =>
    withdrawApproval(services, session, staff, (await newest(staff)).version.id);
  await sign(staff);
  now = new Date('2027-04-02T10:00:00Z');
  await withdraw(deputy);
  const back = { kind: 'withdrawn', number: 1, on: '2027-04-02', date: '2027-03-30' };
  const first = { ...back, name: 'Nasreen Malik', by: 'Olu Barraclough' };
  expect((await list())[0]).toMatchObject({ id: staff, standing: first });
  now = new Date('2027-04-03T10:00:00Z');
  await sign(staff, deputy);
  expect((await kinds())[staff]).toBe('approved');
  now = new Date('2027-04-04T10:00:00Z');
  await withdraw(lead);
  expect((await list())[0]?.standing).toMatchObject({
    ...{ kind: 'withdrawn', name: 'Olu Barraclough', by: 'Nasreen Malik', on: '2027-04-04' },
  });
});

test('what another organisation approves or withdraws is never shown', async () => {
  const other = await leadOf((await createOrganisation(database)).id, 'Somebody Else');
  await sign(staff, other);
  await sign(ids.home, other);
  await withdrawApproval(services, other, ids.home, (await newest(ids.home)).version.id);
  expect(await kinds(other)).toEqual({
    ...{ [staff]: 'approved', [ids.whole]: 'none', [ids.home]: 'withdrawn' },
  });
  expect(new Set(Object.values(await kinds()))).toEqual(new Set(['none']));
  expect(await countApprovals(services, lead)).toEqual({ approved: 0, of: 3 });
  await sign(ids.home);
  await withdrawApproval(services, lead, ids.home, (await newest(ids.home)).version.id);
  const own = JSON.stringify(await list());
  expect(own).toContain('Nasreen Malik');
  expect(own).not.toContain('Somebody Else');
});

test('however long the library is, the database is asked once', async () => {
  let visits = 0;
  const { database: own } = services;
  const within: typeof own.within = (scope, work) => {
    visits += 1;
    return own.within(scope, work);
  };
  await list();
  services = { ...services, database: { ...own, within } };
  await list();
  expect(visits).toBe(1);
});
