import { useTranslation } from 'react-i18next';
import { Contact, Contacts } from '#app/components/contact/contact.tsx';
import { Section } from '#app/components/layout/layout.tsx';
import type { HelpRoute } from '#app/modules/help/routes.server.ts';
import { useWays } from '../help/route-groups.tsx';

/** The services that learners are shown at the end, to have at hand before somebody needs one. */
export function Helplines({ routes }: { routes: HelpRoute[] }) {
  const { t } = useTranslation('guide');
  const waysOf = useWays();
  if (routes.length === 0) return null;
  return (
    <Section id="routes" title={t('routes.title')}>
      <p>
        {t('routes.hint')} <a href="/help">{t('routes.all')}</a>
      </p>
      <Contacts>
        {routes.map((route) => (
          <Contact key={route.id} name={route.name} note={route.when} ways={waysOf(route)} />
        ))}
      </Contacts>
    </Section>
  );
}
