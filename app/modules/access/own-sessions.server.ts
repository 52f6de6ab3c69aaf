import { actorOf, recordAudit } from '../audit/record.server.ts';
import type { Services } from '../services.ts';
import { hashToken, type Session } from './session.server.ts';

export type OwnSession = {
  key: string;
  device: string;
  since: string;
  lastSeen: string;
  isThis: boolean;
};

/** Where the acting person is signed in to their organisation, this browser first. */
export async function listOwnSessions(
  { database, clock }: Services,
  session: Session,
  token: string | null,
): Promise<OwnSession[]> {
  const now = clock();
  const rows = await database.within(session.scope, (transaction) =>
    transaction.session.findMany({
      where: { ...ownedBy(session), endedAt: null, expiresAt: { gt: now } },
      orderBy: { lastSeenAt: 'desc' },
    }),
  );
  const own = token ? keyOf(hashToken(token)) : '';
  return rows
    .map((row) => ({
      key: keyOf(row.tokenHash),
      device: row.device,
      since: row.createdAt.toISOString(),
      lastSeen: row.lastSeenAt.toISOString(),
      isThis: keyOf(row.tokenHash) === own,
    }))
    .toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** Ends one session of the acting person, on another device. */
export async function endOwnSession(
  { database, clock }: Services,
  session: Session,
  key: string,
): Promise<void> {
  await database.within(session.scope, async (transaction) => {
    const open = await transaction.session.findMany({
      where: { ...ownedBy(session), endedAt: null },
    });
    const tokenHash = open.find((row) => keyOf(row.tokenHash) === key)?.tokenHash;
    if (!tokenHash) return;
    await transaction.session.update({
      where: { tokenHash },
      data: { endedAt: clock(), endedBecause: 'elsewhere' },
    });
    const details = { count: 1 };
    await recordAudit(transaction, actorOf(session), { kind: 'sessions-ended', details });
  });
}

const ownedBy = ({ organisation, person, userId }: Session) => ({
  organisationId: organisation.id,
  personId: person.id,
  userId,
});

/** Names a session to its owner; it opens nothing. */
function keyOf(tokenHash: Uint8Array): string {
  return Buffer.from(tokenHash).toString('hex').slice(0, 20);
}
