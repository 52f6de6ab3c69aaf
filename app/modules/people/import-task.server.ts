import { z } from 'zod';
import { type Clock, dayIn } from '#app/platform/clock/dates.ts';
import { isDatabaseAway } from '#app/platform/database/away.ts';
import type { Database, Transaction } from '#app/platform/database/client.ts';
import { wall } from '#app/platform/database/walled.ts';
import { scopeOf } from '../access/scope.ts';
import { makePlan } from './import/make-plan.ts';
import { countsOf, countsSchema, type StoredPlan, storedPlanSchema } from './import/stored-plan.ts';
import { applyPlan, lockImports, withinLong } from './import-apply.server.ts';
import { readColleagues } from './import-colleagues.server.ts';
import { isSamePlan, over, planned } from './import-list.server.ts';

const jobSchema = z.object({ organisationId: z.uuid(), importId: z.uuid() });
type Job = z.infer<typeof jobSchema>;
/**
 * The job that carries out a confirmed staff list, as the application, within its organisation. It
 * may run twice: whatever is not confirmed, or is over, is left alone.
 */
export function applyImportTask(database: Database, clock: Clock) {
  return async (payload: unknown): Promise<void> => {
    const job = jobSchema.parse(payload);
    try {
      await carryOut(database, job, clock);
    } catch (error) {
      // It is tried again, and nothing of it stands.
      if (isDatabaseAway(error)) throw error;
      if (isOvertaken(error)) return await lookAgain(database, job);
      await giveUp(database, job, clock());
      throw error;
    }
  };
}

/** What was under way when a process was killed is taken up when one starts; its own job would wait for hours. */
export async function resumeImports({ pool }: Database): Promise<void> {
  await pool.query(
    `SELECT queue_job('apply-import', jsonb_build_object('organisationId', i.organisation_id,
       'importId', i.id), 'import ' || i.id, NULL) FROM staff_imports i WHERE i.state = 'running'`,
  );
}

async function carryOut(database: Database, job: Job, clock: Clock): Promise<void> {
  const where = keyOf(job);
  await withinLong(database, job.organisationId, async (transaction) => {
    await lockImports(transaction, job.organisationId);
    const row = await transaction.staffImport.findUnique({
      where,
      include: { organisation: true },
    });
    if (row?.state !== 'running') return;
    const stored = storedPlanSchema.parse(row.plan);
    const { again, colleagues } = await planAgain(transaction, job, stored);
    if (!isSamePlan(again.plan, stored.plan)) {
      const data = planned({ ...again, hasChanged: true });
      await transaction.staffImport.update({ where, data });
      return;
    }
    const now = clock();
    await applyPlan(transaction, stored.plan, colleagues, {
      organisationId: job.organisationId,
      actorId: row.createdById,
      today: dayIn(row.organisation.timeZone, now),
      now,
      onProgress: (done) => noteProgress(database, job, done),
    });
    const data = over('done', countsOf(stored.plan), clock());
    await transaction.staffImport.update({ where, data: { ...data, done: row.total } });
  });
}

async function planAgain(transaction: Transaction, { organisationId }: Job, stored: StoredPlan) {
  const colleagues = await readColleagues(transaction, organisationId, stored.day);
  return { colleagues, again: makePlan(stored, colleagues, stored.day, stored) };
}

/** Somebody did the same a moment ago: the plan is worked out anew, to be looked at again. */
async function lookAgain(database: Database, job: Job): Promise<void> {
  await withinLong(database, job.organisationId, async (transaction) => {
    const row = await transaction.staffImport.findUnique({ where: keyOf(job) });
    if (row?.state !== 'running') return;
    const { again } = await planAgain(transaction, job, storedPlanSchema.parse(row.plan));
    const data = planned({ ...again, hasChanged: true });
    await transaction.staffImport.update({ where: keyOf(job), data });
  });
}

async function giveUp(database: Database, job: Job, now: Date): Promise<void> {
  await withinLong(database, job.organisationId, async (transaction) => {
    const row = await transaction.staffImport.findUnique({ where: keyOf(job) });
    if (row?.state !== 'running') return;
    const data = over('failed', { ...countsSchema.parse(row.counts), because: 'fault' }, now);
    await transaction.staffImport.update({ where: keyOf(job), data });
  });
}

/** Beside the transaction that does it, so that the page sees it meanwhile. */
async function noteProgress(database: Database, { organisationId, importId }: Job, done: number) {
  await wall(database).within(scopeOf(organisationId), (transaction) =>
    transaction.staffImport.updateMany({
      where: { organisationId, id: importId, state: 'running' },
      data: { done },
    }),
  );
}

function keyOf({ organisationId, importId: id }: Job) {
  return { organisationId_id: { organisationId, id } };
}

/** Whether a key was taken or a fact was replaced by somebody else at the same moment. */
function isOvertaken(error: unknown): boolean {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: unknown };
  return code === 'P2002' || (code === 'P2010' && JSON.stringify(meta).includes('23505'));
}
