import { beforeEach, expect, test } from 'vitest';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { findSession, type Session, whyEnded } from '../access/session.server.ts';
import { asSeen, changeSettings, closeOrganisation, readSettings } from './settings.server.ts';

const { prisma } = database;
const typed = { name: 'Own School', nation: 'england', recordsYears: '6', logsDays: '90' };
let services: TestServices;
let session: Session;
let token: string;

beforeEach(async () => {
  services = await createServices(database);
  const { id } = await createOrganisation(database, { name: 'Own School' });
  ({ session, token } = await administratorOf(id));
});

async function administratorOf(organisationId: string) {
  const person = await createPerson(database, { roles: ['administrator'] }, organisationId);
  return signIn(database, person);
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const seen = async () => asSeen(await readSettings(services, session));
const change = async (fields: Record<string, string>) =>
  changeSettings(services, session, formOf({ seen: await seen(), ...typed, ...fields }));
const close = (closing: string) => closeOrganisation(services, session, formOf({ closing }));
const auditOf = async (kind: string) =>
  (await prisma.auditEvent.findMany({ where: { kind }, orderBy: { seq: 'asc' } })).map(
    ({ details }) => details,
  );

test('what is changed is saved, and only that is audited', async () => {
  const fields = { nation: 'wales', secondFactorForAll: 'on', logsDays: '365' };
  expect(await change(fields)).toEqual({ outcome: 'saved' });
  expect(await readSettings(services, session)).toEqual({
    name: 'Own School',
    nation: 'wales',
    secondFactorForAll: true,
    recordsYears: 6,
    logsDays: 365,
  });
  expect(await auditOf('setting-changed')).toEqual([
    { setting: 'nation', to: 'wales' },
    { setting: 'secondFactorForAll', to: 'on' },
    { setting: 'logsDays', to: '365' },
  ]);
});

test('what is saved as it was is not audited', async () => {
  expect(await change({})).toEqual({ outcome: 'saved' });
  expect(await auditOf('setting-changed')).toEqual([]);
});

test('what is wrong is refused, and nothing is written', async () => {
  const wrong = { name: ' ', nation: 'atlantis', recordsYears: '0', logsDays: 'ninety' };
  expect(await change(wrong)).toEqual({
    outcome: 'refused',
    problems: ['nameMissing', 'nationUnknown', 'recordsYears', 'logsDays'],
  });
  expect(await change({ name: 'New name', logsDays: '29' })).toMatchObject({ outcome: 'refused' });
  expect(await readSettings(services, session)).toMatchObject({ name: 'Own School', logsDays: 90 });
  expect(await auditOf('setting-changed')).toEqual([]);
});

test('of two at once, one saves, and the other is told what differs', async () => {
  const opened = { seen: await seen() };
  const answers = await Promise.all([
    change({ ...opened, logsDays: '100' }),
    change({ ...opened, nation: 'wales' }),
  ]);
  const saved = answers.findIndex(({ outcome }) => outcome === 'saved');
  expect(answers[1 - saved]).toMatchObject({
    outcome: 'overtaken',
    different: ['nation', 'logsDays'],
  });
  expect(await auditOf('setting-changed')).toHaveLength(1);
});

test('nobody sees or changes the settings of another organisation', async () => {
  const other = await createOrganisation(database, { name: 'Other School' });
  const foreign = { ...session.organisation, id: other.id };
  const forged = { ...session, organisation: foreign };
  await expect(readSettings(services, forged)).rejects.toThrow();
  const form = formOf({ ...typed, seen: await seen() });
  await expect(changeSettings(services, forged, form)).rejects.toThrow();
  const closing = formOf({ closing: 'Other School' });
  await expect(closeOrganisation(services, forged, closing)).rejects.toThrow();
  expect(await prisma.organisation.findUnique({ where: { id: other.id } })).toEqual(other);
});

test('an organisation is closed by its name, for everybody who is signed in', async () => {
  const colleague = await createPerson(database, {}, session.organisation.id);
  const { token: theirs } = await signIn(database, colleague);
  expect(await close('own  school')).toBe('closed');
  for (const cookie of [token, theirs]) {
    expect(await findSession(database, cookie, new Date())).toBeNull();
    expect(await whyEnded(database, cookie)).toBe('closed');
  }
  expect(await auditOf('organisation-closed')).toEqual([{}]);
});

test.each(['', 'Other School', 'Own'])('it stays open when %j is typed', async (closing) => {
  expect(await close(closing)).toBe('notItsName');
  expect(await findSession(database, token, new Date())).not.toBeNull();
  expect(await auditOf('organisation-closed')).toEqual([]);
});

test('others stay open, and so does the demonstration', async () => {
  const demo = await createOrganisation(database, { name: 'Demo School', isDemo: true });
  const visitor = await administratorOf(demo.id);
  await close('Own School');
  session = visitor.session;
  expect(await close('Demo School')).toBe('isDemo');
  expect(await findSession(database, visitor.token, new Date())).not.toBeNull();
});
