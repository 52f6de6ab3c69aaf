import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import { citeRule } from '#scenarios/rules/rules.ts';
import { sequences } from '#scenarios/rules/sequences.ts';

/**
 * Sequencing rules that no scenario of a library asks: none does what they forbid, or what they wait
 * for. Such a rule passes by never being asked, so it is told. In: the rules that were asked.
 */
export function idleRules(asked: ReadonlySet<string>): Finding[] {
  const finder = findingsFor('', 'rules/sequences.json');
  for (const { id } of sequences.filter((rule) => !asked.has(rule.id)))
    finder.add({
      rule: id,
      severity: 'info',
      source: citeRule(id).source,
      message: `No scenario asks this rule, “${citeRule(id).name}”: nothing in any of them is about it.`,
    });
  return finder.found;
}
