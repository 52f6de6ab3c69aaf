import { checkScenario } from '#app/checker/check-scenario.ts';
import { explore } from '#app/checker/explore.ts';
import type { Scenario } from '#app/simulation/scenario.ts';
import type { Words } from '#scenarios/kit/words.ts';
import { type Graph, graphOf } from '../graph/model.ts';
import { storyOrder } from '../graph/story-order.ts';
import { type Ways, waysThrough } from './ways.ts';

/** What takes its time to find out about a story, whatever words it is told in. */
export type Studied = {
  /** The paths of all scenes in the order of the story. */
  order: string[];
  /** `null` where there is too much of it to be walked whole. */
  ways: Ways | null;
  /** How many things the checker found to mend on its paths. */
  findings: number;
};

const studied = new WeakMap<Scenario, Promise<Studied>>();

/** Found out once for each version, which never changes. */
export function study(scenario: Scenario, words: Words, locale: string): Promise<Studied> {
  const known = studied.get(scenario) ?? find(scenario, words, locale);
  studied.set(scenario, known);
  known.catch(() => studied.delete(scenario));
  return known;
}

async function find({ definition }: Scenario, words: Words, locale: string): Promise<Studied> {
  const graph: Graph = graphOf(definition, words, locale);
  const exploration = explore(definition);
  const source = { definition, words: [{ locale, level: 'standard' as const, words }], guides: [] };
  return {
    order: await storyOrder(graph),
    ways: exploration.whole ? waysThrough(exploration) : null,
    findings: checkScenario(source).proofs.filter(({ finding }) => finding.severity !== 'info')
      .length,
  };
}
