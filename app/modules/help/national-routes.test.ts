import { expect, test } from 'vitest';
import words from '#app/i18n/locales/en-GB/routes.json' with { type: 'json' };
import data from './national-routes.json' with { type: 'json' };
import { type NationalRoute, nationalRoutesSchema } from './national-routes.schema.ts';

// In wide public use: the only routes a learner may see before a person has verified them.
const shownUnverified = ['police-emergency', 'police', 'childline', 'ceop', 'samaritans'];

const routes: NationalRoute[] = nationalRoutesSchema.parse(data);

test('every route has plain words and no words are orphaned', () => {
  expect(Object.keys(words).sort()).toEqual(routes.map((route) => route.id).sort());
  for (const entry of Object.values(words)) {
    for (const sentence of Object.values(entry)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  }
});

test('an unverified route is shown only when it is in wide public use', () => {
  const shown = routes.filter((route) => route.status === 'unverified' && route.shown);
  expect(shown.filter((route) => !shownUnverified.includes(route.id))).toEqual([]);
});

test('the routes in wide public use are shown', () => {
  const shown = routes.filter((route) => route.shown).map((route) => route.id);
  expect(shown).toEqual(expect.arrayContaining(shownUnverified));
});

test('every verified route has the date on which it was verified', () => {
  const undated = routes.filter((route) => route.status === 'verified' && !route.last_verified);
  expect(undated).toEqual([]);
});

test('the schema refuses a verified route without a date', () => {
  const [first, ...rest] = routes;
  const changed = [{ ...first, status: 'verified', last_verified: null }, ...rest];
  expect(nationalRoutesSchema.safeParse(changed).success).toBe(false);
});

test('the schema refuses two routes with one id', () => {
  expect(nationalRoutesSchema.safeParse([...routes, routes[0]]).success).toBe(false);
});

test('no telephone number is typed into the words', () => {
  const numbers = routes.flatMap((route) => [route.phone, route.text?.number]);
  for (const [id, entry] of Object.entries(words)) {
    // The app's own name holds the number.
    const prose = Object.values(entry).join(' ').replace('999 BSL app', '');
    for (const number of numbers) {
      if (number) expect(prose, id).not.toContain(number);
    }
  }
});
