import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '#app/platform/clock/dates.ts';
import { holdsOn } from '../../compliance/facts.ts';
import { planImport } from './plan.ts';
import type { CurrentPerson, ImportPlan, Spell } from './plan-types.ts';
import type { ImportRow } from './rows.ts';

const today = '2026-09-15';

let lines = 1;
const row = (overrides: Partial<ImportRow> = {}): ImportRow => {
  lines += 1;
  return {
    line: lines,
    name: 'Ada Quill',
    sortName: 'Quill, Ada',
    email: 'ada@b.example',
    staffNumber: null,
    groups: null,
    startDate: null,
    endDate: null,
    ...overrides,
  };
};
const person = (overrides: Partial<CurrentPerson> = {}): CurrentPerson => ({
  id: 'ada',
  name: 'Ada Quill',
  email: 'ada@b.example',
  staffNumber: null,
  groups: [],
  spells: [{ id: 'spell', effectiveFrom: '2020-09-01', effectiveTo: null }],
  ...overrides,
});
const plan = (
  rows: ImportRow[],
  people: CurrentPerson[],
  { problems = [], leaversAreAbsent = false }: Partial<Parameters<typeof planImport>[0]> = {},
) => planImport({ rows, problems, people, today, leaversAreAbsent });
const nothing: ImportPlan = {
  adds: [],
  changes: [],
  leavers: [],
  returners: [],
  unchanged: 0,
  problems: [],
  isAbsenceUnclear: false,
};

test('somebody whom nobody matches is new, from today or their day', () => {
  const now = row({ groups: ['Teaching'] });
  const soon = row({ email: 'ben@b.example', startDate: '2027-01-04', endDate: '2027-07-31' });
  expect(plan([now, soon], [])).toEqual({
    ...nothing,
    adds: [
      {
        line: now.line,
        name: 'Ada Quill',
        sortName: 'Quill, Ada',
        email: 'ada@b.example',
        staffNumber: null,
        groups: ['Teaching'],
        startDate: today,
        endDate: null,
      },
      expect.objectContaining({ groups: [], startDate: '2027-01-04', endDate: '2027-07-31' }),
    ],
  });
});

test('somebody new who has left already, and came nobody knows when, is a problem', () => {
  const gone = row({ endDate: today });
  expect(plan([gone], [])).toEqual({
    ...nothing,
    problems: [
      { line: gone.line, column: 'endDate', problem: 'end-before-start', value: '2026-09-14' },
    ],
  });
  expect(plan([row({ startDate: '2026-01-05', endDate: today })], []).adds).toHaveLength(1);
});

test('somebody of whom nothing differs is unchanged', () => {
  const known = person({ staffNumber: '7', groups: ['Office', 'Teaching'] });
  const same = { staffNumber: '7', groups: ['teaching', 'Office'], startDate: '2020-09-01' };
  expect(plan([row(same)], [known])).toEqual({ ...nothing, unchanged: 1 });
});

test('what differs is told before and after, and nothing else', () => {
  const known = person({ staffNumber: '7', groups: ['Office'] });
  const married = row({
    name: 'Ada Reed',
    sortName: 'Reed, Ada',
    staffNumber: '7',
    email: 'ada.reed@b.example',
    groups: ['Teaching'],
    startDate: '2020-01-06',
  });
  expect(plan([married], [known])).toEqual({
    ...nothing,
    changes: [
      {
        line: married.line,
        personId: 'ada',
        name: 'Ada Reed',
        sortName: 'Reed, Ada',
        before: {
          name: 'Ada Quill',
          email: 'ada@b.example',
          groups: ['Office'],
          startDate: '2020-09-01',
        },
        after: {
          name: 'Ada Reed',
          email: 'ada.reed@b.example',
          groups: ['Teaching'],
          startDate: '2020-01-06',
        },
        spell: { id: 'spell', effectiveFrom: '2020-01-06', effectiveTo: null },
      },
    ],
  });
});

test('an empty email address or staff number takes nothing away; empty groups do', () => {
  const known = person({ staffNumber: '7', groups: ['Office'] });
  expect(plan([row({ email: null, staffNumber: '7' })], [known]).unchanged).toBe(1);
  expect(plan([row({ staffNumber: null })], [known]).unchanged).toBe(1);
  expect(plan([row({ groups: [] })], [known]).changes).toMatchObject([
    { before: { groups: ['Office'] }, after: { groups: [] } },
  ]);
});

