import type { LoaderFunctionArgs } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import type { Role } from '#app/modules/access/roles.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import * as approvals from '../organisation_.approvals/route.tsx';
import * as contacts from '../organisation_.contacts/route.tsx';
import * as contact from '../organisation_.contacts_.$slot/route.tsx';
import * as privacy from '../organisation_.privacy/route.tsx';
import * as routes from '../organisation_.routes/route.tsx';
import * as route from '../organisation_.routes_.$route/route.tsx';
import * as settings from '../organisation_.settings/route.tsx';
import * as terms from '../organisation_.terms/route.tsx';
import * as overview from './route.tsx';

const pages = [
  ['/organisation', overview.loader],
  ['/organisation/approvals', approvals.loader],
  ['/organisation/contacts', contacts.loader],
  ['/organisation/contacts/dsl', contact.loader],
  ['/organisation/routes', routes.loader],
  ['/organisation/routes/ceop', route.loader],
  ['/organisation/terms', terms.loader],
  ['/organisation/settings', settings.loader],
] as const;
const forms = [
  ['/organisation/contacts/dsl', contact.action],
  ['/organisation/routes/ceop', route.action],
  ['/organisation/terms', terms.action],
  ['/organisation/settings', settings.action],
] as const;
let services: TestServices;
let organisationId: string;

beforeEach(async () => {
  services = await createServices(database);
  organisationId = (await createOrganisation(database, { name: 'Own School' })).id;
});

type Fields = Record<string, string>;

async function visit(path: string, role: Role, secondFactor: boolean, fields?: Fields) {
  const person = await createPerson(database, { roles: [role] }, organisationId);
  const { token } = await signIn(database, person, new Date(), secondFactor);
  const request = new Request(`http://localhost${path}`, {
    headers: { Cookie: await services.cookies.session.serialize(token) },
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  const last = path.split('/')[3] ?? '';
  const params = { slot: last, route: last };
  return { request, params, context: { services } } as unknown as LoaderFunctionArgs;
}

test.each(pages)('%s is withheld until there is a second factor', async (path, loader) => {
  const refused = await loader(await visit(path, 'administrator', false)).catch((error) => error);
  expect(refused).toBeInstanceOf(Response);
  expect(refused.headers.get('Location')).toBe(
    `/account/second-factor?next=${encodeURIComponent(path)}`,
  );
  expect(await loader(await visit(path, 'administrator', true))).not.toBeInstanceOf(Response);
});

test.each(pages)('%s is not for those who have no part in it', async (path, loader) => {
  const refused = await loader(await visit(path, 'author', true)).catch((error) => error);
  expect(refused).toMatchObject({ status: 403 });
});

test.each(forms)('%s takes no form of theirs either', async (path, action) => {
  const refused = await action(await visit(path, 'author', true, {})).catch((error) => error);
  expect(refused).toMatchObject({ status: 403 });
});

test.each(forms)('an empty form to %s is told what to do', async (path, action) => {
  const answer = await action(await visit(path, 'administrator', true, {}));
  expect(answer).toMatchObject({ init: { status: 400 } });
});

test('what was typed comes back with what is wrong', async () => {
  const typed = { name: 'Nasreen Malik', phone: 'call me', email: '' };
  const asked = await visit('/organisation/contacts/dsl', 'manager', true, typed);
  expect(await contact.action(asked)).toMatchObject({
    data: { typed, answer: { problems: ['phoneShape'] } },
  });
});

test('a slot that does not exist is not found', async () => {
  const asked = await visit('/organisation/contacts/caretaker', 'manager', true);
  expect(await contact.loader(asked).catch((error) => error)).toMatchObject({ status: 404 });
});

test('a national route that does not exist is not found', async () => {
  const asked = await visit('/organisation/routes/nobody', 'manager', true);
  expect(await route.loader(asked).catch((error) => error)).toMatchObject({ status: 404 });
});

test('who confirms a national route is led back to the list, which says so', async () => {
  const asked = await visit('/organisation/routes/ceop', 'dsl', true);
  const { line } = await route.loader(asked);
  const fields = { verdict: 'right', standing: line.standing, details: line.details };
  const answer = await route.action(await visit('/organisation/routes/ceop', 'dsl', true, fields));
  const to = (answer as Response).headers.get('Location') ?? '';
  const list = await routes.loader(await visit(to, 'dsl', true));
  expect(list.saved).toMatchObject({ id: 'ceop', state: 'confirmed', shown: 'yes' });
});

test('the overview says what needs doing, and where somebody may go', async () => {
  const open = async (role: Role) => {
    const { view } = await overview.loader(await visit('/organisation', role, true));
    return view;
  };
  const manager = await open('manager');
  expect(manager.gaps).toHaveLength(10);
  expect(manager.routes).toEqual({ unconfirmed: 26, old: 0, wrong: 0, of: 26 });
  expect(manager).toMatchObject({ terms: null, maySeePeople: true, mayChangeSettings: false });
  // Who signs is told what waits; others see how it stands.
  expect(manager).toMatchObject({ approvals: { approved: 0 }, mayApprove: false });
  const { approvals: waiting, mayApprove } = await open('dsl');
  expect([waiting, mayApprove]).toEqual([manager.approvals, true]);
  expect(await open('administrator')).toMatchObject({
    terms: { term: null },
    mayChangeSettings: true,
    maySeeAudit: false,
  });
});

test('who may not answer for privacy is told who does, by name', async () => {
  const now = { roles: ['administrator'] as Role[] };
  await createPerson(database, { ...now, name: 'Olu Barraclough' }, organisationId);
  await createPerson(database, { name: 'Graham Pell', roles: ['dsl'] }, organisationId);
  const former = await createPerson(database, { ...now, name: 'Zadie Farne' }, organisationId);
  const role = await database.prisma.roleMembership.findFirstOrThrow({
    where: { personId: former.id },
  });
  const ended = { effectiveTo: new Date('2026-01-01'), recordedAt: new Date('2026-01-01') };
  await database.prisma.roleMembership.create({
    data: { ...role, ...ended, id: undefined, supersedes: role.id },
  });
  await createPerson(database, { ...now, name: 'Imran Shah' });
  const asked = await visit('/organisation/privacy', 'dsl', true);
  expect(await privacy.loader(asked)).toMatchObject({ administrators: ['Olu Barraclough'] });
});

test('who may answer for privacy is told of nobody else', async () => {
  const asked = await visit('/organisation/privacy', 'administrator', true);
  expect(await privacy.loader(asked)).toMatchObject({ administrators: null });
});

test('approvals lead to the script only whoever may read it', async () => {
  const open = async (role: Role) =>
    (await approvals.loader(await visit('/organisation/approvals', role, true))).may;
  expect(await open('dsl')).toEqual({ review: true, approve: true });
  expect(await open('manager')).toEqual({ review: false, approve: false });
});

test('once an organisation is closed, its administrator is led to the front page', async () => {
  const fields = { intent: 'close', closing: 'Own School' };
  const asked = await visit('/organisation/settings', 'administrator', true, fields);
  const answer = (await settings.action(asked)) as Response;
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
  const refused = await settings.loader(asked).catch((error) => error);
  expect(refused.headers.get('Location')).toContain('/sign-in');
});
