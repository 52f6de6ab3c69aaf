import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { resume } from '#app/simulation/choose.ts';
import { snapshotSchema, start } from '#app/simulation/snapshot.ts';
import { beginAttempt, newestVersion, takeSteps, walkthrough } from '#tests/factories/attempt.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { standardReader } from '#tests/factories/readers.ts';
import { database } from '#tests/setup/database.ts';
import { endSession } from '../access/session.server.ts';
import { openAttemptPage } from './page.server.ts';
import { startAttempt, startPractice } from './start.server.ts';
import { takeStep } from './step.server.ts';
import { loadAttempt } from './store.server.ts';

let services: TestServices;
const toFirstWords = [['next'], ['coat', 'hush'], ['next']];
const goodPath = walkthrough('Good path, the signs noticed');
const hour = 3_600_000;

beforeEach(async () => {
  services = await createServices(database);
});

const post = (who: { token: string; id: string }, step: number, ...values: string[]) =>
  takeStep(services, who.token, who.id, { step, values });
const open = (who: { token: string; id: string }) =>
  openAttemptPage(services, who.token, who.id, standardReader);
const { attempt, attemptEvent, completion } = database.prisma;

async function pageOf(who: { token: string; id: string }) {
  const result = await open(who);
  if (result.found !== 'attempt') throw new Error(`Found ${result.found}`);
  return result.page;
}

test('an attempt starts at the first scene, with nothing taken', async () => {
  const who = await beginAttempt(services);
  const page = await pageOf(who);
  expect(page).toMatchObject({ step: 0, isPractice: false, debrief: null });
  expect(page.view.path).toBe(start(who.version.scenario).path);
  expect(await attemptEvent.count()).toBe(0);
});

test('a step is recorded with what was chosen, and leads to the next scene', async () => {
  const who = await beginAttempt(services);
  expect(await post(who, 0, 'next')).toEqual({ outcome: 'taken' });
  expect(await attemptEvent.findMany()).toMatchObject([
    { attemptId: who.id, step: 0, choice: 'next', values: ['next'] },
  ]);
  expect((await pageOf(who)).view.path).toBe('formTime.noticing');
});

test('marks are recorded as they were sent, beside the outcome they counted as', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, [['next'], ['coat', 'hush']]);
  expect(await attemptEvent.findFirst({ where: { step: 1 } })).toMatchObject({
    choice: 'saw.some',
    values: ['coat', 'hush'],
  });
});

test('marking nothing is an answer', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, [['next'], []]);
  expect(await attemptEvent.findFirst({ where: { step: 1 } })).toMatchObject({
    choice: 'saw.little',
    values: [],
  });
});

test('a step is recorded once, however often it is sent', async () => {
  const who = await beginAttempt(services);
  for (let time = 0; time < 3; time += 1)
    expect(await post(who, 0, 'next')).toEqual({ outcome: 'taken' });
  expect(await attemptEvent.count()).toBe(1);
});

test('the latest step sent again with another choice is stale and changes nothing', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, [...toFirstWords, ['listen.first']]);
  expect(await post(who, 3, 'take.phone')).toEqual({ outcome: 'stale' });
  expect(await attemptEvent.findFirst({ where: { step: 3 } })).toMatchObject({
    choice: 'listen.first',
  });
  expect((await pageOf(who)).step).toBe(4);
});

test('an older step is stale even with the choice that was made there', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, toFirstWords);
  expect(await post(who, 0, 'next')).toEqual({ outcome: 'stale' });
  expect(await attemptEvent.count()).toBe(3);
});

test('a step that is still to come is refused', async () => {
  const who = await beginAttempt(services);
  expect(await post(who, 1, 'next')).toEqual({ outcome: 'refused', reason: 'future-step' });
  expect(await attemptEvent.count()).toBe(0);
});

test.each([
  ['nothing', [], 'nothing-chosen'],
  ['an unknown choice', ['dance'], 'unknown-choice'],
  ['a choice of another scene', ['next'], 'unknown-choice'],
  ['two choices', ['listen.first', 'take.phone'], 'unknown-choice'],
])('%s is refused at a decision, and nothing is recorded', async (_what, values, reason) => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, toFirstWords);
  expect(await post(who, 3, ...values)).toEqual({ outcome: 'refused', reason });
  expect(await attemptEvent.count()).toBe(3);
});

