import { expect, test } from 'vitest';
import { type Role, roles } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { mayChangePerson, mayChangeRole, mayLetIn, mayRemoveSecondFactor } from './policy.ts';

const acting = (...held: Role[]) => ({ person: { id: 'me', name: '' }, roles: held }) as Session;
const somebody = (...held: Role[]) => ({ id: 'other', roles: held });
const myself = (...held: Role[]) => ({ id: 'me', roles: held });

const guarded: Role[] = ['manager', 'dsl', 'administrator'];
const plain = roles.filter((role) => !guarded.includes(role));

test.each(guarded)('a manager neither changes a %s nor lets one in', (role) => {
  for (const them of [somebody(role), somebody('learner', role)]) {
    expect(mayChangePerson(acting('learner', 'manager'), them)).toBe(false);
    expect(mayLetIn(acting('learner', 'manager'), them)).toBe(false);
    expect(mayChangePerson(acting('administrator'), them)).toBe(true);
    expect(mayLetIn(acting('administrator'), them)).toBe(true);
  }
});

test.each(plain)('a manager changes a %s and lets one in', (role) => {
  expect(mayChangePerson(acting('manager'), somebody(role))).toBe(true);
  expect(mayLetIn(acting('manager'), somebody(role))).toBe(true);
});

test('nobody lets themselves in, or takes their own second factor away', () => {
  for (const held of roles) {
    expect(mayLetIn(acting(held), myself(held))).toBe(false);
    expect(mayRemoveSecondFactor(acting(held), myself(held))).toBe(false);
  }
});

test.each<Role>(['learner', 'facilitator', 'author', 'dsl'])('a %s changes nobody', (held) => {
  expect(mayChangePerson(acting(held), somebody('learner'))).toBe(false);
  expect(mayChangePerson(acting(held), myself(held))).toBe(false);
  expect(mayLetIn(acting(held), somebody('learner'))).toBe(false);
});

test.each(roles)('a %s changes roles and second factors only as an administrator', (held) => {
  const isAllowed = held === 'administrator';
  expect(mayRemoveSecondFactor(acting(held), somebody('learner'))).toBe(isAllowed);
  for (const role of roles)
    expect(mayChangeRole(acting(held), somebody('learner'), role)).toBe(isAllowed);
});

test('an administrator has a hand in every role of theirs but that one', () => {
  for (const role of roles)
    expect(mayChangeRole(acting('administrator'), myself('administrator'), role)).toBe(
      role !== 'administrator',
    );
});
