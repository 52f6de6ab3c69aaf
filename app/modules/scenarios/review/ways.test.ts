import { expect, test } from 'vitest';
import { type Exploration, explore } from '#app/checker/explore.ts';
import { createKindsSource } from '#tests/factories/kinds.ts';
import { createScenarioSource, readRealScenario } from '#tests/factories/scenario.ts';
import { graphOf } from '../graph/model.ts';
import { presentWays } from './present-ways.ts';
import { placesOf } from './script.ts';
import { waysThrough } from './ways.ts';

/** Every way from the start, walked one by one. */
function walked({ edges }: Exploration, config = 0): number[] {
  const onward = edges[config] ?? [];
  if (onward.length === 0) return [0];
  return onward.flatMap(({ to }) => walked({ edges } as Exploration, to).map((steps) => steps + 1));
}

test('ways are counted as they are when each is walked', () => {
  const exploration = explore(createKindsSource().definition);
  const all = walked(exploration);
  expect(all).toHaveLength(6);
  expect(waysThrough(exploration)).toMatchObject({ count: 6n, fewest: 4, most: 4 });
  const real = explore(readRealScenario().definition);
  const { count, fewest, most, endings } = waysThrough(real);
  expect(count).toBeGreaterThan(100_000n);
  expect(fewest).toBeLessThan(most);
  expect(Math.min(...endings.map(({ moves }) => moves.length))).toBe(fewest);
});

test('where one can go round there is no end of ways, and still a shortest one to each ending', () => {
  const ways = waysThrough(explore(createScenarioSource().definition));
  expect([ways.count, ways.most]).toEqual([null, Number.POSITIVE_INFINITY]);
  const shortest = ways.endings.map(({ path, rating, moves }) => [path, rating, moves.length]);
  expect(shortest.sort()).toEqual([
    ['apart', 'harmful', expect.any(Number)],
    ['slowly', 'workable', expect.any(Number)],
    ['together', 'recommended', expect.any(Number)],
  ]);
});

test('a way is told by scenes and what is chosen in them', () => {
  const { definition, words } = createScenarioSource();
  const [file] = words;
  if (!file) throw new Error('No words');
  const graph = graphOf(definition, file.words, 'en-GB');
  const places = placesOf(
    graph,
    graph.nodes.map(({ path }) => path),
  );
  const presented = presentWays(waysThrough(explore(definition)), graph, places, 'en-GB');
  expect(presented.count).toBeNull();
  const together = presented.endings.find(({ place }) => place.path === 'together');
  expect(together?.steps.map(({ place, label }) => [place.title, label])).toEqual([
    ['At the gate', 'Go in'],
    ['A phone', 'Continue'],
    ['What do you notice?', expect.any(String)],
    ['Sam waits', 'Choose listen'],
  ]);
});
