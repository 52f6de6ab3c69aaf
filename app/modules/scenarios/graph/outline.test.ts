import { expect, test } from 'vitest';
import { readRealScenario } from '#tests/factories/scenario.ts';
import { layout } from './layout.ts';
import { graphOf } from './model.ts';
import { type OutlineItem, type OutlineScene, outlineOf } from './outline.ts';
import { termsIn } from './terms.ts';

const { definition, words } = readRealScenario();
const [file] = words;
if (!file) throw new Error('No words');
const say = termsIn('en-GB');
const graph = graphOf(definition, file.words, 'en-GB');
const { boxes } = await layout(graph, say);
const outline = outlineOf(
  graph,
  boxes.map(({ node }) => node.path),
  say,
);
const scenes = outline.flatMap(scenesOf);

function scenesOf(item: OutlineItem): OutlineScene[] {
  return 'items' in item ? item.items.flatMap(scenesOf) : [item];
}

test('it has the scenes of the picture, with the same numbers and in the same order', () => {
  expect(scenes.map(({ path, number }) => [path, number])).toEqual(
    boxes.map(({ node, number }) => [node.path, number]),
  );
  expect(scenes.filter(({ isStart }) => isStart).map(({ number }) => number)).toEqual([1]);
});

test('chapters hold their scenes, and endings stand outside', () => {
  const names = outline.map((item) => ('items' in item ? item.title : item.rating?.word));
  expect(names.slice(0, 3)).toEqual(['Form time', 'On the way', 'Afterwards']);
  expect(names.slice(3).sort()).toEqual(
    ['Harmful', 'Harmful', 'Harmful', 'Recommended', 'Recommended', 'Workable', 'Workable'].sort(),
  );
});

test('every way of every choice is there in whole words, and leads to a scene that is there', () => {
  const paths = scenes.map(({ path }) => path);
  const ways = scenes.flatMap(({ path, choices }) =>
    choices.flatMap(({ label, ways: list }) => list.map(({ to }) => [path, label, to.path])),
  );
  expect(ways.sort()).toEqual(graph.edges.map(({ from, label, to }) => [from, label, to]).sort());
  expect(ways.filter(([, , to]) => !paths.includes(to ?? ''))).toEqual([]);
});

test('a choice says how good it is, and when it leads where', () => {
  const bell = scenes.find(({ path }) => path === 'formTime.bell');
  const together = bell?.choices[2];
  expect(together?.quality).toEqual({ tone: 'good', word: 'Good' });
  expect(together?.ways.map(({ when, to }) => [when, to.path])).toEqual([
    ['If trust is below 4', 'corridor.gone'],
    ['If noticed is set', 'corridor.door'],
    ['Otherwise', 'corridor.phonePushed'],
  ]);
  expect(bell?.choices[3]?.ways[0]?.when).toBeNull();
});