test('a group keeps the capitals that it has', () => {
  const people = [person(), person({ id: 'ben', email: 'ben@b.example', groups: ['Teaching'] })];
  const rows = [
    row({ groups: ['teaching', 'PE'] }),
    row({ email: 'cy@b.example', groups: ['Pe'] }),
  ];
  const { changes, adds } = plan(rows, people);
  expect(changes[0]?.after.groups).toEqual(['Teaching', 'PE']);
  expect(adds[0]?.groups).toEqual(['PE']);
});

test('a leaver has an end, and a name changed in the same line is a change besides', () => {
  const leaving = row({ name: 'Ada Reed', startDate: '2020-01-06', endDate: '2026-12-31' });
  const spell = { id: 'spell', effectiveFrom: '2020-01-06', effectiveTo: '2026-12-31' };
  expect(plan([leaving], [person()])).toMatchObject({
    changes: [{ after: { name: 'Ada Reed', startDate: '2020-01-06' }, spell }],
    leavers: [
      {
        line: leaving.line,
        personId: 'ada',
        reason: 'date',
        before: { endDate: null },
        after: { endDate: '2026-12-31' },
        spell,
      },
    ],
    unchanged: 0,
  });
});

test('a start put right makes no leaver of somebody whose end is known', () => {
  const spells = [{ id: 'spell', effectiveFrom: '2020-09-01', effectiveTo: '2026-12-31' }];
  const line = row({ startDate: '2020-01-06', endDate: '2026-12-31' });
  expect(plan([line], [person({ spells })])).toMatchObject({
    changes: [{ before: { startDate: '2020-09-01' }, after: { startDate: '2020-01-06' } }],
    leavers: [],
  });
});

test('an end before the start that is known is a problem, and nothing of the line is done', () => {
  const line = row({ name: 'Ada Reed', endDate: '2019-01-01' });
  expect(plan([line], [person()])).toEqual({
    ...nothing,
    problems: [
      { line: line.line, column: 'endDate', problem: 'end-before-start', value: '2018-12-31' },
    ],
  });
});

test('a returner has a new spell after the last', () => {
  const spells = [{ id: 'spell', effectiveFrom: '2020-09-01', effectiveTo: '2022-08-31' }];
  const again = row({ startDate: '2026-09-01' });
  expect(plan([again], [person({ spells })])).toEqual({
    ...nothing,
    returners: [
      {
        line: again.line,
        personId: 'ada',
        name: 'Ada Quill',
        before: { startDate: '2020-09-01', endDate: '2022-08-31' },
        after: { startDate: '2026-09-01', endDate: null },
      },
    ],
  });
});

test.each<[string, Partial<ImportRow>, Partial<CurrentPerson>]>([
  ['staff number', { staffNumber: 'a7', email: 'new@b.example' }, { staffNumber: 'A7' }],
  ['staff number alone', { staffNumber: '7', email: null }, { staffNumber: '7', email: null }],
  ['address, the person without number', { staffNumber: '7' }, {}],
  ['address, the line without number', {}, { staffNumber: '7' }],
  ['address in other capitals', {}, { email: 'Ada@B.example' }],
])('somebody is known by %s', (_, line, known) => {
  expect(plan([row(line)], [person(known)])).toMatchObject({ adds: [], problems: [] });
});

test('a line whose staff number is one person and whose address another is a conflict', () => {
  const people = [
    person({ staffNumber: '7', email: null }),
    person({ id: 'ben', staffNumber: null }),
  ];
  const line = row({ staffNumber: '7', name: 'Somebody Else' });
  expect(plan([line], people)).toEqual({
    ...nothing,
    problems: [{ line: line.line, column: 'email', problem: 'conflict', value: 'ada@b.example' }],
  });
});

test('an address whose owner has another staff number is a conflict, and no new name for them', () => {
  const line = row({ staffNumber: '8', name: 'Adam Quill' });
  expect(plan([line], [person({ staffNumber: '7' })])).toMatchObject({
    adds: [],
    changes: [],
    problems: [{ line: line.line, problem: 'conflict' }],
  });
});

test('a line without staff number and address is a problem', () => {
  const line = row({ email: null });
  expect(plan([line], []).problems).toEqual([{ line: line.line, column: null, problem: 'no-key' }]);
});

