import rulesJson from './rules.json' with { type: 'json' };
import wordsEnGb from './text/en-GB.json' with { type: 'json' };

export type Rule = { id: string; source: string };
export type CitedRule = Rule & { name: string; says: string };

const rules = new Map<string, Rule>(rulesJson.map((rule) => [rule.id, rule]));
const words: Record<string, { name: string; says: string }> = wordsEnGb;

/** The ids of all safeguarding rules that a scenario may cite. */
export const ruleIds: ReadonlySet<string> = new Set(rules.keys());

/** A rule as a learner reads it: name, what it says, and where it comes from. Throws for an unknown id. */
export function citeRule(id: string): CitedRule {
  const rule = rules.get(id);
  const said = words[id];
  if (!rule || !said) throw new Error(`No rule is called ${id}`);
  return { id, ...said, source: rule.source };
}
