import type { ActionFunctionArgs } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import { withNext } from '#app/modules/access/with-next.ts';
import { createPerson, createServices, type TestServices } from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { totp } from '#tests/setup/totp.ts';
import * as account from '../account/route.tsx';
import * as signIn from '../sign-in/route.tsx';
import * as page from './route.tsx';

const email = 'ada@hill.example';
const password = 'plum kettle orbit fern';
const jar = new Map<string, string>();
let services: TestServices;

beforeEach(async () => {
  services = await createServices(database);
  jar.clear();
  const roles = ['learner', 'administrator'] as const;
  const person = await createPerson(database, { email, roles: [...roles] });
  await services.identity.setPassword(person.userId ?? '', password, null);
  await send('/sign-in', signIn.action, { login: email, password });
});

function argsOf(path: string, fields?: Record<string, string>) {
  const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const form = fields && { method: 'POST', body: new URLSearchParams(fields) };
  const request = new Request(`http://localhost${path}`, { headers: { Cookie }, ...form });
  const context = { services, address: '192.0.2.1', onFault: () => {} };
  return { request, params: {}, context } as unknown as ActionFunctionArgs;
}

type Answer = { data?: page.Stage; init?: { status?: number } | null; location: string | null };

/** Sends a form, keeps the cookies, and says what came back. */
async function send(
  path: string,
  action: (args: ActionFunctionArgs) => Promise<unknown>,
  fields: Record<string, string>,
): Promise<Answer> {
  const answer = await action(argsOf(path, fields));
  if (!(answer instanceof Response)) return { ...(answer as object), location: null };
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? [];
    if (/max-age=0/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
  return { location: answer.headers.get('Location') };
}

async function setUp(path: string, periodsLater = 0) {
  const begun = await send(path, page.action, { intent: 'start', password });
  const { uri, codes, held } = begun.data as page.Stage;
  const key = new URL(uri).searchParams.get('secret') ?? '';
  const fields = { intent: 'confirm', uri, codes: codes.join(' '), held };
  const confirm = (code: string) => send(path, page.action, { ...fields, code });
  const wrong = await confirm('000000');
  // A wrong code loses nothing of what is on the screen.
  expect(wrong.data).toMatchObject({ at: 'confirm', uri, codes, held, problem: 'wrong' });
  return { key, ...(await confirm(totp(key, periodsLater))) };
}

test('a second step is set up, and later moved to a new phone, on the same page', async () => {
  const first = await setUp(withNext('/account/second-factor', '/people'));
  expect(first.location).toBe('/people');
  expect(await page.loader(argsOf('/account/second-factor'))).toMatchObject({
    isOn: true,
    isMove: false,
  });
  expect(await page.loader(argsOf('/account/second-factor?move'))).toMatchObject({
    isMove: true,
    isProved: true,
  });
  const second = await setUp('/account/second-factor?move', 1);
  expect(second.location).toBe('/account?on');
  expect(second.key).not.toBe(first.key);
});

test('the way to a new phone wants the password as well', async () => {
  await setUp('/account/second-factor');
  const fields = { intent: 'start', password: 'plum kettle orbit moss' };
  const refused = await send('/account/second-factor?move', page.action, fields);
  expect(refused.data).toMatchObject({ at: 'begin', problem: 'wrong', held: '' });
});

test('the only administrator is told so on their account, until there is another', async () => {
  const seen = async () => (await account.loader(argsOf('/account'))).isOnlyAdministrator;
  expect(await seen()).toBe(true);
  const { organisationId } = await database.prisma.person.findFirstOrThrow({ where: { email } });
  await createPerson(database, { roles: ['administrator'] }, organisationId);
  expect(await seen()).toBe(false);
});
