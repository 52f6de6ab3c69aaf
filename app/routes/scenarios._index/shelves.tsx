import type { SerializeFrom } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { Grid, Section } from '#app/components/layout/layout.tsx';
import { ScenarioCard } from '#app/components/scenario-card/scenario-card.tsx';
import { Line } from '#app/components/text/blocks.tsx';
import { isSetInSome, useLibraryWords } from '#app/i18n/use-library-words.ts';
import type { ScenarioCard as ScenarioCardData } from '#app/modules/scenarios/cards.server.ts';
import type { Reading } from '#app/simulation/view.ts';
import type { Nation } from '#scenarios/kit/vocabulary.ts';
import type { loader } from './route.tsx';
import { State } from './state.tsx';

type Loaded = SerializeFrom<typeof loader>;
type ShelfProps = Loaded['shelves'][number] & { nation: Nation | null };

/** The scenarios of one track; where there are none, where help is. */
export function Shelf({ track, door, cards, nation }: ShelfProps) {
  const { t } = useTranslation(['scenarios', 'common', 'library']);
  const factsOf = useFacts(nation);
  const say = useLibraryWords();
  return (
    <Section id={`track-${track}`} title={t(`common:tracks.${track}.name`)}>
      <p>{cards.length > 0 ? t(`trackLeads.${track}`) : t(`trackEmpty.${track}`)}</p>
      {cards.length > 0 && door !== 'open' && <p>{t(`doors.${door}.lead`)}</p>}
      {cards.length === 0 && (
        <p>
          <a href="/help?from=/scenarios">{t('trackHelp')}</a>
        </p>
      )}
      <Grid>
        {cards.map((card) => (
          <ScenarioCard
            key={card.id}
            href={`/scenarios/${card.id}`}
            title={card.title}
            state={card.state && <State state={card.state} title={card.title} />}
            track={track}
            summary={<Line blocks={card.summary} />}
            facts={factsOf(card)}
            tellsOf={
              card.contains.length > 0
                ? t('library:tellsOf', { topics: say.topics(card.contains) })
                : undefined
            }
            action={t(`doors.${door}.action`)}
            opening={card.opening}
          />
        ))}
      </Grid>
    </Section>
  );
}

/** Theme, kind of risk and length in a line, and where it is set if that is elsewhere. */
function useFacts(nation: Nation | null) {
  const { t } = useTranslation(['scenarios', 'common', 'library', 'reading']);
  const say = useLibraryWords();
  return ({ theme, fourCs, minutes, nations, reading }: ScenarioCardData): string => {
    const isElsewhere = nation ? !nations.includes(nation) : isSetInSome(nations);
    return [
      t(`common:themes.${theme}`),
      ...fourCs.map((one) => t(`library:fourCs.${one}.name`)),
      t('minutes', { count: minutes }),
      ...(isElsewhere ? [t('library:setIn', { nations: say.nations(nations) })] : []),
      ...easyKeys(reading).map((key) => t(`reading:${key}`)),
      // The point stays at the end of a line, and begins none.
    ].join('\u00a0· ');
  };
}

/** What a card says of Easy Read: that there is some, or none for somebody who wants it. */
function easyKeys({ level, wanted, hasBoth }: Reading): ('also' | 'notYet')[] {
  if (wanted === 'easy') return level === 'easy' ? [] : ['notYet'];
  return hasBoth ? ['also'] : [];
}
