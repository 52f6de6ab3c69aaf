import { readApprovals, type VersionHashes } from '#scenarios/kit/approvals.ts';
import type { Finding } from '#scenarios/kit/findings.ts';
import type { ScenarioFiles, ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { readWalkthroughs } from '#scenarios/kit/walkthroughs.ts';
import { checkScenario } from './check-scenario.ts';
import { checkWalkthroughs } from './check-walkthroughs.ts';
import { checkApproval } from './completeness/check-approval.ts';
import { checkCompleteness } from './completeness/check-completeness.ts';
import { checkHomeVersions } from './completeness/check-home-versions.ts';
import { idleRules } from './idle-rules.ts';
import { checkLanguage, checkWalkthroughNames } from './language/check-language.ts';

type Library = {
  scenarios: readonly ScenarioSource[];
  files: ReadonlyMap<string, ScenarioFiles['files']>;
};
type Options = {
  /** `2026-11-22`. */
  today: string;
  /** Whether a missing or outdated approval is an error. */
  approved: boolean;
  hashesOf(source: ScenarioSource): VersionHashes;
};

/**
 * Everything that can be said of scenarios that were read without errors: proofs of their machines,
 * their play-throughs, words and approvals, and the rules that none of them asks. Pure.
 */
export function checkLibrary({ scenarios, files }: Library, options: Options): Finding[] {
  const asked = new Set<string>();
  const findings = scenarios.flatMap((source) => {
    const { id } = source.definition;
    const checked = checkScenario(source);
    for (const rule of checked.asked) asked.add(rule);
    return [
      ...checked.proofs.map(({ finding }) => finding),
      ...checkFiles(source, files.get(id) ?? new Map(), options),
      ...checkLanguage(source),
      ...checkCompleteness(source, options.today),
    ];
  });
  const home = checkHomeVersions(scenarios.map(({ definition }) => definition));
  return scenarios.length > 0 ? [...findings, ...home, ...idleRules(asked)] : [];
}

/** What stands beside a scenario's machine and words. */
function checkFiles(
  source: ScenarioSource,
  files: ScenarioFiles['files'],
  { today, approved, hashesOf }: Options,
): Finding[] {
  const { id } = source.definition;
  const walked = readWalkthroughs(id, files.get('walkthroughs.json'));
  const signed = readApprovals(id, files.get('approvals.json'));
  return [
    ...walked.findings,
    ...checkWalkthroughs(source.definition, walked.walkthroughs),
    ...checkWalkthroughNames(id, walked.walkthroughs),
    ...signed.findings,
    ...checkApproval(source, signed.approvals, {
      hashes: hashesOf(source),
      required: approved,
      today,
    }),
  ];
}