test('a second line with the same address or staff number is a duplicate of the first', () => {
  const [first, address, number, both] = [
    row({ staffNumber: 'a7' }),
    row({ staffNumber: '8' }),
    row({ staffNumber: 'A7', email: 'ben@b.example' }),
    row({ staffNumber: 'a7' }),
  ];
  expect(plan([first, address, number, both], [])).toMatchObject({
    adds: [{ line: first.line }],
    problems: [
      { line: address.line, column: 'email', problem: 'duplicate', firstLine: first.line },
      { line: number.line, column: 'staffNumber', problem: 'duplicate', firstLine: first.line },
      { line: both.line, column: 'staffNumber', problem: 'duplicate', firstLine: first.line },
    ],
  });
});

test('two lines that name one person in two ways are duplicates', () => {
  const known = person({ staffNumber: '7' });
  const [first, second] = [row(), row({ staffNumber: '7', email: 'other@b.example' })];
  expect(plan([first, second], [known])).toMatchObject({
    unchanged: 1,
    changes: [],
    problems: [{ line: second.line, problem: 'duplicate', firstLine: first.line }],
  });
});

const absent = (overrides: Partial<CurrentPerson>) =>
  plan([row()], [person(), person({ id: 'ben', email: 'ben@b.example', ...overrides })], {
    leaversAreAbsent: true,
  });

test('somebody missing from the file leaves today, when that was asked for', () => {
  expect(absent({ name: 'Ben Reed' })).toEqual({
    ...nothing,
    unchanged: 1,
    leavers: [
      {
        line: null,
        personId: 'ben',
        name: 'Ben Reed',
        reason: 'absent',
        before: { endDate: null },
        after: { endDate: today },
        spell: { id: 'spell', effectiveFrom: '2020-09-01', effectiveTo: today },
      },
    ],
  });
  const people = [person(), person({ id: 'ben', email: 'ben@b.example' })];
  expect(plan([row()], people).leavers).toEqual([]);
});

test.each<[string, Partial<CurrentPerson>]>([
  ['has neither address nor staff number', { email: null }],
  ['has left', { spells: [{ id: 's', effectiveFrom: '2020-09-01', effectiveTo: today }] }],
  ['has yet to come', { spells: [{ id: 's', effectiveFrom: '2026-09-16', effectiveTo: null }] }],
  ['was never employed', { spells: [] }],
])('somebody missing who %s does not leave', (_, overrides) => {
  expect(absent(overrides).leavers).toEqual([]);
});

test('problems come in the order of their lines', () => {
  const refused = { line: lines + 2, column: 'email', problem: 'not-an-email' } as const;
  const rows = [row({ email: null }), row({ line: lines + 2, email: null })];
  expect(plan(rows, [], { problems: [refused] }).problems.map(({ line }) => line)).toEqual([
    rows[0]?.line,
    refused.line,
    rows[1]?.line,
  ]);
});

test('nobody leaves by absence while any line has a problem: it could be theirs', () => {
  const people = [person(), person({ id: 'ben', email: 'ben@b.example' })];
  const unclear = { leavers: [], isAbsenceUnclear: true };
  const refused = { line: 99, column: 'email', problem: 'not-an-email' } as const;
  expect(plan([row()], people, { leaversAreAbsent: true, problems: [refused] })).toMatchObject({
    ...unclear,
    problems: [refused],
  });
  expect(plan([row(), row({ email: null })], people, { leaversAreAbsent: true })).toMatchObject(
    unclear,
  );
});

test('twenty thousand lines and as many people take no longer than they must', () => {
  const count = 20_000;
  const people = Array.from({ length: count }, (_, index) =>
    person({ id: `p${index}`, email: `p${index}@b.example`, staffNumber: `${index}` }),
  );
  const rows = people.map(({ email, staffNumber }, index) =>
    row({ email, staffNumber: index % 2 ? staffNumber : null, groups: ['Teaching'] }),
  );
  const started = performance.now();
  expect(plan(rows.slice(1), people, { leaversAreAbsent: true })).toMatchObject({
    changes: { length: count - 1 },
    leavers: { length: 1 },
  });
  // Some 0.1 s; comparing everybody with everybody takes minutes.
  expect(performance.now() - started).toBeLessThan(10_000);
});

const near = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((days): Day => addDays(today, days));
const someGroups = fc.subarray(['Office', 'Teaching', 'teaching']);

