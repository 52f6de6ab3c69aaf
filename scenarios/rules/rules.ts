import rulesJson from './rules.json' with { type: 'json' };
import wordsEnGb from './text/en-GB.json' with { type: 'json' };

export type Rule = { id: string; source: string };
export type CitedRule = Rule & { says: string };

const rules = new Map<string, Rule>(rulesJson.map((rule) => [rule.id, rule]));
const sentences: Record<string, string> = wordsEnGb;

/** The ids of all safeguarding rules that a scenario may cite. */
export const ruleIds: ReadonlySet<string> = new Set(rules.keys());

/** A rule as a learner reads it: what it says, and where it comes from. Throws for an unknown id. */
export function citeRule(id: string): CitedRule {
  const rule = rules.get(id);
  if (!rule) throw new Error(`No rule is called ${id}`);
  return { id, says: sentences[id] ?? id, source: rule.source };
}
