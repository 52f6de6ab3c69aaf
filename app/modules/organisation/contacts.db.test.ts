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
import { contactGaps, listContacts, standingContacts } from '../people/contacts.server.ts';
import { changeContact } from './change-contact.server.ts';

const { prisma } = database;
const lead = { name: 'Nasreen Malik', phone: '01632 960001', email: '' };
let services: TestServices;
let session: Session;

beforeEach(async () => {
  services = await createServices(database);
  session = await managerOf((await createOrganisation(database)).id);
});

async function managerOf(organisationId: string): Promise<Session> {
  const person = await createPerson(database, { roles: ['manager'] }, organisationId);
  return (await signIn(database, person)).session;
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const lineOf = async (slot: string) =>
  (await listContacts(services, session)).find((line) => line.slot === slot);
const change = async (fields: Record<string, string>, slot: 'dsl' | 'head' = 'dsl') =>
  changeContact(
    services,
    session,
    slot,
    formOf({ standing: (await lineOf(slot))?.id ?? '', ...fields }),
  );
const rows = () => prisma.contact.findMany({ orderBy: { recordedAt: 'asc' } });
const audited = async () =>
  (await prisma.auditEvent.findMany({ where: { kind: 'contact-changed' } })).map(
    ({ details }) => details,
  );

test('a contact is set, and is what scenes say from then on', async () => {
  expect(await change({ intent: 'save', ...lead })).toEqual({ outcome: 'saved' });
  expect(await lineOf('dsl')).toMatchObject({
    name: lead.name,
    phone: lead.phone,
    email: null,
    gap: null,
  });
  expect(await standingContacts(services, session)).toEqual({
    dsl: { name: lead.name, phone: lead.phone, email: null },
  });
  expect(await audited()).toEqual([{ slot: 'dsl' }]);
});

test('a change supersedes what stood, which stays', async () => {
  await change(lead);
  await change({ ...lead, name: 'Graham Pell', email: 'lead@school.example' });
  const [first, second] = await rows();
  expect(first).toMatchObject({ name: lead.name, supersedes: null });
  expect(second).toMatchObject({ name: 'Graham Pell', supersedes: first?.id });
  expect((await standingContacts(services, session)).dsl).toMatchObject({ name: 'Graham Pell' });
});

test('the day is that of the place where the organisation is', async () => {
  const evening = () => new Date('2026-06-30T23:30:00Z');
  services = { ...services, clock: evening };
  await change(lead);
  expect((await lineOf('dsl'))?.lastVerified).toBe('2026-07-01');
  const [row] = await rows();
  expect(row?.effectiveFrom.toISOString().slice(0, 10)).toBe('2026-07-01');
});

test('what was checked and did not change is fresh again', async () => {
  services = { ...services, clock: () => new Date('2025-01-10T09:00:00Z') };
  await change(lead);
  services = { ...services, clock: () => new Date('2026-02-10T09:00:00Z') };
  expect((await lineOf('dsl'))?.gap).toBe('stale');
  expect(await change({ intent: 'checked', ...lead })).toEqual({ outcome: 'saved' });
  expect(await lineOf('dsl')).toMatchObject({
    ...lead,
    email: null,
    lastVerified: '2026-02-10',
    gap: null,
  });
  expect(await audited()).toHaveLength(2);
});

test('what is said to be as it was, and is not, is not saved as if it were', async () => {
  await change(lead);
  const typed = { ...lead, phone: '01632 960999' };
  expect(await change({ intent: 'checked', ...typed })).toEqual({ outcome: 'notAsItWas' });
  expect(await change({ intent: 'checked', ...lead }, 'head')).toEqual({
    outcome: 'nothingToCheck',
  });
  expect(await rows()).toHaveLength(1);
});

test('a slot is emptied, and words stand in for it', async () => {
  await change(lead);
  expect(await change({ intent: 'empty' })).toEqual({ outcome: 'saved' });
  expect(await lineOf('dsl')).toMatchObject({ name: null, phone: null, email: null, gap: 'unset' });
  expect((await standingContacts(services, session)).dsl).toEqual({
    name: null,
    phone: null,
    email: null,
  });
  expect(await change(lead)).toEqual({ outcome: 'saved' });
});

test.each([
  [{ ...lead, name: '' }, ['nameMissing']],
  [{ ...lead, phone: '' }, ['reachMissing']],
  [{ ...lead, phone: 'call me' }, ['phoneShape']],
  [{ intent: 'nonsense' }, ['nameMissing', 'reachMissing']],
])('%j is refused, and nothing is written', async (fields, problems) => {
  expect(await change(fields)).toMatchObject({ outcome: 'refused', problems });
  expect(await rows()).toEqual([]);
  expect(await audited()).toEqual([]);
});

test.each(['', 'a slot that has stood'])('of two at once, one saves: %j', async (before) => {
  if (before) await change(lead);
  const standing = (await lineOf('dsl'))?.id ?? '';
  const names = ['Graham Pell', 'Ada Quill', 'Imran Shah'];
  const saving = names.map((name) => change({ ...lead, name, standing }));
  const outcomes = (await Promise.all(saving)).map(({ outcome }) => outcome).sort();
  expect(outcomes).toEqual(['overtaken', 'overtaken', 'saved']);
  expect(await rows()).toHaveLength(before ? 2 : 1);
  expect(await audited()).toHaveLength(before ? 2 : 1);
});

test('a form that was opened before another was saved is told so', async () => {
  const standing = '';
  await change(lead);
  expect(await change({ ...lead, standing })).toEqual({ outcome: 'overtaken' });
  expect(await change({ ...lead, standing: 'no such fact' })).toEqual({ outcome: 'overtaken' });
  expect(await change({ intent: 'empty', standing })).toEqual({ outcome: 'overtaken' });
});

test('nobody sees or changes the contacts of another organisation', async () => {
  await change(lead);
  const own = session;
  const other = (await createOrganisation(database)).id;
  session = await managerOf(other);
  expect((await lineOf('dsl'))?.name).toBeNull();
  const forged = { ...session, organisation: own.organisation };
  expect((await listContacts(services, forged)).every(({ name }) => name === null)).toBe(true);
  await expect(changeContact(services, forged, 'dsl', formOf(lead))).rejects.toThrow();
  expect(await rows()).toHaveLength(1);
});

test('the gaps are those slots that nobody can rely on', async () => {
  await change(lead);
  const gaps = await contactGaps(services, session);
  expect(gaps.map(({ slot }) => slot)).not.toContain('dsl');
  expect(gaps).toContainEqual({ slot: 'head', gap: 'unset', leaver: null });
  expect(gaps).toHaveLength(9);
});
