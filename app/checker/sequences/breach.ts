import type { Rating } from '#scenarios/kit/vocabulary.ts';
import type { Clause } from '#scenarios/rules/sequences.schema.ts';
import { type Edge, type Exploration, leafOf } from '../explore.ts';
import type { Follower } from '../search.ts';
import { momentsOf, type Now } from './moments.ts';
import { type Monitor, monitorOf } from './monitor.ts';

/** What a path owes to one rule: nothing, a breach that stands, or one that was put right. */
type Debt = 0 | 1 | 2;
const clear = 0;
const standing = 1;
const repaired = 2;

/** A rule as far as its breaches matter: which endings it binds, and whether it is grave. */
export type Binding = { rule: string; binds: 'well' | 'every'; grave: boolean };

/**
 * Whether an ending may follow. Scope of the reference: `recommended` bears no grave error and other
 * slips only repaired, `workable` bears errors repaired, `harmful` may follow anything; a rule that
 * binds every path must have been repaired before any ending.
 */
function forbids(rating: Rating, debt: Debt, { binds, grave }: Binding): boolean {
  if (debt === standing) return binds === 'every' || rating !== 'harmful';
  return debt === repaired && grave && rating === 'recommended';
}

function isBad(exploration: Exploration, config: number, debt: Debt, binding: Binding): boolean {
  const scene = leafOf(exploration, config).scene;
  return scene?.kind === 'ending' && forbids(scene.rating, debt, binding);
}

/** Where a rule was broken: on taking a choice, or on coming somewhere without what was due. */
export type Site = string;

export function siteOf(exploration: Exploration, { from, step }: Edge): Site {
  return `${leafOf(exploration, from).path} ${step.event}`;
}

/**
 * Follows what authors declare themselves: `breaks` and `repairs` of choices, for one rule. Sites to
 * be passed over are those already reported.
 */
export function declaredBreaches(
  exploration: Exploration,
  binding: Binding,
  reported: ReadonlySet<Site>,
): Follower {
  return {
    start: clear,
    next: (state, edge) => declared(state as Debt, edge, exploration, binding.rule, reported),
    bad: (state, config) => isBad(exploration, config, state as Debt, binding),
  };
}

function declared(
  debt: Debt,
  edge: Edge,
  exploration: Exploration,
  rule: string,
  reported: ReadonlySet<Site>,
): Debt {
  const { effect } = edge.step;
  const after = debt === standing && effect?.repairs.includes(rule) ? repaired : debt;
  const breaks = effect?.breaks.includes(rule) && !reported.has(siteOf(exploration, edge));
  return breaks ? standing : after;
}

export type ClauseFollower = Follower & {
  /** The last edge of a trail on which the clause is broken without a word of it. */
  brokenAt(trail: Edge[]): Edge | null;
  /** Choices that break the clause without saying so, whatever ending follows. */
  undeclared: Map<Site, Edge>;
};

type Shows = (config: number) => boolean;

/**
 * Follows one clause of a rule. A breach that its choice declares is left to `declaredBreaches`; any
 * other counts as if it had been declared.
 */
export function clauseBreaches(
  exploration: Exploration,
  clause: Clause,
  binding: Binding,
  shows: Shows,
  reported: ReadonlySet<Site>,
): ClauseFollower {
  const monitor = monitorOf(clause);
  const undeclared = new Map<Site, Edge>();
  const walk = clauseWalk(exploration, monitor, binding.rule, shows, reported);
  return {
    start: walk.start,
    undeclared,
    next: (state, edge) => {
      const { after, byChoice } = walk.take(state, edge);
      const site = siteOf(exploration, edge);
      if (byChoice && !undeclared.has(site)) undeclared.set(site, edge);
      return after;
    },
    bad: (state, config) => isBad(exploration, config, walk.debtOf(state), binding),
    brokenAt: (trail) => {
      let state = walk.start;
      let found: Edge | null = null;
      for (const edge of trail) {
        const taken = walk.take(state, edge);
        if (taken.byChoice || taken.onEntering) found = edge;
        state = taken.after;
      }
      return found;
    },
  };
}

/** State of a walk: the monitor's, the debt, and whether a declared breach stands. */
function clauseWalk(
  exploration: Exploration,
  monitor: Monitor,
  rule: string,
  shows: Shows,
  reported: ReadonlySet<Site>,
) {
  const entering = (config: number): Now => ({
    entering: true,
    leaf: leafOf(exploration, config),
    shows: shows(config),
  });
  const pack = (watched: number, debt: Debt, isDeclared: boolean) =>
    (watched * 3 + debt) * 2 + Number(isDeclared);
  const debtOf = (state: number) => (Math.floor(state / 2) % 3) as Debt;
  const read = (watched: number, moments: Now[]) =>
    moments.reduce(
      (so, now) => {
        const { state, broken } = monitor.read(so.watched, now);
        return { watched: state, broken: so.broken || broken };
      },
      { watched, broken: false },
    );
  return {
    start: pack(read(monitor.start, [entering(0)]).watched, clear, false),
    debtOf,
    take: (state: number, edge: Edge) => {
      const { effect } = edge.step;
      const from = leafOf(exploration, edge.from);
      const mends = effect?.repairs.includes(rule) ?? false;
      const isDeclared = effect?.breaks.includes(rule) || (state % 2 === 1 && !mends);
      const passed = isDeclared || reported.has(siteOf(exploration, edge));
      const chosen = read(Math.floor(state / 6), momentsOf(edge.step, from, rule));
      const entered = read(chosen.watched, [entering(edge.to)]);
      const byChoice = chosen.broken && !passed;
      const onEntering = entered.broken && !passed;
      const before = debtOf(state);
      const mended: Debt = mends && before === standing ? repaired : before;
      const debt: Debt = byChoice || onEntering ? standing : mended;
      return { after: pack(entered.watched, debt, isDeclared), byChoice, onEntering };
    },
  };
}
