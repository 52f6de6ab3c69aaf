import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Quality } from '#scenarios/kit/vocabulary.ts';
import { readRealScenario } from '#tests/factories/scenario.ts';
import { boxWidth } from './boxes.ts';
import { type Layout, layout } from './layout.ts';
import { type Graph, graphOf } from './model.ts';
import { scaleOn } from './paper.ts';
import { termsIn } from './terms.ts';

const say = termsIn('en-GB');

function realGraph(): Graph {
  const { definition, words } = readRealScenario();
  const [file] = words;
  if (!file) throw new Error('No words');
  return graphOf(definition, file.words, 'en-GB');
}

type Plan = { chapter: number; ways: { event: number; to: number; quality: Quality }[] }[];

/** Any number of scenes, in any chapters, with ways from anywhere to anywhere. */
const plans = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc.array(
    fc.record({
      chapter: fc.nat({ max: 5 }),
      ways: fc.array(
        fc.record({
          event: fc.nat({ max: 3 }),
          to: fc.nat({ max: size - 1 }),
          quality: fc.constantFrom<Quality>('good', 'neutral', 'slip', 'grave'),
        }),
        { maxLength: 7 },
      ),
    }),
    { minLength: size, maxLength: size },
  ),
);

/** Chapters 3 and 4 stand inside chapter 2; chapter 0 is none. */
function graphFrom(plan: Plan): Graph {
  const path = (index: number) => `scene${index}`;
  return {
    title: 'A made-up story',
    start: path(0),
    chapters: [1, 2, 3, 4, 5].map((number) => ({
      path: `chapter${number}`,
      title: `Chapter ${number}`,
      parent: number === 3 || number === 4 ? 'chapter2' : null,
    })),
    nodes: plan.map(({ chapter }, index) => ({
      path: path(index),
      title: `The ${index} that went on and on, `.repeat(1 + (index % 4)),
      kind: 'decision',
      rating: null,
      tags: [],
      chapter: chapter === 0 ? null : `chapter${chapter}`,
    })),
    edges: plan.flatMap(({ ways }, index) =>
      ways.map(({ event, to, quality }) => ({
        from: path(index),
        event: `choice.${event}`,
        label: 'Something that somebody may say '.repeat(event + 1),
        quality,
        to: path(to),
        guarded: event > 1,
        when: event > 1 ? 'trust is below 4' : null,
        transition: { target: path(to) },
      })),
    ),
  };
}

type Area = { left: number; right: number; top: number; bottom: number };
const areaOf = ({ x, y, height }: Layout['boxes'][number]): Area => ({
  left: x,
  right: x + boxWidth,
  top: y,
  bottom: y + height,
});

/** Touching edges is no meeting. */
const meet = (a: Area, b: Area) =>
  a.left < b.right - 0.01 &&
  b.left < a.right - 0.01 &&
  a.top < b.bottom - 0.01 &&
  b.top < a.bottom - 0.01;

/** Half the width of a line. */
const half = 0.5;
type Stretch = Area & { to: string; isUpright: boolean };
function stretchesOf({ routes }: Layout): Stretch[] {
  return routes.flatMap(({ points, to }) =>
    points.slice(1).map((end, index) => {
      const start = points[index] ?? end;
      return {
        to,
        isUpright: start.x === end.x,
        left: Math.min(start.x, end.x) - (start.x === end.x ? half : 0),
        right: Math.max(start.x, end.x) + (start.x === end.x ? half : 0),
        top: Math.min(start.y, end.y) - (start.y === end.y ? half : 0),
        bottom: Math.max(start.y, end.y) + (start.y === end.y ? half : 0),
      };
    }),
  );
}

