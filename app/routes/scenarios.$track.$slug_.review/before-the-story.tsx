import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Facts } from '#app/components/facts/facts.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { InLanguage, type Language, ScriptBlocks } from '#app/components/script/script-words.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { Review } from '#app/modules/scenarios/review/review.server.ts';
import { useTextNames } from './use-text-names.ts';

type BeforeProps = { review: Review; timeZone: string; language: Language };

/** What somebody is told before they play, and what the scenario is based on. */
export function BeforeTheStory({ review, timeZone, language }: BeforeProps) {
  const { t } = useTranslation('review');
  const { story, sources } = review;
  return (
    <InLanguage language={language}>
      <Notice tone="care" title={t('before.note')}>
        <ScriptBlocks blocks={story.contentNote} />
      </Notice>
      <Stack>
        <Card level={3} title={t('before.summary')}>
          <ScriptBlocks blocks={story.summary} />
        </Card>
        <Card level={3} title={t('before.objectives')}>
          <ScriptBlocks blocks={story.objectives} />
        </Card>
        <Card level={3} title={t('before.sources')}>
          <ul>
            {sources.map(({ title, published }) => (
              <li key={title}>
                {title}, {published}
              </li>
            ))}
          </ul>
        </Card>
        <Card level={3} title={t('before.facts')}>
          <About review={review} timeZone={timeZone} />
        </Card>
      </Stack>
    </InLanguage>
  );
}

function About({ review, timeZone }: Omit<BeforeProps, 'language'>) {
  const { t } = useTranslation(['review', 'common']);
  const { dateOf, dateAt } = useDates(timeZone);
  const { nameOfText } = useTextNames();
  const { number, substance, track, theme, minutes, reviewBy, isOverdue, texts } = review;
  const fact = (key: 'version' | 'track' | 'theme' | 'minutes' | 'reviewBy', value: ReactNode) => ({
    ...{ key, label: t(`before.${key}`), value },
  });
  const due = dateOf(reviewBy);
  return (
    <Facts
      facts={[
        fact('version', t('before.versionValue', { number, substance })),
        fact('track', t(`common:tracks.${track}.short`)),
        fact('theme', t(`common:themes.${theme}`)),
        fact('minutes', t('before.minutesValue', { count: minutes })),
        fact('reviewBy', isOverdue ? t('before.overdue', { date: due }) : due),
        ...texts.map(({ id, revision, publishedAt, ...text }, index) => ({
          key: id,
          label: index === 0 ? t('before.texts') : '',
          value: t('before.textValue', {
            ...{ text: nameOfText(text), revision, date: dateAt(publishedAt) },
          }),
        })),
      ]}
    />
  );
}
