import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOf } from '#app/platform/clock/dates.ts';
import {
  completion,
  membership,
  requirement,
  school,
  spell,
} from '#tests/factories/compliance-facts.ts';
import { buildMatrix, type ComplianceFacts, countStanding } from './matrix.ts';

/** `ada done` and so on: enough to tell most stories. */
const told = (facts: ComplianceFacts, day: string) =>
  buildMatrix(facts, day).map(({ personId, standing }) => `${personId} ${standing}`);

test('everybody employed stands somehow with every requirement, in the order of names', () => {
  expect(buildMatrix(school(), '2026-01-15')).toEqual(
    ['ada', 'ben'].map((id) => ({
      personId: id,
      name: id === 'ada' ? 'Ada Quill' : 'Ben Reed',
      groups: [],
      requirementId: expect.any(String),
      scenarioId: 'picture',
      standing: 'due',
      completedOn: null,
      dueOn: '2026-01-31',
    })),
  );
});

test('a completion is seen from the day it was made', () => {
  const facts = school({ completions: [completion('ada', '2026-03-05T10:00:00Z')] });
  expect(told(facts, '2026-03-04')).toEqual(['ada overdue', 'ben overdue']);
  expect(told(facts, '2026-03-05')).toEqual(['ada done', 'ben overdue']);
});

test('a completion recorded late counts on no day before it was recorded', () => {
  const late = completion('ada', '2026-01-10T10:00:00Z', {
    recordedAt: new Date('2026-03-01T10:00:00Z'),
  });
  const facts = school({ completions: [late] });
  expect(told(facts, '2026-02-28')).toContain('ada overdue');
  expect(buildMatrix(facts, '2026-03-01')[0]).toMatchObject({
    standing: 'done',
    completedOn: '2026-01-10',
  });
});

test('just after midnight in summer it is the next day at the school', () => {
  const completions = [completion('ada', '2026-06-30T23:10:00Z')];
  expect(told(school({ completions }), '2026-06-30')).toContain('ada overdue');
  expect(buildMatrix(school({ completions }), '2026-07-01')[0]).toMatchObject({
    completedOn: '2026-07-01',
  });
  expect(told(school({ completions, timeZone: 'UTC' }), '2026-06-30')).toContain('ada done');
});

test('somebody who starts has the days from their start', () => {
  const facts = school({ spells: [spell('ben', { effectiveFrom: '2026-05-01' })] });
  expect(buildMatrix(facts, '2026-04-30')).toEqual([]);
  expect(buildMatrix(facts, '2026-05-31')[0]).toMatchObject({
    standing: 'due',
    dueOn: '2026-05-31',
  });
  expect(told(facts, '2026-06-01')).toEqual(['ben overdue']);
});

test('somebody who has left is in no matrix from the day they left', () => {
  const facts = school({ spells: [spell('ben', { effectiveTo: '2026-05-01' })] });
  expect(told(facts, '2026-04-30')).toEqual(['ben overdue']);
  expect(told(facts, '2026-05-01')).toEqual([]);
});

test('a leaver of whom we heard late is still there on the days before we heard', () => {
  const first = spell('ben');
  const left = spell('ben', {
    effectiveTo: '2026-05-01',
    recordedAt: new Date('2026-05-20T09:00:00Z'),
    supersedes: first.id,
  });
  const facts = school({ spells: [first, left] });
  expect(told(facts, '2026-05-10')).toEqual(['ben overdue']);
  expect(told(facts, '2026-05-20')).toEqual([]);
  expect(told(facts, '2026-04-30')).toEqual(['ben overdue']);
});

test('somebody who comes back has the days from their return, and keeps what they completed', () => {
  const back = [
    spell('ben', { effectiveTo: '2026-02-01' }),
    spell('ben', { effectiveFrom: '2026-06-01' }),
  ];
  expect(told(school({ spells: back }), '2026-06-10')).toEqual(['ben due']);
  const completions = [completion('ben', '2026-01-20T10:00:00Z')];
  expect(told(school({ spells: back, completions }), '2026-06-10')).toEqual(['ben done']);
});

