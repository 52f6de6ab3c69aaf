import { expect, test } from 'vitest';
import { gatherLooks } from './looks.ts';

const start = Date.parse('2026-11-02T09:00:00Z');
/** An event some minutes after nine. */
const event = (minute: number, { by = 'ada', at = 'graham', kind = 'person-viewed' } = {}) => ({
  kind,
  recordedAt: new Date(start + minute * 60_000),
  subject: { actorId: by, aboutId: at },
});
/** What is told, the newest first: the minutes of each line. */
const told = (events: ReturnType<typeof event>[]) =>
  gatherLooks(events.toReversed()).map(({ event, again }) =>
    [event, ...again].map(({ recordedAt }) => (recordedAt.getTime() - start) / 60_000),
  );

test('looks at one record that follow each other are one line, also with something between', () => {
  expect(told([event(0), event(1, { kind: 'role-given' }), event(2), event(30)])).toEqual([
    [30, 2, 0],
    [1],
  ]);
});

test('a look long after the last is a line of its own', () => {
  expect(told([event(0), event(30), event(61), event(70)])).toEqual([
    [70, 61],
    [30, 0],
  ]);
});

test('looks by somebody else, or at somebody else, are not counted in', () => {
  const looks = [event(0), event(1, { by: 'olu' }), event(2, { at: 'imran' }), event(3)];
  expect(told(looks)).toEqual([[3, 0], [2], [1]]);
});

test('nothing but looks is told together, nor is what has no names any more', () => {
  expect(told([event(0, { kind: 'invited' }), event(1, { kind: 'invited' })])).toEqual([[1], [0]]);
  const nameless = { ...event(0), subject: null };
  expect(gatherLooks([nameless, nameless])).toHaveLength(2);
});
