import { beforeEach, expect, test } from 'vitest';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { beginAttempt, takeSteps, walkthrough } from '#tests/factories/attempt.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { createScenarioSource } from '#tests/factories/scenario.ts';
import { database } from '#tests/setup/database.ts';
import { firstScenario } from '#tests/setup/library.ts';
import { type Role, roles } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { findNewest } from '../scenarios/cards.server.ts';
import { publishScenarios } from '../scenarios/publish.server.ts';
import { createShelf } from '../scenarios/shelf.server.ts';
import type { TypedApproval } from './approval-form.ts';
import { findStandingApproval } from './approvals.server.ts';
import { signScenario, withdrawApproval } from './sign.server.ts';

const { prisma } = database;
/** Half past midnight of the next day in London. */
const now = new Date('2027-03-30T23:30:00Z');
const today = '2027-03-31';

let source: ScenarioSource;
let services: TestServices;
let school: string;
let lead: Session;

beforeEach(async () => {
  const made = await createServices(database, () => now);
  source = createScenarioSource();
  await publishScenarios(database, [source]);
  const listed = [source.definition.id, firstScenario];
  services = { ...made, shelf: createShelf(database, listed) };
  school = (await createOrganisation(database)).id;
  lead = await sessionOf('dsl', 'Nasreen Malik');
});

async function sessionOf(role: Role, name: string, secondFactor = true, organisation = school) {
  const person = await createPerson(database, { name, roles: [role] }, organisation);
  return (await signIn(database, person, now, secondFactor)).session;
}

const newest = async (id = source.definition.id) => {
  const found = await findNewest(services, id);
  if (!found) throw new Error(`No ${id}`);
  return found;
};

async function filledIn(more: Partial<TypedApproval> = {}, id?: string): Promise<TypedApproval> {
  const { version, textIds } = await newest(id);
  return {
    ...{ name: 'Nasreen Malik', title: 'Designated safeguarding lead', read: 'on' },
    ...{ languages: [], version: version.id, texts: Object.values(textIds) },
    ...more,
  };
}

const sign = (typed: TypedApproval, session = lead) =>
  signScenario(services, session, source.definition.id, typed);
const withdraw = (versionId: string, session = lead) =>
  withdrawApproval(services, session, source.definition.id, versionId);
const facts = () =>
  prisma.approval.findMany({ orderBy: [{ recordedAt: 'asc' }, { approverName: 'asc' }] });
const audited = async () =>
  (
    await prisma.auditEvent.findMany({
      where: { kind: { in: ['scenario-approved', 'approval-withdrawn'] } },
      orderBy: { seq: 'asc' },
      include: { subject: true },
    })
  ).map(({ kind, details, subject }) => [kind, details, subject?.actorId]);
const standing = async (session = lead) => {
  const { version, textIds } = await newest();
  return findStandingApproval(services, session, version, textIds);
};

function reworded(text: string): ScenarioSource {
  const changed = structuredClone(source);
  for (const { words } of changed.words) words.title = text;
  return changed;
}

function rebuilt(): ScenarioSource {
  const changed = structuredClone(source);
  changed.definition.minutes += 1;
  return changed;
}

test('a lead signs the newest version: who, as what, where it is today, and which words', async () => {
  expect(await sign(await filledIn())).toEqual({ outcome: 'signed' });
  const { version, textIds } = await newest();
  expect(await facts()).toMatchObject([
    {
      organisationId: school,
      scenarioOrganisationId: version.organisationId,
      scenarioVersionId: version.id,
      approverName: 'Nasreen Malik',
      approverTitle: 'Designated safeguarding lead',
      textIds: Object.values(textIds),
      effectiveFrom: new Date(today),
      effectiveTo: null,
      recordedAt: now,
      supersedes: null,
    },
  ]);
  const details = { scenario: source.definition.id, version: 1 };
  expect(await audited()).toEqual([['scenario-approved', details, lead.person.id]]);
  expect(await standing()).toEqual({
    ...{ name: 'Nasreen Malik', date: today, haveWordsChanged: false },
  });
});

test('sent twice, one after the other or at once, it is signed once', async () => {
  const typed = await filledIn();
  const answers = await Promise.all([sign(typed), sign(typed), sign(typed)]);
  expect([...answers, await sign(typed)]).toEqual(Array(4).fill({ outcome: 'signed' }));
  expect(await facts()).toHaveLength(1);
  expect(await audited()).toHaveLength(1);
});

test('a second lead signs beside the first', async () => {
  const deputy = await sessionOf('dsl', 'Olu Barraclough');
  await sign(await filledIn());
  await sign(await filledIn({ name: 'Olu Barraclough', title: 'Deputy' }), deputy);
  expect((await facts()).map(({ approverName }) => approverName)).toEqual([
    'Nasreen Malik',
    'Olu Barraclough',
  ]);
});

test('a form that is not whole is told what is missing, and nothing is recorded', async () => {
  const refused = async (more: Partial<TypedApproval>) => {
    const answer = await sign(await filledIn(more));
    return answer.outcome === 'refused' ? answer.problems : answer;
  };
  expect(await refused({ name: '', title: '', read: null })).toEqual([
    ...['nameMissing', 'titleMissing', 'notRead'],
  ]);
  expect(await refused({ name: 'x'.repeat(121), title: 'x'.repeat(121) })).toEqual([
    ...['nameLong', 'titleLong'],
  ]);
  expect([await facts(), await audited()]).toEqual([[], []]);
});

