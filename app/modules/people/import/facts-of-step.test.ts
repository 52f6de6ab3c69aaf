import { expect, test } from 'vitest';
import type { Colleague } from './colleague.ts';
import { additionsOf, stepsOf } from './facts-of-step.ts';
import { makePlan } from './make-plan.ts';
import type { ImportRow } from './rows.ts';

const today = '2026-09-15';
const since = { effectiveFrom: '2020-09-01', effectiveTo: null };

function ada(overrides: Partial<Colleague> = {}): Colleague {
  return {
    id: 'ada',
    name: 'Ada Quill',
    email: 'ada@b.example',
    staffNumber: null,
    groups: ['Office'],
    spells: [{ id: 'spell', ...since }],
    roles: [{ id: 'learner', ...since, role: 'learner' }],
    memberships: [{ id: 'member', ...since, groupId: 'Office', name: 'Office' }],
    ...overrides,
  };
}

const gone = {
  spells: [{ id: 'spell', effectiveFrom: '2020-09-01', effectiveTo: '2022-09-01' }],
  roles: [],
  memberships: [],
  groups: [],
};

/** What a line about Ada adds: `learner 2020-09-01…2026-12-31 instead of x`. */
function told(overrides: Partial<ImportRow>, colleague: Colleague | null = ada()) {
  const row: ImportRow = {
    line: 2,
    name: 'Ada Quill',
    sortName: 'Quill, Ada',
    email: 'ada@b.example',
    staffNumber: null,
    groups: null,
    startDate: null,
    endDate: null,
    ...overrides,
  };
  const colleagues = colleague ? [colleague] : [];
  const file = { rows: [row], problems: [], columns: {}, ignoredHeaders: [] };
  const options = { leaversAreAbsent: false, mayChangeGuarded: true };
  const { plan } = makePlan(file, colleagues, today, options);
  const made = additionsOf(stepsOf(plan, colleagues), { today, groupIdOf: (name) => name });
  const days = (name: string, fact: (typeof made.spells)[number]) =>
    `${name} ${fact.effectiveFrom}…${fact.effectiveTo ?? ''}${fact.supersedes ? ` for ${fact.supersedes}` : ''}`;
  return [
    ...made.people.map(({ name }) => `new ${name}`),
    ...made.details.map(({ name, sortName, email }) => `${name} ${sortName} ${email}`),
    ...made.spells.map((fact) => days('employed', fact)),
    ...made.roles.map((fact) => days(fact.role, fact)),
    ...made.memberships.map((fact) => days(fact.staffGroupId, fact)),
  ];
}

test('somebody new is employed, learns from today on, and is in groups from their first day', () => {
  expect(told({ startDate: '2026-10-01', endDate: '2027-08-01', groups: ['PE'] }, null)).toEqual([
    'new Ada Quill',
    'employed 2026-10-01…2027-08-01',
    'learner 2026-09-15…2027-08-01',
    'PE 2026-10-01…2027-08-01',
  ]);
});

test('somebody new who has left already has no role', () => {
  expect(told({ startDate: '2024-10-01', endDate: '2025-08-01' }, null)).toEqual([
    'new Ada Quill',
    'employed 2024-10-01…2025-08-01',
  ]);
});

test('employment, roles and groups of a leaver end on one day', () => {
  expect(told({ endDate: '2026-12-31' })).toEqual([
    'employed 2020-09-01…2026-12-31 for spell',
    'learner 2020-09-01…2026-12-31 for learner',
    'Office 2020-09-01…2026-12-31 for member',
  ]);
});

test('a leaver who changes group at the same time is in the new one until they go', () => {
  expect(told({ endDate: '2026-12-31', groups: ['PE'] }).slice(2)).toEqual([
    'Office 2020-09-01…2026-09-15 for member',
    'PE 2026-09-15…2026-12-31',
  ]);
});

test('a leaver whose end moves on to a day to come learns again', () => {
  expect(told({ endDate: '2026-12-31', startDate: '2020-09-01' }, ada(gone))).toEqual([
    'employed 2020-09-01…2026-12-31 for spell',
    'learner 2026-09-15…2026-12-31',
  ]);
});

test('a returner has a new employment, learns from today on, and is in the groups of the file', () => {
  expect(told({ startDate: '2026-10-01', groups: ['PE'] }, ada(gone))).toEqual([
    'employed 2026-10-01…',
    'learner 2026-09-15…',
    'PE 2026-10-01…',
  ]);
});

test('somebody who leaves and will be back learns again once the role ends that they have', () => {
  const leaving = {
    spells: [{ id: 'spell', effectiveFrom: '2020-09-01', effectiveTo: '2026-12-31' }],
    roles: [{ id: 'learner', ...since, effectiveTo: '2026-12-31', role: 'learner' as const }],
  };
  expect(told({ startDate: '2027-04-01' }, ada(leaving))).toEqual([
    'employed 2027-04-01…',
    'learner 2026-12-31…',
  ]);
});

test('of a change only what changes is written', () => {
  expect(told({ email: 'ada@b.example', name: 'Ada Reed', sortName: 'Reed, Ada' })).toEqual([
    'Ada Reed Reed, Ada undefined',
  ]);
  expect(told({ groups: ['Office', 'PE'] })).toEqual(['PE 2026-09-15…']);
  expect(told({ startDate: '2019-01-07' })).toEqual(['employed 2019-01-07… for spell']);
});
