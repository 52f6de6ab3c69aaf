import { expect, test } from 'vitest';
import { type ContactDetails, gapOf, type Leaver } from './contact-gaps.ts';

const today = '2026-11-22';
type Known = ContactDetails & { leaver: Leaver | null };
const contact: Known = {
  name: 'Nasreen Malik',
  phone: '01632 960001',
  email: null,
  lastVerified: '2026-09-01',
  leaver: null,
};
const gap = (details: Partial<Known>) => gapOf('dsl', { ...contact, ...details }, 'england', today);

test('who was checked lately, by whatever way they are reached, is no gap', () => {
  expect(gap({})).toBeNull();
  expect(gap({ phone: '', email: 'lead@school.example' })).toBeNull();
});

test('a slot is unset without a name, or without any way to reach them', () => {
  expect(gapOf('dsl', undefined, 'england', today)).toBe('unset');
  expect(gap({ name: null })).toBe('unset');
  expect(gap({ phone: null })).toBe('unset');
  expect(gap({ name: '' })).toBe('unset');
});

test.each([
  ['2025-11-23', null],
  ['2025-11-22', 'stale'],
  ['2024-01-01', 'stale'],
  ['2026-11-22', null],
])('last checked on %s is %j after 12 months', (lastVerified, expected) =>
  expect(gap({ lastVerified })).toBe(expected),
);

test('what was never checked is to be checked', () => {
  expect(gap({ lastVerified: null })).toBe('stale');
});

test('whose person has left is to be checked, however lately it was, and wherever', () => {
  const leaver = { id: 'nasreen', name: 'Nasreen Malik', goneFrom: today };
  expect(gap({ leaver, lastVerified: today })).toBe('left');
  expect(gap({ leaver, phone: null })).toBe('unset');
});

test('whose person is to leave needs somebody who follows, however lately it was checked', () => {
  const leaver = { id: 'nasreen', name: 'Nasreen Malik', goneFrom: '2026-11-23' };
  expect(gap({ leaver, lastVerified: today })).toBe('leaving');
  expect(gap({ leaver, phone: null })).toBe('unset');
});

test('what a nation does not have is missed by nobody, and is checked where it is set', () => {
  expect(gapOf('lado', undefined, 'scotland', today)).toBeNull();
  expect(gapOf('lado', undefined, 'england', today)).toBe('unset');
  const old = { ...contact, lastVerified: '2020-01-01' };
  expect(gapOf('lado', old, 'scotland', today)).toBe('stale');
});
