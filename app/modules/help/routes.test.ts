import { expect, test } from 'vitest';
import { findRoute, nationalRoutes } from '#scenarios/directory/routes.ts';
import { hardTopics, themes, tracks } from '#scenarios/kit/vocabulary.ts';
import { standardReader } from '#tests/factories/readers.ts';
import { fingerprintOf } from './fingerprint.server.ts';
import { listHelpRoutes, presentRoute, routesAfter } from './routes.server.ts';
import { nowhere, type Whereabouts } from './standing.ts';

/** Where somebody has confirmed every route. */
const confirmed: Whereabouts = {
  nation: 'england',
  verdicts: Object.fromEntries(
    nationalRoutes.map((route) => [
      route.id,
      { verdict: 'right', details: fingerprintOf(route) } as const,
    ]),
  ),
};
const present = (id: string) => {
  const route = findRoute(id);
  if (!route) throw new Error(id);
  return presentRoute(route, standardReader);
};

test('words have the details in them that the data holds', () => {
  expect(present('childline').when).toContain('under 19');
  expect(present('nhs-mental-health').how).toEqual(['Choose option 2 when you call.']);
  expect(present('act-early').how).toContain('It is open from 9 to 5 every day.');
  expect(present('samaritans').how).toEqual(['There is somebody at any hour.']);
  expect(present('ceop')).toMatchObject({ how: [], caveat: null });
});

test('what is found through another route leads there', () => {
  expect(present('report-remove')).toMatchObject({
    phone: null,
    web: 'https://childline.org.uk',
    caveat: 'You may be asked to prove your age.',
  });
});

test('no words are missing anywhere', () => {
  for (const route of listHelpRoutes(confirmed, standardReader))
    expect(JSON.stringify(route)).not.toMatch(/\{\{|undefined|\.when|\.how/);
});

test.each(tracks)('an ending for %s names few routes, and the emergency first', (track) => {
  for (const theme of themes)
    for (const contains of [[], ['suicide-or-self-harm' as const], [...hardTopics]]) {
      const routes = routesAfter({ track, theme, contains }, confirmed, standardReader);
      expect(routes.length, theme).toBeLessThanOrEqual(6);
      expect(routes[0]?.phone).toBe('999');
      if (track === 'young-people') expect(routes[1]?.id).toBe('childline');
    }
});

test('however hard a story is, what its theme is about is not cut off', () => {
  const ids = (theme: (typeof themes)[number], track: (typeof tracks)[number]) =>
    routesAfter(
      { track, theme, contains: ['suicide-or-self-harm'] },
      confirmed,
      standardReader,
    ).map(({ id }) => id);
  for (const theme of ['online-blackmail', 'sharing-nudes', 'ai-images'] as const)
    expect(ids(theme, 'young-people')).toEqual(
      expect.arrayContaining(['childline', 'samaritans', 'ceop', 'report-remove']),
    );
  for (const track of ['young-people', 'parents'] as const) {
    expect(ids('radicalisation', track)).toContain('act-early');
    expect(ids('grooming', track)).toContain('ceop');
  }
});

test('a visitor is told of what is shown meanwhile alone', () => {
  const story = { track: 'young-people', theme: 'online-blackmail', contains: [] } as const;
  const ids = routesAfter({ ...story, contains: [] }, nowhere, standardReader).map(({ id }) => id);
  expect(ids).toEqual(['police-emergency', 'childline', 'ceop']);
});

test('in Easy Read each route has the same parts, and loses no number', () => {
  const standard = listHelpRoutes(confirmed, standardReader);
  const easy = listHelpRoutes(confirmed, { locale: 'en-GB', level: 'easy' });
  expect(easy.map(({ id }) => id)).toEqual(standard.map(({ id }) => id));
  const numbersIn = (route: unknown) => [...new Set(JSON.stringify(route).match(/\d+/g))].sort();
  for (const [place, route] of standard.entries()) {
    expect(numbersIn(easy[place]), route.id).toEqual(numbersIn(route));
    expect(easy[place]?.how.length, route.id).toBe(route.how.length);
    expect(easy[place]?.caveat === null, route.id).toBe(route.caveat === null);
  }
  expect(JSON.stringify(easy)).not.toBe(JSON.stringify(standard));
});
