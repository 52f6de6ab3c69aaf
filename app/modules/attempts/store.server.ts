import { z } from 'zod';
import type { WalledDatabase } from '#app/platform/database/walled.ts';
import type { Taken } from '#app/simulation/choose.ts';
import { type Snapshot, snapshotSchema } from '#app/simulation/snapshot.ts';
import { nations, ratings } from '#scenarios/kit/vocabulary.ts';
import { hashToken } from '../access/session.server.ts';
import { verdictsSchema } from '../help/standing.ts';

const openedSchema = z.discriminatedUnion('found', [
  z.object({ found: z.literal('no-session') }),
  z.object({ found: z.literal('nothing') }),
  z.object({
    found: z.literal('attempt'),
    organisationId: z.string(),
    nation: z.enum(nations).nullable(),
    personId: z.string(),
    versionOrganisationId: z.string(),
    versionId: z.string(),
    practiceOf: z.string().nullable(),
    practiceFrom: z.number(),
    steps: z.number(),
    snapshot: snapshotSchema,
    graveSteps: z.array(z.number()),
    ended: z.boolean(),
    last: z.array(z.string()).nullable(),
    texts: z.record(z.string(), z.string()),
    contacts: z.record(z.string(), z.record(z.string(), z.string().nullable())),
    routes: verdictsSchema,
    events: z.array(z.object({ values: z.array(z.string()) })),
    clearedSteps: z.array(z.number()),
    root: z.object({
      id: z.string(),
      rating: z.enum(ratings).nullable(),
      graveSteps: z.array(z.number()),
    }),
    completionId: z.string().nullable(),
  }),
]);

const takenStepSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('no-session') }),
  z.object({ outcome: z.literal('nothing') }),
  z.object({ outcome: z.literal('recorded') }),
  z.object({
    outcome: z.literal('moved'),
    steps: z.number(),
    last: z.array(z.string()).nullable(),
  }),
]);

export type Opened = z.infer<typeof openedSchema>;
export type OpenedAttempt = Extract<Opened, { found: 'attempt' }>;

export type JudgedStep = {
  attemptId: string;
  step: number;
  taken: Taken;
  snapshot: Snapshot;
  isGrave: boolean;
  isGood: boolean;
  rating: string | null;
};

/** Session, attempt, words and what is local in one round trip (migrations 0003 and 0009). */
export async function loadAttempt(
  database: WalledDatabase,
  token: string,
  attemptId: string,
): Promise<Opened> {
  return openedSchema.parse(await database.call('open_attempt', [hashToken(token), attemptId]));
}

/** Records a judged step with all that follows from it, in one round trip (migration 0003). */
export async function recordStep(database: WalledDatabase, token: string, judged: JudgedStep) {
  const { attemptId, step, taken, snapshot, isGrave, isGood, rating } = judged;
  const result = await database.call('take_step', [
    hashToken(token),
    attemptId,
    step,
    taken.choice,
    taken.values,
    snapshot,
    isGrave,
    isGood,
    rating,
  ]);
  return takenStepSchema.parse(result);
}
