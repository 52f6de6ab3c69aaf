import { z } from 'zod';
import { dayIn } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';
import { type AuditKind, isAuditKind } from './kinds.ts';
import { gatherLooks, type Told } from './looks.ts';
import { actorOf, recordAudit } from './record.server.ts';

/** Somebody by name; once it was erased, by the number of the entry that tells of the erasing. */
export type Named = { name: string } | { erasedIn: string | null };

export type AuditLine = {
  /** Its place in the chain. */
  number: string;
  at: string;
  kind: AuditKind | 'unknown';
  /** `null` where it is not known any more. */
  actor: Named | null;
  /** Whether nobody did it who is signed in: whoever runs the server, or the server itself. */
  isByServer: boolean;
  about: Named | null;
  details: Record<string, string | number>;
};

/** What of the audit is asked for: one kind, and what came before a number. */
export type AuditAsk = { kind: AuditKind | null; before: bigint | null };

const pageSize = 50;
const numberSchema = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .transform(BigInt);

export function readAuditAsk(query: URLSearchParams): AuditAsk {
  const kind = query.get('kind') ?? '';
  const before = numberSchema.safeParse(query.get('before'));
  return { kind: isAuditKind(kind) ? kind : null, before: before.success ? before.data : null };
}

/** A line of the list, which may tell of several entries. */
export type ListedLine = AuditLine & {
  /** How many entries it tells of, and when the first of them was. */
  times: number;
  since: string;
};

/** A page of the audit of the acting person's organisation, the newest first. */
export async function listAudit(
  { database }: Services,
  session: Session,
  ask: AuditAsk,
): Promise<{ lines: ListedLine[]; older: string | null }> {
  const { rows, erasures } = await database.within(session.scope, async (transaction) => {
    const rows = await readEvents(transaction, session, ask, pageSize + 1);
    return { rows, erasures: await readErasures(transaction, session, rows) };
  });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    lines: gatherLooks(page).map((told) => presentLine(told, erasures)),
    older: rows.length > pageSize && last ? last.seq.toString() : null,
  };
}

function presentLine({ event, again }: Told<EventRow>, erasures: Erasures): ListedLine {
  const { recordedAt } = again.at(-1) ?? event;
  return {
    ...presentEvent(event, erasures),
    times: again.length + 1,
    since: recordedAt.toISOString(),
  };
}

/** All of the audit that is asked for; the export itself is its newest event afterwards. */
export async function exportAudit(
  { database, clock }: Services,
  session: Session,
  ask: Pick<AuditAsk, 'kind'>,
): Promise<{ lines: AuditLine[]; day: string }> {
  const { organisation, scope } = session;
  const lines = await database.within(scope, async (transaction) => {
    const rows = await readEvents(transaction, session, { ...ask, before: null });
    const details = { lines: rows.length };
    await recordAudit(transaction, actorOf(session), { kind: 'audit-exported', details });
    const erasures = await readErasures(transaction, session, rows);
    return rows.map((row) => presentEvent(row, erasures));
  });
  return { lines, day: dayIn(organisation.timeZone, clock()) };
}

async function readEvents(
  transaction: Transaction,
  { organisation }: Session,
  { kind, before }: AuditAsk,
  take?: number,
) {
  const name = { select: { name: true } } as const;
  return transaction.auditEvent.findMany({
    where: {
      organisationId: organisation.id,
      kind: kind ?? undefined,
      seq: before === null ? undefined : { lt: before },
    },
    orderBy: { seq: 'desc' },
    take,
    include: { subject: { select: { actorId: true, aboutId: true, actor: name, about: name } } },
  });
}

/** By which entry each erased person lost their name: so two of them can be told apart. */
type Erasures = Map<string, string>;

async function readErasures(
  transaction: Transaction,
  { organisation }: Session,
  rows: EventRow[],
): Promise<Erasures> {
  const erased = rows.flatMap(({ subject }) => [
    subject?.actor?.name === '' ? subject.actorId : null,
    subject?.about?.name === '' ? subject.aboutId : null,
  ]);
  const ids = [...new Set(erased)].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const events = await transaction.auditEvent.findMany({
    where: {
      organisationId: organisation.id,
      kind: 'person-erased',
      subject: { aboutId: { in: ids } },
    },
    select: { seq: true, subject: { select: { aboutId: true } } },
  });
  return new Map(events.map(({ seq, subject }) => [subject?.aboutId ?? '', seq.toString()]));
}

type EventRow = Awaited<ReturnType<typeof readEvents>>[number];
const detailsSchema = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

function presentEvent(event: EventRow, erasures: Erasures): AuditLine {
  const { subject } = event;
  const named = (id: string | null | undefined, name: string | undefined): Named | null => {
    if (name) return { name };
    return id ? { erasedIn: erasures.get(id) ?? null } : null;
  };
  return {
    number: event.seq.toString(),
    at: event.recordedAt.toISOString(),
    kind: isAuditKind(event.kind) ? event.kind : 'unknown',
    actor: named(subject?.actorId, subject?.actor?.name),
    isByServer: subject !== null && subject.actorId === null,
    about: named(subject?.aboutId, subject?.about?.name),
    details: detailsSchema.parse(event.details),
  };
}
