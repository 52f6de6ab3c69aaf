import { z } from 'zod';
import { dayOf } from '#app/platform/clock/dates.ts';
import { ratings } from '#scenarios/kit/vocabulary.ts';

const instant = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime(),
);
const day = z.preprocess((value) => (value instanceof Date ? dayOf(value) : value), z.iso.date());

/** With both times, and the fact that it corrects. */
const fact = z.object({
  id: z.string(),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  recordedAt: instant,
  supersedes: z.string().nullable(),
});

const played = z.object({
  scenario: z.string(),
  title: z.string(),
  version: z.number(),
});

const attempt = played.extend({
  id: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  rating: z.enum(ratings).nullable(),
  practiceOf: z.string().nullable(),
  practiceFrom: z.number(),
  events: z.array(
    z.object({
      step: z.number(),
      /** The title of the scene, and the words that were chosen or marked; `null` where there are none. */
      scene: z.string().nullable(),
      said: z.string().nullable(),
      choice: z.string(),
      values: z.array(z.string()),
      recordedAt: instant,
    }),
  ),
  clearings: z.array(z.object({ step: z.number(), recordedAt: instant })),
});

/**
 * Everything held about a person of an organisation. Rows of the database are parsed by it: what is
 * not named here, such as the hash of a token, is left out.
 */
export const personExportSchema = z.object({
  madeAt: instant,
  organisation: z.object({ name: z.string(), timeZone: z.string() }),
  /** Whether it was made for the person; somebody else's copy tells no choice, ending or try. */
  isOwn: z.boolean(),
  person: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    staffNumber: z.string().nullable(),
    createdAt: instant,
    erasedAt: instant.nullable(),
  }),
  /** How they sign in; `null` for somebody who cannot. */
  account: z
    .object({
      email: z.string().nullable(),
      username: z.string().nullable(),
      hasPassword: z.boolean(),
      hasSecondFactor: z.boolean(),
      isVerified: z.boolean(),
    })
    .nullable(),
  employment: z.array(fact),
  roles: z.array(fact.extend({ role: z.string() })),
  groups: z.array(fact.extend({ group: z.string() })),
  invitations: z.array(
    z.object({
      sentBy: z.string(),
      createdAt: instant,
      expiresAt: instant,
      usedAt: instant.nullable(),
      withdrawnAt: instant.nullable(),
    }),
  ),
  sessions: z.array(
    z.object({
      device: z.string(),
      createdAt: instant,
      lastSeenAt: instant,
      endedAt: instant.nullable(),
    }),
  ),
  imports: z.array(
    z.object({ state: z.enum(['planned', 'running', 'done', 'failed']), createdAt: instant }),
  ),
  /** `null` in a copy for somebody else: not even how often somebody tried. */
  attempts: z.array(attempt).nullable(),
  completions: z.array(
    played.extend({
      number: z.string(),
      completedAt: instant,
      recordedAt: instant,
      isApproved: z.boolean(),
    }),
  ),
  /** Where the organisation's contacts name them, or once did. */
  contacts: z.array(
    fact.extend({
      slot: z.string(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      lastVerified: day.nullable(),
      /** When another took its place. */
      replacedAt: instant.nullable(),
    }),
  ),
  /** What was signed as approved in their name, and as what they signed it. */
  approvals: z.array(fact.extend({ ...played.shape, signedAs: z.string().nullable() })),
  /** What they did, and what was done to them; who else was in it is not told. */
  audit: z.array(
    z.object({
      number: z.string(),
      recordedAt: instant,
      kind: z.string(),
      isActor: z.boolean(),
      isAbout: z.boolean(),
      details: z.record(z.string(), z.union([z.string(), z.number()])).catch({}),
    }),
  ),
});

export type PersonExport = z.infer<typeof personExportSchema>;

/** The copy as a file that a machine can read. */
export function toJson(copy: PersonExport): string {
  return `${JSON.stringify(copy, null, 2)}\n`;
}
