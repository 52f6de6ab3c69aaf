// cspell:ignore conrelid contype confrelid
import { beforeEach, expect, test } from 'vitest';
import { liveThrough } from '#tests/factories/live-through.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import type { Role } from '../access/roles.ts';
import { scopeOf } from '../access/scope.ts';
import { hashToken, type Session } from '../access/session.server.ts';
import { recordAudit } from '../audit/record.server.ts';
import { exportPerson } from './export.server.ts';
import { toHtml } from './html.tsx';
import { htmlStyle } from './html-style.ts';
import { personExportSchema, toJson } from './person-export.ts';

const { prisma } = database;
let services: TestServices;
let organisationId: string;
/** Somebody to whom every kind of fact has happened. */
let ada: Awaited<ReturnType<typeof createPerson>>;
let own: { token: string; session: Session };

beforeEach(async () => {
  services = await createServices(database);
  organisationId = (await createOrganisation(database)).id;
  await liveThrough(services, organisationId);
  ada = await prisma.person.findFirstOrThrow({ where: { organisationId } });
  const email = 'ada@example.org';
  await prisma.person.updateMany({ where: { id: ada.id }, data: { email, staffNumber: 'S 7' } });
  await prisma.user.update({ where: { id: ada.userId ?? '' }, data: { email } });
  await services.identity.setPassword(ada.userId ?? '', 'a password of Ada’s', null);
  own = await signIn(database, ada);
});

async function sessionOf(name: string, roles: Role[], organisation = organisationId) {
  const person = await createPerson(database, { name, roles }, organisation);
  return (await signIn(database, person)).session;
}

const exported = async (session: Session, personId = ada.id) => {
  const copy = await exportPerson(services, session, personId);
  if (!copy) throw new Error('There is no copy');
  return copy;
};
const entries = () =>
  prisma.auditEvent.findMany({ where: { kind: 'person-exported' }, include: { subject: true } });

test('the own copy holds everything, how they played included', async () => {
  const copy = await exported(own.session);
  expect(copy.person).toMatchObject({
    name: 'Ada Quill',
    email: 'ada@example.org',
    staffNumber: 'S 7',
  });
  expect(copy.account).toEqual({
    email: 'ada@example.org',
    username: null,
    hasPassword: true,
    hasSecondFactor: false,
    isVerified: false,
  });
  expect(copy.employment).toMatchObject([{ effectiveFrom: '2025-09-01', effectiveTo: null }]);
  expect(copy.roles).toMatchObject([{ role: 'learner' }]);
  expect(copy.groups).toMatchObject([{ group: 'Teaching', recordedAt: expect.any(String) }]);
  expect(copy.invitations).toMatchObject([{ sentBy: 'hand' }]);
  expect(copy.sessions).toHaveLength(2);
  expect(copy.imports).toMatchObject([{ state: 'planned' }]);
  expect(copy.completions).toMatchObject([{ number: '1', isApproved: true }]);
  expect(copy.audit.map(({ kind }) => kind)).toEqual(['sign-in', 'sign-in']);
  const list = copy.attempts;
  expect(list).toHaveLength(2);
  const steps = await prisma.attemptEvent.count();
  expect(list?.flatMap(({ events }) => events)).toHaveLength(steps);
  expect(list?.map(({ rating, practiceOf }) => [rating, practiceOf !== null])).toEqual([
    [expect.stringMatching(/recommended|workable/), false],
    [null, true],
  ]);
  expect(list?.[0]?.clearings).toHaveLength(1);
});

