import { asList, listStates } from '#scenarios/kit/graph.ts';
import type { ScenarioSource, WordsFile } from '#scenarios/kit/read-scenario.ts';
import { wordCount } from '../language/readable.ts';
import type { Prover } from '../prover.ts';

/** A decision with answers of both kinds: which of them are good, in the order in which they are read. */
type Decision = { path: string; answers: { event: string; isGood: boolean }[] };

/** More than this share of a scenario's decisions, and somebody in a hurry sees the pattern. */
const most = { longest: 0.5, samePlace: 0.6 };

/** What tells the good answers without reading them: that they are the longest, or stand in one place. */
export function checkTellingAnswers(prover: Prover, source: ScenarioSource) {
  const decisions = decisionsOf(source);
  for (const file of source.words) {
    const telling = decisions.filter((decision) => isLongestGood(decision, file)).length;
    if (telling > decisions.length * most.longest)
      prover.inform(
        'longest-answer',
        `In ${telling} of ${decisions.length} decisions a good answer is the longest (${file.locale}, ${file.level}): one can choose by length, and read none.`,
      );
  }
  const places = decisions.flatMap(({ answers }) => {
    const good = answers.flatMap(({ isGood }, place) => (isGood ? place + 1 : []));
    return good.length === 1 ? good : [];
  });
  for (const place of new Set(places)) {
    const there = places.filter((one) => one === place).length;
    if (there > 2 && there > places.length * most.samePlace)
      prover.inform(
        'same-place',
        `Of ${places.length} decisions with one good answer, it is answer number ${place} in ${there}. Change their order in machine.json.`,
      );
  }
}

function decisionsOf({ definition }: ScenarioSource): Decision[] {
  return listStates(definition).flatMap(({ path, config }) => {
    if (config.meta?.kind !== 'decision') return [];
    const answers = Object.entries(config.on ?? {}).map(([event, ways]) => ({
      event,
      isGood: asList(ways).some(({ meta }) => meta?.quality === 'good'),
    }));
    const good = answers.filter(({ isGood }) => isGood).length;
    return good > 0 && good < answers.length ? [{ path, answers }] : [];
  });
}

function isLongestGood({ path, answers }: Decision, file: WordsFile): boolean {
  const lengths = answers.map(({ event, isGood }) => {
    const label = file.words.scenes[path]?.choices?.[event]?.label?.text ?? '';
    return { isGood, words: wordCount(label, file.locale) };
  });
  const longest = (wanted: boolean) =>
    Math.max(...lengths.filter(({ isGood }) => isGood === wanted).map(({ words }) => words));
  return longest(true) > longest(false);
}
