import type { Route } from './lanes.ts';

/** A move that somebody made, as the checker tells it. `event` is `null` for `always`. */
export type Move = { state: string; event: string | null; target: string };

/** Which lines a path takes, each with the steps at which it is taken; and the scenes it passes. */
export function followPath(routes: Route[], moves: readonly Move[]) {
  const steps = new Map<Route, number[]>();
  const scenes = new Set<string>();
  for (const [index, { state, event, target }] of moves.entries()) {
    const route = routes.find(
      (one) =>
        one.from === state &&
        one.event === event &&
        (one.to === target || one.to.startsWith(`${target}.`)),
    );
    scenes.add(state);
    if (!route) continue;
    scenes.add(route.to);
    steps.set(route, [...(steps.get(route) ?? []), index + 1]);
  }
  return { steps, scenes };
}
