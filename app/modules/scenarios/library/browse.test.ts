import { expect, test } from 'vitest';
import type { HardTopic, Theme, Track } from '#scenarios/kit/vocabulary.ts';
import { browse } from './browse.ts';
import { readFilter } from './filter.ts';

const card = (track: Track, theme: Theme, minutes: number, ...contains: HardTopic[]) => ({
  ...{ track, theme, minutes, contains },
  fourCs: ['contact' as const],
});
const cards = [
  card('staff', 'grooming', 10, 'sexual-abuse'),
  card('staff', 'commerce', 5),
  card('parents', 'grooming', 15, 'blackmail'),
];
const look = (query: string, among = cards) =>
  browse(among, readFilter(new URLSearchParams(query)));
const tracksIn = ({ shelves }: ReturnType<typeof look>) => shelves.map(({ track }) => track);

test('without a wish all are there, and a track without any says so', () => {
  const all = look('');
  expect([all.count, all.of]).toEqual([3, 3]);
  expect(tracksIn(all)).toEqual(['staff', 'parents', 'young-people']);
  expect(all.shelves.map(({ cards }) => cards.length)).toEqual([2, 1, 0]);
  expect(all.tracks.map(({ count }) => count)).toEqual([2, 1, 0]);
});

test('only themes and topics that are there can be looked for or left out', () => {
  expect(look('')).toMatchObject({
    themes: ['grooming', 'commerce'],
    topics: ['sexual-abuse', 'blackmail'],
  });
});

test('in a track only its own themes are offered, and what is chosen already', () => {
  expect(look('track=parents').themes).toEqual(['grooming']);
  expect(look('track=parents&theme=commerce').themes).toEqual(['grooming', 'commerce']);
  expect(look('track=young-people').themes).toEqual([]);
});

test('a length is offered where it finds something, and more than the one before it', () => {
  expect(look('').lengths).toEqual([5, 10, 15]);
  expect(
    look('', [card('staff', 'grooming', 10), card('parents', 'grooming', 13)]).lengths,
  ).toEqual([10, 15]);
  expect(look('track=parents').lengths).toEqual([15]);
  expect(look('track=parents&minutes=5').lengths).toEqual([5, 15]);
  expect(look('', [card('staff', 'grooming', 20)]).lengths).toEqual([]);
});

test('every length and theme that is offered finds something by itself, or in its track', () => {
  for (const query of ['', 'track=staff', 'track=parents']) {
    const { lengths, themes } = look(query);
    for (const minutes of lengths)
      expect(look(`${query}&minutes=${minutes}`).count).toBeGreaterThan(0);
    for (const theme of themes) expect(look(`${query}&theme=${theme}`).count).toBeGreaterThan(0);
  }
});

test('a wish leaves out shelves on which nothing fits', () => {
  expect(tracksIn(look('theme=commerce'))).toEqual(['staff']);
  expect(look('theme=commerce')).toMatchObject({ count: 1, of: 3, wider: [] });
});

test('whoever asks for a track that has nothing is told so', () => {
  expect(tracksIn(look('track=young-people'))).toEqual(['young-people']);
  expect(tracksIn(look('track=young-people&theme=grooming'))).toEqual([]);
});

test('where nothing fits, it says which one wish less, or which other track, would find how many', () => {
  const none = look('track=parents&theme=grooming&minutes=10');
  expect(none.count).toBe(0);
  expect(none.wider).toEqual([
    {
      ...{ part: 'track', track: 'staff', count: 1 },
      href: '/scenarios?track=staff&theme=grooming&minutes=10',
    },
    { part: 'minutes', href: '/scenarios?track=parents&theme=grooming', count: 1 },
  ]);
});

test('where no one wish less helps, none is offered', () => {
  const none = look('theme=commerce&minutes=5&without=bullying&track=parents&fourC=conduct');
  expect([none.count, none.wider]).toEqual([0, []]);
});

test('an empty library is not a wish too many', () => {
  expect(look('', [])).toMatchObject({ count: 0, of: 0, themes: [], topics: [], wider: [] });
});
