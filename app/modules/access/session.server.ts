import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { dayIn } from '#app/platform/clock/dates.ts';
import type { Scope, WalledDatabase } from '#app/platform/database/walled.ts';
import { type Nation, nations } from '#scenarios/kit/vocabulary.ts';
import type { AuditDetails } from '../audit/kinds.ts';
import { recordAudit } from '../audit/record.server.ts';
import { type Fact, holdsOn, knownOn } from '../compliance/facts.ts';
import { isRole, needsSecondFactor, type Role } from './roles.ts';
import { scopeOf } from './scope.ts';

/** Who is acting: a user, as a person of one organisation, with the roles that stand today. */
export type Session = {
  userId: string;
  organisation: {
    id: string;
    name: string;
    timeZone: string;
    isDemo: boolean;
    nation: Nation;
    secondFactorForAll: boolean;
  };
  person: { id: string; name: string };
  roles: Role[];
  /** Roles that they have, and may use once it is set right how they sign in. */
  withheld: Role[];
  secondFactor: boolean;
  openedBy: string;
  /** They signed in with a code from a manager, which they must change first. */
  mustChangeCode: boolean;
  /** Whether they are a person of another organisation too. */
  isElsewhere: boolean;
  /** What of the database they may meet. */
  scope: Scope;
};

/** As whom somebody is signed in. */
export type Who = { userId: string; organisationId: string; personId: string };

/** How they proved it, and with what they did. */
export type HowSignedIn = {
  by: AuditDetails<'sign-in'>['by'];
  secondFactor: boolean;
  device: string;
};

const lifetimeHours = 12;

/**
 * The interface that sign-in stands behind: start, find and end a session. How somebody proves who
 * they are is another's business: the demo door, or an identity.
 */
export async function startSession(
  database: WalledDatabase,
  who: Who,
  { by, secondFactor, device }: HowSignedIn,
  now: Date,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetimeHours * 3_600_000);
  const times = { createdAt: now, lastSeenAt: now, expiresAt };
  await database.within(scopeOf(who.organisationId), async (transaction) => {
    await transaction.session.create({
      data: { ...who, ...times, tokenHash: hashToken(token), secondFactor, openedBy: by, device },
    });
    await recordAudit(transaction, who, { kind: 'sign-in', details: { by } });
  });
  return token;
}

/** Gives a session another token; `null` where it is over. Nobody comes or goes, so it is no sign-in. */
export async function turnToken(
  database: WalledDatabase,
  { scope }: Pick<Session, 'scope'>,
  old: string | null,
  { by, secondFactor }: Omit<HowSignedIn, 'device'>,
): Promise<string | null> {
  const token = newToken();
  const { count } = await database.within(scope, (transaction) =>
    transaction.session.updateMany({
      where: { tokenHash: hashToken(old ?? ''), endedAt: null },
      data: { tokenHash: hashToken(token), openedBy: by, secondFactor },
    }),
  );
  return count === 1 ? token : null;
}

const newToken = () => randomBytes(32).toString('base64url');

const factSchema = z.object({
  id: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  recordedAt: z.coerce.date(),
  supersedes: z.string().nullable(),
});
export const spellsSchema = z.array(factSchema);
const roleFactSchema = factSchema.extend({ role: z.string() });
type RoleFact = z.infer<typeof roleFactSchema>;

const foundSchema = z
  .object({
    userId: z.string(),
    secondFactor: z.boolean(),
    openedBy: z.string(),
    mustChangeCode: z.boolean(),
    elsewhere: z.boolean(),
    organisation: z.object({
      id: z.string(),
      name: z.string(),
      timeZone: z.string(),
      isDemo: z.boolean(),
      nation: z.enum(nations),
      secondFactorForAll: z.boolean(),
    }),
    person: z.object({ id: z.string(), name: z.string() }),
    spells: spellsSchema,
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
  const { organisation, spells, roles, elsewhere, ...rest } = found;
  if (!isStaff(spells, organisation.timeZone, now)) return null;
  const held = standingRoles(roles, organisation.timeZone, now);
  const gate = gateOf({ organisation, ...rest });
  const isWithheld = (role: Role) =>
    gate !== null || (needsSecondFactor(role) && !rest.secondFactor);
  return {
    ...rest,
    organisation,
    roles: held.filter((role) => !isWithheld(role)),
    withheld: held.filter(isWithheld),
    isElsewhere: elsewhere,
    scope: scopeOf(organisation.id),
  };
}

/** What somebody must set right before they do anything: a code that another knows, or a missing second step. */
export function gateOf({
  organisation,
  mustChangeCode,
  secondFactor,
}: Pick<Session, 'organisation' | 'mustChangeCode' | 'secondFactor'>) {
  if (mustChangeCode) return '/account/password' as const;
  return organisation.secondFactorForAll && !secondFactor
    ? ('/account/second-factor' as const)
    : null;
}

/** Whether somebody works here, or is about to: those who have left come in no more. */
export function isStaff(spells: Fact[], timeZone: string, now: Date): boolean {
  const today = dayIn(timeZone, now);
  return knownOn(spells, today, timeZone).some(
    ({ effectiveTo }) => effectiveTo === null || effectiveTo > today,
  );
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

/** Why the session of a cookie is over; `null` when it is not, or was ended by its owner. */
export async function whyEnded(
  database: WalledDatabase,
  token: string | null,
): Promise<EndedBecause | null> {
  if (token === null) return null;
  const because = await database.call('session_ended_because', [hashToken(token)]);
  return endedSchema.nullable().catch(null).parse(because);
}

const endedSchema = z.enum(['away', 'closed', 'changed', 'left', 'elsewhere']);
export type EndedBecause = z.infer<typeof endedSchema>;

export function hashToken(token: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(token).digest());
}
