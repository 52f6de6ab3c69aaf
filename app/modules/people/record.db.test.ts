import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { rowsOf } from '#tests/factories/rows-of.ts';
import { database } from '#tests/setup/database.ts';
import type { Role } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { addPerson, changePerson } from './change-person.server.ts';
import { changeRole } from './change-role.server.ts';
import { recordLeaving, recordReturn, recordStaying } from './employment.server.ts';
import { invite, withdrawInvitation } from './invitations.server.ts';
import { giveCode, removeSecondFactor } from './let-in.server.ts';
import { newPress } from './press.server.ts';
import { openRecord } from './record.server.ts';

const { prisma } = database;
const now = new Date('2026-07-01T09:00:00Z');
const letterhead = { origin: 'https://signpost.example', locale: 'en-GB' };
const values = {
  name: 'Ruth Adeyemi',
  email: 'ruth@hill.example',
  staffNumber: '17',
  groups: ['Office'],
};
let services: TestServices;
let organisationId: string;
let administrator: Session;

beforeEach(async () => {
  services = await createServices(database, () => now);
  organisationId = (await createOrganisation(database)).id;
  administrator = await sessionOf('administrator');
});

async function sessionOf(role: Role, organisation = organisationId): Promise<Session> {
  const person = await createPerson(database, { roles: ['learner', role] }, organisation);
  return (await signIn(database, person, now)).session;
}

async function addRuth(by = administrator): Promise<string> {
  const added = await addPerson(services, by, values, '2026-07-01');
  if (added.outcome === 'problem') throw new Error(added.problem);
  return added.id;
}

const viewed = () =>
  prisma.auditEvent.findMany({ where: { kind: 'person-viewed' }, include: { subject: true } });

test('a record says who somebody is, when they work here, and what may be done', async () => {
  const id = await addRuth();
  await invite(services, administrator, id, letterhead, newPress());
  const record = await openRecord(services, administrator, id);
  expect(record).toMatchObject({
    person: { id, ...values, standing: 'here', day: '2026-07-01' },
    account: null,
    invitation: { sentAt: now.toISOString(), until: '2026-07-15T09:00:00.000Z' },
    may: { change: true, letIn: true, removeSecondFactor: true, seeRoles: true, answer: true },
  });
  expect(record.roles.every(({ isHeld, mayChange }) => !isHeld && mayChange)).toBe(true);
  expect(record.roles.map(({ role }) => role)).not.toContain('learner');
});

test('a designated lead sees a record and changes nothing in it', async () => {
  const id = await addRuth();
  const { may, roles } = await openRecord(services, await sessionOf('dsl'), id);
  expect(Object.values(may)).toEqual([false, false, false, false, false]);
  expect(roles.some(({ mayChange }) => mayChange)).toBe(false);
});

test('whether only an administrator may change somebody is said of those who see others’ records', async () => {
  const lead = await sessionOf('dsl');
  const isGuarded = async (role: Role) =>
    (await openRecord(services, lead, (await sessionOf(role)).person.id)).isGuarded;
  expect([await isGuarded('learner'), await isGuarded('manager')]).toEqual([false, true]);
});

test('somebody who was never employed here is neither here nor gone', async () => {
  const data = { organisationId, name: 'Governor', sortName: 'Governor' };
  const { id } = await prisma.person.create({ data });
  const { person } = await openRecord(services, administrator, id);
  expect(person).toMatchObject({ standing: 'never', day: null });
});

test('looking at another’s record is audited, each time; looking at one’s own is not', async () => {
  const id = await addRuth();
  await openRecord(services, administrator, administrator.person.id);
  expect(await viewed()).toEqual([]);
  await openRecord(services, administrator, id);
  await openRecord(services, administrator, id);
  const subject = { actorId: administrator.person.id, aboutId: id };
  expect(await viewed()).toMatchObject([
    { details: {}, subject },
    { details: {}, subject },
  ]);
});

/** Everything that can be done about one person. */
const operations: [string, (session: Session, id: string) => Promise<unknown>][] = [
  ['openRecord', (session, id) => openRecord(services, session, id)],
  ['changePerson', (session, id) => changePerson(services, session, id, values)],
  ['give a role', (session, id) => changeRole(services, session, id, 'dsl', true)],
  ['take a role', (session, id) => changeRole(services, session, id, 'manager', false)],
  ['recordLeaving', (session, id) => recordLeaving(services, session, id, '2026-07-01')],
  ['recordStaying', (session, id) => recordStaying(services, session, id)],
  ['recordReturn', (session, id) => recordReturn(services, session, id, '2026-07-01')],
  ['invite', (session, id) => invite(services, session, id, letterhead, newPress())],
  ['withdrawInvitation', (session, id) => withdrawInvitation(services, session, id)],
  ['giveCode', (session, id) => giveCode(services, session, id, newPress())],
  ['removeSecondFactor', (session, id) => removeSecondFactor(services, session, id)],
];

test.each(operations)(
  '%s finds nobody of another organisation, and changes nothing',
  async (_name, act) => {
    const other = (await createOrganisation(database)).id;
    const theirs = await sessionOf('administrator', other);
    const ids = [
      await addRuth(theirs),
      theirs.person.id,
      (await sessionOf('manager', other)).person.id,
    ];
    await invite(services, theirs, ids[0] ?? '', letterhead, newPress());
    const before = [await rowsOf(other), await rowsOf(organisationId)];
    for (const id of ids)
      await expect(act(administrator, id)).rejects.toMatchObject({ status: 404 });
    expect([await rowsOf(other), await rowsOf(organisationId)]).toEqual(before);
  },
);

test.each(operations)('%s finds nobody who is not there, or was erased', async (_name, act) => {
  const erased = await addRuth();
  await prisma.person.update({
    where: { organisationId_id: { organisationId, id: erased } },
    data: { erasedAt: now },
  });
  for (const id of [erased, randomUUID(), 'nobody', '', "' OR true --"])
    await expect(act(administrator, id)).rejects.toMatchObject({ status: 404 });
});
