import { createHash, randomBytes } from 'node:crypto';
import { dayIn, dayOf } from '#app/platform/clock/dates.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { RoleMembership } from '#app/platform/database/generated/client.ts';
import { holdsOn, knownOn } from '../compliance/facts.ts';
import type { Role } from './roles.ts';
import { isRole } from './roles.ts';

/** Who is acting: a user, as a person of one organisation, with the roles that stand today. */
export type Session = {
  organisation: { id: string; name: string; timeZone: string; isDemo: boolean };
  person: { id: string; name: string };
  roles: Role[];
};

const lifetimeHours = 12;

/**
 * The interface that sign-in stands behind: start, find and end a session. How somebody proves who
 * they are is another's business; today the demo door, later real sign-in.
 */
export async function startSession(
  { prisma }: Database,
  who: { userId: string; organisationId: string; personId: string },
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetimeHours * 3_600_000);
  await prisma.session.create({ data: { ...who, tokenHash: hashToken(token), expiresAt } });
  return token;
}

export async function findSession(
  { prisma }: Database,
  token: string | null,
  now: Date,
): Promise<Session | null> {
  if (token === null) return null;
  const row = await prisma.session.findUnique({
    where: { tokenHash: hashToken(token), endedAt: null, expiresAt: { gt: now } },
    select: {
      person: {
        select: {
          id: true,
          name: true,
          organisation: { select: { id: true, name: true, timeZone: true, isDemo: true } },
          roles: true,
        },
      },
    },
  });
  if (!row) return null;
  const { organisation, roles, ...person } = row.person;
  return { organisation, person, roles: standingRoles(roles, organisation.timeZone, now) };
}

/** A role that was taken away is a fact that has ended, and still replaces the one before it. */
function standingRoles(facts: RoleMembership[], timeZone: string, now: Date): Role[] {
  const today = dayIn(timeZone, now);
  return knownOn(facts, today, timeZone)
    .filter((fact) =>
      holdsOn(
        {
          effectiveFrom: dayOf(fact.effectiveFrom),
          effectiveTo: fact.effectiveTo && dayOf(fact.effectiveTo),
        },
        today,
      ),
    )
    .map(({ role }) => role)
    .filter(isRole);
}

export async function endSession(
  { prisma }: Database,
  token: string | null,
  now: Date,
): Promise<void> {
  if (token === null) return;
  await prisma.session.updateMany({
    where: { tokenHash: hashToken(token), endedAt: null },
    data: { endedAt: now },
  });
}

export function hashToken(token: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(token).digest());
}
