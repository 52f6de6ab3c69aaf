import { boxWidth, edge, faces, indent, kindWord, type Row } from './boxes.ts';
import type { Frame, PlacedBox } from './columns.ts';
import { followPath, type Move } from './highlight.ts';
import type { Point, Route } from './lanes.ts';
import type { Layout } from './layout.ts';
import { widthOf, wrap } from './letters.ts';
import { kindMark, qualityMark, toneOf } from './marks.ts';
import type { Graph } from './model.ts';
import { box, type Drawing, line, rounded, type Shape, words } from './shapes.ts';
import type { Terms } from './terms.ts';

/** The picture of a scenario, with a path through it where there is one to show. */
export function drawingOf(
  layout: Layout,
  graph: Graph,
  say: Terms,
  highlight: readonly Move[] = [],
): Drawing {
  const path = followPath(layout.routes, highlight);
  const [onPath, others] = [true, false].map((is) =>
    layout.routes.filter((route) => path.steps.has(route) === is),
  ) as [Route[], Route[]];
  return {
    width: rounded(layout.width),
    height: rounded(layout.height),
    shapes: [
      ...heading(layout, graph, say, highlight.length > 0),
      ...layout.frames.flatMap((frame) => frameShapes(frame, say)),
      ...others.flatMap((route) => routeShapes(route, 'line', 1.1)),
      ...onPath.map((route) => line('path-case', pathOf(route.points), 6)),
      ...onPath.flatMap((route) => routeShapes(route, 'path', 3)),
      ...layout.boxes.flatMap((one) => boxShapes(one, say, path.scenes.has(one.node.path))),
      ...startShapes(layout, graph),
      ...[...path.steps].flatMap(([route, steps]) => stepShapes(route, steps)),
    ],
  };
}

function heading({ width }: Layout, { title }: Graph, say: Terms, hasPath: boolean): Shape[] {
  const face = { size: 16, isBold: true };
  const fitting = wrap(title, face, width - 40, 1).join('');
  const after = 24 + widthOf(fitting, face);
  const note = wrap(say('pathNote'), faces.label, Math.max(width - after, 60), 1).join('');
  return [
    words(fitting, 10, 15, 'ink', face),
    ...(hasPath ? [words(note, after, 16, 'soft', faces.label)] : []),
  ];
}

function frameShapes({ chapter, goesOn, depth, x, y, width, height }: Frame, say: Terms): Shape[] {
  const out = Math.max(7 - 2 * depth, 1);
  const title = goesOn ? say('goesOn', { chapter: chapter.title }) : chapter.title;
  const face = { size: 10.5, isBold: true };
  return [
    box('frame', [x - out, y, width + 2 * out, height], { radius: 6, dash: '4 2' }),
    words(wrap(title, face, width - 8, 1).join(''), x + 2, y + 10, 'ink', face),
  ];
}

function boxShapes(placed: PlacedBox, say: Terms, isOnPath: boolean): Shape[] {
  const { node, x, y, height, title, titleAt, rows } = placed;
  const isEnding = node.kind === 'ending';
  const look = node.rating ? `box-${toneOf(node.rating)}` : 'box';
  const radius = node.kind === 'decision' ? 0 : 5;
  return [
    ...(isOnPath
      ? [box('path', [x - 2, y - 2, boxWidth + 4, height + 4], { radius: radius + 2, stroke: 4 })]
      : []),
    box(look, [x, y, boxWidth, height], { radius, stroke: isEnding ? 2.2 : 1 }),
    kindMark(node, rounded(x + edge - 1), rounded(y + (titleAt[0] ?? 0))),
    ...title.map((text, index) =>
      words(text, x + indent, y + (titleAt[index] ?? 0), 'ink', faces.title),
    ),
    words(kindWord(node, say), x + boxWidth - edge, y + (titleAt[0] ?? 0), 'soft', {
      ...faces.small,
      anchor: 'end',
    }),
    ...rows.flatMap((row) => rowShapes(row, x, y, say)),
  ];
}

function rowShapes({ top, quality, lines, lineAt, exits }: Row, x: number, y: number, say: Terms) {
  const end = x + boxWidth - edge;
  const middle = y + (lineAt[0] ?? 0);
  return [
    line('rule', `M${rounded(x)} ${rounded(y + top + 1)}h${boxWidth}`, 0.7),
    ...(quality
      ? [
          qualityMark(quality, rounded(x + edge - 2), rounded(middle)),
          words(say(`qualities.${quality}`), end, middle, `ink-${toneOf(quality)}`, {
            ...faces.small,
            anchor: 'end',
          }),
        ]
      : []),
    ...lines.map((text, index) =>
      words(text, x + indent, y + (lineAt[index] ?? 0), 'ink', faces.label),
    ),
    ...exits.flatMap(({ number, when, y: at }) => [
      ...(when ? [words(when, x + indent + 8, y + at, 'soft', faces.when)] : []),
      words(`→ ${number}`, end, y + at, 'ink', { ...faces.small, size: 9, anchor: 'end' }),
    ]),
  ];
}

function routeShapes({ points }: Route, look: string, width: number): Shape[] {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return [];
  const back = end.x > before.x ? -1 : 1;
  const size = 3 + width;
  const head = `M${rounded(end.x)} ${rounded(end.y)}l${rounded(back * size * 1.4)} ${rounded(-size * 0.7)}v${rounded(size * 1.4)}z`;
  const stop = { x: end.x + back * size, y: end.y };
  return [
    line(look, pathOf([...points.slice(0, -1), stop]), width),
    { tag: 'path', look: `${look}-head`, at: { d: head } },
  ];
}

/** Straight lines with rounded corners: where lines meet, the corner tells which way each goes. */
function pathOf(points: Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = rest.map((point, index) => {
    const before = points[index] ?? first;
    const after = rest[index + 1];
    if (!after) return `L${at(point)}`;
    const radius = Math.min(3, distance(before, point) / 2, distance(point, after) / 2);
    return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
  });
  return `M${at(first)}${parts.join('')}`;
}

const at = ({ x, y }: Point) => `${rounded(x)} ${rounded(y)}`;
const distance = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

/** A dot with an arrow, where the story starts. */
function startShapes({ boxes }: Layout, { start }: Graph): Shape[] {
  const first = boxes.find(({ node }) => node.path === start);
  if (!first) return [];
  const y = rounded(first.y + 13);
  const x = rounded(first.x);
  return [
    {
      tag: 'path',
      look: 'line-head',
      at: { d: `M${x - 13} ${y - 3}a3 3 0 1 0 .01 0zM${x} ${y}l-6 -3v6z` },
    },
    line('line', `M${x - 13} ${y}h8`, 1.1),
  ];
}

function stepShapes({ points: [start] }: Route, steps: number[]): Shape[] {
  if (!start) return [];
  const text = steps.join(', ');
  const face = { size: 9, isBold: true };
  const width = Math.max(widthOf(text, face) + 6, 14);
  return [
    box('step', [start.x - 3, start.y - 7, width, 14], { radius: 7, stroke: 1.2 }),
    words(text, start.x - 3 + width / 2, start.y, 'step-number', { ...face, anchor: 'middle' }),
  ];
}

/** The words that stand for the picture where it cannot be seen. */
export function inWords(graph: Graph, say: Terms): { title: string; description: string } {
  return {
    title: say('title', { scenario: graph.title }),
    description: say('description', { count: graph.nodes.length }),
  };
}
