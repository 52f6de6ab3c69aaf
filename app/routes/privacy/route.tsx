import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Grid } from '#app/components/layout/layout.tsx';
import { LinedList } from '#app/components/lined-list/lined-list.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { sessionOf } from '#app/modules/access/request-session.server.ts';
import { mayOnceProved } from '#app/modules/access/roles.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { tracks } from '#scenarios/kit/vocabulary.ts';
import { LinesCard } from './parts.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await sessionOf(request, services);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  return {
    title: wordsIn(locale, 'privacyNotice')('overview.title'),
    mayRunIt: session !== null && mayOnceProved(session, 'people.view'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function PrivacyPage() {
  const { t } = useTranslation('privacyNotice');
  const { mayRunIt } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('overview.title')}</h1>
      <Lead>{t('overview.lead')}</Lead>
      <Grid>
        {tracks.map((track) => (
          <Card
            key={track}
            track={track}
            title={t(`overview.cards.${track}.title`)}
            foot={
              <ButtonLink href={`/privacy/${track}`} look="quiet">
                {t(`overview.cards.${track}.go`)}
              </ButtonLink>
            }
          >
            <p>{t(`overview.cards.${track}.text`)}</p>
          </Card>
        ))}
      </Grid>
      <LinesCard {...t('overview.short', { returnObjects: true })} />
      <LinedList>
        <li>
          <a href="/cookies">{t('overview.cookies')}</a>
        </li>
        {mayRunIt && (
          <li>
            <a href="/organisation/privacy">{t('overview.organisation')}</a>
          </li>
        )}
      </LinedList>
    </>
  );
}
