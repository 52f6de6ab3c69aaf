import { expect, test } from 'vitest';
import { completion, membership, requirement, school } from '#tests/factories/compliance-facts.ts';
import type { ComplianceFacts } from './matrix.ts';
import { type BegunAttempt, dueFirst, type OwnState, ownStates } from './own-states.ts';

const ada = (overrides: Partial<ComplianceFacts> = {}) =>
  school({ people: [{ id: 'ada', name: '' }], groups: [], requirements: [], ...overrides });
const begun = (id: string, at: string): BegunAttempt => ({
  ...{ id, scenarioId: 'picture' },
  startedAt: new Date(at),
});
const nothing: OwnState = {
  ...{ dueOn: null, isOverdue: false },
  ...{ openAttemptId: null, completedOn: null },
};

test('where nothing is required, begun or completed there is nothing to say', () => {
  expect(ownStates(ada(), [], '2026-01-15').size).toBe(0);
});

test.each([
  ['2026-01-31', false],
  ['2026-02-01', true],
])('what is required is due until its day, and overdue after it: on %s', (today, isOverdue) => {
  const states = ownStates(ada({ requirements: [requirement()] }), [], today);
  expect(states.get('picture')).toEqual({ ...nothing, dueOn: '2026-01-31', isOverdue });
});

test('what is completed is due no more, until it must be renewed', () => {
  const facts = ada({
    requirements: [requirement({ renewMonths: 12 })],
    completions: [completion('ada', '2026-01-10T10:00:00Z')],
  });
  const completedOn = '2026-01-10';
  expect(ownStates(facts, [], '2027-01-10').get('picture')).toEqual({ ...nothing, completedOn });
  expect(ownStates(facts, [], '2027-01-11').get('picture')).toEqual({
    ...nothing,
    ...{ completedOn, dueOn: '2027-01-10', isOverdue: true },
  });
});

test('a completion that does not count is told, and does not make less due', () => {
  const facts = ada({
    requirements: [requirement()],
    completions: [completion('ada', '2026-01-10T10:00:00Z', { isApproved: false })],
  });
  expect(ownStates(facts, [], '2026-01-15').get('picture')).toMatchObject({
    ...{ completedOn: '2026-01-10', dueOn: '2026-01-31' },
  });
});

test('of several requirements the first that is due is told, and only those of their groups', () => {
  const requirements = [
    requirement({ daysToComplete: 40 }),
    requirement({ daysToComplete: 20, groupId: 'teaching' }),
    requirement({ daysToComplete: 10, groupId: 'office' }),
  ];
  const memberships = [membership('ada', 'teaching')];
  const states = ownStates(ada({ requirements, memberships }), [], '2026-01-15');
  expect(states.get('picture')).toMatchObject({ dueOn: '2026-01-21', isOverdue: false });
});

test('the latest completion is told by its day at the school', () => {
  const completions = ['2026-06-30T23:10:00Z', '2026-03-01T10:00:00Z'].map((at) =>
    completion('ada', at),
  );
  const states = ownStates(ada({ completions }), [], '2026-08-01');
  expect(states.get('picture')).toEqual({ ...nothing, completedOn: '2026-07-01' });
});

test('the newest that was begun is gone on with, unless it was completed since', () => {
  const attempts = [begun('new', '2026-02-02T09:00:00Z'), begun('old', '2026-02-01T09:00:00Z')];
  const open = (at?: string) =>
    ownStates(ada({ completions: at ? [completion('ada', at)] : [] }), attempts, '2026-03-01').get(
      'picture',
    )?.openAttemptId;
  expect(open()).toBe('new');
  expect(open('2026-02-01T12:00:00Z')).toBe('new');
  expect(open('2026-02-03T12:00:00Z')).toBeNull();
});

test('what is due comes first by its day, and the rest stays in its order', () => {
  const card = (name: string, dueOn: string | null) => ({ name, state: { dueOn } });
  const cards = [
    { name: 'a', state: null },
    card('b', '2026-03-01'),
    card('c', null),
    card('d', '2026-02-01'),
    card('e', '2026-03-01'),
  ];
  expect(dueFirst(cards).map(({ name }) => name)).toEqual(['d', 'b', 'e', 'a', 'c']);
  expect(dueFirst([])).toEqual([]);
});
