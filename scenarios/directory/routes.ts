import type { Definition } from '../kit/definition.ts';
import type { Nation } from '../kit/vocabulary.ts';
import routesJson from './routes.json' with { type: 'json' };
import { type NationalRoute, nationalRoutesSchema } from './routes.schema.ts';

/**
 * The national routes to help and to report (safeguarding reference, section 4), the more urgent first:
 * one list for the help page, endings, guides and the checker.
 */
export const nationalRoutes: readonly NationalRoute[] = nationalRoutesSchema.parse(routesJson);

export function findRoute(id: string | null | undefined): NationalRoute | undefined {
  return nationalRoutes.find((route) => route.id === id);
}

/** Whether it serves a nation. Where none is known, it may. */
export function servesNation({ nations }: NationalRoute, nation: Nation | null): boolean {
  return nation === null || nations.includes(nation);
}

/** The story that somebody has come to the end of, or leads a group through. */
export type Story = Pick<Definition, 'track' | 'theme' | 'contains'>;

/** Whether a route fits those who have just met a story. */
export function fitsStory({ offered }: NationalRoute, { track, theme, contains }: Story): boolean {
  const after = offered[track] ?? [];
  return after === 'always' || [theme, ...contains].some((one) => after.includes(one));
}

/** What of a route its operator's own page says, and a person confirms there. */
export function detailsOf(route: NationalRoute) {
  const { name, phone, option, text, web, email, via, under, hours, audience, nations } = route;
  return { name, phone, option, text, web, email, via, under, hours, audience, nations };
}

/**
 * How texts name the routes: for each name and each number the other ways to say it, so that Easy Read
 * can be asked to keep it.
 */
export function routeNames(): string[][] {
  const named = nationalRoutes.map(({ saidAs }) => saidAs).filter(({ length }) => length > 0);
  const numbers = nationalRoutes.flatMap(({ phone, text }) => [phone, text?.number]);
  return [...named, ...[...new Set(numbers)].flatMap((number) => (number ? [[number]] : []))];
}
