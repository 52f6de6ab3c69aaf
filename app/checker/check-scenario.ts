import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { graveRules } from '#scenarios/kit/vocabulary.ts';
import type { Sequence } from '#scenarios/rules/sequences.schema.ts';
import { sequences } from '#scenarios/rules/sequences.ts';
import { checkExperience } from './experience/check-experience.ts';
import { type Proof, proverOf } from './prover.ts';
import { checkSequences } from './sequences/check-sequences.ts';
import { checkStructure } from './structure/check-structure.ts';

/** What a scenario's machine proves: findings with their paths, and the rules that were asked of it. */
export type Checked = { proofs: Proof[]; asked: ReadonlySet<string> };

/**
 * Proves one scenario's machine: that it can be played to an end, that no path breaks a safeguarding
 * rule and ends too well, and how it plays. In: a scenario that was read without errors; the rules to
 * prove, where not all. Out: findings with shortest paths. Pure. Source: design section 4.
 */
export function checkScenario(
  source: ScenarioSource,
  rules: readonly Sequence[] = sequences,
): Checked {
  const prover = proverOf(source);
  checkStructure(prover);
  const { asked } = prover.exploration.whole
    ? checkSequences(prover, new Set<string>(graveRules), rules)
    : { asked: new Set<string>() };
  checkExperience(prover, source);
  return { proofs: prover.proofs, asked };
}
