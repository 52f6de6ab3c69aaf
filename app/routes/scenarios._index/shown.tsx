import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Row } from '#app/components/layout/layout.tsx';
import { RemoveLink } from '#app/components/tag/tag.tsx';
import { useLibraryWords } from '#app/i18n/use-library-words.ts';
import type { Wider } from '#app/modules/scenarios/library/browse.ts';
import {
  addressOf,
  type Filter,
  type FilterPart,
  lift,
  setParts,
} from '#app/modules/scenarios/library/filter.ts';

type ShownProps = {
  filter: Filter;
  count: number;
  of: number;
  /** Where nothing fits: which one wish less, or which other track, finds something. */
  wider: Wider[];
  children: ReactNode;
};

/** How many scenarios are shown, what somebody chose to see only those, and how to choose. */
export function Shown({ filter, count, of, wider, children }: ShownProps) {
  const { t } = useTranslation('library');
  const sayPart = usePart();
  const parts = setParts(filter);
  const title = parts.length > 0 ? t('shown.some', { count, of }) : t('shown.all', { count });
  return (
    <Card id="shown" title={count > 0 ? title : t('none.title')}>
      {count === 0 && <NothingFits wider={wider} />}
      {parts.length > 0 && (
        <>
          <p>{t('shown.chosen')}</p>
          <Row>
            {parts.map((part) => (
              <RemoveLink
                key={part}
                href={`${addressOf(lift(filter, part))}#shown`}
                does={t('shown.remove')}
              >
                {sayPart(filter, part)}
              </RemoveLink>
            ))}
            <a href="/scenarios">{t('filter.clear')}</a>
          </Row>
        </>
      )}
      {children}
    </Card>
  );
}

/** What to change so that something fits. */
function NothingFits({ wider }: Pick<ShownProps, 'wider'>) {
  const { t } = useTranslation('library');
  if (wider.length === 0) return <p>{t('none.together')}</p>;
  return (
    <>
      <p>{t('none.text')}</p>
      <ul>
        {wider.map((way) => (
          <li key={way.href}>
            <a href={way.href}>
              {way.part === 'track'
                ? t(`none.inTrack.${way.track}`, { count: way.count })
                : t('none.found', { wish: t(`none.lift.${way.part}`), count: way.count })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a part of a filter asks for, in words. */
function usePart() {
  const { t } = useTranslation(['library', 'common']);
  const say = useLibraryWords();
  return ({ track, theme, fourC, minutes, without }: Filter, part: FilterPart): string => {
    if (part === 'without') return t('shown.without', { topics: say.topics(without) });
    if (part === 'track') return track ? t(`common:tracks.${track}.name`) : '';
    if (part === 'theme') return theme ? t(`common:themes.${theme}`) : '';
    if (part === 'fourC') return fourC ? say.fourC(fourC) : '';
    return minutes ? t('filter.upTo', { count: minutes }) : '';
  };
}
