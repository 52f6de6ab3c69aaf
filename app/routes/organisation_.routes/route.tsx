import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { listRoutes } from '#app/modules/help/confirmations.server.ts';
import { presentLine } from '#app/modules/help/present-line.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { Lines } from './lines.tsx';
import { Saved } from './saved.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'contacts.change');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const query = new URL(request.url).searchParams;
  const lines = (await listRoutes(services, session)).map((line) => presentLine(line, locale));
  return {
    title: wordsIn(locale, 'organisation')('routes.title'),
    organisation: session.organisation.name,
    lines,
    saved: lines.find(({ id }) => id === query.get('saved')) ?? null,
    next: lines.find(({ isHere, state }) => isHere && ['unconfirmed', 'changed'].includes(state)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function RoutesPage() {
  const { t } = useTranslation('organisation');
  const { organisation, lines, saved, next } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('routes.title')}</h1>
      <Lead>{t('routes.lead', { organisation })}</Lead>
      {saved && <Saved line={saved} next={next} />}
      <Lines lines={lines} />
      <Aside>{t('routes.why')}</Aside>
      <p>
        <a href="/organisation">{t('back')}</a>
      </p>
    </>
  );
}
