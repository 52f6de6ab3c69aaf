import type { Clause } from '#scenarios/rules/sequences.schema.ts';
import { isDecision } from '../compile.ts';
import { type Edge, type Exploration, endsWell, leafOf } from '../explore.ts';
import { type Follower, leadingTo } from '../search.ts';
import type { Binding } from './breach.ts';
import { momentsOf } from './moments.ts';
import { monitorOf } from './monitor.ts';

type Possible = Extract<Clause, { possible: unknown }>;

/**
 * Follows a clause that says what must be possible: wherever it is active and there is something to
 * choose, and in the very scene that begins it, the action must be within reach (or something else
 * open). Branching, so it looks ahead. A rule that binds what ends well says nothing where nothing can
 * end well any more.
 */
export function impossibilities(
  exploration: Exploration,
  clause: Possible,
  { rule, binds }: Binding,
  reported: ReadonlySet<string>,
): Follower {
  const monitor = monitorOf(clause);
  const isOffered = offers(exploration, clause.possible);
  const bound =
    binds === 'well' && leadingTo(exploration, (config) => endsWell(leafOf(exploration, config)));
  const enter = (state: number, config: number) =>
    monitor.read(state, { entering: true, leaf: leafOf(exploration, config), shows: false }).state;
  return {
    start: enter(monitor.start, 0),
    next: (state, edge) => {
      const acted = momentsOf(edge.step, leafOf(exploration, edge.from), rule).reduce(
        (so, now) => monitor.read(so, now).state,
        state,
      );
      return enter(acted, edge.to);
    },
    bad: (state, config) =>
      monitor.active(state) &&
      !reported.has(leafOf(exploration, config).path) &&
      !isOffered(config, monitor.stands(state)) &&
      (!bound || bound.has(config)),
  };
}

function offers(
  exploration: Exploration,
  possible: Possible['possible'],
): (config: number, stands: boolean) => boolean {
  const { edges } = exploration;
  if ('otherThan' in possible) {
    const unwanted = new Set<string>(possible.otherThan);
    const isFree = ({ step }: Edge) => !step.effect?.does.some((word) => unwanted.has(word));
    return (config) => edges[config]?.length === 0 || (edges[config]?.some(isFree) ?? true);
  }
  const [wanted, spoiling] = [new Set<string>(possible.does), new Set<string>(possible.without)];
  const distances = choicesUntil(exploration, ({ step }) => {
    const does = step.effect?.does ?? [];
    return does.some((word) => wanted.has(word)) && !does.some((word) => spoiling.has(word));
  });
  const most = possible.within ?? Number.MAX_SAFE_INTEGER;
  return (config, stands) =>
    !(stands || isDecision(leafOf(exploration, config))) || (distances[config] as number) <= most;
}

/** For each configuration, after how many choices at the earliest an edge that is wanted was taken. */
function choicesUntil(exploration: Exploration, isWanted: (edge: Edge) => boolean) {
  const { configs, edges } = exploration;
  const distances = configs.map(() => Number.POSITIVE_INFINITY);
  for (let changed = true; changed; ) {
    changed = false;
    for (let config = configs.length - 1; config >= 0; config -= 1)
      for (const edge of edges[config] ?? []) {
        const cost = isDecision(leafOf(exploration, config)) ? 1 : 0;
        const distance = cost + (isWanted(edge) ? 0 : (distances[edge.to] as number));
        if (distance >= (distances[config] as number)) continue;
        distances[config] = distance;
        changed = true;
      }
  }
  return distances;
}
