import type { Transaction } from '#app/platform/database/client.ts';
import { auditKinds } from '../audit/kinds.ts';
import type { Withdrawal } from './how-it-stands.ts';

const kind = 'approval-withdrawn';

/** Every withdrawal that the audit of an organisation tells of, the newest first, and who it was. */
export async function readWithdrawals(
  transaction: Transaction,
  organisationId: string,
): Promise<Withdrawal[]> {
  const events = await transaction.auditEvent.findMany({
    where: { organisationId, kind },
    orderBy: { seq: 'desc' },
    select: { details: true, subject: { select: { actor: { select: { name: true } } } } },
  });
  return events.map(({ details, subject }) => ({
    ...auditKinds[kind].parse(details),
    by: subject?.actor?.name ?? null,
  }));
}
