import type { Transaction } from '#app/platform/database/client.ts';

type Whose = { organisationId: string; personId: string };

const version = { select: { number: true, scenarioId: true, scenario: true } } as const;
const asRecorded = { orderBy: { recordedAt: 'asc' } } as const;
const asMade = { orderBy: { createdAt: 'asc' } } as const;

/** All rows about a person of an organisation; `null` where there is nobody of that id. */
export async function readHeld(transaction: Transaction, whose: Whose, withPlay: boolean) {
  const { organisationId, personId: id } = whose;
  const person = await transaction.person.findUnique({
    where: { organisationId_id: { organisationId, id } },
    include: {
      spells: asRecorded,
      roles: asRecorded,
      groupMemberships: { ...asRecorded, include: { staffGroup: true } },
      invitations: asMade,
      sessions: asMade,
      imports: asMade,
    },
  });
  return (
    person && {
      person,
      attempts: withPlay ? await readAttempts(transaction, whose) : null,
      completions: await readCompletions(transaction, whose),
      audit: await readAudit(transaction, whose),
    }
  );
}

export type Held = NonNullable<Awaited<ReturnType<typeof readHeld>>>;

function readAttempts(transaction: Transaction, where: Whose) {
  return transaction.attempt.findMany({
    where,
    orderBy: { startedAt: 'asc' },
    include: {
      version,
      events: { orderBy: { step: 'asc' } },
      clearings: { orderBy: { step: 'asc' } },
    },
  });
}

async function readCompletions(transaction: Transaction, where: Whose) {
  const subjects = await transaction.completionSubject.findMany({
    where,
    orderBy: { completion: { seq: 'asc' } },
    select: { completion: { include: { version } } },
  });
  return subjects.map(({ completion }) => completion);
}

async function readAudit(transaction: Transaction, { organisationId, personId }: Whose) {
  const events = await transaction.auditEvent.findMany({
    where: { organisationId, subject: { OR: [{ actorId: personId }, { aboutId: personId }] } },
    orderBy: { seq: 'asc' },
    include: { subject: true },
  });
  return events.map(({ subject, seq, ...event }) => ({
    ...event,
    number: seq.toString(),
    isActor: subject?.actorId === personId,
    isAbout: subject?.aboutId === personId,
  }));
}
