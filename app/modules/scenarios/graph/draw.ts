import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import type { Move } from './highlight.ts';
import { layout } from './layout.ts';
import { graphOf } from './model.ts';
import { svgOf } from './svg.ts';
import { termsIn } from './terms.ts';

/** A scenario as a picture to print; with moves, the path that they take stands out. */
export async function drawScenario(
  { definition, words }: ScenarioSource,
  locale: string,
  highlight: readonly Move[] = [],
): Promise<string> {
  const standard = words.filter(({ level }) => level === 'standard');
  const file = standard.find((one) => one.locale === locale) ?? standard[0] ?? words[0];
  if (!file) throw new Error(`The scenario ${definition.id} has no words`);
  const graph = graphOf(definition, file.words, locale);
  const say = termsIn(locale);
  return svgOf(await layout(graph, say), graph, { say, locale: file.locale, highlight });
}
