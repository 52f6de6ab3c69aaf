import { beforeEach, expect, test } from 'vitest';
import { addDays, dayIn } from '#app/platform/clock/dates.ts';
import { beginAttempt } from '#tests/factories/attempt.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import type { Session } from '../access/session.server.ts';
import { loadAttempt } from '../attempts/store.server.ts';
import { changeContact } from '../organisation/change-contact.server.ts';
import { erasePerson } from '../privacy/erase.server.ts';
import type { Slot } from './contact-slots.ts';
import { listContacts, standingContacts } from './contacts.server.ts';
import { recordLeaving, recordReturn } from './employment.server.ts';
import { openRecord } from './record.server.ts';

const { prisma } = database;
const lead = { name: 'Nasreen Malik', phone: '01632 960001', email: '' };
let services: TestServices;
let session: Session;
let today: string;

beforeEach(async () => {
  services = await createServices(database);
  const { id } = await createOrganisation(database);
  session = await adminOf(id);
  today = dayIn('Europe/London', services.clock());
});

async function adminOf(organisationId: string): Promise<Session> {
  const roles = ['manager', 'administrator'] as const;
  const person = await createPerson(
    database,
    { name: 'Olu Barraclough', roles: [...roles] },
    organisationId,
  );
  return (await signIn(database, person)).session;
}

const employ = (name = lead.name, email?: string, organisationId = session.organisation.id) =>
  createPerson(database, { name, email }, organisationId);
const leave = ({ id }: { id: string }, until = today) =>
  recordLeaving(services, session, id, until);
