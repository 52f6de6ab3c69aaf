import { expect, test } from 'vitest';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { createScenarioSource } from '#tests/factories/scenario.ts';
import { choicesOf, graphOf } from './model.ts';

function graphIn({ definition, words }: ScenarioSource) {
  const [file] = words;
  if (!file) throw new Error('No words');
  return graphOf(definition, file.words, 'en-GB');
}

const graph = graphIn(createScenarioSource());
const ways = (path: string, event: string | null) =>
  graph.edges.filter((edge) => edge.from === path && edge.event === event);

test('every scene is there with its kind, its chapter and, where it ends, its rating', () => {
  const shown = graph.nodes.map(({ path, kind, rating, chapter }) => [path, kind, rating, chapter]);
  expect(shown).toEqual([
    ['morning.gate', 'scene', null, 'morning'],
    ['morning.phone', 'thread', null, 'morning'],
    ['morning.signs', 'spot', null, 'morning'],
    ['morning.answer', 'decision', null, 'morning'],
    ['mending', 'decision', null, null],
    ['weighing', 'pass', null, null],
    ['together', 'ending', 'recommended', null],
    ['slowly', 'ending', 'workable', null],
    ['apart', 'ending', 'harmful', null],
  ]);
  expect(graph.chapters).toEqual([{ path: 'morning', title: 'Morning', parent: null }]);
  expect(graph.start).toBe('morning.gate');
});

test('a way into a chapter leads to the scene where the chapter begins', () => {
  expect(ways('morning.answer', 'wait.longer').map(({ to }) => to)).toEqual(['morning.gate']);
});

test('a choice that forks is one choice, with its ways in the order in which they are tried', () => {
  const [sorry] = choicesOf(graph, 'mending').filter(({ event }) => event === 'say.sorry');
  expect(sorry).toMatchObject({ quality: 'good' });
  expect(sorry?.ways.map(({ to, when, guarded }) => [to, when, guarded])).toEqual([
    ['weighing', 'asked is set', true],
    ['weighing', null, false],
  ]);
});

test('conditions are said in words, with brackets where a list stands in another', () => {
  expect(ways('weighing', null).map(({ when }) => when)).toEqual([
    'asked is set or rushed is set',
    'trust is 6 or more',
    null,
  ]);
  const guard = ways('morning.answer', 'wait.longer')[0]?.when;
  expect(guard).toBe('trust is below 6 and not noticed is set');
  const nested = graphIn(
    createScenarioSource({
      definition: {
        'machine/states/weighing/always/0/guard': {
          type: 'not',
          params: {
            guard: {
              type: 'all',
              params: {
                of: [
                  { type: 'flagIs', params: { flag: 'asked', value: false } },
                  { type: 'meterBelow', params: { meter: 'safety', value: 2 } },
                ],
              },
            },
          },
        },
      },
    }),
  );
  const [first] = nested.edges.filter(({ from }) => from === 'weighing');
  expect(first?.when).toBe('not (asked is not set and safety is below 2)');
});

test('an outcome of a scored scene is told by the answer that leads to it', () => {
  expect(choicesOf(graph, 'morning.signs').map(({ label }) => label)).toEqual([
    '2 signs found or more, 1 false alarm at most',
    '1 sign found or more',
    'Any other answer',
  ]);
});

test('a local name in a choice is said in words', () => {
  const named = graphIn(
    createScenarioSource({
      words: { 'scenes/mending/choices/leave.it/label': { text: 'Tell {{dsl.name}}.' } },
    }),
  );
  const [, leave] = choicesOf(named, 'mending');
  expect(leave?.label).toBe('Tell the safeguarding lead.');
});
