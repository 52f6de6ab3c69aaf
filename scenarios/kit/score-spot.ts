import type { SceneOf } from './scenes.ts';

/**
 * The event that the marks of a `spot` count as: the first outcome whose bounds hold. `null` when a
 * value is no item or comes twice. Pure.
 */
export function scoreSpot(scene: SceneOf<'spot'>, values: readonly string[]): string | null {
  const marked = new Set(values);
  const known = new Set(scene.items.map((item) => item.id));
  if (marked.size !== values.length || values.some((value) => !known.has(value))) return null;
  const found = scene.items.filter((item) => item.sign && marked.has(item.id)).length;
  return spotOutcome(scene, found, marked.size - found);
}

/** The events that some marks or other count as. */
export function spotOutcomes(scene: SceneOf<'spot'>): Set<string | null> {
  const signs = scene.items.filter((item) => item.sign).length;
  const others = scene.items.length - signs;
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, count) => count);
  return new Set(
    upTo(signs).flatMap((found) =>
      upTo(others).map((falseAlarms) => spotOutcome(scene, found, falseAlarms)),
    ),
  );
}

function spotOutcome({ outcomes }: SceneOf<'spot'>, found: number, falseAlarms: number) {
  const outcome = outcomes.find(
    ({ foundAtLeast = 0, falseAlarmsAtMost = Number.POSITIVE_INFINITY }) =>
      found >= foundAtLeast && falseAlarms <= falseAlarmsAtMost,
  );
  return outcome?.event ?? null;
}
