import type { Step } from '../compile.ts';
import { type Edge, type Exploration, endsWell } from '../explore.ts';
import type { Prover } from '../prover.ts';
import { type Follower, search } from '../search.ts';

/**
 * Whoever errs once must be able to put it right: wherever a slip or a grave error can be the first, a
 * path must lead on to a recommended or workable ending without another error, on which everything it
 * broke is repaired. Where the player is the young person harmed, nothing is rated.
 */
export function checkComingBack(prover: Prover) {
  if (prover.definition.playerIsHarmed) return;
  const { exploration } = prover;
  const reported = new Set<Step>();
  const known = new Map<string, (config: number) => boolean>();
  for (const edge of firstErrors(exploration)) {
    const canComeBack = known.get(list(edge)) ?? waysBack(exploration, brokenBy(edge));
    known.set(list(edge), canComeBack);
    if (reported.has(edge.step) || canComeBack(edge.to)) continue;
    reported.add(edge.step);
    prover.report(
      'coming-back',
      edge,
      [...(search(exploration, blamelessTo(edge.from)) ?? []), edge],
      `Whoever chooses this once cannot come back: no path without another error repairs ${list(edge)} and ends recommended or workable. Add a way to put it right.`,
    );
  }
}

function isError({ effect }: Step): boolean {
  return (effect?.breaks.length ?? 0) > 0;
}

/** Errors that somebody can make who made none before, the nearest first. */
function firstErrors({ edges }: Exploration): Edge[] {
  const reached = new Set([0]);
  const errors: Edge[] = [];
  // A set hands out what is added while it is walked through.
  for (const config of reached)
    for (const edge of edges[config] ?? [])
      if (isError(edge.step)) errors.push(edge);
      else reached.add(edge.to);
  return errors;
}

function blamelessTo(goal: number): Follower {
  return {
    start: 0,
    next: (_state, { step }) => (isError(step) ? null : 0),
    bad: (_state, config) => config === goal,
  };
}

/**
 * Whether somebody who just broke these rules can still come out well, by configuration. Goes backwards
 * from the good endings, with a bit for each rule that still stands.
 */
function waysBack({ configs, edges }: Exploration, broken: readonly string[]) {
  const size = 2 ** broken.length;
  const saved = new Set(
    configs.flatMap(({ leaf }, config) => (endsWell(leaf) ? config * size : [])),
  );
  const mend = (standing: number, { effect }: Step) =>
    broken.reduce(
      (left, rule, place) => (effect?.repairs.includes(rule) ? left & ~(1 << place) : left),
      standing,
    );
  for (let known = -1; known < saved.size; ) {
    known = saved.size;
    for (let config = configs.length - 1; config >= 0; config -= 1)
      for (const { to, step } of edges[config] ?? [])
        for (let standing = 0; standing < size && !isError(step); standing += 1)
          if (saved.has(to * size + mend(standing, step))) saved.add(config * size + standing);
  }
  return (config: number) => saved.has(config * size + size - 1);
}

function brokenBy({ step: { effect } }: Edge): readonly string[] {
  return effect?.breaks ?? [];
}

function list(edge: Edge): string {
  return brokenBy(edge).join(', ');
}
