import type {
  ScriptChapter,
  ScriptPart,
  ScriptPlace,
  ScriptScene,
} from '#app/simulation/script-view.ts';
import type { Wording } from '#app/simulation/wording.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import { indexStates } from '#scenarios/kit/graph.ts';
import type { Graph } from '../graph/model.ts';
import { scriptScene } from './script-scene.ts';
import { tellerIn } from './teller.ts';

export type Script = { parts: ScriptPart[]; places: ReadonlyMap<string, ScriptPlace> };

/**
 * A scenario as a script: every scene once, in the order of the story and under its chapter, with all
 * that is said, seen and chosen in it. In: a graph of the definition and the same words, and the order
 * of its scenes. Pure.
 */
export function scriptOf(
  definition: Definition,
  { graph, order }: { graph: Graph; order: readonly string[] },
  wording: Wording,
  locale: string,
): Script {
  const teller = tellerIn(locale, wording);
  const states = indexStates(definition);
  const nodes = new Map(graph.nodes.map((node) => [node.path, node]));
  const places = placesOf(graph, order);
  const within = new Map<string | null, ScriptPart[]>([[null, []]]);

  function partsOf(path: string | null): ScriptPart[] {
    const known = within.get(path);
    if (known) return known;
    const parts: ScriptPart[] = [];
    within.set(path, parts);
    const chapter = graph.chapters.find((one) => one.path === path);
    if (chapter) {
      const remembers = teller.remembers(states.get(chapter.path)?.config.entry);
      partsOf(chapter.parent).push({ path: chapter.path, title: chapter.title, remembers, parts });
    }
    return parts;
  }

  for (const path of order) {
    const node = nodes.get(path);
    const place = places.get(path);
    if (node && place)
      partsOf(node.chapter).push(scriptScene(node, place, { graph, states, places, teller }));
  }
  return { parts: partsOf(null), places };
}

/** The scenes of a story by number and title. */
export function placesOf(graph: Graph, order: readonly string[]): Map<string, ScriptPlace> {
  const titles = new Map(graph.nodes.map(({ path, title }) => [path, title]));
  return new Map(
    order.map((path, index) => [
      path,
      { path, number: index + 1, title: titles.get(path) ?? path },
    ]),
  );
}

export function isChapter(part: ScriptPart): part is ScriptChapter {
  return 'parts' in part;
}

/** The scenes of a script, chapters left aside. */
export function scenesOf(parts: readonly ScriptPart[]): ScriptScene[] {
  return parts.flatMap((part) => (isChapter(part) ? scenesOf(part.parts) : [part]));
}
