import { expect, test } from 'vitest';
import { findRoute, nationalRoutes } from '#scenarios/directory/routes.ts';
import { fingerprintOf } from './fingerprint.server.ts';
import { isShown, nowhere, shownRoutes, stateOf, type Verdicts } from './standing.ts';

const today = '2026-11-22';
const now = 'as it is now';
const unverified = { status: 'unverified', last_verified: null } as const;
const found = (changes: object = {}) =>
  ({ verdict: 'right', details: now, on: '2026-11-01', ...changes }) as const;

test.each([
  ['nobody has looked', undefined, 'unconfirmed'],
  ['somebody found it right', found(), 'confirmed'],
  ['that was on the last day of 12 months', found({ on: '2025-11-23' }), 'confirmed'],
  ['that was 12 months ago', found({ on: '2025-11-22' }), 'old'],
  ['somebody found it wrong', found({ verdict: 'wrong' }), 'wrong'],
  ['that was long ago', found({ verdict: 'wrong', on: '2020-01-01' }), 'wrong'],
  ['a release has changed it since', found({ details: 'as it was' }), 'changed'],
  [
    'a release has changed what was wrong',
    found({ verdict: 'wrong', details: 'as it was' }),
    'changed',
  ],
] as const)('where %s', (_when, standing, state) => {
  expect(stateOf(unverified, now, standing, today)).toBe(state);
});

test.each([
  ['2026-06-01', undefined, 'confirmed'],
  ['2025-06-01', undefined, 'old'],
  ['2026-06-01', found({ verdict: 'wrong' }), 'wrong'],
  ['2026-06-01', found({ verdict: 'wrong', details: 'as it was' }), 'confirmed'],
] as const)('one that was verified for everybody on %s', (last_verified, standing, state) => {
  const route = { status: 'verified', last_verified } as const;
  expect(stateOf(route, now, standing, today)).toBe(state);
});

test('who sees what', () => {
  const route = (wellKnown: boolean, neverHidden = false) => ({ wellKnown, neverHidden });
  const states = ['wrong', 'changed', 'unconfirmed', 'old', 'confirmed'] as const;
  const shown = (it: ReturnType<typeof route>) => states.filter((state) => isShown(it, state));
  expect(shown(route(false))).toEqual(['old', 'confirmed']);
  expect(shown(route(true))).toEqual(['changed', 'unconfirmed', 'old', 'confirmed']);
  expect(shown(route(true, true))).toEqual([...states]);
});

const idsAt = (verdicts: Verdicts, nation: Parameters<typeof shownRoutes>[0]['nation'] = null) =>
  shownRoutes({ nation, verdicts }, fingerprintOf).map(({ id }) => id);
const said = (id: string, verdict: 'right' | 'wrong') => {
  const route = findRoute(id);
  if (!route) throw new Error(id);
  return { [id]: { verdict, details: fingerprintOf(route) } };
};
const meanwhile = ['police-emergency', 'childline', 'samaritans', 'ceop', 'police'];

test('a visitor sees what is in wide public use, and nothing else', () => {
  expect(shownRoutes(nowhere, fingerprintOf).map(({ id }) => id)).toEqual(meanwhile);
});

test('what is confirmed is seen, and what was found wrong is not', () => {
  expect(idsAt(said('shout', 'right'))).toEqual([...meanwhile, 'shout']);
  expect(idsAt(said('ceop', 'wrong'))).toEqual(meanwhile.filter((id) => id !== 'ceop'));
});

test('999 and Childline stay in view, whatever anybody says', () => {
  const wrong = { ...said('police-emergency', 'wrong'), ...said('childline', 'wrong') };
  expect(idsAt(wrong)).toEqual(meanwhile);
});

test('what was confirmed before a release changed it is not taken for confirmed', () => {
  expect(idsAt({ shout: { verdict: 'right', details: 'another number' } })).toEqual(meanwhile);
});

test('a route of another nation is seen by nobody', () => {
  const fraud = said('report-fraud', 'right');
  expect(idsAt(fraud, 'england')).toContain('report-fraud');
  expect(idsAt(fraud, 'scotland')).not.toContain('report-fraud');
});

test('the fingerprint holds what a person confirms, and nothing else', () => {
  const childline = findRoute('childline');
  if (!childline) throw new Error('No Childline');
  const same = [{ source: 'x' }, { group: 'work' as const }, { offered: {} }, { page: null }];
  for (const change of same)
    expect(fingerprintOf({ ...childline, ...change })).toBe(fingerprintOf(childline));
  const other = [
    { phone: '0800 1112' },
    { web: 'https://other.example' },
    { under: 18 },
    { hours: 'any' as const },
    { nations: ['england' as const] },
    { name: 'Child Line' },
  ];
  for (const change of other)
    expect(fingerprintOf({ ...childline, ...change })).not.toBe(fingerprintOf(childline));
  expect(new Set(nationalRoutes.map(fingerprintOf)).size).toBe(nationalRoutes.length);
});
