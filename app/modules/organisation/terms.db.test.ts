import { beforeEach, expect, test } from 'vitest';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import type { Session } from '../access/session.server.ts';
import { changeTerm, listTerms } from './terms.server.ts';

const { prisma } = database;
const autumn = { name: 'Autumn', firstDay: '2026-09-03', lastDay: '2026-12-18' };
const spring = { name: 'Spring', firstDay: '2027-01-05', lastDay: '2027-03-26' };
let services: TestServices;
let session: Session;

beforeEach(async () => {
  services = await createServices(database);
  session = await administratorOf((await createOrganisation(database)).id);
});

async function administratorOf(organisationId: string): Promise<Session> {
  const person = await createPerson(database, { roles: ['administrator'] }, organisationId);
  return (await signIn(database, person)).session;
}

const change = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return changeTerm(services, session, form);
};
const terms = async () => (await listTerms(services, session)).terms;
const idOf = async (wanted: string) =>
  (await terms()).find(({ name }) => name === wanted)?.id ?? '';
const audited = async () =>
  (
    await prisma.auditEvent.findMany({ where: { kind: 'term-changed' }, orderBy: { seq: 'asc' } })
  ).map(({ details }) => details);

test('terms are added, and listed by their days', async () => {
  expect(await change(spring)).toEqual({ outcome: 'saved' });
  expect(await change(autumn)).toEqual({ outcome: 'saved' });
  expect(await terms()).toMatchObject([autumn, spring]);
  expect(await audited()).toEqual([
    { term: '2027-01-05 – 2027-03-26' },
    { term: '2026-09-03 – 2026-12-18' },
  ]);
});

test('a change supersedes the term, which stays among the facts', async () => {
  await change(autumn);
  const term = await idOf('Autumn');
  const later = { ...autumn, firstDay: '2026-09-04' };
  expect(await change({ ...later, term })).toEqual({ outcome: 'saved' });
  expect(await terms()).toMatchObject([later]);
  const facts = await prisma.term.findMany({ orderBy: { recordedAt: 'asc' } });
  expect(facts.map(({ supersedes }) => supersedes)).toEqual([null, term]);
});

test('a term that is withdrawn leaves the list and makes room', async () => {
  await change(autumn);
  const term = await idOf('Autumn');
  expect(await change({ intent: 'withdraw', term })).toEqual({ outcome: 'withdrawn' });
  expect(await terms()).toEqual([]);
  expect(await change({ intent: 'withdraw', term })).toEqual({ outcome: 'overtaken' });
  expect(await change(autumn)).toEqual({ outcome: 'saved' });
  expect(await audited()).toHaveLength(3);
});

test('no two terms have a day in common, and the other is named', async () => {
  await change(autumn);
  await change(spring);
  const overlapping = { ...spring, name: 'Lent', firstDay: '2026-12-18' };
  const refusal = { outcome: 'refused', problems: ['overlaps'], other: 'Autumn' };
  expect(await change({ ...overlapping, lastDay: '2027-01-04' })).toEqual(refusal);
  expect(await change({ ...overlapping, term: await idOf('Spring') })).toEqual(refusal);
  expect(await terms()).toHaveLength(2);
  expect(await audited()).toHaveLength(2);
});

test('what is wrong is refused, and nothing is written', async () => {
  expect(await change({ intent: 'nonsense' })).toMatchObject({
    outcome: 'refused',
    problems: ['nameMissing', 'firstDayMissing', 'lastDayMissing'],
  });
  expect(await prisma.term.count()).toBe(0);
  expect(await audited()).toEqual([]);
});

test('of several at once, one is added, and one changes it', async () => {
  const adding = await Promise.all([change(autumn), change(autumn), change(autumn)]);
  expect(adding.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1);
  const term = await idOf('Autumn');
  const names = ['Michaelmas', 'First term', 'Winter'];
  const changing = await Promise.all(names.map((name) => change({ ...autumn, name, term })));
  expect(changing.map(({ outcome }) => outcome).sort()).toEqual([
    'overtaken',
    'overtaken',
    'saved',
  ]);
  expect(await prisma.term.count()).toBe(2);
});

test('a term of another organisation is not there to be seen, changed or withdrawn', async () => {
  await change(autumn);
  const term = await idOf('Autumn');
  session = await administratorOf((await createOrganisation(database)).id);
  expect(await terms()).toEqual([]);
  expect(await change({ ...autumn, term })).toEqual({ outcome: 'overtaken' });
  expect(await change({ intent: 'withdraw', term })).toEqual({ outcome: 'overtaken' });
  expect(await prisma.term.count()).toBe(1);
  // Each organisation has its own, on whatever days.
  expect(await change(autumn)).toEqual({ outcome: 'saved' });
});

test('today is the day where the organisation is', async () => {
  services = { ...services, clock: () => new Date('2026-06-30T23:30:00Z') };
  expect((await listTerms(services, session)).today).toBe('2026-07-01');
});