/** Spells one after the other, some of which came to nothing, the last of them perhaps still held. */
const someSpells = fc
  .tuple(fc.array(fc.integer({ min: -12, max: 12 }), { maxLength: 6 }), fc.boolean())
  .map(([days, isOpen]): Omit<Spell, 'id'>[] => {
    const ends = days.sort((a, b) => a - b).map((count) => addDays(today, count));
    const starts = ends.filter((_, index) => index % 2 === 0);
    return starts.map((effectiveFrom, index) => {
      const end = ends[index * 2 + 1] ?? null;
      const isLast = index === starts.length - 1;
      return { effectiveFrom, effectiveTo: isLast && isOpen ? null : (end ?? effectiveFrom) };
    });
  });

const somePeople = fc
  .array(fc.tuple(someGroups, someSpells, fc.integer({ min: 0, max: 3 })), { maxLength: 4 })
  .map((people) =>
    people.map(([groups, spells, keys], index) =>
      person({
        id: `person-${index}`,
        email: keys & 1 ? `${index}@b.example` : null,
        staffNumber: keys & 2 ? `${index}` : null,
        groups,
        spells: spells.map((spell, order) => ({ ...spell, id: `${index}.${order}` })),
      }),
    ),
  );

const someRows = fc
  .array(
    fc.record({
      name: fc.constantFrom('Ada Quill', 'Ada Reed'),
      email: fc.option(fc.nat({ max: 6 }).map((index) => `${index}@b.example`)),
      staffNumber: fc.option(fc.nat({ max: 6 }).map(String)),
      groups: fc.option(fc.subarray(['Office', 'TEACHING'])),
      startDate: fc.option(near(-14, 14)),
      endDate: fc.option(near(-14, 14)),
    }),
    { maxLength: 6 },
  )
  .map((rows) =>
    rows
      .filter(({ startDate, endDate }) => !startDate || !endDate || startDate <= endDate)
      .map((overrides, index) => row({ ...overrides, line: index + 2 })),
  );

/** Does what a plan says, as the database would: what is superseded is replaced, once. */
function applyPlan(
  { adds, changes, leavers, returners }: ImportPlan,
  people: CurrentPerson[],
): CurrentPerson[] {
  const corrected = new Map(
    [...changes, ...leavers].flatMap(({ spell }) => (spell ? [[spell.id, spell]] : [])),
  );
  const known = people.map((one) => {
    const { startDate: _, ...details } =
      changes.find(({ personId }) => personId === one.id)?.after ?? {};
    const spells = one.spells.map((spell) => {
      const found = corrected.get(spell.id);
      return found ? { ...found, id: `${spell.id}'` } : spell;
    });
    const back = returners
      .filter(({ personId }) => personId === one.id)
      .map(({ after, line }) => spellOf(after, line));
    const after = [...spells, ...back];
    const isGone = after.every(({ effectiveTo }) => effectiveTo !== null && effectiveTo <= today);
    const hasMoved = isGone && leavers.some(({ personId }) => personId === one.id);
    return { ...one, ...details, spells: after, ...(hasMoved && { groups: [] }) };
  });
  return [
    ...known,
    ...adds.map((add) =>
      person({
        ...add,
        id: `new-${add.line}`,
        spells: [spellOf(add, add.line)],
        ...(add.endDate !== null && add.endDate <= today && { groups: [] }),
      }),
    ),
  ];
}

function spellOf(dates: { startDate: Day; endDate: Day | null }, line: number): Spell {
  return { id: `line-${line}`, effectiveFrom: dates.startDate, effectiveTo: dates.endDate };
}

const steps = ({ adds, changes, leavers, returners }: ImportPlan) => [
  ...adds,
  ...changes,
  ...leavers,
  ...returners,
];
const anyFile = [somePeople, someRows, fc.boolean()] as const;
const manyRuns = { numRuns: 5000 };

test('a plan once carried out, the same file changes nothing', () => {
  fc.assert(
    fc.property(...anyFile, (people, rows, leaversAreAbsent) => {
      const first = plan(rows, people, { leaversAreAbsent });
      const again = plan(rows, applyPlan(first, people), { leaversAreAbsent });
      const refused = new Set(first.problems.map(({ line }) => line));
      // A conflict can be over once other lines are carried out; then its line is a step.
      expect(steps(again).filter(({ line }) => line && !refused.has(line))).toEqual([]);
      if (refused.size === 0) expect(again).toEqual({ ...nothing, unchanged: rows.length });
    }),
    manyRuns,
  );
});