test('a requirement of a group is for its members, from the day they joined', () => {
  const facts = school({
    requirements: [requirement({ groupId: 'office' })],
    memberships: [
      membership('ben', 'office', { effectiveFrom: '2026-03-01' }),
      membership('ada', 'teaching'),
    ],
  });
  expect(buildMatrix(facts, '2026-02-28')).toEqual([]);
  expect(buildMatrix(facts, '2026-03-10')).toMatchObject([
    { personId: 'ben', groups: ['Office'], dueOn: '2026-03-31' },
  ]);
});

test('somebody who leaves a group has its requirement no longer', () => {
  const facts = school({
    requirements: [requirement({ groupId: 'office' })],
    memberships: [membership('ben', 'office', { effectiveTo: '2026-04-01' })],
  });
  expect(told(facts, '2026-03-31')).toEqual(['ben overdue']);
  expect(told(facts, '2026-04-01')).toEqual([]);
});

test('groups are told in the order of their names', () => {
  const memberships = [membership('ada', 'teaching'), membership('ada', 'office')];
  expect(buildMatrix(school({ memberships }), '2026-01-15')[0]?.groups).toEqual([
    'Office',
    'Teaching',
  ]);
});

test('a requirement holds from its first day to its last', () => {
  const facts = school({ requirements: [requirement({ effectiveTo: '2026-06-01' })] });
  expect(told(facts, '2025-12-31')).toEqual([]);
  expect(told(facts, '2026-05-31')).toHaveLength(2);
  expect(told(facts, '2026-06-01')).toEqual([]);
});

test('a requirement that was changed holds as it was on the days before the change', () => {
  const first = requirement({ daysToComplete: 10 });
  const second = requirement({
    daysToComplete: 90,
    recordedAt: new Date('2026-02-10T09:00:00Z'),
    supersedes: first.id,
  });
  const facts = school({ requirements: [first, second] });
  expect(told(facts, '2026-02-09')).toEqual(['ada overdue', 'ben overdue']);
  expect(told(facts, '2026-02-10')).toEqual(['ada due', 'ben due']);
});

test('what was taught before the substance that is asked for does not count', () => {
  const facts = school({
    requirements: [requirement({ minSubstance: 2 })],
    completions: [
      completion('ada', '2026-01-10T10:00:00Z', { substance: 2 }),
      completion('ben', '2026-01-10T10:00:00Z', { substance: 1 }),
    ],
  });
  expect(told(facts, '2026-03-01')).toEqual(['ada done', 'ben overdue']);
});

test('another scenario does not count', () => {
  const completions = [completion('ada', '2026-01-10T10:00:00Z', { scenarioId: 'coins' })];
  expect(told(school({ completions }), '2026-03-01')).toContain('ada overdue');
});

test('only an approved version counts, except in a demonstration', () => {
  const completions = [completion('ada', '2026-01-10T10:00:00Z', { isApproved: false })];
  expect(told(school({ completions }), '2026-03-01')).toContain('ada overdue');
  expect(told(school({ completions, needsApproval: false }), '2026-03-01')).toContain('ada done');
});

test('an unapproved completion does not hide an approved one before it', () => {
  const completions = [
    completion('ada', '2026-01-10T10:00:00Z'),
    completion('ada', '2026-02-10T10:00:00Z', { isApproved: false }),
  ];
  expect(buildMatrix(school({ completions }), '2026-03-01')[0]).toMatchObject({
    completedOn: '2026-01-10',
  });
});

test('each requirement is a line of its own', () => {
  const facts = school({
    requirements: [requirement(), requirement({ scenarioId: 'coins', daysToComplete: 300 })],
  });
  expect(told(facts, '2026-03-01')).toEqual(['ada overdue', 'ada due', 'ben overdue', 'ben due']);
});

