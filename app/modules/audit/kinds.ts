import { z } from 'zod';

/**
 * What is audited, and what each event says of itself: ids and words of ours, never a name, and
 * nothing about a child or about how anybody played. Kinds are only ever added.
 */
export const auditKinds = {
  'sign-in': z.object({ by: z.enum(['demo']) }),
  'sign-out': z.object({}),
  'compliance-exported': z.object({ asAt: z.string(), lines: z.number() }),
  'audit-exported': z.object({ lines: z.number() }),
} as const;

export type AuditKind = keyof typeof auditKinds;
export type AuditDetails<K extends AuditKind> = z.infer<(typeof auditKinds)[K]>;

export function isAuditKind(text: string): text is AuditKind {
  return Object.hasOwn(auditKinds, text);
}
