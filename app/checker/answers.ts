import type { Scene, SceneOf } from '#scenarios/kit/scenes.ts';
import { scoreAnswer } from '#scenarios/kit/score-answer.ts';
import { everyOrder, listedOrder } from '#scenarios/kit/score-order.ts';

/** The first raw answer that counts as an outcome, and its share of all raw answers. */
export type Answer = { values: string[]; share: number };

type Answers = ReadonlyMap<string, Answer>;
const none: Answers = new Map();
/** Seven actions have 5,040 orders, and a scene is asked for at every label of a path. */
const known = new WeakMap<Scene, Answers>();

/** For a scored scene, an answer for each outcome that can be had; empty for any other scene. */
export function answersOf(scene: Scene | null): Answers {
  if (scene?.kind !== 'spot' && scene?.kind !== 'order') return none;
  const answers = known.get(scene) ?? triedOut(scene);
  known.set(scene, answers);
  return answers;
}

function triedOut(scene: SceneOf<'spot'> | SceneOf<'order'>): Answers {
  const answers =
    scene.kind === 'spot'
      ? everyMarking(scene.items.map(({ id }) => id))
      : everyOrder(listedOrder(scene));
  const outcomes = new Map<string, Answer>();
  for (const values of answers) {
    const event = scoreAnswer(scene, values);
    if (event === null) continue;
    const before = outcomes.get(event) ?? { values, share: 0 };
    outcomes.set(event, { values: before.values, share: before.share + 1 / answers.length });
  }
  return outcomes;
}

/** Every choice of items, the empty one first. */
function everyMarking(ids: string[]): string[][] {
  const markings: string[][] = [[]];
  for (const id of ids) markings.push(...markings.map((marking) => [...marking, id]));
  return markings.sort((a, b) => a.length - b.length);
}
