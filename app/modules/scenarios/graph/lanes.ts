import { boxWidth } from './boxes.ts';
import type { PlacedBox } from './columns.ts';

/** How far lines stand from each other, and from the boxes. */
const laneWidth = 6.5;
const margin = 10;
/** Where a line enters a box: the middle of its title. */
const entry = 13;
/** Lines to columns that are no neighbours run above all columns. */
const above = -1;

export type Point = { x: number; y: number };
/** The line from a choice to where it leads, drawn straight and square. */
export type Route = { from: string; event: string | null; to: string; points: Point[] };

type Stop = { gutter: number; to: string; side: 'left' | 'right'; top: number; bottom: number };
type Way = {
  from: PlacedBox;
  to: PlacedBox;
  event: string | null;
  y: number;
  /** The gutters it goes down or up: one, or two with the way above between them. */
  gutters: [number] | [number, number];
};

export type Routing = { routes: Route[]; columnAt: number[]; width: number; headroom: number };

/** Lines in the gutters between columns. All lines to one scene share one lane of a gutter. */
export function routeLines(boxes: PlacedBox[], columns: number): Routing {
  const ways = waysOf(boxes);
  const lanes = assignLanes(stopsOf(ways));
  const tracks = assign(tracksOf(ways));
  const headroom = tracks.count === 0 ? 0 : (tracks.count + 1) * laneWidth;

  const gutterAt: number[] = [];
  const columnAt: number[] = [];
  let x = 0;
  for (let gutter = 0; gutter <= columns; gutter += 1) {
    gutterAt.push(x);
    const used = lanes.widths.get(gutter) ?? 0;
    x += used * laneWidth + margin * 2;
    if (gutter < columns) {
      columnAt.push(x);
      x += boxWidth;
    }
  }

  const laneAt = (gutter: number, to: string) =>
    (gutterAt[gutter] ?? 0) + margin + ((lanes.lane(gutter, to) ?? 0) + 0.5) * laneWidth;
  const routes = ways.map((way): Route => {
    const [first, second] = way.gutters;
    const start = { x: (columnAt[way.from.column] ?? 0) + boxWidth, y: way.y + headroom };
    const y = way.to.y + entry + headroom;
    const last = second ?? first;
    const left = columnAt[way.to.column] ?? 0;
    const end = { x: last === way.to.column ? left : left + boxWidth, y };
    const lane = laneAt(first, way.to.node.path);
    const middle = second === undefined ? [] : trackPoints(lane, laneAt(second, way.to.node.path));
    function trackPoints(from: number, to: number): Point[] {
      const track = ((tracks.lane(way.to.node.path) ?? 0) + 0.5) * laneWidth;
      return [
        { x: from, y: track },
        { x: to, y: track },
      ];
    }
    const turn = middle.at(-1)?.x ?? lane;
    return {
      from: way.from.node.path,
      event: way.event,
      to: way.to.node.path,
      points: [start, { x: lane, y: start.y }, ...middle, { x: turn, y }, end],
    };
  });
  return { routes, columnAt, width: x, headroom };
}

function waysOf(boxes: PlacedBox[]): Way[] {
  const byPath = new Map(boxes.map((box) => [box.node.path, box]));
  return boxes.flatMap((from) =>
    from.rows.flatMap(({ event, exits }) =>
      exits.flatMap((exit): Way[] => {
        const to = byPath.get(exit.to);
        if (!to) return [];
        const gutters = guttersBetween(from.column, to.column);
        return [{ from, to, event, y: from.y + exit.y, gutters }];
      }),
    ),
  );
}

/** Gutter n stands left of column n. Lines leave on the right. */
function guttersBetween(from: number, to: number): Way['gutters'] {
  if (to === from || to === from + 1) return [from + 1];
  return [from + 1, to > from ? to : to + 1];
}

function stopsOf(ways: Way[]): Stop[] {
  const stops = new Map<string, Stop>();
  for (const { from, to, y, gutters } of ways) {
    const end = to.y + entry;
    const reach: [number, number[]][] =
      gutters.length === 1
        ? [[gutters[0], [y, end]]]
        : [
            [gutters[0], [y, above]],
            [gutters[1], [above, end]],
          ];
    for (const [gutter, ys] of reach) {
      const key = `${gutter} ${to.node.path}`;
      const side = gutter === to.column + 1 && from.column >= to.column ? 'left' : 'right';
      const known = stops.get(key);
      stops.set(key, {
        gutter,
        to: to.node.path,
        side: known?.side ?? side,
        top: Math.min(known?.top ?? Number.POSITIVE_INFINITY, ...ys),
        bottom: Math.max(known?.bottom ?? Number.NEGATIVE_INFINITY, ...ys),
      });
    }
  }
  return [...stops.values()];
}

type Span = { key: string; from: number; to: number };

function assignLanes(stops: Stop[]) {
  const gutters = new Map<number, ReturnType<typeof assign>>();
  for (const gutter of new Set(stops.map((stop) => stop.gutter))) {
    const inside = stops.filter((stop) => stop.gutter === gutter);
    // Short lines back into the column on the left stand nearest to it, so that few lines cross.
    const inOrder = [...inside].sort(
      (a, b) =>
        (a.side < b.side ? -1 : a.side > b.side ? 1 : 0) || a.bottom - a.top - (b.bottom - b.top),
    );
    gutters.set(
      gutter,
      assign(inOrder.map(({ to, top, bottom }) => ({ key: to, from: top, to: bottom }))),
    );
  }
  return {
    widths: new Map([...gutters].map(([gutter, { count }]) => [gutter, count])),
    lane: (gutter: number, to: string) => gutters.get(gutter)?.lane(to),
  };
}

function tracksOf(ways: Way[]): Span[] {
  const spans = new Map<string, Span>();
  for (const { to, gutters } of ways) {
    if (gutters.length === 1) continue;
    const key = to.node.path;
    const known = spans.get(key);
    spans.set(key, {
      key,
      from: Math.min(known?.from ?? Number.POSITIVE_INFINITY, ...gutters),
      to: Math.max(known?.to ?? 0, ...gutters),
    });
  }
  return [...spans.values()];
}

/** Gives each span the first lane in which it meets no other. */
function assign(spans: Span[]) {
  const lanes: Span[][] = [];
  const chosen = new Map<string, number>();
  for (const span of spans) {
    const free = lanes.findIndex((lane) =>
      lane.every((other) => other.to + 2 < span.from || span.to + 2 < other.from),
    );
    const index = free === -1 ? lanes.push([]) - 1 : free;
    lanes[index]?.push(span);
    chosen.set(span.key, index);
  }
  return { count: lanes.length, lane: (key: string) => chosen.get(key) };
}
