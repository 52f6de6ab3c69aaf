import { widthOf, wrap } from './letters.ts';
import {
  choicesOf,
  type Graph,
  type GraphChoice,
  type GraphEdge,
  type GraphNode,
} from './model.ts';
import type { Terms } from './terms.ts';

/** Sizes are in units: ten are the height of the letters in a choice. */
export const boxWidth = 272;
export const faces = {
  label: { size: 10 },
  title: { size: 11, isBold: true },
  small: { size: 8.5, isBold: true },
  when: { size: 8.5 },
} as const;
export const indent = 20;
export const edge = 6;
const line = 12.5;
const titleLine = 14;
const forkLine = 11.5;
const aside = 46;
const longest = 3;

/** Where a choice leaves its box; a choice that forks does so at several places. */
export type Exit = { to: string; number: number; y: number; when: string | null };
export type Row = {
  event: string | null;
  quality: GraphChoice['quality'];
  lines: string[];
  top: number;
  /** The middle of each line of letters, and of the word for the quality. */
  lineAt: number[];
  exits: Exit[];
};
export type Box = {
  node: GraphNode;
  number: number;
  title: string[];
  titleAt: number[];
  rows: Row[];
  height: number;
};

/** A scene as it is drawn: its title, and a row for each choice that says where it leads. */
export function boxesOf(graph: Graph, order: string[], say: Terms): Box[] {
  const numbers = new Map(order.map((path, index) => [path, index + 1]));
  const nodes = new Map(graph.nodes.map((node) => [node.path, node]));
  return order.flatMap((path) => {
    const node = nodes.get(path);
    return node ? [boxOf(graph, node, numbers, say)] : [];
  });
}

export function kindWord({ kind, rating }: GraphNode, say: Terms): string {
  return rating === null ? say(`kinds.${kind}`) : say(`ratings.${rating}`);
}

function boxOf(graph: Graph, node: GraphNode, numbers: Map<string, number>, say: Terms): Box {
  const number = numbers.get(node.path) ?? 0;
  const room = boxWidth - indent - edge * 2 - widthOf(kindWord(node, say), faces.small);
  const title = wrap(`${number}  ${node.title}`, faces.title, room, longest);
  let y = edge + title.length * titleLine;
  const rows = choicesOf(graph, node.path).map((choice) => {
    const row = rowOf(choice, y, numbers, say);
    y += row.height;
    return row;
  });
  return {
    node,
    number,
    title,
    titleAt: title.map((_, index) => edge + (index + 0.5) * titleLine),
    rows,
    height: y + edge - 2,
  };
}

function rowOf(choice: GraphChoice, top: number, numbers: Map<string, number>, say: Terms) {
  const { event, quality, label } = choice;
  const lines = wrap(label, faces.label, boxWidth - indent - aside - edge, longest);
  const targets = targetsOf(choice.ways);
  const start = top + 3;
  // A choice that is not always open is drawn as one that forks: its condition stands by its way.
  const isFork = targets.length > 1 || choice.ways.every(({ guarded }) => guarded);
  const least = quality === null || isFork ? 1 : 2;
  const lineAt = lines.map((_, index) => start + (index + 0.5) * line);
  const below = start + Math.max(lines.length, least) * line;
  const exits = targets.map(
    ({ to, ways }, index): Exit => ({
      to,
      number: numbers.get(to) ?? 0,
      y: isFork ? below + (index + 0.5) * forkLine : start + (least - 0.5) * line,
      when: isFork ? conditionOf(ways, say) : null,
    }),
  );
  return {
    event,
    quality,
    lines,
    top,
    lineAt,
    exits,
    height: below - top + (isFork ? targets.length * forkLine : 0) + 2,
  };
}

/** Ways of one choice to the same state are drawn as one. */
function targetsOf(ways: GraphEdge[]) {
  const targets = new Map<string, GraphEdge[]>();
  for (const way of ways) targets.set(way.to, [...(targets.get(way.to) ?? []), way]);
  return [...targets].map(([to, list]) => ({ to, ways: list }));
}

function conditionOf(ways: GraphEdge[], say: Terms): string {
  const [first] = ways;
  const text =
    ways.length > 1
      ? say('cases', { count: ways.length })
      : first?.when
        ? say('if', { when: first.when })
        : say('otherwise');
  return wrap(text, faces.when, boxWidth - indent * 2 - 34, 1).join('');
}
