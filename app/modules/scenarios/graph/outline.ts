import type { Quality, Rating } from '#scenarios/kit/vocabulary.ts';
import { choicesOf, type Graph, type GraphChoice, type GraphNode } from './model.ts';
import type { Terms } from './terms.ts';

type Place = { path: string; number: number; title: string };
export type OutlineScene = Place & {
  kind: string;
  rating: { tone: Rating; word: string } | null;
  tags: string[];
  isStart: boolean;
  choices: {
    label: string;
    quality: { tone: Quality; word: string } | null;
    ways: { when: string | null; to: Place }[];
  }[];
};
export type OutlineChapter = { path: string; title: string; items: OutlineItem[] };
export type OutlineItem = OutlineScene | OutlineChapter;

/** Everything that the picture shows, in whole sentences: chapters, their scenes, where each choice leads. */
export function outlineOf(graph: Graph, order: string[], say: Terms): OutlineItem[] {
  const nodes = new Map(graph.nodes.map((node) => [node.path, node]));
  const places = new Map(
    order.map((path, index): [string, Place] => [
      path,
      { path, number: index + 1, title: nodes.get(path)?.title ?? path },
    ]),
  );
  const chapters = new Map<string | null, OutlineItem[]>([[null, []]]);

  function itemsOf(path: string | null): OutlineItem[] {
    const known = chapters.get(path);
    if (known) return known;
    const items: OutlineItem[] = [];
    chapters.set(path, items);
    const chapter = graph.chapters.find((one) => one.path === path);
    if (chapter) itemsOf(chapter.parent).push({ path: chapter.path, title: chapter.title, items });
    return items;
  }

  for (const path of order) {
    const node = nodes.get(path);
    const place = places.get(path);
    if (node && place) itemsOf(node.chapter).push(sceneOf(graph, node, place, places, say));
  }
  return itemsOf(null);
}

function sceneOf(
  graph: Graph,
  node: GraphNode,
  place: Place,
  places: ReadonlyMap<string, Place>,
  say: Terms,
): OutlineScene {
  return {
    ...place,
    kind: say(`kinds.${node.kind}`),
    rating: node.rating && { tone: node.rating, word: say(`ratings.${node.rating}`) },
    tags: node.tags,
    isStart: node.path === graph.start,
    choices: choicesOf(graph, node.path).map(({ label, quality, ways }) => ({
      label,
      quality: quality && { tone: quality, word: say(`qualities.${quality}`) },
      ways: waysOf(ways, places, say),
    })),
  };
}

function waysOf(
  ways: GraphChoice['ways'],
  places: ReadonlyMap<string, Place>,
  say: Terms,
): OutlineScene['choices'][number]['ways'] {
  return ways.flatMap(({ to, when }) => {
    const place = places.get(to);
    const alone = when === null && ways.length === 1;
    const condition = when === null ? say('otherwise') : say('if', { when });
    return place ? [{ when: alone ? null : condition, to: place }] : [];
  });
}
