import { expect, test } from 'vitest';
import { roles } from '#app/modules/access/roles.ts';
import type { Session } from '#app/modules/access/session.server.ts';
import { createServices } from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { firstScenario } from '#tests/setup/library.ts';
import { openPicture } from './picture.server.ts';

const plain = { locale: 'en-GB', shown: null };
const as = (...held: Session['roles']) => ({ roles: held }) as Session;

test('authors, facilitators and safeguarding leads get the picture of what is published, nobody else does', async () => {
  const services = await createServices(database);
  for (const role of roles) {
    const picture = await openPicture(services, as(role), firstScenario, plain);
    const isTheirs = ['author', 'facilitator', 'dsl'].includes(role);
    expect({ role, number: picture?.number ?? null }).toEqual({
      role,
      number: isTheirs ? 1 : null,
    });
  }
  expect(await openPicture(services, as('author'), 'staff/no-such', plain)).toBeNull();
});
