import { beforeEach, expect, test } from 'vitest';
import type { Services } from '#app/modules/services.ts';
import { createPerson, createServices, signIn } from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { firstScenario } from '#tests/setup/library.ts';
import { findNewest } from '../scenarios/cards.server.ts';
import { openAttemptPage } from './page.server.ts';
import { startAttempt } from './start.server.ts';
import { takeStep } from './step.server.ts';

let services: Services;

beforeEach(async () => {
  services = await createServices(database);
});

async function begin() {
  const { token, session } = await signIn(database, await createPerson(database));
  const newest = await findNewest(services, firstScenario);
  if (!newest) throw new Error('The first scenario is not in the library');
  return { token, session, id: await startAttempt(services, session, newest.version) };
}

test('a step is recorded once, however often it is sent', async () => {
  const { token, id } = await begin();
  const next = { step: 0, values: ['next'] };
  expect(await takeStep(services, token, id, next)).toEqual({ outcome: 'taken' });
  expect(await takeStep(services, token, id, next)).toEqual({ outcome: 'taken' });
  expect(await database.prisma.attemptEvent.count()).toBe(1);
});

test("somebody else's attempt is not there", async () => {
  const { id } = await begin();
  const other = await signIn(database, await createPerson(database));
  expect(await openAttemptPage(services, other.token, id, 'en-GB')).toEqual({ found: 'nothing' });
  expect(await takeStep(services, other.token, id, { step: 0, values: ['next'] })).toEqual({
    outcome: 'nothing',
  });
});
