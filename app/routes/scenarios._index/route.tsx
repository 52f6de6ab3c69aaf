import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { sessionOf } from '#app/modules/access/request-session.server.ts';
import { listCards } from '#app/modules/scenarios/cards.server.ts';
import { mayOpenTrack } from '#app/modules/scenarios/policy.ts';
import { tracks } from '#scenarios/kit/vocabulary.ts';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const session = await sessionOf(request, services);
  const cards = await listCards(services, locale);
  return {
    title: wordsIn(locale, 'scenarios')('title'),
    tracks: tracks
      .map((track) => ({
        track,
        isOpen: mayOpenTrack(track, session),
        cards: cards.filter((card) => card.track === track),
      }))
      .filter(({ cards }) => cards.length > 0),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { isWide: true };

export default function Library() {
  const { t } = useTranslation(['scenarios', 'common']);
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {data.tracks.length === 0 && (
        <section className="card">
          <h2>{t('empty.title')}</h2>
          <p>{t('empty.text')}</p>
        </section>
      )}
      {data.tracks.map(({ track, cards, isOpen }) => (
        <section key={track} aria-labelledby={`track-${track}`}>
          <h2 id={`track-${track}`}>{t(`common:tracks.${track}.name`)}</h2>
          <div className="grid">
            {cards.map((card) => (
              <article key={card.id} className="card scenario-card">
                <h3>{card.title}</h3>
                <p>{card.summary}</p>
                <p className="soft small">
                  {t(`common:themes.${card.theme}`)} · {t('minutes', { count: card.minutes })}
                </p>
                <p className="push">
                  <a className="button" href={`/scenarios/${card.id}`}>
                    {isOpen ? t('open') : t('staffOnly')}
                    <span className="hidden">: {card.title}</span>
                  </a>
                </p>
              </article>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
