import type { Definition } from '#scenarios/kit/definition.ts';
import type { Clause, Sequence } from '#scenarios/rules/sequences.schema.ts';
import { sequences as allSequences } from '#scenarios/rules/sequences.ts';
import { type Edge, type Exploration, leafOf } from '../explore.ts';
import type { Prover } from '../prover.ts';
import { search } from '../search.ts';
import { isAsked, standingsIn } from './asked.ts';
import {
  type Binding,
  type ClauseFollower,
  clauseBreaches,
  declaredBreaches,
  siteOf,
} from './breach.ts';
import { impossibilities } from './possible.ts';
import { sayBroken, sayDeclared, sayImpossible, sayUndeclared } from './say.ts';

/** Enough of one kind: whoever mends these runs the check again. */
const mostOfOneKind = 10;

/**
 * Proves the sequencing rules and the scope of errors over every path. Findings carry the shortest
 * path that breaks a rule. Returns the rules that had something to say about this scenario.
 * Source: reference, section 2, sequencing constraints.
 */
export function checkSequences(
  prover: Prover,
  graveRules: ReadonlySet<string>,
  rules: readonly Sequence[] = allSequences,
): { asked: Set<string> } {
  const { definition } = prover;
  const asked = new Set<string>();
  const bindings = new Map(rules.map(({ id, binds }) => [id, binds]));
  for (const rule of citedBreaches(prover.exploration))
    checkDeclared(prover, {
      rule,
      binds: bindings.get(rule) ?? 'well',
      grave: graveRules.has(rule),
    });
  const standings = standingsIn(prover.exploration, prover.shows);
  for (const rule of rules.filter((candidate) => applies(candidate, definition)))
    for (const clause of rule.clauses.filter((candidate) => isMeant(candidate, definition))) {
      if (!isAsked(clause, standings, rule.id)) continue;
      asked.add(rule.id);
      const binding: Binding = { rule: rule.id, binds: rule.binds, grave: graveRules.has(rule.id) };
      if ('possible' in clause) checkPossible(prover, clause, binding);
      else checkClause(prover, clause, binding);
    }
  return { asked };
}

function applies({ tracks, nations }: Sequence, definition: Definition): boolean {
  return (
    tracks.includes(definition.track) &&
    nations.some((nation) => definition.nations.includes(nation))
  );
}

function isMeant(
  clause: Clause,
  { track, role, theme, nations, playerIsHarmed }: Definition,
): boolean {
  return (
    (clause.tracks?.includes(track) ?? true) &&
    (clause.roles?.includes(role) ?? true) &&
    (clause.themes?.includes(theme) ?? true) &&
    (clause.nations?.some((nation) => nations.includes(nation)) ?? true) &&
    (!clause.playerIsHarmed || playerIsHarmed)
  );
}

function citedBreaches({ edges }: Exploration): string[] {
  return [...new Set(edges.flat().flatMap(({ step }) => step.effect?.breaks ?? []))].sort();
}

function checkDeclared(prover: Prover, binding: Binding) {
  const { exploration } = prover;
  const reported = new Set<string>();
  while (reported.size < mostOfOneKind) {
    const trail = search(exploration, declaredBreaches(exploration, binding, reported));
    if (!trail) return;
    const breaking = trail.findLast(
      (edge) =>
        edge.step.effect?.breaks.includes(binding.rule) && !reported.has(siteOf(exploration, edge)),
    ) as Edge;
    reported.add(siteOf(exploration, breaking));
    prover.report(binding.rule, breaking, trail, sayDeclared(prover, binding, trail));
  }
}

function checkClause(
  prover: Prover,
  clause: Exclude<Clause, { possible: unknown }>,
  binding: Binding,
) {
  const { exploration, shows } = prover;
  const reported = new Set<string>();
  let follower: ClauseFollower;
  for (;;) {
    follower = clauseBreaches(exploration, clause, binding, shows, reported);
    const trail = reported.size < mostOfOneKind ? search(exploration, follower) : null;
    if (!trail) break;
    const edge = follower.brokenAt(trail) as Edge;
    reported.add(siteOf(exploration, edge));
    prover.report(binding.rule, edge, trail, sayBroken(prover, binding, clause, trail, edge));
  }
  for (const edge of follower.undeclared.values())
    prover.warn('undeclared', edge, sayUndeclared(binding, edge), binding.rule);
}

function checkPossible(
  prover: Prover,
  clause: Extract<Clause, { possible: unknown }>,
  binding: Binding,
) {
  const { exploration } = prover;
  const reported = new Set<string>();
  while (reported.size < mostOfOneKind) {
    const trail = search(exploration, impossibilities(exploration, clause, binding, reported));
    if (!trail) return;
    const at = leafOf(exploration, trail.at(-1)?.to ?? 0);
    reported.add(at.path);
    prover.reportAt(binding.rule, at, trail, sayImpossible(clause.possible));
  }
}
