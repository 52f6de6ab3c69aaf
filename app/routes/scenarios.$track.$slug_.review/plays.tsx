import { useTranslation } from 'react-i18next';
import { Play, PlayList } from '#app/components/script/play.tsx';
import type { Language } from '#app/components/script/script-words.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { Review } from '#app/modules/scenarios/review/review.server.ts';

type PlaysProps = { review: Review; language: Language };

/** Ways through as somebody would live them: all by name, and one of them written out. */
export function Plays({ review: { plays, play, story }, language }: PlaysProps) {
  const { t } = useTranslation('review');
  if (!play) return <p>{t('plays.none')}</p>;
  const words = `language=${story.language}&level=${story.level}`;
  return (
    <>
      <Aside>{t('plays.hint')}</Aside>
      <PlayList
        label={t('plays.label')}
        plays={plays.map(({ name, rating }, index) => ({
          ...{ name, rating },
          href: `?${words}&play=${index}#play`,
          isShown: name === play.name,
        }))}
      />
      <div id="play">
        <Play play={play} language={language} />
      </div>
    </>
  );
}
