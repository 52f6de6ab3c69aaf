import type { Definition } from '#scenarios/kit/definition.ts';
import { indexStates, type StateNode } from '#scenarios/kit/graph.ts';
import { settings } from '#scenarios/kit/looks.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import type { Words } from '#scenarios/kit/words.ts';
import { canonicalJson } from '../canonical-json.ts';
import { choicesOf, type Graph, type GraphNode, graphOf } from '../graph/model.ts';
import { wordingFor } from '../wording.server.ts';
import { choiceLines } from './choice-lines.ts';
import type { Line } from './line.ts';
import { seenIn } from './script-scene.ts';
import { type Teller, tellerIn } from './teller.ts';
import { choiceHandle, handleOf } from './word-lines.ts';

type Naming = { words: Words; teller: Teller; locale: string };

/**
 * What a definition's machine says, as lines to compare: scenes and choices, what each does and where
 * it leads. The words are there to name things by. Pure.
 */
export function storyLines(definition: Definition, words: Words, locale: string): Line[] {
  const graph = graphOf(definition, words, locale);
  const teller = tellerIn(locale, wordingFor(words, definition, {}, locale));
  const states = indexStates(definition);
  const naming = { words, teller, locale };
  const titles = new Map(graph.nodes.map(({ path, title }) => [path, title]));
  return [
    ...startLines(definition, graph, teller),
    ...graph.chapters.map((chapter) => chapterLine(chapter, states, teller)),
    ...graph.nodes.flatMap((node) => {
      const scene = states.get(node.path)?.config.meta;
      const nameOf = (event: string) => choiceHandle(scene, event, words.scenes[node.path], locale);
      return [
        ...stateLines(node, states.get(node.path), graph, teller),
        ...(scene ? sceneLines(node.path, scene, naming) : []),
        ...choicesOf(graph, node.path).flatMap((choice) =>
          choiceLines(choice, { path: node.path, scene, titles, nameOf, teller }),
        ),
      ];
    }),
  ];
}

function startLines({ machine }: Definition, { start, nodes }: Graph, { say }: Teller): Line[] {
  const { meters, flags } = machine.context;
  return [
    {
      ...{ scene: null, key: 'start', value: start },
      label: () => say('changes.story.start'),
      text: () => nodes.find(({ path }) => path === start)?.title ?? start,
    },
    ...Object.entries(meters).map(([meter, value]) => ({
      ...{ scene: null, key: `meter ${meter}`, value: String(value) },
      label: () => say('changes.story.meter', { meter }),
      text: () => String(value),
    })),
    ...Object.entries(flags).map(([flag, value]) => ({
      ...{ scene: null, key: `flag ${flag}`, value: String(value) },
      label: () => say('changes.story.flag'),
      text: () => say(`script.remembers.${value ? 'set' : 'unset'}`, { flag }),
    })),
  ];
}

function chapterLine(
  { path, title }: Graph['chapters'][number],
  states: ReadonlyMap<string, StateNode>,
  { say, remembers }: Teller,
): Line {
  const entry = states.get(path)?.config.entry;
  return {
    ...{ scene: null, key: `chapter ${path}`, value: canonicalJson(entry ?? []) },
    label: () => say('changes.story.chapter', { title }),
    text: () => remembers(entry).join('; '),
  };
}

function stateLines(
  { path, kind, rating, tags, chapter }: GraphNode,
  state: StateNode | undefined,
  { chapters }: Graph,
  teller: Teller,
): Line[] {
  const { say, terms } = teller;
  const entry = state?.config.entry;
  type Key = 'kind' | 'chapterOf' | 'rating' | 'states' | 'entry';
  const line = (key: Key, value: string, text: () => string): Line => ({
    ...{ scene: path, key, value },
    label: () => say(`changes.story.${key}`),
    text,
  });
  return [
    line('kind', kind, () => terms(`kinds.${kind}`)),
    line(
      'chapterOf',
      chapter ?? '',
      () => chapters.find((one) => one.path === chapter)?.title ?? '',
    ),
    line('rating', rating ?? '', () => (rating ? terms(`ratings.${rating}`) : '')),
    line('states', [...tags].sort().join(' '), () => tags.map(teller.state).join(' ')),
    line('entry', canonicalJson(entry ?? []), () => teller.remembers(entry).join('; ')),
  ];
}

