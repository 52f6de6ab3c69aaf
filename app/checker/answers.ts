import type { Scene } from '#scenarios/kit/scenes.ts';
import { everyOrder, listedOrder, scoreOrder } from '#scenarios/kit/score-order.ts';
import { scoreSpot } from '#scenarios/kit/score-spot.ts';

/** The first raw answer that counts as an outcome, and its share of all raw answers. */
export type Answer = { values: string[]; share: number };

/** For a scored scene, an answer for each outcome that can be had; empty for any other scene. */
export function answersOf(scene: Scene | null): ReadonlyMap<string, Answer> {
  if (scene?.kind === 'spot')
    return sorted(everyMarking(scene.items.map(({ id }) => id)), (values) =>
      scoreSpot(scene, values),
    );
  if (scene?.kind === 'order')
    return sorted(everyOrder(listedOrder(scene)), (values) => scoreOrder(scene, values));
  return new Map();
}

function sorted(answers: string[][], score: (values: string[]) => string | null) {
  const outcomes = new Map<string, Answer>();
  for (const values of answers) {
    const event = score(values);
    if (event === null) continue;
    const known = outcomes.get(event) ?? { values, share: 0 };
    outcomes.set(event, { values: known.values, share: known.share + 1 / answers.length });
  }
  return outcomes;
}

/** Every choice of items, the empty one first. */
function everyMarking(ids: string[]): string[][] {
  const markings: string[][] = [[]];
  for (const id of ids) markings.push(...markings.map((marking) => [...marking, id]));
  return markings.sort((a, b) => a.length - b.length);
}
