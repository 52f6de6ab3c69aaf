import { z } from 'zod';
import type { Day } from '#app/platform/clock/dates.ts';
import type { NationalRoute } from '#scenarios/directory/routes.schema.ts';
import { nationalRoutes, servesNation } from '#scenarios/directory/routes.ts';
import type { Nation } from '#scenarios/kit/vocabulary.ts';
import { isFresh } from '../people/contact-gaps.ts';

/** What somebody found on the operator's own page: all of it is right there, or something is wrong. */
export const verdicts = ['right', 'wrong'] as const;
export type Verdict = (typeof verdicts)[number];

const found = z.object({ verdict: z.enum(verdicts), details: z.string() });

/** What an organisation found last, by the id of the route. */
export const verdictsSchema = z.record(z.string(), found);
export type Verdicts = z.infer<typeof verdictsSchema>;

/**
 * How a route stands in an organisation. `old`: confirmed, and not lately. `changed`: somebody looked,
 * and a later release of Signpost says something else.
 */
export const routeStates = ['wrong', 'changed', 'unconfirmed', 'old', 'confirmed'] as const;
export type RouteState = (typeof routeStates)[number];

type Found = z.infer<typeof found> & { on: Day | null };

/** How a route stands, by what was found last, the fingerprint of what it says now, and the day. */
export function stateOf(
  { status, last_verified }: Pick<NationalRoute, 'status' | 'last_verified'>,
  details: string,
  found: Found | undefined,
  today: Day,
): RouteState {
  if (found?.details === details) {
    if (found.verdict === 'wrong') return 'wrong';
    return isFresh(found.on, today) ? 'confirmed' : 'old';
  }
  if (status === 'verified') return isFresh(last_verified, today) ? 'confirmed' : 'old';
  return found ? 'changed' : 'unconfirmed';
}

/**
 * Whether learners see a route. What was confirmed long ago is still shown: it is probably right, and
 * whoever looks after it is told (decision 0016).
 */
export function isShown(
  { wellKnown, neverHidden }: Pick<NationalRoute, 'wellKnown' | 'neverHidden'>,
  state: RouteState,
): boolean {
  if (neverHidden || state === 'confirmed' || state === 'old') return true;
  return wellKnown && state !== 'wrong';
}

/** What decides which routes somebody sees: where they are, and what was found there. */
export type Whereabouts = { nation: Nation | null; verdicts: Verdicts };

/** Of a visitor nobody knows where they are. */
export const nowhere: Whereabouts = { nation: null, verdicts: {} };

/** The routes that learners see, the more urgent first. The age of a verdict does not matter to them. */
export function shownRoutes(
  { nation, verdicts }: Whereabouts,
  fingerprint: (route: NationalRoute) => string,
): NationalRoute[] {
  return nationalRoutes.filter((route) => {
    const found = verdicts[route.id];
    const state = stateOf(route, fingerprint(route), found && { ...found, on: null }, '');
    return servesNation(route, nation) && isShown(route, state);
  });
}
