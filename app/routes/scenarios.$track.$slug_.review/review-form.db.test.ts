import type { ActionFunctionArgs } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import { publishScenarios } from '#app/modules/scenarios/publish.server.ts';
import { createShelf } from '#app/modules/scenarios/shelf.server.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { createScenarioSource } from '#tests/factories/scenario.ts';
import { database } from '#tests/setup/database.ts';
import { action, loader } from './route.tsx';

const { prisma } = database;
let source: ScenarioSource;
let services: TestServices;
let cookie: string;

beforeEach(async () => {
  const made = await createServices(database);
  source = createScenarioSource();
  await publishScenarios(database, [source]);
  services = { ...made, shelf: createShelf(database, [source.definition.id]) };
  const school = await createOrganisation(database, { name: 'Hill School' });
  const lead = await createPerson(database, { name: 'Iris Lead', roles: ['dsl'] }, school.id);
  const { token } = await signIn(database, lead);
  cookie = (await services.cookies.session.serialize(token)).split(';')[0] ?? '';
});

const address = '/scenarios/staff/a-quiet-word/review';

function argsOf(fields?: Record<string, string>): ActionFunctionArgs {
  const request = new Request(`http://localhost${address}`, {
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    headers: { Cookie: cookie },
  });
  const [track, slug] = source.definition.id.split('/');
  const context = { services, nonce: '', address: '', onFault: () => {} };
  return { request, params: { track, slug }, context } as ActionFunctionArgs;
}

async function filledIn() {
  const { review, signer } = await loader(argsOf());
  return { ...review.shown, name: signer, title: 'Designated safeguarding lead', read: 'on' };
}

/** What an action gives back: a way on, or data with its status. */
async function post(fields: Record<string, string>) {
  const answer = await action(argsOf(fields)).catch((thrown: unknown) => thrown as Response);
  if ('data' in answer) return { status: answer.init?.status, to: null, failed: answer.data };
  return { status: answer.status, to: answer.headers.get('Location'), failed: null };
}

test('a form that is whole is signed, and leads back to the page', async () => {
  const form = await filledIn();
  expect(form.name).toBe('Iris Lead');
  expect(await post(form)).toMatchObject({ status: 303, to: `${address}?signed#done` });
  expect(await post(form)).toMatchObject({ status: 303, to: `${address}?signed#done` });
  expect(await prisma.approval.count()).toBe(1);
  const { review } = await loader(argsOf());
  expect(review.standing).toMatchObject({ kind: 'approved', name: 'Iris Lead' });
  const answer = await post({ intent: 'withdraw', version: form.version });
  expect(answer).toMatchObject({ status: 303, to: `${address}?withdrawn#done` });
});

test('what is missing is said, and what was typed comes back', async () => {
  const { read: _, ...form } = await filledIn();
  const { status, failed } = await post({ ...form, name: '  Iris   L. Lead ', title: '' });
  expect(status).toBe(400);
  expect(failed).toMatchObject({
    answer: { outcome: 'refused', problems: ['titleMissing', 'notRead'] },
    typed: { name: 'Iris L. Lead', title: '' },
    meanwhile: null,
  });
});

test('what came in the meantime is told before it is asked again, and nothing typed is lost', async () => {
  const form = await filledIn();
  const changed = structuredClone(source);
  for (const { words } of changed.words) words.scenes.mending = { title: 'Rest', parts: {} };
  await publishScenarios(database, [changed]);
  const { status, failed } = await post(form);
  expect(status).toBe(409);
  expect(failed).toMatchObject({
    answer: { outcome: 'overtaken' },
    typed: { name: 'Iris Lead', title: 'Designated safeguarding lead' },
    meanwhile: { isSame: false, changes: { texts: [{ scenes: [{ path: 'mending' }] }] } },
  });
  expect(await prisma.approval.count()).toBe(0);
  const again = await filledIn();
  expect(again.texts).not.toBe(form.texts);
});

test.each([
  [{ intent: 'withdraw' }, 404],
  [{ intent: 'withdraw', version: 'nonsense' }, 404],
  [{ intent: 'withdraw', version: '00000000-0000-4000-8000-000000000000' }, 404],
  [{ version: 'nonsense', texts: 'nonsense' }, 409],
])('%j comes to nothing', async (fields, status) => {
  expect((await post(fields as Record<string, string>)).status).toBe(status);
  expect(await prisma.approval.count()).toBe(0);
});
