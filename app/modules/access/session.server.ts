import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { dayIn } from '#app/platform/clock/dates.ts';
import type { Scope, WalledDatabase } from '#app/platform/database/walled.ts';
import type { AuditDetails } from '../audit/kinds.ts';
import { recordAudit } from '../audit/record.server.ts';
import { holdsOn, knownOn } from '../compliance/facts.ts';
import type { Role } from './roles.ts';
import { isRole } from './roles.ts';
import { scopeOf } from './scope.ts';

/** Who is acting: a user, as a person of one organisation, with the roles that stand today. */
export type Session = {
  organisation: { id: string; name: string; timeZone: string; isDemo: boolean };
  person: { id: string; name: string };
  roles: Role[];
  /** What of the database they may meet. */
  scope: Scope;
};

const lifetimeHours = 12;

/**
 * The interface that sign-in stands behind: start, find and end a session. How somebody proves who
 * they are is another's business; today the demo door, later real sign-in.
 */
export async function startSession(
  database: WalledDatabase,
  who: { userId: string; organisationId: string; personId: string },
  by: AuditDetails<'sign-in'>['by'],
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetimeHours * 3_600_000);
  await database.within(scopeOf(who.organisationId), async (transaction) => {
    await transaction.session.create({
      data: { ...who, tokenHash: hashToken(token), expiresAt },
    });
    await recordAudit(transaction, who, { kind: 'sign-in', details: { by } });
  });
  return token;
}

const roleFactSchema = z.object({
  id: z.string(),
  role: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  recordedAt: z.coerce.date(),
  supersedes: z.string().nullable(),
});
type RoleFact = z.infer<typeof roleFactSchema>;

const foundSchema = z
  .object({
    organisation: z.object({
      id: z.string(),
      name: z.string(),
      timeZone: z.string(),
      isDemo: z.boolean(),
    }),
    person: z.object({ id: z.string(), name: z.string() }),
    roles: z.array(roleFactSchema),
  })
  .nullable();

export async function findSession(
  database: WalledDatabase,
  token: string | null,
  now: Date,
): Promise<Session | null> {
  if (token === null) return null;
  const found = foundSchema.parse(await database.call('session_of', [hashToken(token), now]));
  if (!found) return null;
  const { organisation, person, roles } = found;
  return {
    organisation,
    person,
    roles: standingRoles(roles, organisation.timeZone, now),
    scope: scopeOf(organisation.id),
  };
}

/** A role that was taken away is a fact that has ended, and still replaces the one before it. */
function standingRoles(facts: RoleFact[], timeZone: string, now: Date): Role[] {
  const today = dayIn(timeZone, now);
  return knownOn(facts, today, timeZone)
    .filter((fact) => holdsOn(fact, today))
    .map(({ role }) => role)
    .filter(isRole);
}

export async function endSession(
  database: WalledDatabase,
  token: string | null,
  now: Date,
): Promise<void> {
  if (token !== null) await database.call('end_session', [hashToken(token), now]);
}

export function hashToken(token: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(token).digest());
}
