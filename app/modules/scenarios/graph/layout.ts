import { type Box, boxesOf } from './boxes.ts';
import { columnsOf, type Frame, type PlacedBox } from './columns.ts';
import { type Route, routeLines } from './lanes.ts';
import type { Graph } from './model.ts';
import { type Paper, papers, scaleOn } from './paper.ts';
import { storyOrder } from './story-order.ts';
import type { Terms } from './terms.ts';

/** Room above the columns for the title. */
export const titleRoom = 34;
const mostColumns = 40;

/** Where everything of a picture stands, in units. `y` of boxes and lines counts from the top of all. */
export type Layout = {
  width: number;
  height: number;
  boxes: PlacedBox[];
  frames: Frame[];
  routes: Route[];
  paper: Paper;
};

/**
 * Lays a scenario out to be read like a page: scenes numbered in the order of the story, column after
 * column. A story is long and narrow, so that one layered drawing of it would be a ribbon; of all
 * numbers of columns the one is taken that leaves the letters largest on a sheet of paper.
 */
export async function layout(graph: Graph, say: Terms): Promise<Layout> {
  const boxes = boxesOf(graph, await storyOrder(graph), say);
  const tried = Array.from({ length: Math.min(boxes.length, mostColumns) }, (_, index) =>
    inColumns(graph, boxes, index + 1),
  );
  const best = tried.reduce((a, b) => (scaleOn(papers[0], b) > scaleOn(papers[0], a) ? b : a));
  return { ...best, paper: paperFor(best) };
}

function inColumns(graph: Graph, boxes: Box[], most: number): Omit<Layout, 'paper'> {
  const columns = columnsOf(boxes, graph.chapters, most);
  const { routes, columnAt, width, headroom } = routeLines(columns.boxes, columns.count);
  const down = titleRoom + headroom;
  const moved = <T extends { column: number; y: number }>(one: T) => ({
    ...one,
    x: columnAt[one.column] ?? 0,
    y: one.y + down,
  });
  return {
    width,
    height: columns.height + down,
    boxes: columns.boxes.map(moved),
    frames: columns.frames.map(moved),
    routes: routes.map((route) => ({
      ...route,
      points: route.points.map(({ x, y }) => ({ x, y: y + titleRoom })),
    })),
  };
}

/** The smallest sheet on which the letters can be read; the largest where none will do. */
function paperFor(size: { width: number; height: number }): Paper {
  const legible = papers.find((paper) => scaleOn(paper, size) * 10 >= leastLetter);
  return legible ?? papers[papers.length - 1] ?? papers[0];
}

/** 5.5 points, in millimetres: the smallest print of a timetable. */
const leastLetter = 1.94;
