import { sceneOf } from '#scenarios/kit/check-words.ts';
import type { Definition, StateConfig } from '#scenarios/kit/definition.ts';
import { asList, indexStates, type StateNode } from '#scenarios/kit/graph.ts';
import type { ScenarioSource, WordsFile } from '#scenarios/kit/read-scenario.ts';
import { wordsFileName } from '#scenarios/kit/read-scenario.ts';
import { asSeen } from '#scenarios/kit/signs.ts';
import type { Tag } from '#scenarios/kit/vocabulary.ts';
import { flattenWords } from '#scenarios/kit/word-keys.ts';
import type { Block } from '#scenarios/kit/words.ts';

/** Who says a text: Signpost itself (or the player), or somebody of the story. */
type Voice = 'signpost' | Exclude<Definition['cast'][string]['is'], 'you'>;

/** One text of a scenario with what the language rules must know of it. */
export type Text = {
  key: string;
  state: string | null;
  tags: readonly Tag[];
  voice: Voice;
  /** The label of a choice that is a slip or grave: it may say what a real person would say. */
  isTempting: boolean;
  /**
   * Whether words that blame may stand here to be answered: somebody's line as it is, narration in
   * quotation marks. Elsewhere SEQ-19 would not ask that anybody answers them (`examples.ts`).
   */
  quotes: 'freely' | 'in marks' | 'never';
  /** Each with its words as they look, whatever signs they are made of. */
  blocks: (Block & { seen: string })[];
};

export type TextFile = WordsFile & { file: string; texts: Text[] };

/** Every text of a scenario by its file, in the order in which it stands there. */
export function listTexts({ definition, words }: ScenarioSource): TextFile[] {
  const nodes = indexStates(definition);
  const paths = new Set(nodes.keys());
  return words.map((file) => ({
    ...file,
    file: wordsFileName(file.locale, file.level),
    texts: [...flattenWords(file.words)].map(([key, blocks]) => {
      const state = sceneOf(key, paths);
      const place = placeOf(definition, state ? nodes.get(state) : null, key);
      return { key, state, blocks: blocks.map(withSeen), ...place };
    }),
  }));
}

function withSeen(block: Block) {
  return { ...block, seen: asSeen(block.text) };
}

type Place = Pick<Text, 'tags' | 'voice' | 'isTempting' | 'quotes'>;

function placeOf(definition: Definition, node: StateNode | null | undefined, key: string): Place {
  if (!node) return { tags: [], voice: 'signpost', isTempting: false, quotes: 'never' };
  const inScene = key.slice(`scenes.${node.path}.`.length);
  const by = speakerOf(node.config, inScene);
  const is = by === undefined ? undefined : definition.cast[by]?.is;
  const choice = inScene.match(/^choices\.(.+)\.label$/)?.[1];
  return {
    tags: node.config.tags ?? [],
    voice: is === undefined || is === 'you' ? 'signpost' : is,
    isTempting: choice !== undefined && isWrong(node.config, choice),
    quotes: quotesIn(inScene, by !== undefined),
  };
}

function quotesIn(inScene: string, isSaid: boolean): Text['quotes'] {
  if (inScene === 'sentence.text' || /^items\..+\.text$/.test(inScene)) return 'freely';
  if (!/^(?:parts|messages)\./.test(inScene)) return 'never';
  return isSaid ? 'freely' : 'in marks';
}

function speakerOf({ meta }: StateConfig, inScene: string): string | undefined {
  if (!meta) return undefined;
  if (meta.kind === 'rephrase' && inScene === 'sentence.text') return meta.by;
  const [field, id] = inScene.split('.');
  const lists = {
    parts: meta.parts,
    messages: meta.kind === 'thread' ? meta.messages : [],
    items: meta.kind === 'spot' && inScene.endsWith('.text') ? meta.items : [],
  };
  return lists[field as keyof typeof lists]?.find((part) => part.id === id)?.by;
}

/** Whatever the guards say, this choice is a slip or grave. */
function isWrong({ on }: StateConfig, choice: string): boolean {
  const ways = asList(on?.[choice]);
  return (
    ways.length > 0 &&
    ways.every(({ meta }) => meta?.quality === 'slip' || meta?.quality === 'grave')
  );
}
