import type { SceneOf } from './scenes.ts';

type Order = readonly string[];
type OrderScene = SceneOf<'order'>;

/**
 * The event that an order counts as: the first outcome whose bounds hold, by the constraints that the
 * order keeps and not by likeness to one answer. `null` unless it holds every item once. Pure.
 */
export function scoreOrder(scene: OrderScene, values: Order): string | null {
  const isWhole =
    values.length === scene.items.length && scene.items.every(({ id }) => values.includes(id));
  if (!isWhole) return null;
  const broken = brokenBy(scene, values);
  const outcome = scene.outcomes.find(
    ({ holds = [], brokenAtMost = Number.POSITIVE_INFINITY }) =>
      broken.length <= brokenAtMost && !holds.some((id) => broken.includes(id)),
  );
  return outcome?.event ?? null;
}

/** The ids of the constraints that an order breaks. */
export function brokenBy({ constraints }: OrderScene, values: Order): string[] {
  return constraints
    .filter(({ earlier, later }) => values.indexOf(earlier) > values.indexOf(later))
    .map(({ id }) => id);
}

/** The items as they are first shown. */
export function listedOrder({ items }: OrderScene): string[] {
  return items.map(({ id }) => id);
}

/** Every order that items can have: 5,040 of seven, and there are never more. */
export function everyOrder(ids: Order): string[][] {
  if (ids.length === 0) return [[]];
  return ids.flatMap((id) =>
    everyOrder(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]),
  );
}
