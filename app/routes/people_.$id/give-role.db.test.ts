import { beforeEach, expect, test } from 'vitest';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { answer } from './answer.server.ts';

let services: TestServices;
let organisationId: string;

beforeEach(async () => {
  services = await createServices(database);
  organisationId = (await createOrganisation(database)).id;
});

async function send(fields: Record<string, string>) {
  const by = await createPerson(database, { roles: ['learner', 'administrator'] }, organisationId);
  const { session } = await signIn(database, by);
  const person = await createPerson(database, {}, organisationId);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const request = new Request('http://localhost/');
  const answered = await answer(services, session, request, person.id, form);
  const { roles, withheld } = (await signIn(database, person)).session;
  return { answered, roles: [...roles, ...withheld].sort() };
}

test.each(['administrator', 'dsl'])('the role %s is given to nobody by a slip', async (role) => {
  const once = await send({ intent: 'give', role });
  expect(once).toEqual({ answered: { problem: 'notSureRole' }, roles: ['learner'] });
  const sure = await send({ intent: 'give', role, sure: 'on' });
  expect(sure).toEqual({ answered: { said: 'role' }, roles: [role, 'learner'].sort() });
});

test('a role that opens less is given at once, and any is taken at once', async () => {
  const { answered } = await send({ intent: 'give', role: 'facilitator' });
  expect(answered).toEqual({ said: 'role' });
  expect((await send({ intent: 'take', role: 'dsl' })).answered).toEqual({ said: 'role' });
});
