import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { citeRule } from '#scenarios/rules/rules.ts';
import { type Covered, coverageOf } from './coverage.ts';
import { table } from './table.ts';

/** `docs/coverage.md`: which scenarios and states teach each decision rule, to whom. */
export function coveragePage(sources: readonly ScenarioSource[]): string {
  const covered = coverageOf(sources.map(({ definition }) => definition));
  const ids = [...new Set(covered.map(({ rule }) => rule))];
  const open = covered.filter(isOpen);
  return [
    '# What the library teaches',
    '',
    'Written by `npm run scenarios:coverage`; do not edit it by hand. Each decision rule of the safeguarding reference,',
    'those whom it binds, and the scenes of each scenario in which a choice follows it, breaks it or puts it right.',
    'Safeguarding leads and heads play the staff’s scenarios too: a rule for all staff reaches them there.',
    '',
    `${ids.length} rules, ${covered.length} pairs of a rule and an audience: ${covered.length - open.length} taught or with a reason, ${open.length} open.`,
    '',
    table(
      ['Rule', 'For', 'Taught in'],
      covered.map((row) => [
        `**${row.rule}** ${citeRule(row.rule).name}`,
        row.audience,
        sayTaught(row),
      ]),
    ),
    '',
  ].join('\n');
}

export function isOpen({ taught, reason }: Covered): boolean {
  return taught.size === 0 && reason === null;
}

function sayTaught({ taught, reason }: Covered): string {
  const places = [...taught].map(([id, states]) => `${id}: ${states.join(', ')}`);
  if (places.length > 0) return places.join('<br>');
  return reason === null ? '**not yet**' : `Not taught. ${reason}`;
}
