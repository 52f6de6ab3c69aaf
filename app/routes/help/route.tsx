import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PhoneLink } from '#app/components/blocks.tsx';
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
  const contacts = await standingContacts(services, session.organisation.id);
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

export default function HelpPage() {
  const { t } = useTranslation(['help', 'play']);
  const { routes, local, back, showsChecks } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      {back && (
        <p>
          <a href={back}>{t('back')}</a>
        </p>
      )}
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <section className="notice notice-care">
        <h2>{t('danger.title')}</h2>
        <p>
          <strong>{t('danger.text')}</strong> <PhoneLink phone="999" />
        </p>
      </section>
      {local && local.people.length > 0 && (
        <section className="card">
          <h2>{t('school.title', { organisation: local.organisation })}</h2>
          <p>{t('school.text')}</p>
          <ul className="contact-list">
            {local.people.map(({ slot, name, phone }) => (
              <li key={slot}>
                <p>
                  <strong>{t(`play:contactLabels.${slot}`)}</strong>: <bdi>{name}</bdi>
                  {phone && (
                    <>
                      , <PhoneLink phone={phone} />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card">
        <h2>{t('young.title')}</h2>
        <p>{t('young.text')}</p>
        <h2>{t('staff.title')}</h2>
        <p>{t('staff.text')}</p>
      </section>
      <section className="card">
        <h2>{t('routes.title')}</h2>
        <ul className="contact-list">
          {routes.map((route) => (
            <Route key={route.id} route={route} showsCheck={showsChecks} />
          ))}
        </ul>
      </section>
      <section className="card" id="exit">
        <h2>{t('exit.title')}</h2>
        <p>{t('exit.text')}</p>
      </section>
    </div>
  );
}

function Route({ route, showsCheck }: { route: HelpRoute; showsCheck: boolean }) {
  const { t } = useTranslation('help');
  const { dateOf } = useDates();
  const { name, phone, web, email, when, checkedOn } = route;
  return (
    <li>
      <h3>{name}</h3>
      <p>{when}</p>
      <p className="row">
        {phone && <PhoneLink phone={phone} />}
        {web && (
          <a href={web} rel="noreferrer">
            {web.replace('https://', '')}
          </a>
        )}
        {email && <a href={`mailto:${email}`}>{email}</a>}
      </p>
      {showsCheck && (
        <p className="soft small">
          {checkedOn ? t('checked.verified', { date: dateOf(checkedOn) }) : t('checked.unverified')}
        </p>
      )}
    </li>
  );
}
