import { beforeEach, expect, test } from 'vitest';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import type { Role } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { inviteAll } from './invite-all.server.ts';
import { countUninvited } from './list.server.ts';
import { newPress } from './press.server.ts';

const { prisma } = database;
const letterhead = { origin: 'https://signpost.hill.example', locale: 'en-GB' };
let services: TestServices;
let organisationId: string;

beforeEach(async () => {
  const made = await createServices(database);
  const mail = { url: 'smtp://localhost', from: 'signpost@hill.example' };
  services = { ...made, config: { ...made.config, mail } };
  organisationId = (await createOrganisation(database)).id;
});

const colleague = async (name: string, email: string | undefined, roles: Role[] = ['learner']) => {
  const person = await createPerson(database, { name, email, roles }, organisationId);
  const where = { organisationId_id: { organisationId, id: person.id } };
  return prisma.person.update({ where, data: { userId: null } });
};
const sessionAs = async (role: Role) => {
  const person = await createPerson(database, { name: role, roles: [role] }, organisationId);
  return (await signIn(database, person)).session;
};
const inviteEverybody = (session: Session) => inviteAll(services, session, letterhead, newPress());
const invited = async () =>
  (await prisma.invitation.findMany({ orderBy: { email: 'asc' } })).map(({ email }) => email);

test('everybody who can be reached and works here is invited, over several batches, and once', async () => {
  const emails = Array.from(
    { length: 60 },
    (_, n) => `p${String(n).padStart(2, '0')}@hill.example`,
  );
  for (const email of emails) await colleague(email, email);
  await colleague('No address', undefined);
  const left = await colleague('Has left', 'left@hill.example');
  const spell = await prisma.employmentSpell.findFirstOrThrow({ where: { personId: left.id } });
  const { id: supersedes, ...fact } = spell;
  await prisma.employmentSpell.create({
    data: { ...fact, id: undefined, supersedes, effectiveTo: new Date('2026-01-01') },
  });
  const stranger = await createPerson(database, { email: 'stranger@vale.example' });
  await prisma.person.updateMany({ where: { id: stranger.id }, data: { userId: null } });
  const session = await sessionAs('administrator');
  expect(await countUninvited(services, session)).toEqual({ withEmail: 60, withoutEmail: 1 });
  expect(await inviteEverybody(session)).toBe(60);
  expect(await invited()).toEqual(emails);
  expect(await countUninvited(services, session)).toEqual({ withEmail: 0, withoutEmail: 1 });
  expect(await inviteEverybody(session)).toBe(0);
});

test('a manager invites nobody whose role opens other people’s records', async () => {
  await colleague('Learner', 'learner@hill.example');
  await colleague('Lead', 'lead@hill.example', ['learner', 'dsl']);
  const manager = await sessionAs('manager');
  expect(await countUninvited(services, manager)).toEqual({ withEmail: 1, withoutEmail: 0 });
  expect(await inviteEverybody(manager)).toBe(1);
  expect(await invited()).toEqual(['learner@hill.example']);
});

test('two who press at once invite nobody twice', async () => {
  for (const n of [1, 2, 3]) await colleague(`P${n}`, `p${n}@hill.example`);
  const session = await sessionAs('administrator');
  const both = [inviteEverybody(session), inviteEverybody(session)];
  expect((await Promise.all(both)).sort()).toEqual([0, 3]);
  expect(await invited()).toHaveLength(3);
});

test('without a mail server nobody is invited all at once', async () => {
  await colleague('Learner', 'learner@hill.example');
  const plain = { ...services, config: { ...services.config, mail: null } };
  await expect(
    inviteAll(plain, await sessionAs('administrator'), letterhead, newPress()),
  ).rejects.toMatchObject({
    status: 409,
  });
  expect(await invited()).toEqual([]);
});
