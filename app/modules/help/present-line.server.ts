import type { NationalRoute } from '#scenarios/directory/routes.schema.ts';
import { findRoute } from '#scenarios/directory/routes.ts';
import type { RouteLine } from './confirmations.server.ts';
import { type HelpRoute, presentRoute } from './routes.server.ts';
import { isShown } from './standing.ts';

/** Whether learners see a route, and why. */
type Shown = 'yes' | 'meanwhile' | 'always' | 'no' | 'hidden';

/** A route as whoever looks after it sees it. */
export type PresentedLine = Omit<RouteLine, 'route' | 'isShown'> &
  Pick<
    NationalRoute,
    'id' | 'name' | 'option' | 'under' | 'hours' | 'audience' | 'nations' | 'source' | 'neverHidden'
  > & {
    shown: Shown;
    /** Where its operator writes about it; `null` where nobody has found that out. */
    page: string | null;
    /** Whether that is no address that learners get: nobody has confirmed it with the rest. */
    isPageApart: boolean;
    /** Only what it has itself, and through which other route it is found. */
    own: Pick<NationalRoute, 'phone' | 'text' | 'web' | 'email'> & { via: string | null };
    caveat: string | null;
    asRead: HelpRoute;
  };

export function presentLine(
  { route, isShown: _, ...line }: RouteLine,
  locale: string,
): PresentedLine {
  const { id, name, option, under, hours, audience, nations, source, neverHidden } = route;
  const { phone, text, web, email } = route;
  const via = findRoute(route.via);
  const asRead = presentRoute(route, { locale, level: 'standard' });
  return {
    ...line,
    ...{ id, name, option, under, hours, audience, nations, source, neverHidden },
    shown: shownAs(route, line),
    page: route.page ?? asRead.web,
    isPageApart: route.page !== null,
    own: { phone, text, web, email, via: via?.name ?? null },
    caveat: asRead.caveat,
    asRead,
  };
}

function shownAs(route: NationalRoute, { state, isHere }: Pick<RouteLine, 'state' | 'isHere'>) {
  if (!isHere) return 'hidden';
  if (route.neverHidden) return 'always';
  if (!isShown(route, state)) return state === 'wrong' ? 'hidden' : 'no';
  return state === 'confirmed' || state === 'old' ? 'yes' : 'meanwhile';
}