test('every table that names a person is looked through for the copy', async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
     WHERE contype = 'f' AND confrelid = 'people'::regclass ORDER BY 1`,
  );
  // A table that joins this list also joins the copy, and what erasure and retention remove.
  expect(rows.map(({ name }) => name)).toEqual([
    'attempts',
    'audit_subjects',
    'completion_subjects',
    'employment_spells',
    'invitations',
    'role_memberships',
    'sessions',
    'staff_group_memberships',
    'staff_imports',
  ]);
});

test('no secret is in a copy', async () => {
  const json = toJson(await exported(own.session));
  const { password } = await prisma.account.findFirstOrThrow();
  const tokens = [hashToken(own.token), (await prisma.invitation.findFirstOrThrow()).tokenHash];
  for (const secret of [own.token, password, ...tokens.flatMap(spellings)])
    expect(json).not.toContain(secret);
  for (const key of ['token', 'salt', 'password":', 'secret']) expect(json).not.toContain(key);
});

const spellings = (bytes: Uint8Array) =>
  (['hex', 'base64', 'base64url'] as const).map((form) => Buffer.from(bytes).toString(form));

test('whoever answers for privacy gets a copy that does not tell how somebody played', async () => {
  const admin = await sessionOf('Olu Barraclough', ['administrator']);
  const copy = await exported(admin);
  expect(copy.attempts).toBeNull();
  expect(copy.completions).toHaveLength(1);
  const choices = await prisma.attemptEvent.findMany({ where: { choice: { contains: '.' } } });
  expect(choices.length).toBeGreaterThan(5);
  for (const { choice } of choices)
    expect(toJson(copy) + toHtml(copy, 'en-GB')).not.toContain(choice);
  expect(toJson(copy)).not.toMatch(/"rating"|"choice"|"recommended"|"workable"|"harmful"/);
});

test.each([['learner'], ['manager'], ['dsl']] as const)(
  'a %s gets no copy of somebody else, and none is audited',
  async (role) => {
    const session = await sessionOf('Graham Pell', [role]);
    expect(await exportPerson(services, session, ada.id)).toBeNull();
    expect(await entries()).toEqual([]);
  },
);

test('there is no copy of a person of another organisation, or of nobody', async () => {
  const elsewhere = (await createOrganisation(database)).id;
  const admin = await sessionOf('Olu Barraclough', ['administrator'], elsewhere);
  for (const id of [ada.id, '00000000-0000-4000-8000-00000000dead', 'nobody', ''])
    expect(await exportPerson(services, admin, id)).toBeNull();
  expect(await entries()).toEqual([]);
});

test('a copy is audited, with whom it is about', async () => {
  const admin = await sessionOf('Olu Barraclough', ['administrator']);
  await exported(own.session);
  await exported(admin);
  expect((await entries()).map(({ subject }) => [subject?.actorId, subject?.aboutId])).toEqual([
    [ada.id, ada.id],
    [admin.person.id, ada.id],
  ]);
  const said = 'Ada Quill downloaded all that is held about Ada Quill';
  expect(toHtml(await exported(own.session), 'en-GB')).toContain(said);
});

test('entries of the audit tell what was done, and not by which colleague', async () => {
  const admin = await sessionOf('Olu Barraclough', ['administrator']);
  await database.within(scopeOf(organisationId), (transaction) =>
    recordAudit(
      transaction,
      { organisationId, personId: admin.person.id },
      { kind: 'role-given', details: { role: 'facilitator' }, aboutId: ada.id },
    ),
  );
  const copy = await exported(own.session);
  expect(copy.audit.at(-1)).toMatchObject({
    kind: 'role-given',
    isActor: false,
    isAbout: true,
    details: { role: 'facilitator' },
  });
  const html = toHtml(copy, 'en-GB');
  expect(html).toContain('somebody else gave Ada Quill a role: facilitator');
  expect(toJson(copy) + html).not.toContain('Olu');
});

test('somebody who cannot sign in has no account in their copy', async () => {
  const admin = await sessionOf('Olu Barraclough', ['administrator']);
  await prisma.person.updateMany({ where: { id: ada.id }, data: { userId: null } });
  const copy = await exported(admin);
  expect(copy.account).toBeNull();
  expect(toHtml(copy, 'en-GB')).toContain('Nothing is held here.');
});

test('the file for machines is the copy itself', async () => {
  const copy = await exported(own.session);
  expect(personExportSchema.parse(JSON.parse(toJson(copy)))).toEqual(copy);
});

test('the page stands alone, and what was typed in it stays text', async () => {
  const name = '<script>alert("x")</script>';
  await prisma.person.updateMany({ where: { id: ada.id }, data: { name } });
  const html = toHtml(await exported(own.session), 'en-GB');
  expect(html).toMatch(/^<!doctype html><html lang="en-GB" dir="ltr">/);
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toMatch(/<script|<link|<img|url\(|@import|\s(?:src|href|style|on\w+)=/i);
  expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date|\{\{|privacy\.|fields\./);
  expect(html.match(/<h1>/g)).toHaveLength(1);
  const headings = [...html.matchAll(/<h2 id="([\w-]+)">[^<]/g)].map(([, id]) => id);
  expect(headings).toHaveLength(13);
  // A table is named by its caption or by the heading above it, and by one of them only.
  const tables = html.split('<table').slice(1);
  expect(tables.length).toBeGreaterThan(10);
  for (const table of tables) {
    const id = /^ aria-labelledby="([\w-]+)"/.exec(table)?.[1];
    expect(table.includes('<caption>')).toBe(id === undefined);
    if (id) expect(headings).toContain(id);
  }
});

test('the page says in words what the file for machines holds as ids', async () => {
  const copy = await exported(own.session);
  const html = toHtml(copy, 'en-GB');
  const { events = [] } = copy.attempts?.[0] ?? {};
  const chosen = events.filter(({ said }) => said);
  expect(chosen.length).toBeGreaterThan(3);
  for (const { said, scene } of chosen)
    for (const words of [said, scene]) expect(html).toContain(escaped(words ?? ''));
  for (const { choice } of await prisma.attemptEvent.findMany())
    if (choice.includes('.')) expect(html).not.toContain(choice);
  expect(html).not.toMatch(/\b(planned|dsl)\b|\d{4}-\d\d-\d\d|[\da-f]{8}-[\da-f]{4}-/);
  expect(html).toContain('1 September 2025');
});

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;');

test('a practice is told from the step at which it tries again', async () => {
  const [first, practice] = (await exported(own.session)).attempts ?? [];
  const again = practice?.events[0];
  expect(first?.events.find(({ step }) => step === again?.step)?.scene).toBe(again?.scene);
  expect(again?.said).not.toBe(first?.events.find(({ step }) => step === again?.step)?.said);
});

test('on a phone each row is a card, whose values carry the names of their columns', async () => {
  const html = toHtml(await exported(own.session), 'en-GB');
  const cells = html.match(/<td[^>]*>/g) ?? [];
  expect(cells.filter((cell) => cell.includes('data-label="')).length).toBeGreaterThan(30);
  expect(html).toContain(`<style>${htmlStyle}</style>`);
});

/** A contact or an approval that names somebody, recorded some days after the other. */
async function name(name: string | null, more: object = {}) {
  const base = { organisationId, effectiveFrom: new Date('2025-09-01') };
  const data = { ...base, slot: 'deputyDsl', name, phone: '01632 960001', ...more };
  return prisma.contact.create({ data });
}

test('where contacts name somebody, or once did, and what was approved in their name', async () => {
  const { id } = await name('Ms Ada Quill');
  await name('Graham Pell', { supersedes: id, phone: '01632 960002' });
  await name('The office', { slot: 'it', email: 'Ada@example.org', phone: null });
  const approval = await prisma.approval.findFirstOrThrow();
  await prisma.approval.create({
    data: {
      ...{ ...approval, id: undefined, supersedes: approval.id },
      ...{ approverName: 'Ada Quill', approverTitle: 'Deputy of old' },
    },
  });
  const admin = await sessionOf('Olu Barraclough', ['administrator']);
  for (const session of [own.session, admin]) {
    const copy = await exported(session);
    expect(copy.contacts).toMatchObject([
      { slot: 'deputyDsl', phone: '01632 960001', replacedAt: expect.any(String) },
      { slot: 'it', email: 'Ada@example.org', replacedAt: null },
    ]);
    expect(copy.approvals).toMatchObject([{ version: 1, signedAs: 'Deputy of old' }]);
    const html = toHtml(copy, 'en-GB');
    expect(html).toContain('Deputy safeguarding lead');
    expect(html).toContain('signed as: Deputy of old');
    expect(toJson(copy) + html).not.toMatch(/Graham|960002|Nasreen/);
  }
});

test('what names somebody else of the same name as well is in nobody’s copy', async () => {
  await name('Ada Quill');
  await createPerson(database, { name: 'ada quill' }, organisationId);
  expect((await exported(own.session)).contacts).toEqual([]);
});