function sceneLines(path: string, scene: Scene, naming: Naming): Line[] {
  const { say } = naming.teller;
  return [
    {
      ...{ scene: path, key: 'setting', value: scene.setting ?? '' },
      label: () => say('changes.story.setting'),
      text: () => (scene.setting ? settings[scene.setting].meaning : ''),
    },
    {
      ...{ scene: path, key: 'seen', value: canonicalJson(scene.faces ?? []) },
      label: () => say('changes.story.seen'),
      text: () => seenIn(scene, naming.teller).join(' '),
    },
    ...(scene.asides ?? []).map((id) => ({
      ...{ scene: path, key: `aside ${id}`, value: id },
      label: () => say('changes.story.aside'),
      text: () => naming.words.scenes[path]?.asides?.[id]?.term ?? id,
    })),
    ...partLines(path, scene, naming),
    ...taskLines(path, scene, naming),
  ];
}

/** By whom each part and message is said, and under which condition; and in which order they come. */
function partLines(path: string, scene: Scene, { words, teller, locale }: Naming): Line[] {
  const { say } = teller;
  const lists = {
    parts: scene.parts,
    messages: scene.kind === 'thread' ? scene.messages : [],
  };
  return (['parts', 'messages'] as const).flatMap((list) => [
    ...lists[list].map(({ id, by, when }): Line => {
      const part = () => handleOf(words.scenes[path]?.[list]?.[id], locale);
      const who = () => (by === undefined ? say('changes.words.told') : (words.cast[by] ?? by));
      return {
        ...{ scene: path, key: `${list} ${id}`, value: canonicalJson({ by, when }) },
        label: () => say('changes.story.part', { part: part() }),
        text: () => [who(), teller.when(when)].filter((said) => said !== null).join('. '),
      };
    }),
    orderLine(path, `${list} order`, () => say('changes.story.partOrder'), lists[list]),
  ]);
}

/** What is to be marked or put in order, and what must come first. */
function taskLines(path: string, scene: Scene, { words, teller, locale }: Naming): Line[] {
  const { say } = teller;
  const handle = (id: string) => handleOf(words.scenes[path]?.items?.[id]?.text, locale);
  if (scene.kind === 'rephrase')
    return [
      {
        ...{ scene: path, key: 'by', value: scene.by },
        label: () => say('changes.story.by'),
        text: () => words.cast[scene.by] ?? scene.by,
      },
    ];
  if (scene.kind !== 'spot' && scene.kind !== 'order') return [];
  const order = orderLine(path, 'item order', () => say('changes.story.itemOrder'), scene.items);
  if (scene.kind === 'spot')
    return [
      ...scene.items.map(({ id, sign, by }) => ({
        ...{ scene: path, key: `item ${id}`, value: canonicalJson({ sign, by }) },
        label: () => say('changes.story.item', { item: handle(id) }),
        text: () => say(sign ? 'script.sign' : 'script.noSign'),
      })),
      order,
    ];
  return [
    ...scene.items.map(({ id }) => ({
      ...{ scene: path, key: `item ${id}`, value: id },
      label: () => say('changes.story.orderItem'),
      text: () => handle(id) || id,
    })),
    ...scene.constraints.map(({ id, earlier, later, rule }) => ({
      ...{ scene: path, key: `constraint ${id}`, value: canonicalJson({ earlier, later, rule }) },
      label: () => say('changes.story.constraint'),
      text: () => {
        const says = say('script.before', { earlier: handle(earlier), later: handle(later) });
        return `${says} (${teller.rules([rule])[0]?.name})`;
      },
    })),
    order,
  ];
}

/** Which of several things comes first. What is new or gone is told elsewhere, and is no other order. */
export const orderKey = / order$/;

function orderLine(
  scene: string,
  key: string,
  label: () => string,
  list: readonly { id: string }[],
): Line {
  return { scene, key, label, value: list.map(({ id }) => id).join(' '), text: () => '' };
}