test('a choice whose guard is off is refused', async () => {
  const who = await beginAttempt(services);
  // She has gone missing by now, so a note on the desk is no longer open.
  const missing = ['take.phone', 'carry.on', 'say.who', 'go.alone', 'next', 'call.police', 'next'];
  await takeSteps(services, who, [...toFirstWords, ...missing.map((choice) => [choice])]);
  const { view, step } = await pageOf(who);
  expect(view.path).toBe('corridor.door');
  expect(await post(who, step, 'leave.note')).toEqual({
    outcome: 'refused',
    reason: 'choice-not-open',
  });
});

test('an ended attempt shows its debrief and takes no further step', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, goodPath);
  const page = await pageOf(who);
  expect(page.debrief?.steps).toHaveLength(goodPath.length);
  expect(page.view).toMatchObject({ kind: 'ending', rating: 'recommended', choices: [] });
  expect(await post(who, goodPath.length, 'next')).toEqual({ outcome: 'refused', reason: 'ended' });
  expect(await post(who, goodPath.length - 1, 'next')).toEqual({ outcome: 'taken' });
  expect(await attemptEvent.count()).toBe(goodPath.length);
});

test('twenty identical posts at once record one step and are all told that it is taken', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, toFirstWords);
  const results = await Promise.all(Array.from({ length: 20 }, () => post(who, 3, 'listen.first')));
  expect(results).toEqual(Array(20).fill({ outcome: 'taken' }));
  expect(await attemptEvent.count({ where: { step: 3 } })).toBe(1);
});

test('the last step sent twenty times at once completes once', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, goodPath.slice(0, -1));
  await Promise.all(Array.from({ length: 20 }, () => post(who, goodPath.length - 1, 'next')));
  expect(await completion.count()).toBe(1);
});

test('of two different choices at once one is recorded and the other is told that it is stale', async () => {
  const organisation = await createOrganisation(database);
  for (let round = 0; round < 20; round += 1) {
    const who = await beginAttempt(services, await createPerson(database, {}, organisation.id));
    await takeSteps(services, who, toFirstWords);
    const choices = ['listen.first', 'take.phone'];
    const results = await Promise.all(choices.map((choice) => post(who, 3, choice)));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['stale', 'taken']);
    const recorded = await attemptEvent.findMany({ where: { attemptId: who.id, step: 3 } });
    const winner = choices[results.findIndex(({ outcome }) => outcome === 'taken')];
    expect(recorded.map(({ choice }) => choice)).toEqual([winner]);
  }
});

test('an expired session plays no longer', async () => {
  const person = await createPerson(database);
  const { session, token } = await signIn(database, person, new Date(Date.now() - 13 * hour));
  const id = await startAttempt(services, session, await newestVersion(services));
  expect(await open({ token, id })).toEqual({ found: 'no-session' });
  expect(await post({ token, id }, 0, 'next')).toEqual({ outcome: 'no-session' });
  expect(await attemptEvent.count()).toBe(0);
});

test('a session that was ended plays no longer, another of the same person does', async () => {
  const person = await createPerson(database);
  const who = await beginAttempt(services, person);
  const phone = await signIn(database, person);
  await endSession(database, who.token, new Date());
  expect(await open(who)).toEqual({ found: 'no-session' });
  expect(await post(who, 0, 'next')).toEqual({ outcome: 'no-session' });
  expect(await post({ token: phone.token, id: who.id }, 0, 'next')).toEqual({ outcome: 'taken' });
});

test('a session that ends between showing and sending records nothing', async () => {
  const who = await beginAttempt(services);
  await pageOf(who);
  await endSession(database, who.token, new Date());
  expect(await post(who, 0, 'next')).toEqual({ outcome: 'no-session' });
  expect(await attemptEvent.count()).toBe(0);
});

test("a colleague's attempt is not there", async () => {
  const organisation = await createOrganisation(database);
  const mine = await beginAttempt(services, await createPerson(database, {}, organisation.id));
  const colleague = await signIn(database, await createPerson(database, {}, organisation.id));
  const theirs = { token: colleague.token, id: mine.id };
  expect(await open(theirs)).toEqual({ found: 'nothing' });
  expect(await post(theirs, 0, 'next')).toEqual({ outcome: 'nothing' });
  expect(await attemptEvent.count()).toBe(0);
});

