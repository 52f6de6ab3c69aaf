import type { Definition, Transition } from '#scenarios/kit/definition.ts';
import { asList, listStates } from '#scenarios/kit/graph.ts';
import { type Audience, untaughtReasons } from '#scenarios/rules/coverage.ts';
import rulesJson from '#scenarios/rules/rules.json' with { type: 'json' };
import { sequences } from '#scenarios/rules/sequences.ts';

export type Covered = {
  rule: string;
  audience: Audience;
  /** Scenario id → the states that teach the rule. */
  taught: Map<string, string[]>;
  reason: string | null;
};

/** The decision rules (reference, section 2) with those whom each binds; what puts actions in order is proved. */
const decisionRules = rulesJson
  .filter(({ id }) => !sequences.some((sequence) => sequence.id === id))
  .map(({ id, audience }) => ({ id, audience: audience as Audience[] }));

/** Every decision rule for each of its audiences, with the scenarios and states that teach it. */
export function coverageOf(definitions: readonly Definition[]): Covered[] {
  const taughtBy = definitions.map((definition) => ({
    definition,
    rules: rulesTaught(definition),
  }));
  return decisionRules.flatMap(({ id, audience }) =>
    audience.map((one) => ({
      rule: id,
      audience: one,
      taught: new Map(
        taughtBy.flatMap(({ definition, rules }) =>
          rules.has(id) && reaches(definition, one, audience)
            ? [[definition.id, [...(rules.get(id) ?? [])]] as const]
            : [],
        ),
      ),
      reason:
        untaughtReasons.find((each) => each.rule === id && each.audiences.includes(one))?.reason ??
        null,
    })),
  );
}

/**
 * Whom a scenario teaches. Safeguarding leads and heads play the staff's scenarios too, so a rule for all
 * staff reaches them there; what binds only them needs a scenario in their part.
 */
function reaches(definition: Definition, audience: Audience, all: readonly Audience[]) {
  const { track, role, alsoPlays } = definition;
  if (track !== 'staff') return track === audience;
  if (audience === 'dsl' || audience === 'head')
    return [role, ...alsoPlays].includes(audience) || all.includes('staff');
  return audience === 'staff';
}

function rulesTaught(definition: Definition): Map<string, Set<string>> {
  const taught = new Map<string, Set<string>>();
  for (const { path, config } of listStates(definition)) {
    const scored = config.meta?.kind === 'order' ? config.meta.constraints : [];
    const rules = [
      ...Object.values(config.on ?? {}).flatMap((ways) => asList(ways).flatMap(rulesOf)),
      ...scored.map(({ rule }) => rule),
    ];
    for (const rule of rules) taught.set(rule, (taught.get(rule) ?? new Set()).add(path));
  }
  return taught;
}

function rulesOf({ meta }: Transition): string[] {
  return meta ? [...meta.follows, ...meta.breaks, ...meta.repairs] : [];
}
