import type { Add } from './findings.ts';
import type { SceneOf } from './scenes.ts';
import { brokenBy, everyOrder, listedOrder, scoreOrder } from './score-order.ts';
import { spotOutcomes } from './score-spot.ts';

/** Whether a `spot` can be scored, and every outcome of it be had. Adds findings; returns nothing. */
export function checkSpot(scene: SceneOf<'spot'>, events: string[], path: string, add: Add) {
  checkOutcomes(scene, events, path, add);
  const signs = scene.items.filter((item) => item.sign).length;
  if (signs === 0) add('outcomes', `"${path}": nothing in it is a sign. Make one item a sign.`);
  const tooMany = scene.outcomes.filter(({ foundAtLeast = 0 }) => foundAtLeast > signs);
  for (const { event, foundAtLeast } of tooMany)
    add(
      'outcomes',
      `"${path}": "${event}" wants ${foundAtLeast} signs found, and there are only ${signs}.`,
    );
  if (tooMany.length === 0) checkReached(scene, spotOutcomes(scene), path, add);
}

/**
 * Whether an `order` can be scored: its constraints name its items and can all hold, every outcome can
 * be had, and the order first shown is not the answer. Adds findings; returns nothing.
 */
export function checkOrder(scene: SceneOf<'order'>, events: string[], path: string, add: Add) {
  checkOutcomes(scene, events, path, add);
  const problems = nameProblems(scene);
  for (const problem of problems) add('constraints', `"${path}": ${problem}`);
  const isRepeated = new Set(listedOrder(scene)).size < scene.items.length;
  if (problems.length > 0 || isRepeated) return;
  const orders = everyOrder(listedOrder(scene));
  if (!orders.some((order) => brokenBy(scene, order).length === 0))
    add(
      'constraints',
      `"${path}": the constraints lead in a circle, so no order can keep them all. Take one of them out.`,
    );
  else if (brokenBy(scene, listedOrder(scene)).length === 0)
    add(
      'constraints',
      `"${path}": the items are listed in an order that keeps every constraint, so the answer is given away. List them in another order.`,
    );
  checkReached(scene, new Set(orders.map((order) => scoreOrder(scene, order))), path, add);
}

function nameProblems({ items, constraints, outcomes }: SceneOf<'order'>): string[] {
  const known = new Set(items.map(({ id }) => id));
  const names = new Set(constraints.map(({ id }) => id));
  return [
    ...constraints.flatMap(({ id, earlier, later }) => [
      ...[earlier, later]
        .filter((item) => !known.has(item))
        .map((item) => `the constraint "${id}" names "${item}", which is no item. Correct the id.`),
      ...(earlier === later
        ? [`the constraint "${id}" puts "${earlier}" before itself. Name two items.`]
        : []),
    ]),
    ...outcomes.flatMap(({ event, holds = [] }) =>
      holds
        .filter((id) => !names.has(id))
        .map((id) => `"${event}" wants "${id}" to hold, which is no constraint. Correct the id.`),
    ),
  ];
}

type Scored = SceneOf<'spot'> | SceneOf<'order'>;

function checkOutcomes(scene: Scored, events: string[], path: string, add: Add) {
  const outcomes = scene.outcomes.map((outcome) => outcome.event);
  if ([...outcomes].sort().join() !== [...events].sort().join())
    add(
      'outcomes',
      `"${path}": the outcomes (${outcomes.join(', ')}) and the events in "on" (${events.join(', ')}) must be the same.`,
    );
  const { event: _, ...bounds } = scene.outcomes.at(-1) ?? {};
  if (Object.keys(bounds).length > 0)
    add('outcomes', `"${path}": the last outcome takes every answer left, so it has no bounds.`);
}

function checkReached(scene: Scored, reached: Set<string | null>, path: string, add: Add) {
  for (const { event } of scene.outcomes)
    if (!reached.has(event))
      add(
        'outcomes',
        `"${path}": no answer counts as "${event}", because the outcomes before it take them all. Change its bounds or theirs, or put it first.`,
      );
}
