import { plainText, resolveBlock } from '#app/simulation/wording.ts';
import type { Definition, Transition } from '#scenarios/kit/definition.ts';
import {
  indexStates,
  isCompound,
  landingOf,
  resolveTarget,
  type StateNode,
  transitionsOf,
} from '#scenarios/kit/graph.ts';
import type { SceneKind } from '#scenarios/kit/scenes.ts';
import type { Quality, Rating, Tag } from '#scenarios/kit/vocabulary.ts';
import type { Words } from '#scenarios/kit/words.ts';
import { wordingFor } from '../wording.server.ts';
import { sayGuard, sayOutcome } from './conditions.ts';
import { type Terms, termsIn } from './terms.ts';

/** A state that is shown, or passed through by `always` (`pass`). */
export type GraphNode = {
  path: string;
  title: string;
  kind: SceneKind | 'pass';
  rating: Rating | null;
  tags: Tag[];
  /** The chapter it stands in, innermost. */
  chapter: string | null;
};

/** One way out of a state. A choice that forks has several, in the order in which they are tried. */
export type GraphEdge = {
  from: string;
  /** `null` for `always`. */
  event: string | null;
  label: string;
  /** `null` where the way says nothing of how good it is. */
  quality: Quality | null;
  /** The state one lands in: never a chapter. */
  to: string;
  guarded: boolean;
  /** The guard in words. */
  when: string | null;
  /** As it stands in the definition. */
  transition: Transition;
};

export type GraphChapter = { path: string; title: string; parent: string | null };

export type Graph = {
  title: string;
  start: string;
  chapters: GraphChapter[];
  nodes: GraphNode[];
  edges: GraphEdge[];
};

/** Everything that a picture of a scenario shows, in the order in which the author wrote it. */
export function graphOf(definition: Definition, words: Words, locale: string): Graph {
  const states = indexStates(definition);
  const all = [...states.values()];
  const say = termsIn(locale);
  const label = labels(definition, words, locale, say);
  return {
    title: words.title,
    start: landingOf(states, definition.machine.initial) ?? definition.machine.initial,
    chapters: all.filter(isCompound).map(({ path, parent }) => ({
      path,
      title: words.chapters[path] ?? path,
      parent: parent?.path ?? null,
    })),
    nodes: all.filter((node) => !isCompound(node)).map((node) => nodeOf(node, words)),
    edges: all.flatMap((node) =>
      transitionsOf(node.config).flatMap(({ event, transition }) => {
        const to = landingIn(states, node, transition);
        if (to === null) return [];
        return [
          {
            from: node.path,
            event,
            label: label(node, event),
            quality: transition.meta?.quality ?? null,
            to,
            guarded: transition.guard !== undefined,
            when: transition.guard ? sayGuard(transition.guard, say) : null,
            transition,
          },
        ];
      }),
    ),
  };
}

function nodeOf({ path, config: { meta, tags }, parent }: StateNode, words: Words): GraphNode {
  return {
    path,
    title: words.scenes[path]?.title ?? path,
    kind: meta?.kind ?? 'pass',
    rating: meta?.kind === 'ending' ? meta.rating : null,
    tags: tags ?? [],
    chapter: parent?.path ?? null,
  };
}

function landingIn(
  states: ReadonlyMap<string, StateNode>,
  from: StateNode,
  { target }: Transition,
): string | null {
  const path = resolveTarget(states, from, target);
  return path === null ? null : landingOf(states, path);
}

/** The words on a choice; of a scored scene, the answer that leads to the outcome. */
function labels(definition: Definition, words: Words, locale: string, say: Terms) {
  const wording = wordingFor(words, definition, {}, locale);
  return ({ path, config: { meta } }: StateNode, event: string | null): string => {
    if (event === null) return say('always');
    const written = words.scenes[path]?.choices?.[event]?.label;
    if (written) return plainText(resolveBlock(wording, written));
    const outcome = meta ? sayOutcome(meta, event, say) : null;
    return outcome ?? (event === 'next' ? say('next') : event);
  };
}

/** A choice with all the ways it may lead. */
export type GraphChoice = Pick<GraphEdge, 'event' | 'label' | 'quality'> & { ways: GraphEdge[] };

/** The choices of a state, in order. */
export function choicesOf(graph: Graph, path: string): GraphChoice[] {
  const choices = new Map<string | null, GraphEdge[]>();
  for (const edge of graph.edges.filter(({ from }) => from === path))
    choices.set(edge.event, [...(choices.get(edge.event) ?? []), edge]);
  return [...choices].map(([event, ways]) => ({
    event,
    label: ways[0]?.label ?? '',
    quality: ways.find(({ quality }) => quality !== null)?.quality ?? null,
    ways,
  }));
}
