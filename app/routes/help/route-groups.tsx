import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Contact, Contacts, type Way } from '#app/components/contact/contact.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { HelpRoute } from '#app/modules/help/routes.server.ts';
import { routeGroups } from '#scenarios/directory/groups.ts';

/** National routes by what somebody looks for, each with when to use it. */
export function RouteGroups({ routes }: { routes: HelpRoute[] }) {
  const { t } = useTranslation('help');
  const waysOf = useWays();
  return routeGroups.map((group) => {
    const its = routes.filter((route) => route.group === group);
    if (its.length === 0) return null;
    return (
      <Card key={group} title={t(`groups.${group}`)}>
        <Contacts>
          {its.map((route) => (
            <Contact key={route.id} name={route.name} note={route.when} ways={waysOf(route)}>
              {[...route.how, route.caveat].map((said) => said && <Aside key={said}>{said}</Aside>)}
            </Contact>
          ))}
        </Contacts>
      </Card>
    );
  });
}

/** The ways to reach a route, as they are pressed. */
export function useWays() {
  const { t } = useTranslation('help');
  return ({ phone, text, web, email }: HelpRoute): Way[] => {
    const label = text && (text.word ? t('text.word', { ...text }) : t('text.plain', { ...text }));
    return [
      { kind: 'phone' as const, value: phone },
      { kind: 'text' as const, value: text?.number ?? null, label: label ?? undefined },
      { kind: 'web' as const, value: web },
      { kind: 'email' as const, value: email },
    ].flatMap(({ value, ...way }) => (value ? [{ ...way, value }] : []));
  };
}
