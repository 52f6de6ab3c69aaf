import type { SerializeFrom } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { HandCard, HandCards } from '#app/components/hand-card/hand-card.tsx';
import { OnScreen, Section } from '#app/components/layout/layout.tsx';
import { BlockList, PhoneLink } from '#app/components/text/blocks.tsx';
import type { PresentedGuide } from '#app/modules/scenarios/guide/present.ts';
import type { Loaded } from './route.tsx';

type CardsProps = {
  guide: SerializeFrom<PresentedGuide>;
  about: string;
  lead: Loaded['page']['lead'];
};

/** Cards to print and to hold: the adult's says whom to ring. */
export function Cards({ guide: { cards }, about, lead }: CardsProps) {
  const { t } = useTranslation('guide');
  if (cards.adult.length === 0) return null;
  return (
    <Section id="cards" title={t('cards.title')}>
      <OnScreen>
        <p>{t('cards.hint')}</p>
      </OnScreen>
      <HandCards>
        <HandCard about={about} title={t('cards.adult')} foot={<Lead lead={lead} />}>
          <BlockList blocks={cards.adult} />
        </HandCard>
        {cards.digitalLeader.length > 0 && (
          <HandCard about={about} title={t('cards.digitalLeader')}>
            <BlockList blocks={cards.digitalLeader} />
          </HandCard>
        )}
      </HandCards>
    </Section>
  );
}

function Lead({ lead: { label, name, phone } }: Pick<CardsProps, 'lead'>) {
  const { t } = useTranslation('guide');
  return (
    <p>
      {label}: {name ? <bdi>{name}</bdi> : `(${t('cards.unset')})`}
      {phone && (
        <>
          , <PhoneLink phone={phone} />
        </>
      )}
    </p>
  );
}
