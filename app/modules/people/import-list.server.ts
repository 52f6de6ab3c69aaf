import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { dayIn } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';
import type { Mapping } from './import/headers.ts';
import { makePlan } from './import/make-plan.ts';
import type { ImportPlan } from './import/plan-types.ts';
import type { FileProblem } from './import/problems.ts';
import { readImport } from './import/read-import.ts';
import {
  countPeople,
  countsOf,
  countsSchema,
  type ImportCounts,
  type StoredPlan,
  storedPlanSchema,
} from './import/stored-plan.ts';
import { readColleagues } from './import-colleagues.server.ts';
import { mayChangePerson } from './policy.ts';

const day = 24 * 60 * 60_000;

export type StaffList = { bytes: Uint8Array; mapping: Mapping; leaversAreAbsent: boolean };

/** Reads a staff list and keeps what it would do, for its sender to look at. Nothing is done yet. */
export async function readStaffList(
  services: Services,
  session: Session,
  { bytes, mapping, leaversAreAbsent }: StaffList,
): Promise<{ id: string } | FileProblem> {
  const file = readImport(bytes, mapping);
  if ('problem' in file) return file;
  const mayChangeGuarded = changesGuarded(session);
  const { colleagues, today } = await readNow(services, session);
  const stored = makePlan(file, colleagues, today, { leaversAreAbsent, mayChangeGuarded });
  const { id } = await services.database.within(session.scope, (transaction) =>
    transaction.staffImport.create({
      data: {
        organisationId: session.organisation.id,
        createdById: session.person.id,
        createdAt: services.clock(),
        ...planned(stored),
      },
      select: { id: true },
    }),
  );
  return { id };
}

export type OpenedImport = {
  state: 'planned' | 'running' | 'done' | 'failed';
  counts: ImportCounts;
  done: number;
  total: number;
  /** A plan holds for a day. */
  isExpired: boolean;
  stored: StoredPlan | null;
};

/** A staff list of the acting person's own; 404 where there is none of that id. */
export async function openStaffList(
  services: Services,
  session: Session,
  id: string,
): Promise<OpenedImport> {
  const key = keyOf(session, id);
  const row = await services.database.within(session.scope, async (transaction) => {
    const found = await findOwn(transaction, key);
    // The plan is large, and nobody looks at it while it is carried out.
    const isOpen = found.state === 'planned';
    return { ...found, plan: isOpen ? await findPlan(transaction, key) : null };
  });
  return {
    state: stateSchema.parse(row.state),
    counts: countsSchema.parse(row.counts),
    done: row.done,
    total: row.total,
    isExpired: row.createdAt.getTime() < services.clock().getTime() - day,
    stored: row.plan === null ? null : storedPlanSchema.parse(row.plan),
  };
}

export type Confirmed = 'running' | 'changed' | 'expired' | 'over' | 'unsure';

/**
 * Has a plan carried out behind the request, if it is still what its sender saw: once. Where people
 * would leave, they must have said how many.
 */
export async function applyStaffList(
  services: Services,
  session: Session,
  id: string,
  leavers = 0,
): Promise<Confirmed> {
  const { state, isExpired, stored } = await openStaffList(services, session, id);
  if (state !== 'planned' || !stored) return 'over';
  if (isExpired) return 'expired';
  if (stored.plan.leavers.length !== leavers) return 'unsure';
  const { colleagues } = await readNow(services, session);
  const again = makePlan(stored, colleagues, stored.day, {
    leaversAreAbsent: stored.leaversAreAbsent,
    mayChangeGuarded: changesGuarded(session),
  });
  const where = { ...keyOf(session, id), state: 'planned' };
  return services.database.within(session.scope, async (transaction) => {
    if (!isSamePlan(again.plan, stored.plan)) {
      const data = planned({ ...again, hasChanged: true });
      await transaction.staffImport.updateMany({ where, data });
      return 'changed';
    }
    const data = { state: 'running', done: 0, total: countPeople(stored.plan) };
    const { count } = await transaction.staffImport.updateMany({ where, data });
    if (count === 0) return 'over';
    const payload = { organisationId: session.organisation.id, importId: id };
    await transaction.$queryRaw`SELECT queue_job('apply-import', ${payload}::jsonb, ${`import ${id}`}, NULL)::text`;
    return 'running';
  });
}

/** Throws a plan away, with all the names in it. */
export async function discardStaffList(
  { database, clock }: Services,
  session: Session,
  id: string,
): Promise<void> {
  const where = { ...keyOf(session, id), state: 'planned' };
  await database.within(session.scope, async (transaction) => {
    const { counts } = await findOwn(transaction, keyOf(session, id));
    const data = over('failed', { ...countsSchema.parse(counts), because: 'discarded' }, clock());
    await transaction.staffImport.updateMany({ where, data });
  });
}

/** What of a row says that a plan waits to be confirmed. */
export function planned(stored: StoredPlan) {
  return { state: 'planned', plan: stored, counts: countsOf(stored.plan), done: 0, total: 0 };
}

/** What of a row says that it is over: the plan with its names is gone. */
export function over(state: 'done' | 'failed', counts: ImportCounts, now: Date) {
  return { state, counts, plan: Prisma.DbNull, finishedAt: now };
}

/** Whether two plans do the same. What is not said at all counts as what is empty. */
export function isSamePlan(one: ImportPlan, other: ImportPlan): boolean {
  const plain = (plan: ImportPlan) => JSON.parse(JSON.stringify(plan));
  return isDeepStrictEqual(plain(one), plain(other));
}

const stateSchema = z.enum(['planned', 'running', 'done', 'failed']);

/** Only whoever brought a list in sees it: it may hold people whom others may not change. */
function keyOf(session: Session, id: string) {
  if (!z.uuid().safeParse(id).success) throw new Response(null, { status: 404 });
  return { organisationId: session.organisation.id, id, createdById: session.person.id };
}

type Key = ReturnType<typeof keyOf>;

async function findOwn(transaction: Transaction, where: Key) {
  const row = await transaction.staffImport.findFirst({ where, omit: { plan: true } });
  if (!row) throw new Response(null, { status: 404 });
  return row;
}

async function findPlan(transaction: Transaction, where: Key) {
  const row = await transaction.staffImport.findFirst({ where, select: { plan: true } });
  return row?.plan ?? null;
}

/** Whether somebody may change those who see others' records, too. */
function changesGuarded(session: Session): boolean {
  return mayChangePerson(session, { id: '', roles: ['administrator'] });
}

async function readNow({ database, clock }: Services, session: Session) {
  const today = dayIn(session.organisation.timeZone, clock());
  const colleagues = await database.within(session.scope, (transaction) =>
    readColleagues(transaction, session.organisation.id, today),
  );
  return { today, colleagues };
}
