import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice/notice.tsx';
import { Aside } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import { isSetInSome, useLibraryWords } from '#app/i18n/use-library-words.ts';
import type { Introduction } from '#app/modules/scenarios/introduction.server.ts';
import type { Nation } from '#scenarios/kit/vocabulary.ts';

/** Where somebody is, and what their nation calls the safeguarding lead. */
export type Home = { name: string; nation: Nation; lead: string };

type NationsProps = { nations: Introduction['nations']; organisation: Home | null };

/** Rules differ by nation: a story that is not set in all of them says so, the louder where one is elsewhere. */
export function Nations({ nations, organisation }: NationsProps) {
  const { t } = useTranslation('library');
  const say = useLibraryWords();
  if (!isSetInSome(nations)) return null;
  const set = say.nations(nations);
  if (!organisation || nations.includes(organisation.nation))
    return <Aside>{t('nations.restricted', { nations: set })}</Aside>;
  const nation = say.nation(organisation.nation);
  const { name, lead } = organisation;
  return (
    <Notice tone="care" title={t('nations.otherTitle', { nation })}>
      <p>{t('nations.other', { organisation: name, nation, nations: set, lead })}</p>
    </Notice>
  );
}

/** The day by which somebody was to look whether it is still right. */
export function Overdue({ reviewBy }: Pick<Introduction, 'reviewBy'>) {
  const { t } = useTranslation('library');
  const { dateOf } = useDates();
  return (
    <Notice tone="care" title={t('overdue.title')}>
      <p>{t('overdue.text', { date: dateOf(reviewBy) })}</p>
    </Notice>
  );
}
