import { useTranslation } from 'react-i18next';
import {
  type FourC,
  type HardTopic,
  hardTopics,
  type Nation,
  nations,
} from '#scenarios/kit/vocabulary.ts';

/** What the library calls the things by which it sorts scenarios. */
export function useLibraryWords() {
  const { t, i18n } = useTranslation(['library', 'organisation']);
  const and = new Intl.ListFormat(i18n.language);
  // Some topics have an “or” of their own.
  const list = new Intl.ListFormat(i18n.language, { type: 'unit' });
  const nationOf = (nation: Nation) => t(`organisation:settings.nations.${nation}`);
  const topicOf = (topic: HardTopic) => t(`topics.${topic}`);
  return {
    /** “Contact: who gets in touch”. */
    fourC: (one: FourC) =>
      t('shown.fourC', { name: t(`fourCs.${one}.name`), means: t(`fourCs.${one}.means`) }),
    topic: topicOf,
    topics: (topics: readonly HardTopic[]) =>
      list.format(hardTopics.filter((topic) => topics.includes(topic)).map(topicOf)),
    nation: nationOf,
    nations: (some: readonly Nation[]) => and.format(some.map(nationOf)),
  };
}

/** Whether a story is set in some of the nations only: rules differ in the others. */
export function isSetInSome(some: readonly Nation[]): boolean {
  return nations.some((nation) => !some.includes(nation));
}
