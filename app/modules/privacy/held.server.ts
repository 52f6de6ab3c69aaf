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
      contacts: await readContacts(transaction, whose),
      approvals: await readApprovals(transaction, whose),
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

/** Contacts that name them, those that once stood too. */
async function readContacts(transaction: Transaction, { organisationId, personId }: Whose) {
  const naming = await transaction.$queryRaw<{ id: string; replacedAt: Date | null }[]>`
    SELECT c.id::text, n.recorded_at AS "replacedAt" FROM contacts c
    JOIN people p ON p.organisation_id = c.organisation_id
    LEFT JOIN contacts n ON n.organisation_id = c.organisation_id AND n.supersedes = c.id
    WHERE c.organisation_id = ${organisationId}::uuid AND p.id = ${personId}::uuid
      AND is_named(p, c.name, c.email)`;
  const replaced = new Map(naming.map(({ id, replacedAt }) => [id, replacedAt]));
  const where = { organisationId, id: { in: [...replaced.keys()] } };
  const rows = await transaction.contact.findMany({ where, ...asRecorded });
  return rows.map((row) => ({ ...row, replacedAt: replaced.get(row.id) ?? null }));
}

/** What was signed as approved in their name. */
async function readApprovals(transaction: Transaction, { organisationId, personId }: Whose) {
  const naming = await transaction.$queryRaw<{ id: string }[]>`
    SELECT a.id::text FROM approvals a JOIN people p ON p.organisation_id = a.organisation_id
    WHERE a.organisation_id = ${organisationId}::uuid AND p.id = ${personId}::uuid
      AND is_named(p, a.approver_name, NULL)`;
  const ids = naming.map(({ id }) => id);
  return transaction.approval.findMany({
    where: { organisationId, id: { in: ids } },
    ...asRecorded,
    include: { version },
  });
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
