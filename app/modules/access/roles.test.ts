import { expect, test } from 'vitest';
import { doorOf, mayOpenTrack } from '../scenarios/policy.ts';
import { isRole, may, permissions, type Role, roles } from './roles.ts';

const nobody = {
  learner: false,
  facilitator: false,
  author: false,
  manager: false,
  dsl: false,
  administrator: false,
};

/** Written out a second time on purpose: a change of who may do what must be meant. */
const table: Record<keyof typeof permissions, Record<Role, boolean>> = {
  'approvals.view': { ...nobody, manager: true, dsl: true, administrator: true },
  'attempts.play': { ...nobody, learner: true },
  'audit.view': { ...nobody, dsl: true },
  'compliance.view': { ...nobody, manager: true, dsl: true },
  'contacts.change': { ...nobody, manager: true, dsl: true, administrator: true },
  'people.view': { ...nobody, manager: true, dsl: true, administrator: true },
  'people.change': { ...nobody, manager: true, administrator: true },
  'people.import': { ...nobody, manager: true, administrator: true },
  'roles.change': { ...nobody, administrator: true },
  'scenarios.approve': { ...nobody, dsl: true },
  'scenarios.draw': { ...nobody, author: true, facilitator: true, dsl: true },
  'scenarios.lead': { ...nobody, author: true, facilitator: true, dsl: true },
  'scenarios.review': { ...nobody, author: true, facilitator: true, dsl: true },
  'privacy.answer': { ...nobody, administrator: true },
  'settings.change': { ...nobody, administrator: true },
};
const cells = Object.entries(table).flatMap(([permission, row]) =>
  Object.entries(row).map(([role, allowed]) => ({ permission, role, allowed })),
);

test.each(cells)('$role: $permission is $allowed', ({ permission, role, allowed }) => {
  expect(may({ roles: [role as Role] }, permission as keyof typeof table)).toBe(allowed);
});

test('the table knows every permission and every role', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(permissions).sort());
  for (const row of Object.values(table))
    expect(Object.keys(row).sort()).toEqual([...roles].sort());
});

test('without a role nothing may be done', () => {
  for (const permission of Object.keys(table) as (keyof typeof table)[])
    expect(may({ roles: [] }, permission)).toBe(false);
});

test('one role of several is enough', () => {
  expect(may({ roles: ['learner', 'dsl'] }, 'compliance.view')).toBe(true);
});

test.each(['admin', '', 'Learner', 'constructor', 'toString'])('%j is no role', (text) => {
  expect(isRole(text)).toBe(false);
});

test('staff scenarios want a learner, the others nobody', () => {
  const learner = { roles: ['learner' as const] };
  const manager = { roles: ['manager' as const] };
  expect(mayOpenTrack('staff', learner)).toBe(true);
  expect(mayOpenTrack('staff', manager)).toBe(false);
  expect(mayOpenTrack('staff', null)).toBe(false);
  expect(mayOpenTrack('parents', null)).toBe(true);
  expect(mayOpenTrack('young-people', null)).toBe(true);
});

test('only who is not signed in is asked to sign in', () => {
  expect(doorOf('staff', { roles: ['learner'] })).toBe('open');
  expect(doorOf('staff', { roles: ['manager'] })).toBe('notYours');
  expect(doorOf('staff', null)).toBe('signIn');
  expect(doorOf('parents', null)).toBe('open');
});