/** Any school at all, every fact of which was recorded within some days of 2026. */
const anySchool = (firstDay: number, lastDay: number) => {
  const start = '2026-01-01';
  const dayWithin = fc.integer({ min: -200, max: 400 }).map((days) => addDays(start, days));
  const period = fc.record({
    effectiveFrom: dayWithin,
    effectiveTo: fc.option(dayWithin),
    recordedAt: fc
      .integer({ min: firstDay * 24 * 60, max: lastDay * 24 * 60 - 1 })
      .map((minutes) => new Date(dateOf(start).getTime() + minutes * 60_000)),
  });
  const person = fc.constantFrom('ada', 'ben');
  const group = fc.constantFrom('office', 'teaching');
  return fc.record({
    spells: fc.array(fc.tuple(person, period)),
    memberships: fc.array(fc.tuple(person, group, period)),
    requirements: fc.array(fc.tuple(fc.option(group), period, fc.option(fc.constant(12)))),
    completions: fc.array(fc.tuple(person, period, fc.boolean(), fc.integer({ min: 1, max: 3 }))),
    links: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  });
};
type AnySchool = ReturnType<typeof anySchool> extends fc.Arbitrary<infer T> ? T : never;

function toFacts(any: AnySchool) {
  return {
    spells: any.spells.map(([who, period]) => spell(who, period)),
    memberships: any.memberships.map(([who, group, period]) => membership(who, group, period)),
    requirements: any.requirements.map(([groupId, period, renewMonths]) =>
      requirement({ ...period, groupId, renewMonths }),
    ),
    completions: any.completions.map(
      ([who, { effectiveFrom, recordedAt }, isApproved, substance]) =>
        completion(who, `${effectiveFrom}T10:00:00Z`, { recordedAt, isApproved, substance }),
    ),
  };
}

test('the matrix of a past day never changes when facts are recorded after it', () => {
  fc.assert(
    fc.property(anySchool(0, 180), anySchool(181, 360), (before, after) => {
      const known = toFacts(before);
      const later = toFacts(after);
      const replacing = <F extends { supersedes: string | null }>(
        list: F[],
        old: { id: string }[],
        link: number,
      ) =>
        list.map((fact, index) => ({
          ...fact,
          supersedes: old[(index + link) % old.length]?.id ?? null,
        }));
      const [a = 0, b = 0, c = 0] = after.links;
      const all = {
        spells: [...known.spells, ...replacing(later.spells, known.spells, a)],
        memberships: [...replacing(later.memberships, known.memberships, b), ...known.memberships],
        requirements: [
          ...known.requirements,
          ...replacing(later.requirements, known.requirements, c),
        ],
        completions: [...later.completions, ...known.completions],
      };
      for (const day of ['2026-06-29', '2026-03-01', '2025-12-01'])
        expect(buildMatrix(school(all), day)).toEqual(buildMatrix(school(known), day));
    }),
  );
});

test('nobody has more than one line for a requirement, and only who is employed has any', () => {
  fc.assert(
    fc.property(anySchool(0, 180), (any) => {
      const facts = school(toFacts(any));
      const rows = buildMatrix(facts, '2026-06-30');
      const keys = rows.map(({ personId, requirementId }) => `${personId}/${requirementId}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { personId } of rows)
        expect(
          facts.spells.some(
            (one) =>
              one.personId === personId &&
              one.effectiveFrom <= '2026-06-30' &&
              (one.effectiveTo === null || one.effectiveTo > '2026-06-30'),
          ),
        ).toBe(true);
    }),
  );
});

test('people and requirements are counted as they were known on the day', () => {
  const facts = school({
    spells: [spell('ada'), spell('ben', { effectiveTo: '2026-05-01' })],
    requirements: [requirement({ effectiveFrom: '2026-04-01' })],
  });
  expect(countStanding(facts, '2026-03-31')).toEqual({ people: 2, requirements: 0 });
  expect(countStanding(facts, '2026-04-30')).toEqual({ people: 2, requirements: 1 });
  expect(countStanding(facts, '2026-05-01')).toEqual({ people: 1, requirements: 1 });
  expect(countStanding(facts, '2019-01-01')).toEqual({ people: 0, requirements: 0 });
});
