import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fourCs, hardTopics, themes, tracks } from '#scenarios/kit/vocabulary.ts';
import { addressOf, type Filter, fits, lengths, lift, readFilter, setParts } from './filter.ts';

const read = (query: string) => readFilter(new URLSearchParams(query));
const nothing = read('');
const story = {
  track: 'parents' as const,
  theme: 'commerce' as const,
  fourCs: ['commerce' as const, 'contact' as const],
  minutes: 10,
  contains: ['blackmail' as const],
};

test('an address that asks for nothing leaves nothing out', () => {
  expect(setParts(nothing)).toEqual([]);
  expect(addressOf(nothing)).toBe('/scenarios');
  expect(fits(nothing, story)).toBe(true);
});

test.each([
  ['track=parents', true],
  ['track=staff', false],
  ['theme=commerce', true],
  ['theme=grooming', false],
  ['fourC=contact', true],
  ['fourC=content', false],
  ['minutes=5', false],
  ['minutes=10', true],
  ['minutes=15', true],
  ['without=bullying', true],
  ['without=bullying&without=blackmail', false],
  ['track=parents&theme=commerce&fourC=commerce&minutes=10&without=danger', true],
  ['track=parents&theme=commerce&fourC=commerce&minutes=5', false],
])('%s lets a story through: %s', (query, isShown) => {
  expect(fits(read(query), story)).toBe(isShown);
});

test.each([
  'track=teachers',
  'track=STAFF',
  'track=staff%00',
  'theme=__proto__&fourC=constructor&track=toString',
  'minutes=-1',
  'minutes=5.0',
  'minutes=5e0',
  'minutes=0x5',
  'minutes=٥',
  'minutes=1e999',
  'minutes=null',
  'track[]=staff',
  'track=%3Cb%3E',
  'without=everything',
  'without=',
  'track=&theme=&fourC=&minutes=',
  'Track=staff',
  `track=${'staff'.repeat(2_000)}`,
  '%E0%A4%A&%',
])('%s asks for nothing', (query) => {
  expect(read(query)).toEqual(nothing);
});

test('of several values the first that is known holds', () => {
  expect(read('track=nobody&track=parents&track=staff').track).toBe('parents');
  expect(read('minutes=7&minutes=15').minutes).toBe(15);
});

test('a topic left out twice is left out once, in the order of the vocabulary', () => {
  const query = `without=bullying&${'without=danger&'.repeat(500)}without=x`;
  expect(read(query).without).toEqual(['danger', 'bullying']);
});

const nullable = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);
const filters: fc.Arbitrary<Filter> = fc.record({
  track: nullable(tracks),
  theme: nullable(themes),
  fourC: nullable(fourCs),
  minutes: nullable(lengths),
  without: fc.subarray([...hardTopics]),
});

test('every filter can be kept as an address, and read again', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const address = new URL(addressOf(filter), 'http://here.example');
      expect(address.pathname).toBe('/scenarios');
      expect(readFilter(address.searchParams)).toEqual(filter);
      expect(address.href.slice(address.origin.length)).toMatch(/^[\w\-./?=&]+$/);
    }),
  );
});

test('without one of its parts a filter shows no less', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      for (const part of setParts(filter)) {
        const wider = lift(filter, part);
        expect(setParts(wider)).toEqual(setParts(filter).filter((one) => one !== part));
        if (fits(filter, story)) expect(fits(wider, story)).toBe(true);
      }
    }),
  );
});

test('whatever an address says, reading it gives a filter that fits the vocabulary', () => {
  const pairs = fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' })));
  const known = fc.constantFrom('track', 'theme', 'fourC', 'minutes', 'without');
  const values = fc.oneof(fc.string(), fc.constantFrom('staff', '5', 'danger', '__proto__'));
  const meant = fc.array(fc.tuple(known, values));
  fc.assert(
    fc.property(pairs, meant, (some, more) => {
      const filter = readFilter(new URLSearchParams([...some, ...more]));
      expect([null, ...tracks]).toContain(filter.track);
      expect([null, ...lengths]).toContain(filter.minutes);
      expect(hardTopics).toEqual(expect.arrayContaining(filter.without));
    }),
  );
});
