import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { endElsewhere } from '#app/modules/access/account.server.ts';
import { placesOf } from '#app/modules/access/enter.server.ts';
import { endOwnSession, listOwnSessions } from '#app/modules/access/own-sessions.server.ts';
import { requireSignedIn, sessionToken } from '#app/modules/access/request-session.server.ts';
import { needsSecondFactor } from '#app/modules/access/roles.ts';
import { isOnlyAdministrator } from '#app/modules/people/administrators.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { How } from './how.tsx';
import { Places } from './places.tsx';
import { Sessions } from './sessions.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requireSignedIn(request, services);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const { searchParams } = new URL(request.url);
  const token = await sessionToken(request, services);
  const places = await placesOf(services, session.userId);
  return {
    title: wordsIn(locale, 'access')('account.title'),
    organisation: session.organisation,
    account: await services.identity.accountOf(session.userId),
    needsSecondFactor: session.withheld.some(needsSecondFactor) && !session.secondFactor,
    isOnlyAdministrator: await isOnlyAdministrator(services, session),
    isDemo: session.organisation.isDemo,
    sessions: await listOwnSessions(services, session, token),
    places: places.map(({ organisationId, organisation }) => ({ organisationId, organisation })),
    said: saidBy(searchParams),
  };
}

/** What was just done, to be said once. */
function saidBy(query: URLSearchParams) {
  if (query.has('saved')) return 'password.saved' as const;
  if (query.has('on')) return 'second.done' as const;
  return query.has('ended') ? ('account.sessions.ended' as const) : null;
}

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const session = await requireSignedIn(request, services);
  const key = String((await request.formData()).get('session') ?? '');
  const token = await sessionToken(request, services);
  if (key === 'all') await endElsewhere(services, session, token, 'elsewhere');
  else await endOwnSession(services, session, key);
  return redirect('/account?ended', 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function AccountPage() {
  const { t } = useTranslation('access');
  const { needsSecondFactor, isOnlyAdministrator, places, said } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('account.title')}</h1>
      <Lead>{t('account.lead')}</Lead>
      {said && (
        <Notice tone="good" role="status">
          <p>{t(said)}</p>
        </Notice>
      )}
      <Stack>
        {needsSecondFactor && (
          <Notice tone="care">
            <p>{t('account.needed')}</p>
            <ButtonLink href="/account/second-factor">{t('account.how.secondSet')}</ButtonLink>
          </Notice>
        )}
        {isOnlyAdministrator && (
          <Notice>
            <p>
              {t('account.only')} <a href="/people">{t('account.people')}</a>
            </p>
          </Notice>
        )}
        <How />
        {places.length > 1 && <Places />}
        <Sessions />
        <Card title={t('account.data.title')}>
          <p>{t('account.data.text')}</p>
          <Row>
            <ButtonLink href="/account/data.html" look="quiet" download>
              {t('account.data.html')}
            </ButtonLink>
            <ButtonLink href="/account/data.json" look="quiet" download>
              {t('account.data.json')}
            </ButtonLink>
            <a href="/privacy">{t('account.data.privacy')}</a>
          </Row>
        </Card>
      </Stack>
    </>
  );
}
