import type { SceneOf } from '#scenarios/kit/scenes.ts';
import type { SceneWords } from '#scenarios/kit/words.ts';
import type { ViewBlock, ViewPart } from './view.ts';
import { resolveBlocks, resolvePart, type Wording } from './wording.ts';

export type ExplainedItem = ViewPart & { sign: boolean; marked: boolean; feedback: ViewBlock[] };

/** Each item of a `spot`: whether it is a sign, whether it was marked, and what there is to know of it. */
export function explainMarks(
  scene: SceneOf<'spot'>,
  values: readonly string[],
  wording: Wording,
  { items = {} }: SceneWords,
): ExplainedItem[] {
  return scene.items.map((item) => ({
    ...resolvePart(wording, item, items[item.id]?.text),
    sign: item.sign,
    marked: values.includes(item.id),
    feedback: resolveBlocks(wording, items[item.id]?.feedback),
  }));
}
