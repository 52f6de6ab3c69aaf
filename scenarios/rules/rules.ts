import { z } from 'zod';
import type { ReadingLevel } from '../kit/vocabulary.ts';
import { type Block, blocksSchema } from '../kit/words.ts';
import rulesJson from './rules.json' with { type: 'json' };
import easyEnGb from './text/en-GB.easy.json' with { type: 'json' };
import wordsEnGb from './text/en-GB.json' with { type: 'json' };

export type Rule = { id: string; source: string };
export type CitedRule = Rule & { name: string; says: Block[] };

const rules = new Map<string, Rule>(rulesJson.map((rule) => [rule.id, rule]));
const words: Record<string, { name: string; says: string }> = wordsEnGb;
const easyWords = z
  .record(z.string(), z.strictObject({ name: z.string().min(1), says: blocksSchema }))
  .parse(easyEnGb);

/** The ids of all safeguarding rules that a scenario may cite. */
export const ruleIds: ReadonlySet<string> = new Set(rules.keys());

/**
 * A rule as somebody reads it. In: its id, and the reading level. Out: its name, what it says as blocks,
 * and where it comes from. Throws for an unknown id. Source: reference, sections 2 and 3.
 */
export function citeRule(id: string, level: ReadingLevel = 'standard'): CitedRule {
  const rule = rules.get(id);
  const said = words[id];
  if (!rule || !said) throw new Error(`No rule is called ${id}`);
  const standard = { name: said.name, says: [{ text: said.says }] };
  return { id, source: rule.source, ...standard, ...(level === 'easy' ? easyWords[id] : null) };
}
