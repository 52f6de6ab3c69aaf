import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission, requireSession } from '#app/modules/access/request-session.server.ts';
import { mayOverlook, overview } from '#app/modules/organisation/overview.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { Needs } from './needs.tsx';
import { Parts } from './parts.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requireSession(request, services);
  if (!mayOverlook(session)) await requirePermission(request, services, 'people.view');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  return {
    title: wordsIn(locale, 'organisation')('title'),
    organisation: session.organisation.name,
    timeZone: session.organisation.timeZone,
    view: await overview(services, session),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function OrganisationPage() {
  const { t } = useTranslation('organisation');
  const { organisation, view } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('title')}</h1>
      <Lead>{t('lead', { organisation })}</Lead>
      <Needs view={view} />
      <Parts view={view} />
    </>
  );
}