test('words or a version that came in the meantime must be read first', async () => {
  const opened = await filledIn();
  await publishScenarios(database, [reworded('Another title')]);
  expect(await sign(opened)).toEqual({ outcome: 'overtaken' });
  const again = await filledIn();
  await publishScenarios(database, [rebuilt()]);
  expect(await sign(again)).toEqual({ outcome: 'overtaken' });
  for (const mangled of [{ version: null }, { texts: null }, { texts: [] }])
    expect(await sign(await filledIn(mangled))).toEqual({ outcome: 'overtaken' });
  expect(await facts()).toEqual([]);
  expect(await sign(await filledIn())).toEqual({ outcome: 'signed' });
});

test('after new words the approval stands and says so, until somebody signs those', async () => {
  await sign(await filledIn());
  await publishScenarios(database, [reworded('Another title')]);
  expect(await standing()).toMatchObject({ haveWordsChanged: true });
  services = { ...services, clock: () => new Date(now.getTime() + 60_000) };
  await sign(await filledIn());
  expect(await standing()).toMatchObject({ haveWordsChanged: false });
  expect(await facts()).toHaveLength(2);
  await publishScenarios(database, [rebuilt()]);
  expect(await standing()).toBeNull();
});

test('nobody but a lead signs or withdraws, and no lead without a second step', async () => {
  await sign(await filledIn());
  const { version } = await newest();
  const others = await Promise.all([
    ...roles.filter((role) => role !== 'dsl').map((role) => sessionOf(role, role)),
    sessionOf('dsl', 'Without a second step', false),
  ]);
  for (const session of others) {
    const typed = await filledIn({ name: session.person.name });
    expect(await sign(typed, session)).toEqual({ outcome: 'unknown' });
    expect(await withdraw(version.id, session)).toEqual({ outcome: 'unknown' });
  }
  expect(await facts()).toHaveLength(1);
});

test('an approval is withdrawn from today by facts that supersede it, once', async () => {
  const deputy = await sessionOf('dsl', 'Olu Barraclough');
  await sign(await filledIn());
  await sign(await filledIn({ name: 'Olu Barraclough', title: 'Deputy' }), deputy);
  const before = await facts();
  const { version } = await newest();
  const answers = await Promise.all([withdraw(version.id, deputy), withdraw(version.id)]);
  expect(answers).toEqual(Array(2).fill({ outcome: 'withdrawn' }));
  const after = await facts();
  expect(after).toHaveLength(4);
  expect(after).toEqual(expect.arrayContaining(before));
  const ends = after.filter(({ supersedes }) => supersedes !== null);
  for (const { id: _, supersedes, effectiveTo, recordedAt, ...end } of ends) {
    expect([effectiveTo, recordedAt]).toEqual([new Date(today), now]);
    const { id: __, ...first } = before.find(({ id }) => id === supersedes) ?? { id: '' };
    expect(first).toMatchObject({ ...end, supersedes: null, effectiveTo: null });
  }
  expect((await audited()).filter(([kind]) => kind === 'approval-withdrawn')).toHaveLength(1);
  expect(await standing()).toBeNull();
  expect(await sign(await filledIn())).toEqual({ outcome: 'signed' });
  expect(await standing()).toMatchObject({ name: 'Nasreen Malik' });
});

test('what was never approved cannot be withdrawn, nor what another organisation approved', async () => {
  const { version } = await newest();
  expect(await withdraw(version.id)).toEqual({ outcome: 'unknown' });
  const elsewhere = (await createOrganisation(database)).id;
  const other = await sessionOf('dsl', 'Somebody Else', true, elsewhere);
  await sign(await filledIn({ name: 'Somebody Else' }), other);
  expect(await withdraw(version.id)).toEqual({ outcome: 'unknown' });
  expect([await standing(), await standing(other)]).toMatchObject([
    null,
    { name: 'Somebody Else' },
  ]);
  expect(await signScenario(services, lead, 'staff/no-such', await filledIn())).toEqual({
    outcome: 'unknown',
  });
});

test('of several languages, those are approved that somebody says to have read', async () => {
  const [file] = source.words;
  if (!file) throw new Error('No words');
  source.definition.locales.push('cy');
  source.words.push({ ...structuredClone(file), locale: 'cy' });
  await publishScenarios(database, [source]);
  const { textIds } = await newest();
  const answer = await sign(await filledIn({ languages: ['xx'] }));
  expect(answer).toEqual({ outcome: 'refused', problems: ['languagesMissing'] });
  expect(await sign(await filledIn({ languages: ['cy'] }))).toEqual({ outcome: 'signed' });
  expect((await facts())[0]?.textIds).toEqual([textIds['cy/standard']]);
  const changed = structuredClone(source);
  for (const { locale, words } of changed.words) if (locale === 'en-GB') words.title = 'Another';
  await publishScenarios(database, [changed]);
  expect(await standing()).toMatchObject({ haveWordsChanged: false });
});

test('a completion stores the approval that stood, whatever becomes of it', async () => {
  const learner = await createPerson(database, {}, school);
  const good = walkthrough('Good path, the signs noticed');
  const complete = async () => {
    await takeSteps(services, await beginAttempt(services, learner), good);
    const last = await prisma.completion.findFirstOrThrow({
      where: { organisationId: school },
      orderBy: { seq: 'desc' },
    });
    return last.approvalId;
  };
  expect(await complete()).toBeNull();
  // A completion has the real time.
  const real = { ...services, clock: () => new Date() };
  const typed = await filledIn({}, firstScenario);
  await signScenario(real, lead, firstScenario, typed);
  const approved = await complete();
  expect(approved).toBe((await facts())[0]?.id);
  const { version } = await newest(firstScenario);
  await withdrawApproval(real, lead, firstScenario, version.id);
  expect(await complete()).toBeNull();
  const kept = await prisma.completion.findMany({ orderBy: { seq: 'asc' } });
  expect(kept.map(({ approvalId }) => approvalId)).toEqual([null, approved, null]);
});
