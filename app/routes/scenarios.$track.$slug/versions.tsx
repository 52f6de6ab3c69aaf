import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import type { Introduction } from '#app/modules/scenarios/introduction.server.ts';

/** From a story to its short version for home, and from that to the whole one. */
export function Versions({ home, whole }: Pick<Introduction, 'home' | 'whole'>) {
  const { t } = useTranslation('library');
  const other = whole ?? home;
  if (!other) return null;
  const { id, title, minutes: count } = other;
  return (
    <Card
      title={t(whole ? 'home.wholeTitle' : 'home.title')}
      foot={
        <ButtonLink href={`/scenarios/${id}`} look="quiet">
          {whole ? t('home.openWhole', { title }) : t('home.open')}
        </ButtonLink>
      }
    >
      <p>{whole ? t('home.whole', { count }) : t('home.text', { title, count })}</p>
    </Card>
  );
}
