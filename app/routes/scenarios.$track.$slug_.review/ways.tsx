import { useTranslation } from 'react-i18next';
import { Way } from '#app/components/script/play.tsx';
import type { Language } from '#app/components/script/script-words.tsx';
import type { Review } from '#app/modules/scenarios/review/review.server.ts';

type WaysProps = { review: Review; language: Language };

/** How many ways lead through the story, what walked them, and the shortest one to each ending. */
export function Ways({ review: { id, story, may }, language }: WaysProps) {
  const { t } = useTranslation('review');
  const { ways, findings } = story;
  if (!ways) return <p>{t('ways.tooMany')}</p>;
  return (
    <>
      <p>
        {t('ways.once')}{' '}
        {ways.count === null
          ? t('ways.endless')
          : `${t('ways.many', { number: ways.count })} ${t('ways.length', ways)}`}
      </p>
      <p>{findings === 0 ? t('ways.clear') : t('ways.findings', { count: findings })}</p>
      {may.draw && (
        <p>
          <a href={`/scenarios/${id}/graph`}>{t('picture')}</a>
        </p>
      )}
      <h3>{t('ways.shortest')}</h3>
      {ways.endings.map(({ place, rating, steps }) => (
        <Way
          key={place.path}
          summary={t('ways.way', { ...place, count: steps.length })}
          {...{ rating, steps, language }}
        />
      ))}
    </>
  );
}
