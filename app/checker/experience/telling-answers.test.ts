import { expect, test } from 'vitest';
import { asList, listStates } from '#scenarios/kit/graph.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { smallScenario } from '#tests/factories/small-scenario.ts';
import { checkScenario } from '../check-scenario.ts';

const long = 'I say a great many kind words, one after the other.';
const short = 'I go.';

/** Four decisions in a row, each with the good answer in the given place among three. */
function scenarioOf(places: number[]): ScenarioSource {
  const ways = (place: number, next: string) =>
    [1, 2, 3].map((at) => `  ${at === place ? 'good' : `other${at}`}: listen -> ${next}`);
  const names = places.map((_, index) => `room${index}`);
  const story = places.flatMap((place, index) => [
    names[index] as string,
    ...ways(place, names[index + 1] ?? 'well'),
  ]);
  const source = smallScenario(story.join('\n'), { opening: false });
  for (const { config } of listStates(source.definition))
    for (const way of asList(config.on?.good ?? [])) if (way.meta) way.meta.quality = 'good';
  return source;
}

function label(source: ScenarioSource, say: (event: string, scene: number) => string) {
  for (const [index, scene] of Object.values(source.words[0]?.words.scenes ?? {}).entries())
    for (const [event, choice] of Object.entries(scene.choices ?? {}))
      choice.label = { text: say(event, index) };
  return source;
}

const found = (source: ScenarioSource) =>
  checkScenario(source)
    .proofs.map(({ finding }) => finding.rule)
    .filter((rule) => rule === 'longest-answer' || rule === 'same-place');

test('good answers that are the longest are told of, once they are more than half', () => {
  const spread = scenarioOf([1, 2, 3, 1]);
  expect(found(label(spread, (event) => (event === 'good' ? long : short)))).toEqual([
    'longest-answer',
  ]);
  const half = (event: string, scene: number) => ((event === 'good') === scene < 2 ? long : short);
  expect(found(label(spread, half))).toEqual([]);
  expect(found(label(spread, () => long))).toEqual([]);
});

test('good answers that stand in one place are told of, and their place', () => {
  expect(found(label(scenarioOf([2, 2, 2, 1]), () => long))).toEqual(['same-place']);
  expect(found(label(scenarioOf([2, 2, 1, 3]), () => long))).toEqual([]);
});
