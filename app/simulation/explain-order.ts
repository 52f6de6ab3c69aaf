import type { SceneOf } from '#scenarios/kit/scenes.ts';
import { brokenBy } from '#scenarios/kit/score-order.ts';
import type { SceneWords } from '#scenarios/kit/words.ts';
import type { ViewBlock, ViewPart } from './view.ts';
import { resolveBlocks, resolvePart, type Wording } from './wording.ts';

export type ExplainedOrder = {
  /** The items in the order that the person gave them. */
  items: ViewPart[];
  constraints: ExplainedConstraint[];
};
export type ExplainedConstraint = {
  id: string;
  earlier: ViewPart;
  later: ViewPart;
  holds: boolean;
  says: ViewBlock[];
  rule: string;
};

/** What somebody's order keeps and what it breaks, with the words and the rule of each constraint. */
export function explainOrder(
  scene: SceneOf<'order'>,
  values: readonly string[],
  wording: Wording,
  { items = {}, constraints = {} }: SceneWords,
): ExplainedOrder {
  const broken = brokenBy(scene, values);
  const item = (id: string) => resolvePart(wording, { id }, items[id]?.text);
  return {
    items: values.map(item),
    constraints: scene.constraints.map(({ id, earlier, later, rule }) => ({
      id,
      earlier: item(earlier),
      later: item(later),
      holds: !broken.includes(id),
      says: resolveBlocks(wording, constraints[id]),
      rule,
    })),
  };
}
