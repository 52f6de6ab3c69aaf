import { beforeEach, expect, test } from 'vitest';
import { addDays, dateOf, dayIn } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import { beginAttempt, takeSteps, walkthrough } from '#tests/factories/attempt.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { firstScenario } from '#tests/setup/library.ts';
import { listOwnStates } from './own-states.server.ts';

// The database says itself when something was completed, so that this is really today.
const today = dayIn('Europe/London', new Date());
const since = dateOf(addDays(today, -3));
const dueOn = addDays(today, 27);
let services: TestServices;

beforeEach(async () => {
  services = await createServices(database);
});

async function requireAll(organisationId: string) {
  const newest = await services.shelf.newest();
  await database.prisma.requirement.createMany({
    data: newest.map(({ version }) => ({
      ...{ organisationId, scenarioOrganisationId: version.organisationId },
      ...{ scenarioId: version.scenarioId, daysToComplete: 30 },
      ...{ effectiveFrom: since, recordedAt: since },
    })),
  });
}

/** Counts what is asked of the tables. */
function counted(asked: string[]): Pick<TestServices, 'database' | 'shelf' | 'clock'> {
  const watch = (transaction: Transaction) =>
    new Proxy(transaction, {
      get: (target, model: string) => {
        asked.push(model);
        return target[model as keyof Transaction];
      },
    });
  const within: TestServices['database']['within'] = (scope, work) =>
    database.within(scope, (transaction) => work(watch(transaction)));
  return { ...services, database: { ...database, within } };
}

test('somebody is told by when they must complete, what they began and what they completed', async () => {
  const { id: organisationId } = await createOrganisation(database, { isDemo: true });
  const person = await createPerson(database, {}, organisationId);
  await requireAll(organisationId);
  const { session, id, token } = await beginAttempt(services, person);
  const mine = async () => (await listOwnStates(services, session)).get(firstScenario);
  expect(await mine()).toEqual({
    ...{ dueOn, isOverdue: false, openAttemptId: id, completedOn: null },
  });
  await takeSteps(services, { token, id }, walkthrough('Good path, the signs noticed'));
  expect(await mine()).toEqual({
    ...{ dueOn: null, isOverdue: false, openAttemptId: null, completedOn: today },
  });
});

test('nobody is told of a colleague, nor of another organisation', async () => {
  const { id: organisationId } = await createOrganisation(database);
  await beginAttempt(services, await createPerson(database, {}, organisationId));
  const elsewhere = await createOrganisation(database);
  await requireAll(elsewhere.id);
  const colleague = await createPerson(database, {}, organisationId);
  const { session } = await signIn(database, colleague);
  expect(await listOwnStates(services, session)).toEqual(new Map());
});

test('one scenario takes as many queries as all of them', async () => {
  const { session } = await beginAttempt(services);
  const asked: [string[], string[]] = [[], []];
  await listOwnStates(counted(asked[0]), session);
  await requireAll(session.organisation.id);
  const states = await listOwnStates(counted(asked[1]), session);
  expect(states.size).toBe((await services.shelf.newest()).length);
  expect(asked[1]).toEqual(asked[0]);
  expect(asked[0]).toHaveLength(5);
  expect(states.get(firstScenario)?.dueOn).toBe(dueOn);
});
