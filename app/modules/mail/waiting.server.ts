import { z } from 'zod';
import type { Database, Transaction } from '#app/platform/database/client.ts';

const waitingSchema = z.array(
  z.object({
    personId: z.string().nullable(),
    /** When it was written, and when it was tried last. */
    since: z.coerce.date(),
    triedAt: z.coerce.date(),
    /** What the last try said. */
    why: z.string(),
    /** Whether it is not tried any more. */
    isOver: z.boolean(),
  }),
);
export type WaitingLetter = z.infer<typeof waitingSchema>[number];

/** The letters of an organisation that have not gone out though they were tried, the oldest first. */
export async function readWaiting(
  transaction: Transaction,
  organisationId: string,
): Promise<WaitingLetter[]> {
  const [row] = await transaction.$queryRaw<{ letters: unknown }[]>`
    SELECT letters_waiting(${organisationId}::uuid) AS letters`;
  return waitingSchema.parse(row?.letters);
}

/** Letters that were given up are kept until they would help nobody any more. Asks as a job. */
export async function removeOverLetters({ pool }: Pick<Database, 'pool'>, now: Date) {
  await pool.query(
    `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
     WHERE t.id = j.task_id AND t.identifier = 'send-mail' AND j.attempts >= j.max_attempts
       AND coalesce((j.payload->>'until')::timestamptz, j.created_at + interval '14 days') < $1`,
    [now],
  );
}
