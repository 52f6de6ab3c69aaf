import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import type { AuditDetails, AuditKind } from './kinds.ts';

/** Nobody, where it is not known who it was. */
export type Actor = { organisationId: string; personId: string | null };

/** Whoever is signed in, as the one who does it. */
export function actorOf({ organisation, person }: Pick<Session, 'organisation' | 'person'>): Actor {
  return { organisationId: organisation.id, personId: person.id };
}

type Entry<K extends AuditKind> = {
  kind: K;
  details: AuditDetails<K>;
  /** Whom it was done to, where that is somebody else. */
  aboutId?: string;
};

/** Records what somebody does, in the transaction that does it: both stand, or neither. Its id. */
export async function recordAudit<K extends AuditKind>(
  transaction: Transaction,
  actor: Actor,
  { kind, details, aboutId }: Entry<K>,
): Promise<string> {
  const [row] = await transaction.$queryRaw<
    { id: string }[]
  >`SELECT record_audit(${actor.organisationId}::uuid, ${kind},
    ${actor.personId}::uuid, ${aboutId ?? null}::uuid, ${details}::jsonb)::text AS id`;
  return row?.id ?? '';
}
