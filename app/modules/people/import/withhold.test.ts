import { expect, test } from 'vitest';
import type { Role } from '../../access/roles.ts';
import type { Colleague } from './colleague.ts';
import { planImport } from './plan.ts';
import type { ImportRow } from './rows.ts';
import { withhold } from './withhold.ts';

const today = '2026-09-15';
const spell = { effectiveFrom: '2020-09-01', effectiveTo: null };

function colleague(id: string, roles: Role[], effectiveTo: string | null = null): Colleague {
  return {
    id,
    name: id,
    email: `${id}@b.example`,
    staffNumber: null,
    groups: [],
    spells: [{ id: `${id}-spell`, ...spell }],
    roles: roles.map((role) => ({ id: `${id}-${role}`, ...spell, effectiveTo, role })),
    memberships: [],
  };
}

function line(id: string, overrides: Partial<ImportRow> = {}): ImportRow {
  const email = `${id}@b.example`;
  const empty = { staffNumber: null, groups: null, startDate: null, endDate: null };
  return { line: 2, name: id, sortName: id, email, ...empty, ...overrides };
}

function made(colleagues: Colleague[], rows: ImportRow[], mayChangeGuarded: boolean) {
  const given = { rows, problems: [], people: colleagues, today, leaversAreAbsent: true };
  const { changes, leavers, problems } = withhold(planImport(given), colleagues, mayChangeGuarded);
  return {
    steps: [...changes, ...leavers].map(({ personId }) => personId),
    problems: problems.map(({ problem, line, value }) => [problem, line, value]),
  };
}

test.each<Role>(['manager', 'dsl', 'administrator'])(
  'a %s is not changed by whoever may not',
  (role) => {
    const colleagues = [colleague('ada', ['learner', role]), colleague('ben', ['learner'])];
    const rows = [line('ada', { name: 'Ada Reed', endDate: today }), line('ben', { name: 'B' })];
    expect(made(colleagues, rows, false)).toEqual({
      steps: ['ben'],
      problems: [['guarded', 2, 'Ada Reed']],
    });
  },
);

test('nor does their absence make them leave; of others it does', () => {
  const colleagues = [
    colleague('ada', ['dsl']),
    colleague('ben', ['author']),
    colleague('cy', ['learner']),
  ];
  expect(made(colleagues, [line('cy')], false)).toEqual({
    steps: ['ben'],
    problems: [['guarded', null, 'ada']],
  });
});

test('an administrator leaves while another stays, and the last ones never', () => {
  const two = [colleague('ada', ['administrator']), colleague('ben', ['administrator'])];
  expect(made(two, [line('ben')], true)).toEqual({ steps: ['ada'], problems: [] });
  expect(made(two, [line('cy')], true)).toEqual({
    steps: [],
    problems: [
      ['last-administrator', null, 'ada'],
      ['last-administrator', null, 'ben'],
    ],
  });
});

test('one whose own role ends is no administrator who stays', () => {
  const two = [
    colleague('ada', ['administrator']),
    colleague('ben', ['administrator'], '2026-12-31'),
  ];
  expect(made(two, [line('ben')], true).problems).toEqual([['last-administrator', null, 'ada']]);
});
