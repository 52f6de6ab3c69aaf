import { wordsIn } from '#app/i18n/i18n.ts';
import nationalRoutes from './national-routes.json' with { type: 'json' };
import { type NationalRoute, nationalRoutesSchema } from './national-routes.schema.ts';

export type HelpRoute = Pick<
  NationalRoute,
  'id' | 'name' | 'phone' | 'web' | 'email' | 'emergency'
> & {
  when: string;
  checkedOn: string | null;
};

const routes = nationalRoutesSchema.parse(nationalRoutes);

/** The national routes that may be shown, with words on when to use each. */
export function listHelpRoutes(locale: string): HelpRoute[] {
  const t = wordsIn(locale, 'routes');
  return routes
    .filter((route) => route.shown)
    .map(({ id, name, phone, web, email, emergency, status, last_verified: checked }) => ({
      id,
      name,
      phone,
      web,
      email,
      emergency,
      when: t(`${id as 'childline'}.when`),
      checkedOn: status === 'verified' ? checked : null,
    }));
}