test('carried out in another order of people, a plan is the same', () => {
  fc.assert(
    fc.property(...anyFile, (people, rows, leaversAreAbsent) => {
      const given = structuredClone({ people, rows });
      const first = plan(rows, people, { leaversAreAbsent });
      const byPerson = (all: ImportPlan) => ({
        ...all,
        leavers: all.leavers.toSorted((a, b) => (a.personId < b.personId ? -1 : 1)),
      });
      const turned = people.map((one) => ({ ...one, spells: one.spells.toReversed() })).reverse();
      const other = plan(rows, turned, { leaversAreAbsent });
      // A group that people write in two ways is written as the first of them does.
      const small = (all: ImportPlan) => JSON.stringify(byPerson(all)).toLowerCase();
      expect(small(other)).toBe(small(first));
      expect({ people, rows }).toEqual(given);
    }),
  );
});

test('every line is a step, unchanged or a problem, and no two of these', () => {
  fc.assert(
    fc.property(...anyFile, (people, rows, leaversAreAbsent) => {
      const made = plan(rows, people, { leaversAreAbsent });
      const stepped = new Set(steps(made).flatMap(({ line }) => line ?? []));
      const refused = new Set(made.problems.map(({ line }) => line));
      expect(stepped.size + refused.size + made.unchanged).toBe(rows.length);
      expect([...stepped].filter((line) => refused.has(line))).toEqual([]);
    }),
    manyRuns,
  );
});

test('carried out, a plan leaves nobody employed twice at once and no two with one key', () => {
  fc.assert(
    fc.property(...anyFile, (people, rows, leaversAreAbsent) => {
      const after = applyPlan(plan(rows, people, { leaversAreAbsent }), people);
      for (const { spells } of after) {
        for (const { effectiveFrom, effectiveTo } of spells)
          expect(effectiveTo === null || effectiveFrom <= effectiveTo).toBe(true);
        for (let days = -16; days <= 16; days += 1) {
          const day = addDays(today, days);
          expect(spells.filter((spell) => holdsOn(spell, day)).length).toBeLessThan(2);
        }
      }
      for (const key of ['email', 'staffNumber'] as const) {
        const keys = after.map((one) => one[key]).filter((value) => value !== null);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }),
  );
});

test('whoever is not there and not expected is employed today if their line says so', () => {
  fc.assert(
    fc.property(somePeople, someRows, (people, rows) => {
      const made = plan(rows, people);
      const after = applyPlan(made, people);
      const refused = new Set(made.problems.map(({ line }) => line));
      for (const line of rows.filter((each) => !refused.has(each.line))) {
        const one = after.find((each) => isAbout(line, each));
        const before = people.find(({ id }) => id === one?.id)?.spells ?? [];
        const isEmployed = one?.spells.some((spell) => holdsOn(spell, today));
        const { startDate, endDate } = line;
        if (endDate !== null && endDate <= today) expect(isEmployed).toBe(false);
        else if (before.every(({ effectiveTo }) => effectiveTo !== null && effectiveTo <= today))
          expect(isEmployed).toBe((startDate ?? today) <= today);
      }
    }),
    manyRuns,
  );
});

function isAbout({ staffNumber, email }: ImportRow, one: CurrentPerson): boolean {
  if (staffNumber !== null && one.staffNumber !== null) return staffNumber === one.staffNumber;
  return email !== null && email === one.email;
}

test('asked to, a plan leaves employed only who is in the file or could not be', () => {
  fc.assert(
    fc.property(somePeople, someRows, (people, rows) => {
      const made = plan(rows, people, { leaversAreAbsent: true });
      fc.pre(!made.isAbsenceUnclear);
      for (const one of applyPlan(made, people)) {
        const isEmployed = one.spells.some((spell) => holdsOn(spell, today));
        const isReachable = one.email !== null || one.staffNumber !== null;
        if (isEmployed && isReachable) expect(rows.some((line) => isAbout(line, one))).toBe(true);
      }
    }),
  );
});

test('whoever has left is in no group, whatever the file still says', () => {
  const spells = [{ id: 'spell', effectiveFrom: '2020-09-01', effectiveTo: '2022-09-01' }];
  const line = row({ endDate: '2022-09-01', groups: ['Teaching'] });
  expect(plan([line], [person({ spells })])).toEqual({ ...nothing, unchanged: 1 });
  const leaving = row({ endDate: today, groups: ['Teaching'] });
  expect(plan([leaving], [person({ groups: ['Office'] })])).toMatchObject({
    changes: [],
    leavers: [{ after: { endDate: today } }],
  });
});
