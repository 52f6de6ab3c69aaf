import type { Scene } from './scenes.ts';
import { scoreOrder } from './score-order.ts';
import { scoreSpot } from './score-spot.ts';

/**
 * The event that an answer counts as, whatever the kind of scene: what was marked, put in order or
 * chosen, as the form posts it. `null` where it is no answer to that kind. Pure.
 */
export function scoreAnswer(scene: Scene, values: readonly string[]): string | null {
  if (scene.kind === 'spot') return scoreSpot(scene, values);
  if (scene.kind === 'order') return scoreOrder(scene, values);
  const [value, ...more] = values;
  return value !== undefined && more.length === 0 ? value : null;
}
