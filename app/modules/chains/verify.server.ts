import type { Database } from '#app/platform/database/client.ts';
import { type ChainFault, type ChainLink, verifyChain } from './chain.ts';

export const chains = ['completions', 'audit'] as const;
export type Chain = (typeof chains)[number];
export type ChainReport = { organisation: string; links: number; fault: ChainFault | null };

/** Proves a chain of every organisation, the head included. Asks as a job: it sees them all. */
export async function verifyChains({ prisma }: Database, chain: Chain): Promise<ChainReport[]> {
  const organisations = await prisma.organisation.findMany({
    where: { kind: 'school' },
    orderBy: { slug: 'asc' },
  });
  const reports: ChainReport[] = [];
  for (const { id, slug } of organisations) {
    const links = await readers[chain](prisma, id);
    reports.push({
      organisation: slug,
      links: links.length,
      fault: verifyChain(links) ?? (await headFault(prisma, id, chain, links)),
    });
  }
  return reports;
}

type Row = Omit<ChainLink, 'subject'> & { salt: Uint8Array | null; says: string };

const readers: Record<
  Chain,
  (prisma: Database['prisma'], organisationId: string) => Promise<ChainLink[]>
> = {
  completions: async (prisma, organisationId) =>
    (
      await prisma.$queryRaw<Row[]>`
        SELECT c.organisation_id AS "organisationId", c.seq, completion_link_text(c) AS text,
          c.previous_hash AS "previousHash", c.hash, c.subject_digest AS "subjectDigest",
          s.salt, s.person_id || E'\n' || s.attempt_id AS says
        FROM completions c LEFT JOIN completion_subjects s
          ON s.organisation_id = c.organisation_id AND s.completion_id = c.id
        WHERE c.organisation_id = ${organisationId}::uuid ORDER BY c.seq`
    ).map(linkOf),
  audit: async (prisma, organisationId) =>
    (
      await prisma.$queryRaw<Row[]>`
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
  prisma: Database['prisma'],
  organisationId: string,
  chain: Chain,
  links: ChainLink[],
): Promise<ChainFault | null> {
  const head = await prisma.chainHead.findUnique({
    where: { organisationId_chain: { organisationId, chain } },
  });
  const last = links.at(-1);
  const agrees =
    (head?.seq ?? 0n) === (last?.seq ?? 0n) &&
    (!head || !last || Buffer.compare(head.hash, last.hash) === 0);
  return agrees ? null : { organisationId, seq: head?.seq ?? last?.seq ?? 0n, what: 'gap' };
}
