import { type Reader, wordsIn } from '#app/i18n/i18n.ts';
import type { NationalRoute } from '#scenarios/directory/routes.schema.ts';
import { findRoute, fitsStory, type Story } from '#scenarios/directory/routes.ts';
import { fingerprintOf } from './fingerprint.server.ts';
import { shownRoutes, type Whereabouts } from './standing.ts';

/** A national route as people read of it. */
export type HelpRoute = Pick<
  NationalRoute,
  'id' | 'name' | 'group' | 'emergency' | 'phone' | 'text' | 'web' | 'email'
> & {
  when: string;
  /** How to use it: what to do first, what to choose, when it is open. */
  how: string[];
  caveat: string | null;
};

/** The national routes that somebody may see, with words on when to use each. */
export function listHelpRoutes(where: Whereabouts, reader: Reader): HelpRoute[] {
  return shownRoutes(where, fingerprintOf).map((route) => presentRoute(route, reader));
}

/** Somebody who has just met a hard story reads no long list. */
const mostAfterStory = 6;

/** The routes that fit a story: for its ending, and for whoever leads a group through it. */
export function routesAfter(story: Story, where: Whereabouts, reader: Reader): HelpRoute[] {
  return shownRoutes(where, fingerprintOf)
    .filter((route) => fitsStory(route, story))
    .slice(0, mostAfterStory)
    .map((route) => presentRoute(route, reader));
}

export function presentRoute(route: NationalRoute, { locale, level }: Reader): HelpRoute {
  const { id, name, group, emergency, phone, option, text, email, via, under, hours } = route;
  const t = wordsIn(locale, 'routes', level);
  const help = wordsIn(locale, 'help', level);
  // Not every route has all of them; whichever name stands here is one that has.
  const said = (part: 'how' | 'caveat') =>
    t(`${id as 'report-remove'}.${part}`, { defaultValue: '' });
  return {
    id,
    name,
    group,
    emergency,
    phone,
    text,
    web: route.web ?? findRoute(via)?.web ?? null,
    email,
    when: t(`${id as 'childline'}.when`, { under }),
    how: [
      said('how'),
      option === null ? '' : help('option', { option }),
      hours ? help(`hours.${hours}`) : '',
    ].filter(Boolean),
    caveat: said('caveat') || null,
  };
}