test("another organisation's attempt is not there", async () => {
  const mine = await beginAttempt(services);
  const stranger = await signIn(database, await createPerson(database));
  expect(await open({ token: stranger.token, id: mine.id })).toEqual({ found: 'nothing' });
  expect(await post({ token: stranger.token, id: mine.id }, 0, 'next')).toEqual({
    outcome: 'nothing',
  });
});

test('one user in two organisations sees in each only what belongs there', async () => {
  const person = await createPerson(database);
  const elsewhere = await createPerson(database, { userId: person.userId });
  const mine = await beginAttempt(services, person);
  const { token } = await signIn(database, elsewhere);
  expect(await open({ token, id: mine.id })).toEqual({ found: 'nothing' });
});

test('an attempt that never was is not there', async () => {
  const { token } = await beginAttempt(services);
  expect(await open({ token, id: randomUUID() })).toEqual({ found: 'nothing' });
});

test('the contacts of an attempt are those that stand today, and a correction replaces the old one', async () => {
  const who = await beginAttempt(services);
  const organisationId = who.session.organisation.id;
  const day = (days: number) => new Date(Date.now() + days * 24 * hour);
  const base = { organisationId, effectiveFrom: day(-30) };
  const { contact } = database.prisma;
  const wrong = await contact.create({ data: { ...base, slot: 'dsl', name: 'Wrong Name' } });
  await contact.create({
    data: { ...base, slot: 'dsl', name: 'Right Name', supersedes: wrong.id },
  });
  await contact.create({
    data: { ...base, slot: 'head', name: 'Former Head', effectiveTo: day(-2) },
  });
  await contact.create({
    data: { organisationId, slot: 'chair', name: 'Next Chair', effectiveFrom: day(5) },
  });
  expect(await loadAttempt(services.database, who.token, who.id)).toHaveProperty('contacts', {
    dsl: { name: 'Right Name', phone: null, email: null },
  });
});

test('a practice begins before the step it tries again, and knows that it is one', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, goodPath);
  const id = await startPractice(services, who.session, who.id, 3);
  const page = await pageOf({ token: who.token, id: id ?? '' });
  expect(page).toMatchObject({ step: 3, isPractice: true, debrief: null });
  expect(page.view.path).toBe('formTime.firstWords');
});

test('a practice of an attempt that has not ended does not start', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, toFirstWords);
  expect(await startPractice(services, who.session, who.id, 1)).toBeNull();
});

test("a practice of a colleague's, a stranger's or an unknown attempt does not start", async () => {
  const organisation = await createOrganisation(database);
  const mine = await beginAttempt(services, await createPerson(database, {}, organisation.id));
  await takeSteps(services, mine, goodPath);
  const colleague = await signIn(database, await createPerson(database, {}, organisation.id));
  const stranger = await signIn(database, await createPerson(database));
  expect(await startPractice(services, colleague.session, mine.id, 3)).toBeNull();
  expect(await startPractice(services, stranger.session, mine.id, 3)).toBeNull();
  expect(await startPractice(services, mine.session, randomUUID(), 3)).toBeNull();
  expect(await attempt.count({ where: { practiceOf: { not: null } } })).toBe(0);
});

test('a practice has no practices, and none starts after the last step', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, goodPath);
  expect(await startPractice(services, who.session, who.id, goodPath.length)).toBeNull();
  const last = await startPractice(services, who.session, who.id, goodPath.length - 1);
  await takeSteps(services, { token: who.token, id: last ?? '' }, [['next']], goodPath.length - 1);
  expect(await startPractice(services, who.session, last ?? '', 3)).toBeNull();
});

test('the debrief of a practice tells the way there as well', async () => {
  const who = await beginAttempt(services);
  await takeSteps(services, who, goodPath);
  const id = (await startPractice(services, who.session, who.id, 13)) ?? '';
  await takeSteps(services, { token: who.token, id }, goodPath.slice(13), 13);
  const { debrief } = await pageOf({ token: who.token, id });
  expect(debrief?.steps.map(({ step }) => step)).toEqual(goodPath.map((_values, step) => step));
  expect(debrief?.rootId).toBe(who.id);
});

test('an attempt can be taken up again from its recorded steps at every step', async () => {
  const who = await beginAttempt(services);
  for (const [step, values] of goodPath.entries()) {
    await post(who, step, ...values);
    const row = await attempt.findFirstOrThrow({
      where: { id: who.id },
      include: { events: { orderBy: { step: 'asc' } } },
    });
    expect(snapshotSchema.parse(row.snapshot)).toEqual(resume(who.version.scenario, row.events));
  }
});
