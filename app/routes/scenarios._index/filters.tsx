import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Disclosure } from '#app/components/disclosure/disclosure.tsx';
import { CheckFields, Fields, SelectField } from '#app/components/field/field.tsx';
import { OnScreen, Row } from '#app/components/layout/layout.tsx';
import { useLibraryWords } from '#app/i18n/use-library-words.ts';
import type { Filter, Length } from '#app/modules/scenarios/library/filter.ts';
import { fourCs, type HardTopic, type Theme, tracks } from '#scenarios/kit/vocabulary.ts';

type FiltersProps = {
  filter: Filter;
  isOpen: boolean;
  /** Only what there is to find, or to leave out. */
  themes: Theme[];
  lengths: Length[];
  topics: HardTopic[];
};

/** Everything is in the address, so that a choice can be kept and sent. Works without script. */
export function Filters({ filter, isOpen, themes, lengths, topics }: FiltersProps) {
  const { t } = useTranslation(['library', 'common']);
  const say = useLibraryWords();
  return (
    <OnScreen>
      <Disclosure summary={t('filter.title')} isOpen={isOpen}>
        <form action="/scenarios#shown" aria-label={t('filter.title')}>
          <Fields>
            <SelectField
              id="track"
              label={t('filter.track')}
              any={t('filter.anyTrack')}
              defaultValue={filter.track ?? ''}
              options={tracks.map((value) => ({ value, label: t(`common:tracks.${value}.short`) }))}
            />
            <SelectField
              id="theme"
              label={t('filter.theme')}
              any={t('filter.anyTheme')}
              defaultValue={filter.theme ?? ''}
              options={themes.map((value) => ({ value, label: t(`common:themes.${value}`) }))}
            />
            <SelectField
              id="fourC"
              label={t('filter.fourC')}
              any={t('filter.anyFourC')}
              defaultValue={filter.fourC ?? ''}
              options={fourCs.map((value) => ({ value, label: say.fourC(value) }))}
            />
            <SelectField
              id="minutes"
              label={t('filter.minutes')}
              any={t('filter.anyMinutes')}
              defaultValue={`${filter.minutes ?? ''}`}
              options={lengths.map((count) => ({
                value: `${count}`,
                label: t('filter.upTo', { count }),
              }))}
            />
          </Fields>
          {topics.length > 0 && (
            <CheckFields
              legend={t('filter.without')}
              name="without"
              defaultValues={filter.without}
              options={topics.map((value) => ({ value, label: say.topic(value) }))}
            />
          )}
          <Row>
            <Button>{t('filter.go')}</Button>
          </Row>
        </form>
      </Disclosure>
    </OnScreen>
  );
}
