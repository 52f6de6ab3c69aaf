import type { LoaderFunctionArgs } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import { type Role, roles } from '#app/modules/access/roles.ts';
import { createPerson, createServices, signIn } from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { loader } from './route.tsx';

const whole = 'coins-from-a-stranger';
const home = 'coins-from-a-stranger-at-home';
let services: Awaited<ReturnType<typeof createServices>>;

beforeEach(async () => {
  services = await createServices(database);
});

async function open(slug: string, role: Role | null) {
  const headers: Record<string, string> = {};
  if (role) {
    const { token } = await signIn(database, await createPerson(database, { roles: [role] }));
    headers.Cookie = await services.cookies.session.serialize(token);
  }
  const params = { track: 'parents', slug };
  const request = new Request(`http://localhost:3000/scenarios/parents/${slug}`, { headers });
  const page = await loader({
    ...{ request, params, context: { services } },
  } as unknown as LoaderFunctionArgs);
  return page.forLeaders;
}

test.each([null, ...roles])('what is for leaders is shown to no others: %s', async (role) => {
  const isLeader = role !== null && ['author', 'facilitator', 'dsl'].includes(role);
  const { mayLead, mayDraw, newsletter } = await open(whole, role);
  expect([mayLead, mayDraw, newsletter !== null]).toEqual([isLeader, isLeader, isLeader]);
});

test('a newsletter leads to the short version for home, and the guide to the whole story', async () => {
  const links = {
    newsletter: `http://localhost:3000/scenarios/parents/${home}`,
    guideOf: `parents/${whole}`,
  };
  expect(await open(whole, 'facilitator')).toMatchObject(links);
  expect(await open(home, 'facilitator')).toMatchObject(links);
});
