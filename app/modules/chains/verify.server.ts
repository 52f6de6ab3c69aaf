import type { Database, Transaction } from '#app/platform/database/client.ts';
import {
  type ChainFault,
  type ChainLink,
  type ChainPlace,
  chainStart,
  verifyChain,
} from './chain.ts';

export const chains = ['completions', 'audit'] as const;
export type Chain = (typeof chains)[number];
export type ChainReport = { organisation: string; links: number; fault: ChainFault | null };

/** How long the longest chain may take to be read. */
const timeout = 600_000;

/** Proves a chain of every organisation, the head included. Asks as a job: it sees them all. */
export async function verifyChains({ prisma }: Database, chain: Chain): Promise<ChainReport[]> {
  const organisations = await prisma.organisation.findMany({
    where: { kind: 'school' },
    orderBy: { slug: 'asc' },
  });
  const reports: ChainReport[] = [];
  for (const { id, slug } of organisations) {
    // One moment for all that is read: links are added, and old ones removed, meanwhile.
    const isolationLevel = 'RepeatableRead';
    const proof = await prisma.$transaction((transaction) => prove(transaction, id, chain), {
      isolationLevel,
      timeout,
    });
    reports.push({ organisation: slug, ...proof });
  }
  return reports;
}

async function prove(transaction: Transaction, organisationId: string, chain: Chain) {
  const from = await newestCheckpoint(transaction, organisationId, chain);
  const links = await readers[chain](transaction, organisationId);
  const last = links.at(-1) ?? from;
  return {
    links: links.length,
    fault: verifyChain(links, from) ?? (await headFault(transaction, organisationId, chain, last)),
  };
}

/** Where the chain begins: at its start, or where retention has removed it up to. */
async function newestCheckpoint(
  transaction: Transaction,
  organisationId: string,
  chain: Chain,
): Promise<ChainPlace> {
  const checkpoint = await transaction.chainCheckpoint.findFirst({
    where: { organisationId, chain },
    orderBy: { seq: 'desc' },
  });
  return checkpoint ?? chainStart;
}

type Row = Omit<ChainLink, 'subject'> & { salt: Uint8Array | null; says: string };

const readers: Record<
  Chain,
  (transaction: Transaction, organisationId: string) => Promise<ChainLink[]>
> = {
  completions: async (transaction, organisationId) =>
    (
      await transaction.$queryRaw<Row[]>`
        SELECT c.organisation_id AS "organisationId", c.seq, completion_link_text(c) AS text,
          c.previous_hash AS "previousHash", c.hash, c.subject_digest AS "subjectDigest",
          s.salt, s.person_id || E'\n' || s.attempt_id AS says
        FROM completions c LEFT JOIN completion_subjects s
          ON s.organisation_id = c.organisation_id AND s.completion_id = c.id
        WHERE c.organisation_id = ${organisationId}::uuid ORDER BY c.seq`
    ).map(linkOf),
  audit: async (transaction, organisationId) =>
    (
      await transaction.$queryRaw<Row[]>`
        SELECT e.organisation_id AS "organisationId", e.seq, audit_link_text(e) AS text,
          e.previous_hash AS "previousHash", e.hash, e.subject_digest AS "subjectDigest",
          s.salt, concat_ws(E'\n', coalesce(s.actor_id::text, '-'), coalesce(s.about_id::text, '-')) AS says
        FROM audit_events e LEFT JOIN audit_subjects s
          ON s.organisation_id = e.organisation_id AND s.event_id = e.id
        WHERE e.organisation_id = ${organisationId}::uuid ORDER BY e.seq`
    ).map(linkOf),
};

function linkOf({ salt, says, ...link }: Row): ChainLink {
  return { ...link, subject: salt && { salt, says } };
}

/** A chain cut short at its end still links up; only its head tells. */
async function headFault(
  transaction: Transaction,
  organisationId: string,
  chain: Chain,
  last: ChainPlace,
): Promise<ChainFault | null> {
  const head = await transaction.chainHead.findUnique({
    where: { organisationId_chain: { organisationId, chain } },
  });
  const { seq, hash } = head ?? chainStart;
  const agrees = seq === last.seq && Buffer.compare(hash, last.hash) === 0;
  return agrees ? null : { organisationId, seq: head?.seq ?? last.seq, what: 'gap' };
}
