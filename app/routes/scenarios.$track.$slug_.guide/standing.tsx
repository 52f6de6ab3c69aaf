import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/facts/facts.tsx';
import { Grid, Section } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import { isSetInSome, useLibraryWords } from '#app/i18n/use-library-words.ts';
import { adultLedThemes } from '#scenarios/kit/vocabulary.ts';
import type { Loaded } from './route.tsx';

type StandingProps = Pick<Loaded, 'page' | 'organisation'>;

/** What to know before anything else: who may lead it, whether it is approved, and for which nation. */
export function Standing({ page, organisation }: StandingProps) {
  const isElsewhere = !page.nations.includes(organisation.nation);
  return (
    <Grid>
      {page.guide && <WhoLeads page={page} led={page.guide.led} />}
      <Approval page={page} organisation={organisation} />
      {isElsewhere && <Elsewhere page={page} organisation={organisation} />}
    </Grid>
  );
}

type Led = NonNullable<Loaded['page']['guide']>['led'];

function WhoLeads({ page: { track, theme }, led }: Pick<StandingProps, 'page'> & { led: Led }) {
  const { t } = useTranslation('guide');
  const isAlways = adultLedThemes.includes(theme);
  return (
    <Notice tone="care" title={t(`led.${led}.title`)}>
      <p>
        {led === 'adult' ? t(`led.adult.${track}`) : t('led.pupils-may-present.young-people')}
        {isAlways && ` ${t('led.adult.always')}`}
      </p>
    </Notice>
  );
}

function Approval({ page: { approval, number }, organisation }: StandingProps) {
  const { t } = useTranslation('guide');
  const { dateOf } = useDates();
  if (!approval)
    return (
      <Notice tone="care" title={t('approval.title')}>
        <p>
          {t('approval.none', { number, organisation: organisation.name, lead: organisation.lead })}
        </p>
      </Notice>
    );
  const { name, date, haveWordsChanged } = approval;
  const key = haveWordsChanged ? 'approval.changed' : 'approval.given';
  return (
    <Notice tone={haveWordsChanged ? 'care' : 'good'}>
      <p>{t(key, { name, date: dateOf(date) })}</p>
    </Notice>
  );
}

/** A story that is set in other nations follows other rules. */
function Elsewhere({ page: { nations }, organisation: { name, nation, lead } }: StandingProps) {
  const { t } = useTranslation('library');
  const say = useLibraryWords();
  const here = say.nation(nation);
  return (
    <Notice tone="care" title={t('nations.otherTitle', { nation: here })}>
      <p>
        {t('nations.other', {
          ...{ organisation: name, nation: here, lead },
          nations: say.nations(nations),
        })}
      </p>
    </Notice>
  );
}

/** Whom it is for, how long it takes, and whose names and rules stand in it. */
export function Glance({ page, organisation }: StandingProps) {
  const { t } = useTranslation(['guide', 'common']);
  const say = useLibraryWords();
  const { guide, track, theme, minutes, nations } = page;
  if (!guide) return null;
  const fact = (key: 'for' | 'theme' | 'leads' | 'session' | 'play' | 'names', value: string) => ({
    ...{ key, value },
    label: t(`facts.${key}`),
  });
  return (
    <Section id="glance" title={t('glance')}>
      <Facts
        facts={[
          fact('for', t(`common:tracks.${track}.short`)),
          fact('theme', t(`common:themes.${theme}`)),
          fact('leads', t(`facts.${guide.led}`)),
          fact('session', t('facts.sessionValue', { count: guide.minutes })),
          fact('play', t('facts.playValue', { count: minutes })),
          fact('names', `${organisation.name}, ${say.nation(organisation.nation)}`),
          ...(isSetInSome(nations)
            ? [{ key: 'set', label: t('facts.set'), value: say.nations(nations) }]
            : []),
        ]}
      />
    </Section>
  );
}
