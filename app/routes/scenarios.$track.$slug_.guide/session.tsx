import type { SerializeFrom } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Section, Stack } from '#app/components/layout/layout.tsx';
import { LinedList } from '#app/components/lined-list/lined-list.tsx';
import { BlockList, Blocks, Line } from '#app/components/text/blocks.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { PresentedGuide } from '#app/modules/scenarios/guide/present.ts';
import type { ViewBlock } from '#app/simulation/view.ts';
import { Questions } from './questions.tsx';
import { Timing } from './timing.tsx';

type GuideProps = { guide: SerializeFrom<PresentedGuide> };

/** The parts of a session by their headings, in the order in which they are needed. */
export function useSessionParts() {
  const { t } = useTranslation('guide');
  return [
    { href: '#glance', label: t('glance') },
    { href: '#aim', label: t('aim') },
    { href: '#safe', label: t('safe.title') },
    { href: '#ground-rules', label: t('groundRules') },
    { href: '#before', label: t('before') },
    { href: '#timing', label: t('timing.title') },
    { href: '#questions', label: t('questions.title') },
    { href: '#after', label: t('after') },
  ];
}

/** What a group does from beginning to end, and before all of it how everybody is kept safe. */
export function Session({ guide }: GuideProps) {
  const { t } = useTranslation('guide');
  return (
    <>
      <Section id="aim" title={t('aim')}>
        <BlockList blocks={guide.aim} />
      </Section>
      <Section id="safe" title={t('safe.title')}>
        <p>{t('safe.hint')}</p>
        <Stack>
          {(['stopWhen', 'sitOut', 'disclosures'] as const).map((part) => (
            <Card key={part} level={3} title={t(`safe.${part}`)}>
              <Lines blocks={guide[part]} />
            </Card>
          ))}
        </Stack>
      </Section>
      <Section id="ground-rules" title={t('groundRules')}>
        <Aside>{t('groundRulesHint')}</Aside>
        <Lines blocks={guide.groundRules} />
      </Section>
      <Section id="before" title={t('before')}>
        <Blocks blocks={guide.before} />
      </Section>
      <Section id="timing" title={t('timing.title')}>
        <Timing timing={guide.timing} minutes={guide.minutes} />
      </Section>
      <Section id="questions" title={t('questions.title')}>
        <Aside>{t('questions.hint')}</Aside>
        <Questions scenes={guide.scenes} />
      </Section>
      <Section id="after" title={t('after')}>
        <Blocks blocks={guide.after} />
      </Section>
    </>
  );
}

/** Rules that are long enough to be set apart. */
function Lines({ blocks }: { blocks: ViewBlock[] }) {
  return (
    <LinedList>
      {blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules never change order
        <li key={place}>
          <Line blocks={[block]} />
        </li>
      ))}
    </LinedList>
  );
}