function expectReadable(graph: Graph, { boxes, routes, ...size }: Layout) {
  const all = { boxes, routes, ...size };
  expect(boxes.map(({ node }) => node.path).sort()).toEqual(
    graph.nodes.map(({ path }) => path).sort(),
  );
  const areas = boxes.map(areaOf);
  for (const [index, area] of areas.entries()) {
    expect(areas.slice(index + 1).filter((other) => meet(area, other))).toEqual([]);
    expect(area.left).toBeGreaterThanOrEqual(0);
    expect(area.right).toBeLessThanOrEqual(size.width);
    expect(area.bottom).toBeLessThanOrEqual(size.height + 0.01);
  }
  const targets = new Set(graph.edges.map(({ from, event, to }) => `${from} ${event} ${to}`));
  expect(new Set(routes.map(({ from, event, to }) => `${from} ${event} ${to}`))).toEqual(targets);
  const stretches = stretchesOf(all);
  for (const stretch of stretches) {
    expect(areas.filter((area) => meet(stretch, area))).toEqual([]);
    expect(stretch.left).toBeGreaterThanOrEqual(0);
    expect(stretch.right).toBeLessThanOrEqual(size.width);
  }
  const upright = stretches.filter(({ isUpright }) => isUpright);
  for (const [index, one] of upright.entries())
    expect(upright.slice(index + 1).filter((two) => two.to !== one.to && meet(one, two))).toEqual(
      [],
    );
  for (const { to, points } of routes) {
    const area = areas[boxes.findIndex(({ node }) => node.path === to)];
    const end = points.at(-1);
    expect([area?.left, area?.right]).toContain(end?.x);
    expect(end?.y).toBeGreaterThan(area?.top ?? Number.POSITIVE_INFINITY);
    expect(end?.y).toBeLessThan(area?.bottom ?? 0);
  }
}

test('any story is laid out so that nothing covers anything, and every way can be followed', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const graph = graphFrom(plan);
      expectReadable(graph, await layout(graph, say));
    }),
    { numRuns: 30 },
  );
});

test('a chapter keeps its scenes together, and its frames hold them and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const graph = graphFrom(plan);
      const { boxes, frames } = await layout(graph, say);
      const parents = new Map(graph.chapters.map(({ path, parent }) => [path, parent]));
      const isIn = (chapter: string | null, path: string): boolean =>
        chapter !== null && (chapter === path || isIn(parents.get(chapter) ?? null, path));
      for (const { path } of graph.chapters) {
        const inside = boxes.map(({ node }) => isIn(node.chapter, path));
        const framed = boxes.map((box) =>
          frames.some(
            ({ chapter, column, y, height }) =>
              chapter.path === path &&
              column === box.column &&
              y < box.y &&
              box.y + box.height < y + height,
          ),
        );
        expect(framed).toEqual(inside);
        expect(inside.join('').match(/true(?:true)*/g)?.length ?? 0).toBeLessThanOrEqual(1);
        expect(
          frames.filter(({ chapter, goesOn }) => chapter.path === path && !goesOn),
        ).toHaveLength(inside.includes(true) ? 1 : 0);
      }
    }),
    { numRuns: 15 },
  );
});

test('a scene stands after every scene that leads to it, where nothing goes round', async () => {
  const downhill = plans.map((plan) =>
    plan.map(({ ways }, index) => ({
      chapter: 0,
      ways: ways.filter(({ to }) => to < index),
    })),
  );
  await fc.assert(
    fc.asyncProperty(downhill, async (plan) => {
      const graph = graphFrom(plan);
      const { boxes } = await layout(graph, say);
      const numbers = new Map(boxes.map(({ node, number }) => [node.path, number]));
      for (const { from, to } of graph.edges)
        expect(numbers.get(from)).toBeLessThan(numbers.get(to) ?? 0);
    }),
    { numRuns: 15 },
  );
});

test('the first scenario is readable on one A4 sheet, and its ways can be followed', async () => {
  const graph = realGraph();
  const laidOut = await layout(graph, say);
  expectReadable(graph, laidOut);
  expect(laidOut.paper).toEqual({ width: 297, height: 210 });
  const points = (scaleOn(laidOut.paper, laidOut) * 10) / 0.3528;
  expect(points).toBeGreaterThanOrEqual(5.5);
});

test('a story too long for A4 gets a larger sheet, not smaller letters', async () => {
  const plan: Plan = Array.from({ length: 60 }, (_, index) => ({
    chapter: 0,
    ways: [0, 1, 2, 3].map((event) => ({ event, to: (index + event) % 60, quality: 'good' })),
  }));
  const laidOut = await layout(graphFrom(plan), say);
  expect(laidOut.paper.width).toBeGreaterThan(297);
  expect((scaleOn(laidOut.paper, laidOut) * 10) / 0.3528).toBeGreaterThanOrEqual(5.49);
});

test('the same story is laid out the same way every time', async () => {
  const graph = realGraph();
  expect(await layout(graph, say)).toEqual(await layout(graph, say));
});
