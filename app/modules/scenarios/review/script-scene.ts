import type {
  ScriptItem,
  ScriptLine,
  ScriptPlace,
  ScriptScene,
} from '#app/simulation/script-view.ts';
import { nameOf, plainText, resolveBlock, wordsAt } from '#app/simulation/wording.ts';
import type { StateNode } from '#scenarios/kit/graph.ts';
import type { Guard } from '#scenarios/kit/guards.ts';
import { settings } from '#scenarios/kit/looks.ts';
import type { Scene, SceneOf } from '#scenarios/kit/scenes.ts';
import type { Block, SceneWords } from '#scenarios/kit/words.ts';
import type { Graph, GraphNode } from '../graph/model.ts';
import { scriptChoices } from './script-choice.ts';
import type { Teller } from './teller.ts';
import { withinQuotes } from './word-lines.ts';

type Around = {
  graph: Graph;
  states: ReadonlyMap<string, StateNode>;
  places: ReadonlyMap<string, ScriptPlace>;
  teller: Teller;
};

/** One state as a script has it. A state that nobody is shown has choices only. */
export function scriptScene(
  node: GraphNode,
  place: ScriptPlace,
  { graph, states, places, teller }: Around,
): ScriptScene {
  const config = states.get(node.path)?.config;
  const scene = config?.meta;
  const { terms } = teller;
  return {
    ...place,
    kind: terms(`kinds.${node.kind}`),
    rating: node.rating && { tone: node.rating, word: terms(`ratings.${node.rating}`) },
    isStart: node.path === graph.start,
    states: node.tags.map(teller.state),
    remembers: teller.remembers(config?.entry),
    ...(scene ? told(scene, wordsAt(teller.wording, node.path), teller) : nothing),
    choices: scriptChoices(graph, node.path, places, teller),
  };
}

type Told = Omit<
  ScriptScene,
  keyof ScriptPlace | 'kind' | 'rating' | 'isStart' | 'states' | 'remembers' | 'choices'
>;

const nothing: Told = {
  setting: null,
  seen: [],
  lines: [],
  messages: [],
  sentence: null,
  question: [],
  items: [],
  constraints: [],
  asides: [],
  sayAloud: [],
};

function told(scene: Scene, words: SceneWords, teller: Teller): Told {
  const { blocks } = teller;
  return {
    setting: scene.setting ? settings[scene.setting].meaning : null,
    seen: seenIn(scene, teller),
    lines: scene.parts.map((part) => lineOf(part, words.parts[part.id], teller)),
    messages:
      scene.kind === 'thread'
        ? scene.messages.map((one) => lineOf(one, words.messages?.[one.id], teller))
        : [],
    sentence: sentenceOf(scene, words, teller),
    question: blocks(words.question),
    items: itemsOf(scene, words, teller),
    constraints: scene.kind === 'order' ? constraintsOf(scene, words, teller) : [],
    asides: (scene.asides ?? []).flatMap((id) => {
      const aside = words.asides?.[id];
      return aside ? [{ id, term: aside.term, says: blocks(aside.says) }] : [];
    }),
    sayAloud: blocks(words.sayAloud),
  };
}

type Part = { id: string; by?: string | undefined; when?: Guard | undefined };

function lineOf({ id, by, when }: Part, blocks: Block[] | undefined, teller: Teller): ScriptLine {
  return {
    id,
    who: by === undefined ? null : whoIs(by, teller),
    when: teller.when(when),
    blocks: teller.blocks(blocks),
  };
}

function whoIs(id: string, { wording, play }: Teller): string {
  return wording.cast[id]?.is === 'you' ? play('you') : nameOf(wording, id);
}

/** Who is seen in a scene and how they look, as sentences. */
export function seenIn({ faces = [] }: Scene, teller: Teller): string[] {
  return faces.map(({ who, mood, when }) => {
    const looks = teller.play(`moods.${mood}`, { name: nameOf(teller.wording, who) });
    const condition = teller.when(when);
    return condition ? teller.say('script.on', { when: condition, says: looks }) : looks;
  });
}

function sentenceOf(scene: Scene, { sentence }: SceneWords, teller: Teller): Told['sentence'] {
  if (scene.kind !== 'rephrase' || !sentence) return null;
  return {
    who: whoIs(scene.by, teller),
    text: teller.block(sentence.text).text,
    notes: teller.notes(sentence.lens),
  };
}

function itemsOf(scene: Scene, { items = {} }: SceneWords, teller: Teller): ScriptItem[] {
  if (scene.kind === 'order')
    return scene.items.map((item) => ({
      ...lineOf(item, items[item.id]?.text, teller),
      verdict: null,
      feedback: [],
    }));
  if (scene.kind !== 'spot') return [];
  return scene.items.map((item) => ({
    ...lineOf(item, items[item.id]?.text, teller),
    verdict: teller.say(item.sign ? 'script.sign' : 'script.noSign'),
    feedback: teller.blocks(items[item.id]?.feedback),
  }));
}

function constraintsOf(
  scene: SceneOf<'order'>,
  { items = {}, constraints = {} }: SceneWords,
  teller: Teller,
): Told['constraints'] {
  const named = (id: string) =>
    withinQuotes(
      (items[id]?.text ?? []).map((one) => plainText(resolveBlock(teller.wording, one))).join(' '),
    );
  return scene.constraints.flatMap(({ id, earlier, later, rule }) =>
    teller.rules([rule]).map((cited) => ({
      id,
      says: teller.say('script.before', { earlier: named(earlier), later: named(later) }),
      why: teller.blocks(constraints[id]),
      rule: cited,
    })),
  );
}
