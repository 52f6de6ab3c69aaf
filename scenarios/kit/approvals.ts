import { z } from 'zod';
import { type Finding, findingsFor } from './findings.ts';
import { readValue } from './read-value.ts';

const hashSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Copy the hash that scenarios:check names: 64 letters and digits.');

/** What a version consists of: the machine's hash, and that of each language and reading level. */
const versionSchema = z.strictObject({
  machine: hashSchema,
  /** `en-GB`, `en-GB.easy` and so on. */
  texts: z.record(z.string().max(40), hashSchema),
});

/**
 * The contract of `approvals.json`: which safeguarding lead read which version, and said yes. Entries
 * are only ever added. Source: design section 1.
 */
export const approvalsSchema = z.array(
  versionSchema.extend({
    name: z.string().trim().min(1).max(200),
    title: z.string().trim().min(1).max(200),
    on: z.iso.date('Use a date, such as "2026-11-22".'),
    substance: z.int().min(1),
  }),
);

export type VersionHashes = z.infer<typeof versionSchema>;
export type Approval = z.infer<typeof approvalsSchema>[number];

/**
 * Reads `approvals.json`, which a scenario may do without; null is one that could not be read, which
 * was told already. Never throws: what is wrong is a finding.
 */
export function readApprovals(
  folder: string,
  text: string | null | undefined,
): { approvals: Approval[]; findings: Finding[] } {
  const finder = findingsFor(folder, 'approvals.json');
  if (typeof text !== 'string') return { approvals: [], findings: [] };
  return { approvals: readValue(text, approvalsSchema, finder) ?? [], findings: finder.found };
}
