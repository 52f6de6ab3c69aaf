import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { BigCall, Contact, Contacts, type Way, Ways } from '#app/components/contact/contact.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { useDates } from '#app/i18n/use-dates.ts';
import { safeNext, sessionOf } from '#app/modules/access/request-session.server.ts';
import { may } from '#app/modules/access/roles.ts';
import { type HelpRoute, listHelpRoutes } from '#app/modules/help/routes.server.ts';
import { standingContacts } from '#app/modules/people/contacts.server.ts';

const slots = ['dsl', 'deputyDsl', 'socialCare', 'socialCareNight'] as const;

/** Help must come even when the database does not: then only what is local is missing. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, onFault } = context;
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const local = await localHelp(request, services).catch((error) => {
    onFault(error);
    return null;
  });
  return {
    title: wordsIn(locale, 'help')('title'),
    back: safeNext(new URL(request.url).searchParams.get('from')),
    routes: listHelpRoutes(locale),
    local,
    showsChecks: local?.showsChecks ?? false,
  };
}

async function localHelp(request: Request, services: LoaderFunctionArgs['context']['services']) {
  const session = await sessionOf(request, services);
  if (!session) return null;
  const contacts = await standingContacts(services, session);
  return {
    organisation: session.organisation.name,
    /** Whether a route is confirmed is for those who must confirm it, not for somebody in need. */
    showsChecks: may(session, 'compliance.view'),
    people: slots.flatMap((slot) => {
      const { name, phone } = contacts[slot] ?? {};
      return name ? [{ slot, name, phone: phone ?? null }] : [];
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What somebody in need reads on a phone: the one number first, then the person nearest to them. */
export default function HelpPage() {
  const { t } = useTranslation('help');
  const { routes, local, back, showsChecks } = useLoaderData<typeof loader>();
  const emergency = routes.find((route) => route.emergency);
  const childline = routes.find(({ id }) => id === 'childline');
  const others = routes.filter((route) => route !== emergency && route !== childline);
  return (
    <>
      {back && (
        <p>
          <a href={back}>{t('back')}</a>
        </p>
      )}
      <h1>{t('title')}</h1>
      <Notice tone="care" title={t('danger.title')}>
        <p>{t('danger.text')}</p>
        <BigCall phone={emergency?.phone ?? '999'} />
        {showsChecks && emergency && <Checked route={emergency} />}
      </Notice>
      <Lead>{t('lead')}</Lead>
      <Stack>
        {local && local.people.length > 0 && <Local local={local} />}
        <Card title={t('young.title')}>
          <p>{t('young.text')}</p>
          {childline && <Ways ways={waysOf(childline)} />}
          {showsChecks && childline && <Checked route={childline} />}
        </Card>
        <Card title={t('parents.title')}>
          <p>{t('parents.text')}</p>
        </Card>
        {!local?.people.length && (
          <Card title={t('staff.title')}>
            <p>{t('staff.text')}</p>
          </Card>
        )}
        <Card title={t('routes.title')}>
          <Contacts>
            {others.map((route) => (
              <Contact key={route.id} name={route.name} note={route.when} ways={waysOf(route)}>
                {showsChecks && <Checked route={route} />}
              </Contact>
            ))}
          </Contacts>
        </Card>
        <Card id="exit" title={t('exit.title')}>
          <p>{t('exit.text')}</p>
          <p>{t('exit.history')}</p>
        </Card>
      </Stack>
    </>
  );
}

type Local = NonNullable<SerializeFrom<typeof loader>['local']>;

function Local({ local: { organisation, people } }: { local: Local }) {
  const { t } = useTranslation(['help', 'play']);
  // A lead who has left is not listed, and is not asked for.
  const hasLead = people.some(({ slot }) => slot === 'dsl');
  return (
    <Card title={t('school.title', { organisation })}>
      <p>{hasLead ? t('school.text') : t('staff.text')}</p>
      <Contacts>
        {people.map(({ slot, name, phone }) => (
          <Contact
            key={slot}
            name={<bdi>{name}</bdi>}
            note={t(`play:contactLabels.${slot}`)}
            ways={waysOf({ phone })}
          />
        ))}
      </Contacts>
    </Card>
  );
}

function waysOf(route: Partial<Pick<HelpRoute, Way['kind']>>): Way[] {
  return (['phone', 'web', 'email'] as const).flatMap((kind) => {
    const value = route[kind];
    return value ? [{ kind, value }] : [];
  });
}

function Checked({ route: { checkedOn } }: { route: HelpRoute }) {
  const { t } = useTranslation('help');
  const { dateOf } = useDates();
  return (
    <Aside>
      {checkedOn ? t('checked.verified', { date: dateOf(checkedOn) }) : t('checked.unverified')}
    </Aside>
  );
}
