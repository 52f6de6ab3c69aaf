import { z } from 'zod';
import { dateOf, dayIn, isDay } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';
import { type Person, readPerson } from './person.server.ts';
import type { PersonProblem } from './person-form.ts';

export type Changed<T = object> =
  | ({ outcome: 'done' } & T)
  | { outcome: 'problem'; problem: PersonProblem };

/** Thrown within a transaction, so that nothing half-done stays. */
export class Refusal extends Error {
  constructor(readonly problem: PersonProblem) {
    super(problem);
  }
}

/** A day that somebody may have begun or left on. */
export const daySchema = z
  .string()
  .refine(isDay)
  .refine((day) => day > '1950-01-01' && day < '2100-01-01');

/** The day it is where the acting person's organisation is. */
export const todayAt = ({ organisation }: Session, now: Date) => dayIn(organisation.timeZone, now);
export const todayOf = (session: Session, now: Date) => dateOf(todayAt(session, now));
export const idsOf = ({ id, roles }: Person) => ({ id, roles: roles.map(({ role }) => role) });

/** What is no id at all names nobody. */
export function requireId(id: string): void {
  if (!z.uuid().safeParse(id).success) throw new Response(null, { status: 404 });
}

/** Works on one person of the acting person's organisation; 404 where there is none. */
export async function onPerson<T extends object>(
  services: Services,
  session: Session,
  id: string,
  work: (transaction: Transaction, person: Person, now: Date) => Promise<T>,
): Promise<Changed<T>> {
  requireId(id);
  return changing(services, session, async (transaction, now) => {
    // One after the other: what is done twice at once must find what the first one did.
    await transaction.$queryRaw`SELECT id::text FROM people
      WHERE organisation_id = ${session.organisation.id}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
    const person = await readPerson(transaction, session, id, now);
    if (!person || person.isErased) throw new Response(null, { status: 404 });
    return work(transaction, person, now);
  });
}

const takenBy: Record<string, PersonProblem> = {
  email: 'emailTaken',
  staff_number: 'staffNumberTaken',
  supersedes: 'changedMeanwhile',
};

/** All of it, or nothing and what stood in the way. */
export async function changing<T extends object>(
  { database, clock }: Services,
  session: Session,
  work: (transaction: Transaction, now: Date) => Promise<T>,
): Promise<Changed<T>> {
  try {
    const done = await database.within(session.scope, (transaction) => work(transaction, clock()));
    return { outcome: 'done', ...done };
  } catch (error) {
    if (error instanceof Refusal) return { outcome: 'problem', problem: error.problem };
    const text =
      error instanceof Error && 'code' in error && error.code === 'P2002'
        ? JSON.stringify(error)
        : '';
    const column = Object.keys(takenBy).find((name) => text.includes(name));
    if (column) return { outcome: 'problem', problem: takenBy[column] as PersonProblem };
    throw error;
  }
}

/** Ends where somebody is signed in here: what they may do has changed. */
export async function endSessions(
  transaction: Transaction,
  { organisation }: Session,
  personId: string,
  endedBecause: 'changed' | 'left',
  now: Date,
) {
  await transaction.session.updateMany({
    where: { organisationId: organisation.id, personId, endedAt: null },
    data: { endedAt: now, endedBecause },
  });
}
