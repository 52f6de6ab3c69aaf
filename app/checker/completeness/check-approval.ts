import type { Approval, VersionHashes } from '#scenarios/kit/approvals.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';

type Options = {
  /** Of the scenario as it stands now. */
  hashes: VersionHashes;
  /** Whether what is missing is an error (`--approved`) or only told. */
  required: boolean;
  /** `2026-11-22`. */
  today: string;
};

/**
 * Who approved which version of a scenario and what changed since; whether anybody approved it as it
 * stands, and whether its review date has passed. All is information, unless approval is required.
 */
export function checkApproval(
  { definition }: ScenarioSource,
  approvals: readonly Approval[],
  { hashes, required, today }: Options,
): Finding[] {
  const { found, add } = findingsFor(definition.id, 'approvals.json');
  const source = 'Design, section 1';
  const severity = required ? 'error' : 'info';
  const version = JSON.stringify({ substance: definition.substance, ...hashes });
  const entry = `Then add to approvals.json, with their name, their title and the day ("on"): ${version}`;
  const past = approvals.filter(({ on }) => on <= today);
  for (const [index, { name, on }] of approvals.entries())
    if (on > today)
      add({
        ...{ rule: 'approval-date', source, key: `${index}.on` },
        message: `${name} cannot have approved this on ${on}, which is yet to come. Correct the date.`,
      });
  const read = past.map((approval) => ({
    approval,
    changes: changesSince(approval, hashes, definition.substance),
  }));
  for (const { approval, changes } of read)
    add({
      ...{ rule: 'approved', source, severity: 'info' },
      message: `${approval.name}, ${approval.title}, approved substance ${approval.substance} on ${approval.on}. ${changes.length > 0 ? `Changed since: ${changes.join('; ')}.` : 'Nothing has changed since.'}`,
    });
  if (past.length === 0)
    add({
      ...{ rule: 'unapproved', source, severity },
      message: `No safeguarding lead has approved this scenario. Ask one to read it. ${entry}`,
    });
  else if (read.every(({ changes }) => changes.length > 0))
    add({
      ...{ rule: 'changed-since-approval', source, severity },
      message: `No safeguarding lead has approved it as it stands now. Ask one to read what changed. ${entry}`,
    });
  if (definition.reviewBy < today)
    add({
      ...{ rule: 'expired', source, severity },
      message: `It was to be reviewed by ${definition.reviewBy}: no approval holds any longer. Have it read again.`,
    });
  return found;
}

function changesSince(approval: Approval, now: VersionHashes, substance: number): string[] {
  const languages = [...new Set([...Object.keys(approval.texts), ...Object.keys(now.texts)])];
  return [
    ...(approval.substance === substance
      ? []
      : [`what is taught (substance ${approval.substance}, now ${substance})`]),
    ...(approval.machine === now.machine ? [] : ['the story and its choices (machine.json)']),
    ...languages.sort().flatMap((language) => {
      const before = approval.texts[language];
      const after = now.texts[language];
      if (before === after) return [];
      if (after === undefined) return [`the words of ${language} were taken out`];
      return [`the words of ${language}${before === undefined ? ' are new' : ''}`];
    }),
  ];
}
