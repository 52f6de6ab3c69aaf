import { z } from 'zod';

/**
 * What is audited, and what each event says of itself: ids and words of ours, never a name, and
 * nothing about a child or about how anybody played. Kinds are only ever added.
 */
export const auditKinds = {
  'sign-in': z.object({
    by: z.enum(['demo', 'password', 'link', 'invitation', 'second-factor', 'switch']),
  }),
  'sign-in-failed': z.object({ by: z.enum(['password', 'second-factor']) }),
  'sign-out': z.object({}),
  'sessions-ended': z.object({ count: z.number() }),
  'password-changed': z.object({}),
  'second-factor-set': z.object({}),
  'second-factor-removed': z.object({}),
  'recovery-codes-made': z.object({}),
  'address-proved': z.object({}),
  'person-added': z.object({ by: z.enum(['form', 'import', 'setup']) }),
  'person-changed': z.object({ what: z.string() }),
  'person-left': z.object({ on: z.string() }),
  'person-stays': z.object({}),
  'person-returned': z.object({ on: z.string() }),
  'person-viewed': z.object({}),
  'person-exported': z.object({}),
  'person-erased': z.object({}),
  'role-given': z.object({ role: z.string() }),
  'role-taken': z.object({ role: z.string() }),
  invited: z.object({ by: z.enum(['mail', 'hand']) }),
  'invitation-withdrawn': z.object({}),
  'invitation-accepted': z.object({}),
  'code-given': z.object({}),
  'let-in': z.object({}),
  'contact-changed': z.object({ slot: z.string() }),
  'route-confirmed': z.object({ route: z.string() }),
  'route-doubted': z.object({ route: z.string() }),
  'scenario-approved': z.object({ scenario: z.string(), version: z.number() }),
  'approval-withdrawn': z.object({ scenario: z.string(), version: z.number() }),
  'term-changed': z.object({ term: z.string() }),
  'setting-changed': z.object({ setting: z.string(), to: z.string() }),
  'people-imported': z.object({
    added: z.number(),
    changed: z.number(),
    left: z.number(),
    returned: z.number(),
  }),
  'organisation-set-up': z.object({}),
  'organisation-closed': z.object({}),
  'retention-kept': z.object({ people: z.number(), names: z.number(), links: z.number() }),
  'compliance-exported': z.object({ asAt: z.string(), lines: z.number() }),
  'audit-exported': z.object({ lines: z.number() }),
} as const;

export type AuditKind = keyof typeof auditKinds;
export type AuditDetails<K extends AuditKind> = z.infer<(typeof auditKinds)[K]>;

export function isAuditKind(text: string): text is AuditKind {
  return Object.hasOwn(auditKinds, text);
}
