import { beforeEach, expect, test } from 'vitest';
import { findRoute } from '#scenarios/directory/routes.ts';
import type { Nation } from '#scenarios/kit/vocabulary.ts';
import { beginAttempt, takeSteps, walkthrough } from '#tests/factories/attempt.ts';
import { createServices, type TestServices } from '#tests/factories/organisation.ts';
import { standardReader } from '#tests/factories/readers.ts';
import { database } from '#tests/setup/database.ts';
import { fingerprintOf } from '../help/fingerprint.server.ts';
import { openAttemptPage } from './page.server.ts';

const { prisma } = database;
const goodPath = walkthrough('Good path, the signs noticed');
let services: TestServices;
let who: Awaited<ReturnType<typeof beginAttempt>>;

beforeEach(async () => {
  services = await createServices(database);
  who = await beginAttempt(services);
});

const move = (nation: Nation) =>
  prisma.organisation.update({ where: { id: who.session.organisation.id }, data: { nation } });

async function pageOf() {
  const opened = await openAttemptPage(services, who.token, who.id, standardReader);
  if (opened.found !== 'attempt') throw new Error(opened.found);
  return opened.page;
}

async function say(id: string, verdict: string) {
  const route = findRoute(id);
  if (!route) throw new Error(id);
  await prisma.routeConfirmation.create({
    data: {
      organisationId: who.session.organisation.id,
      route: id,
      verdict,
      details: fingerprintOf(route),
      auditEventId: who.id,
      effectiveFrom: new Date('2026-01-01'),
    },
  });
}

const ended = async () => {
  await takeSteps(services, who, goodPath);
  const { support } = await pageOf();
  if (!support) throw new Error('An ending without support');
  return support;
};

test('a scene has no support block, and an ending has one', async () => {
  expect((await pageOf()).support).toBeNull();
  const support = await ended();
  expect(support.emergency.map(({ phone }) => phone)).toEqual(['999']);
  expect(support.people).toMatchObject([
    { slot: 'dsl', name: null },
    { slot: 'deputyDsl', name: null },
  ]);
});

test('what an organisation confirmed is named at its endings, and nothing else that is doubtful', async () => {
  await say('education-support', 'right');
  await say('shout', 'wrong');
  const ids = (await ended()).routes.map(({ id }) => id);
  expect(ids).toContain('education-support');
  for (const id of ['professionals-online-safety-helpline', 'shout']) expect(ids).not.toContain(id);
});

test.each([
  ['england', 'Designated safeguarding lead', 'the designated safeguarding lead'],
  ['wales', 'Designated safeguarding person', 'the designated safeguarding person'],
  ['scotland', 'Child protection coordinator', 'the child protection coordinator'],
  ['northern-ireland', 'Designated teacher', 'the designated teacher'],
] as const)('in %s, scenes and endings say its own words', async (nation, label, words) => {
  await move(nation);
  await takeSteps(services, who, goodPath);
  const page = await pageOf();
  expect(page.support?.people[0]?.label).toBe(label);
  expect(JSON.stringify(page.debrief)).toContain(words);
});

test('a name that is set is said in any nation', async () => {
  await move('scotland');
  await prisma.contact.create({
    data: {
      organisationId: who.session.organisation.id,
      slot: 'dsl',
      name: 'Nasreen Malik',
      effectiveFrom: new Date('2026-01-01'),
    },
  });
  await takeSteps(services, who, goodPath);
  const page = await pageOf();
  expect(page.support?.people[0]).toMatchObject({
    label: 'Child protection coordinator',
    name: 'Nasreen Malik',
  });
  expect(JSON.stringify(page.debrief)).toContain('Nasreen Malik');
});
