import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { type Fact, Facts } from '#app/components/facts/facts.tsx';
import { isSetInSome, useLibraryWords } from '#app/i18n/use-library-words.ts';
import type { Introduction } from '#app/modules/scenarios/introduction.server.ts';

type Key = 'parts' | 'theme' | 'fourCs' | 'contains' | 'nations' | 'strands';

/**
 * What it is about, where one can stop and where it is set. For whom it is and how long it takes
 * stands above its title.
 */
export function About({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation(['library', 'common']);
  const say = useLibraryWords();
  const { theme, chapters, fourCs, strands, contains, nations } = introduction;
  const fact = (key: Key, value: string): Fact[] =>
    value === '' ? [] : [{ key, label: t(`about.${key}`), value }];
  return (
    <Card title={t('about.title')}>
      <Facts
        facts={[
          ...fact('theme', t(`common:themes.${theme}`)),
          ...fact('fourCs', fourCs.map(say.fourC).join('; ')),
          ...fact('contains', say.topics(contains)),
          ...fact('parts', chapters > 1 ? t('about.stops', { count: chapters }) : ''),
          ...fact('nations', isSetInSome(nations) ? say.nations(nations) : t('about.everywhere')),
          ...fact('strands', strands.map((strand) => t(`strands.${strand}`)).join('; ')),
        ]}
      />
    </Card>
  );
}
