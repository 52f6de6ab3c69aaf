import { z } from 'zod';
import { type Day, dateOf, dayIn, dayOf } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import { knownOn } from '../compliance/facts.ts';
import type { Services } from '../services.ts';
import { problemsOf } from './forms.ts';
import { lockOrganisation } from './lock.server.ts';
import {
  overlapOf,
  type Term,
  type TermProblem,
  termProblems,
  termSchema,
  typedTermSchema,
} from './terms.ts';

export type RefusedTerm =
  /** Somebody else has changed or withdrawn the term since the form was opened. */
  | { outcome: 'overtaken' }
  /** With the name of the term that it overlaps, where it does. */
  | { outcome: 'refused'; problems: TermProblem[]; other?: string };
export type TermAnswer = { outcome: 'saved' } | { outcome: 'withdrawn' } | RefusedTerm;

/** The terms of the acting person's organisation, the earliest first. */
export async function listTerms(
  { database, clock }: Services,
  { organisation, scope }: Session,
): Promise<{ terms: Term[]; today: Day }> {
  const today = dayIn(organisation.timeZone, clock());
  const terms = await database.within(scope, (transaction) =>
    readTerms(transaction, organisation, today),
  );
  return { terms, today };
}

const askSchema = typedTermSchema.extend({
  intent: z.enum(['save', 'withdraw']).catch('save'),
  /** The term that is changed; empty for one that is new. */
  term: z.string().catch(''),
});

/** Adds a term, puts another in place of one, or withdraws one that was entered by mistake. */
export async function changeTerm(
  services: Services,
  session: Session,
  form: FormData,
): Promise<TermAnswer> {
  const ask = askSchema.parse(Object.fromEntries(form));
  if (ask.intent === 'withdraw') return withdrawTerm(services, session, ask.term);
  const typed = termSchema.safeParse(ask);
  if (!typed.success)
    return { outcome: 'refused', problems: problemsOf(typed.error, termProblems) };
  return withTerms(services, session, async (transaction, { terms, now }) => {
    const isNew = ask.term === '';
    if (!isNew && !terms.some(({ id }) => id === ask.term)) return { outcome: 'overtaken' };
    const others = terms.filter(({ id }) => id !== ask.term);
    const other = overlapOf(others, typed.data);
    if (other) return { outcome: 'refused', problems: ['overlaps'], other: other.name };
    const term = { ...typed.data, supersedes: isNew ? null : ask.term, isWithdrawn: false };
    await addTerm(transaction, session, term, now);
    return { outcome: 'saved' };
  });
}

async function withdrawTerm(services: Services, session: Session, id: string): Promise<TermAnswer> {
  return withTerms(services, session, async (transaction, { terms, now }) => {
    const term = terms.find((term) => term.id === id);
    if (!term) return { outcome: 'overtaken' };
    await addTerm(transaction, session, { ...term, supersedes: id, isWithdrawn: true }, now);
    return { outcome: 'withdrawn' };
  });
}

type AtWork = { terms: Term[]; now: Date };

/** Works on the terms as they stand, while nobody else does. */
async function withTerms(
  { database, clock }: Services,
  { organisation, scope }: Session,
  work: (transaction: Transaction, at: AtWork) => Promise<TermAnswer>,
): Promise<TermAnswer> {
  return database.within(scope, async (transaction) => {
    await lockOrganisation(transaction, organisation.id);
    const now = clock();
    const today = dayIn(organisation.timeZone, now);
    return work(transaction, { terms: await readTerms(transaction, organisation, today), now });
  });
}

async function readTerms(
  transaction: Transaction,
  { id, timeZone }: Pick<Session['organisation'], 'id' | 'timeZone'>,
  today: Day,
): Promise<Term[]> {
  const facts = await transaction.term.findMany({
    where: { organisationId: id },
    orderBy: [{ effectiveFrom: 'asc' }, { id: 'asc' }],
  });
  return knownOn(facts, today, timeZone)
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ id, name, effectiveFrom, effectiveTo }) => ({
      id,
      name,
      firstDay: dayOf(effectiveFrom),
      lastDay: dayOf(effectiveTo),
    }));
}

type NewTerm = Omit<Term, 'id'> & { supersedes: string | null; isWithdrawn: boolean };

async function addTerm(
  transaction: Transaction,
  session: Session,
  { name, firstDay, lastDay, supersedes, isWithdrawn }: NewTerm,
  recordedAt: Date,
): Promise<void> {
  await transaction.term.create({
    data: {
      organisationId: session.organisation.id,
      name,
      effectiveFrom: dateOf(firstDay),
      effectiveTo: dateOf(lastDay),
      recordedAt,
      supersedes,
      isWithdrawn,
    },
  });
  // Its days, and not its name: what is in the audit stays there, and a name is free text.
  const details = { term: `${firstDay} – ${lastDay}` };
  await recordAudit(transaction, actorOf(session), { kind: 'term-changed', details });
}
