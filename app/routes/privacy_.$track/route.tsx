import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Stack } from '#app/components/layout/layout.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { listHelpRoutes } from '#app/modules/help/routes.server.ts';
import { nowhere } from '#app/modules/help/standing.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { tracks } from '#scenarios/kit/vocabulary.ts';
import { ParentsNotice } from './parents-notice.tsx';
import { staffFacts } from './staff-facts.server.ts';
import { StaffNotice } from './staff-notice.tsx';
import { YoungPeopleNotice } from './young-people-notice.tsx';

const trackSchema = z.enum(tracks);

/** Who reads the pages for parents and young people is not asked: they know nobody. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const { data: track } = trackSchema.safeParse(params.track);
  if (!track) throw new Response(null, { status: 404 });
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const title = wordsIn(locale, 'privacyNotice')(`${track}.title`);
  if (track === 'staff') return { track, title, facts: await staffFacts(services, request) };
  if (track === 'parents') return { track, title };
  const routes = listHelpRoutes(nowhere, { locale, level: 'standard' });
  return {
    track,
    title,
    emergency: routes.find((route) => route.emergency)?.phone ?? null,
    childline: routes.find(({ id }) => id === 'childline') ?? null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = {
  trackOf: (data) => (data as { track: string } | undefined)?.track,
};

export default function TrackPrivacyPage() {
  const { t } = useTranslation('privacyNotice');
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t(`${data.track}.title`)}</h1>
      <Stack>
        {data.track === 'staff' && <StaffNotice facts={data.facts} />}
        {data.track === 'parents' && <ParentsNotice />}
        {data.track === 'young-people' && <YoungPeopleNotice {...data} />}
        <p>
          <a href="/privacy">{t('all')}</a>
        </p>
      </Stack>
    </>
  );
}