const lineOf = async (slot: Slot) => {
  const line = (await listContacts(services, session)).find((line) => line.slot === slot);
  if (!line) throw new Error('No such slot');
  return line;
};
async function set(fields: Record<string, string> = lead, slot: Slot = 'dsl') {
  const form = new FormData();
  const all = { standing: (await lineOf(slot)).id, ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  expect(await changeContact(services, session, slot, form)).toEqual({ outcome: 'saved' });
}
const gap = async (slot: Slot = 'dsl') => (await lineOf(slot)).gap;
const shown = async (slot: Slot = 'dsl') =>
  (await standingContacts(services, session))[slot]?.name ?? null;

test('a contact whose person has left is to be checked, with the reason', async () => {
  const nasreen = await employ();
  await set();
  expect(await gap()).toBeNull();
  await leave(nasreen);
  expect(await lineOf('dsl')).toMatchObject({
    gap: 'left',
    leaver: { id: nasreen.id, name: 'Nasreen Malik', goneFrom: today },
  });
});

test('until somebody has seen to it, nobody is shown it, in no scene either', async () => {
  const ada = await employ('Ada Quill');
  const attempt = await beginAttempt(services, ada);
  const inScene = async () => {
    const opened = await loadAttempt(services.database, attempt.token, attempt.id);
    if (opened.found !== 'attempt') throw new Error(opened.found);
    return opened.contacts;
  };
  const nasreen = await employ();
  await set();
  expect(await inScene()).toMatchObject({ dsl: { phone: lead.phone } });
  await leave(nasreen);
  expect(await shown()).toBeNull();
  expect(JSON.stringify(await inScene())).not.toMatch(/Nasreen|01632 960001/);
});

test('somebody who is to leave later is shown until then, and somebody must follow', async () => {
  const nasreen = await employ();
  await set();
  await leave(nasreen, addDays(today, 3));
  expect([await gap(), await shown()]).toEqual(['leaving', lead.name]);
  expect((await lineOf('dsl')).leaver).toMatchObject({ goneFrom: addDays(today, 3) });
  expect((await openRecord(services, session, nasreen.id)).contacts).toEqual(['dsl']);
  // Seen to too early: they were still there.
  await set({ ...lead, intent: 'checked' });
  const later = new Date(services.clock().getTime() + 4 * 86_400_000);
  services = { ...services, clock: () => later };
  expect(await gap()).toBe('left');
});

test('whoever follows is named, and nothing is left to do', async () => {
  const nasreen = await employ();
  await set();
  await leave(nasreen, addDays(today, 3));
  await set({ ...lead, name: 'Graham Pell' });
  expect([await gap(), await shown()]).toEqual([null, 'Graham Pell']);
  expect((await openRecord(services, session, nasreen.id)).contacts).toEqual([]);
});

test('a namesake who stays longer follows by themselves', async () => {
  const nasreen = await employ();
  const namesake = await employ('Ms Nasreen Malik');
  await set();
  await leave(nasreen, addDays(today, 3));
  expect(await gap()).toBeNull();
  await leave(namesake, addDays(today, 5));
  expect((await lineOf('dsl')).leaver).toMatchObject({
    id: namesake.id,
    goneFrom: addDays(today, 5),
  });
});

test('a contact that is checked after they had gone is right, and shown again', async () => {
  const nasreen = await employ();
  await set();
  await leave(nasreen);
  await set({ ...lead, intent: 'checked' });
  expect([await gap(), await shown()]).toEqual([null, lead.name]);
});

test('a leaving that was learned of late undoes a check from before', async () => {
  const nasreen = await employ();
  await set();
  await leave(nasreen, addDays(today, -30));
  expect(await gap()).toBe('left');
});

test('who comes back is shown as before', async () => {
  const nasreen = await employ();
  await set();
  await leave(nasreen);
  await recordReturn(services, session, nasreen.id, today);
  expect([await gap(), await shown()]).toEqual([null, lead.name]);
});

test.each([
  ['Mrs  nasreen MALIK', '', 'left'],
  ['Dr. Nasreen Malik', '', 'left'],
  ['The safeguarding office', 'N.Malik@school.example', 'left'],
  ['Nasreen Malik Bell', '', null],
  ['Malik', 'office@school.example', null],
])('a contact written “%s” <%s> is %j once she has left', async (name, email, expected) => {
  const nasreen = await employ(lead.name, 'n.malik@school.example');
  await set({ ...lead, name, email });
  await leave(nasreen);
  expect(await gap()).toBe(expected);
});

test('somebody else of that name who works here is meant', async () => {
  const nasreen = await employ();
  const namesake = await employ('Ms Nasreen Malik');
  await set();
  await leave(nasreen);
  expect([await gap(), await shown()]).toEqual([null, lead.name]);
  await leave(namesake);
  expect([await gap(), await shown()]).toEqual(['left', null]);
});

test('somebody at the council who has a leaver’s name is not that leaver', async () => {
  const nasreen = await employ();
  for (const slot of ['lado', 'socialCare', 'socialCareNight'] as const) await set(lead, slot);
  await leave(nasreen);
  for (const slot of ['lado', 'socialCare', 'socialCareNight'] as const)
    expect([await gap(slot), await shown(slot)]).toEqual([null, lead.name]);
});

test('whoever left another organisation changes nothing here', async () => {
  const there = await adminOf((await createOrganisation(database)).id);
  const nasreen = await employ(lead.name, undefined, there.organisation.id);
  await set();
  expect(await recordLeaving(services, there, nasreen.id, today)).toEqual({ outcome: 'done' });
  expect([await gap(), await shown()]).toEqual([null, lead.name]);
});

test('erasing somebody empties the contact that names them, and says so', async () => {
  const nasreen = await employ(lead.name, 'n.malik@school.example');
  await set();
  await set({ ...lead, name: 'The office', email: 'n.malik@school.example' }, 'it');
  await set({ ...lead, name: 'Graham Pell' }, 'head');
  await set(lead, 'lado');
  expect(await erasePerson(services, session, nasreen.id)).toBe('erased');
  for (const slot of ['dsl', 'it'] as const)
    expect(await lineOf(slot)).toMatchObject({ gap: 'unset', name: null, phone: null });
  expect([await shown(), await shown('it'), await shown('head'), await shown('lado')]).toEqual([
    null,
    null,
    'Graham Pell',
    lead.name,
  ]);
  const audited = await prisma.auditEvent.findMany({
    where: { kind: 'contact-changed' },
    orderBy: { seq: 'desc' },
    take: 2,
  });
  expect(audited.map(({ details }) => details)).toEqual(
    expect.arrayContaining([{ slot: 'dsl' }, { slot: 'it' }]),
  );
});

test('a name that somebody else has too empties nothing', async () => {
  const nasreen = await employ();
  await employ();
  await set();
  expect(await erasePerson(services, session, nasreen.id)).toBe('erased');
  expect(await shown()).toBe(lead.name);
});
