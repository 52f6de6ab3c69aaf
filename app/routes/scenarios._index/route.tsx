import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Grid, Section } from '#app/components/layout/layout.tsx';
import { ScenarioCard } from '#app/components/scenario-card/scenario-card.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { sessionOf } from '#app/modules/access/request-session.server.ts';
import { listCards } from '#app/modules/scenarios/cards.server.ts';
import { doorOf } from '#app/modules/scenarios/policy.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { tracks } from '#scenarios/kit/vocabulary.ts';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const session = await sessionOf(request, services);
  const cards = await listCards(services, locale);
  return {
    title: wordsIn(locale, 'scenarios')('title'),
    isEmpty: cards.length === 0,
    tracks: tracks.map((track) => ({
      track,
      door: doorOf(track, session),
      cards: cards.filter((card) => card.track === track),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function Library() {
  const { t } = useTranslation(['scenarios', 'common']);
  const { isEmpty, tracks } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('title')}</h1>
      <Lead>{t('lead')}</Lead>
      {isEmpty ? (
        <Card title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </Card>
      ) : (
        tracks.map(({ track, cards, door }) => (
          <Section key={track} id={`track-${track}`} title={t(`common:tracks.${track}.name`)}>
            <p>{cards.length > 0 ? t(`trackLeads.${track}`) : t(`trackEmpty.${track}`)}</p>
            {cards.length > 0 && door !== 'open' && <p>{t(`doors.${door}.lead`)}</p>}
            {cards.length === 0 && (
              <p>
                <a href="/help?from=/scenarios">{t('trackHelp')}</a>
              </p>
            )}
            <Grid>
              {cards.map((card) => (
                <ScenarioCard
                  key={card.id}
                  href={`/scenarios/${card.id}`}
                  title={card.title}
                  track={track}
                  summary={card.summary}
                  facts={`${t(`common:themes.${card.theme}`)} · ${t('minutes', { count: card.minutes })}`}
                  action={t(`doors.${door}.action`)}
                  opening={card.opening}
                />
              ))}
            </Grid>
          </Section>
        ))
      )}
    </>
  );
}
