import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { OnScreen } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { WithContents } from '#app/components/script/contents.tsx';
import { Kicker, Lead } from '#app/components/text/text.tsx';
import { contactWords } from '#app/i18n/contact-words.ts';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { openGuide } from '#app/modules/scenarios/guide/guide.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { Cards } from './cards.tsx';
import { Helplines } from './helplines.tsx';
import { Session, useSessionParts } from './session.tsx';
import { Glance, Standing } from './standing.tsx';

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'scenarios.lead');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const id = `${params.track}/${params.slug}`;
  const page = await openGuide(services, session, id, locale);
  if (!page) throw new Response(null, { status: 404 });
  const { name, nation } = session.organisation;
  return {
    page,
    organisation: { name, nation, lead: contactWords(locale, nation, 'dsl', 'name') },
    pageTitle: wordsIn(locale, 'guide')('pageTitle', { scenario: page.title }),
  };
}

export type Loaded = SerializeFrom<typeof loader>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export const handle: PageHandle = {
  width: 'wide',
  trackOf: (data) => (data as Loaded | undefined)?.page.track,
};

export default function GuidePage() {
  const { t } = useTranslation('guide');
  const { page, organisation, pageTitle } = useLoaderData<typeof loader>();
  const entries = useEntries(page);
  const { guide } = page;
  return (
    <>
      <Kicker>{t('kicker', { number: page.number })}</Kicker>
      <h1>{pageTitle}</h1>
      <Lead>{t('lead')}</Lead>
      <OnScreen>
        <p>
          <a href={`/scenarios/${page.id}`}>{t('back')}</a>
        </p>
        {guide && <p>{t(guide.cards.adult.length > 0 ? 'paperCards' : 'paper')}</p>}
      </OnScreen>
      <Standing page={page} organisation={organisation} />
      {guide ? (
        <WithContents label={t('contents')} entries={entries}>
          <Glance page={page} organisation={organisation} />
          <Session guide={guide} />
          <Helplines routes={page.routes} />
          <Cards guide={guide} about={page.title} lead={page.lead} />
        </WithContents>
      ) : (
        <NoGuide page={page} />
      )}
    </>
  );
}

/** A short version for home needs none: it is read alone. Any other must not be led without. */
function NoGuide({ page: { number, homeVersionOf } }: Pick<Loaded, 'page'>) {
  const { t } = useTranslation('guide');
  if (homeVersionOf)
    return (
      <Notice title={t('none.home.title')}>
        <p>{t('none.home.text')}</p>
        <p>
          <a href={`/scenarios/${homeVersionOf}/guide`}>{t('none.home.whole')}</a>
        </p>
      </Notice>
    );
  return (
    <Notice tone="care" title={t('none.title')}>
      <p>{t('none.text', { number })}</p>
      <p>{t('none.write')}</p>
    </Notice>
  );
}

/** The parts of the guide, for the list beside it. */
function useEntries({ guide, routes }: Loaded['page']) {
  const { t } = useTranslation('guide');
  const parts = useSessionParts();
  if (!guide) return [];
  return [
    ...parts,
    ...(routes.length > 0 ? [{ href: '#routes', label: t('routes.title') }] : []),
    ...(guide.cards.adult.length > 0 ? [{ href: '#cards', label: t('cards.title') }] : []),
  ];
}
