import { throughLens } from '#scenarios/kit/lens.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import type { Block, SceneWords } from '#scenarios/kit/words.ts';
import type { ViewBlock, ViewSpeaker, ViewText } from './view.ts';
import { resolveBlocks, resolvePart, resolveSegment, type Wording } from './wording.ts';

/** A sentence seen through the lens: which of its words move the blame, and what each of them does. */
export type ThroughLens = {
  line: { text: ViewText; isMarked: boolean }[];
  notes: { words: string; moves: ViewBlock[] }[];
};
export type ExplainedRephrase = {
  by: ViewSpeaker | null;
  before: ThroughLens;
  after: ThroughLens;
  /** What a child hears in the words that were chosen. */
  hears: ViewBlock[];
};

/** What a choice of a `rephrase` changes in the sentence that blames; `null` for other kinds. */
export function explainRephrase(
  scene: Scene,
  choice: string,
  wording: Wording,
  { sentence, choices }: SceneWords,
): ExplainedRephrase | null {
  const words = choices?.[choice];
  if (scene.kind !== 'rephrase' || !sentence || !words?.label) return null;
  return {
    by: resolvePart(wording, { id: 'sentence', by: scene.by }, []).by,
    before: see(wording, sentence.text, sentence.lens),
    after: see(wording, words.label, words.lens ?? []),
    hears: resolveBlocks(wording, words.hears),
  };
}

type Lens = NonNullable<SceneWords['sentence']>['lens'];

function see(wording: Wording, { text }: Block, lens: Lens): ThroughLens {
  const pieces = throughLens(
    text,
    lens.map(({ words }) => words),
  );
  return {
    line: pieces.map(({ segment, isMarked }) => ({
      text: resolveSegment(wording, segment),
      isMarked,
    })),
    notes: lens.map(({ words, moves }) => ({ words, moves: resolveBlocks(wording, moves) })),
  };
}
