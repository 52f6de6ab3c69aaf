import { type PlayLengths, playLengths } from '#app/checker/experience/play-lengths.ts';
import { randomShares } from '#app/checker/experience/random-play.ts';
import { measure, readingAge, sentencesOf, wordCount } from '#app/checker/language/readable.ts';
import { proverOf } from '#app/checker/prover.ts';
import { listStates } from '#scenarios/kit/graph.ts';
import { decidingScenes } from '#scenarios/kit/guide.ts';
import type { ScenarioSource, WordsFile } from '#scenarios/kit/read-scenario.ts';
import type { Rating } from '#scenarios/kit/vocabulary.ts';
import { flattenWords } from '#scenarios/kit/word-keys.ts';

export type Figures = {
  id: string;
  level: string;
  /** By Flesch and Kincaid, over all of its words. */
  readingAge: number | null;
  longestSentence: number;
  words: number;
  states: number;
  /** Scenes in which somebody decides, scored ones included. */
  decisions: number;
  endings: number;
  minutes: PlayLengths | null;
  /** Shares of endings by rating when every choice is made at random. */
  random: Map<Rating, number>;
};

/** What can be counted of one scenario, for each language and reading level that English rules can read. */
export function figuresOf(source: ScenarioSource): Figures[] {
  const { definition } = source;
  const scenes = listStates(definition).flatMap(({ config }) => config.meta ?? []);
  const random = randomShares(proverOf(source).exploration);
  return source.words
    .filter(({ locale }) => /^en\b/.test(locale))
    .map((file) => ({
      id: definition.id,
      level: file.level,
      ...readingOf(source, file),
      states: scenes.length,
      decisions: decidingScenes(definition).length,
      endings: scenes.filter(({ kind }) => kind === 'ending').length,
      minutes: playLengths(source, file),
      random,
    }));
}

function readingOf({ definition }: ScenarioSource, { words, locale }: WordsFile) {
  const sentences = [...flattenWords(words).values()]
    .flat()
    .flatMap(({ text }) => sentencesOf(text, locale));
  return {
    readingAge: readingAge([measure(sentences, definition.track)]),
    longestSentence: Math.max(...sentences.map((sentence) => wordCount(sentence, locale))),
    words: sentences.reduce((sum, sentence) => sum + wordCount(sentence, locale), 0),
  };
}
