import type { Clause, Moment } from '#scenarios/rules/sequences.schema.ts';
import type { Leaf, Step } from '../compile.ts';
import type { Exploration } from '../explore.ts';
import { fits, momentsOf } from './moments.ts';

/** A leaf that somebody stands in, with the steps they can take there, whatever they remember. */
export type Standing = { leaf: Leaf; steps: ReadonlySet<Step>; shows: boolean };

/** Where people stand and what they can do there, each leaf once. */
export function standingsIn(
  { configs, edges }: Exploration,
  shows: (config: number) => boolean,
): Standing[] {
  const standings = new Map<Leaf, { leaf: Leaf; steps: Set<Step>; shows: boolean }>();
  for (const [config, { leaf }] of configs.entries()) {
    const standing = standings.get(leaf) ?? { leaf, steps: new Set(), shows: false };
    standings.set(leaf, standing);
    for (const { step } of edges[config] ?? []) standing.steps.add(step);
    standing.shows ||= shows(config);
  }
  return [...standings.values()];
}

/**
 * Whether anything in a scenario gives a clause something to say: what it forbids is done somewhere,
 * or what it waits for happens. A clause that is never asked proves nothing.
 */
export function isAsked(clause: Clause, standings: Standing[], rule: string): boolean {
  const key = keyMoments(clause);
  if (key === null) return true;
  return standings.some(({ leaf, steps, shows }) => {
    const moments = [...steps].flatMap((step) => momentsOf(step, leaf, rule));
    return [{ entering: true, leaf, shows } as const, ...moments].some((now) =>
      key.some((moment) => fits(moment, now)),
    );
  });
}

/** The moments that a clause is about; `null` where it is about every path. */
function keyMoments(clause: Clause): Moment[] | null {
  // An ending is in every scenario: to look at it is to ask.
  if ('never' in clause)
    return clause.never.map((moment) => (moment.ends ? { ends: true } : moment));
  if ('before' in clause) return clause.before;
  return clause.after ?? null;
}
