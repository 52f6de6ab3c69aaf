import type { Database } from '#app/platform/database/client.ts';
import { type ChainFault, type ChainLink, verifyChain } from './chain.ts';

export type ChainReport = { organisation: string; links: number; fault: ChainFault | null };

/** Proves the chain of completions of every organisation, the head included. */
export async function verifyCompletions({ prisma }: Database): Promise<ChainReport[]> {
  const organisations = await prisma.organisation.findMany({
    where: { kind: 'school' },
    orderBy: { slug: 'asc' },
  });
  const reports: ChainReport[] = [];
  for (const { id, slug } of organisations) {
    const links = await readChain(prisma, id);
    reports.push({
      organisation: slug,
      links: links.length,
      fault: verifyChain(links) ?? (await headFault(prisma, id, links)),
    });
  }
  return reports;
}

async function readChain(prisma: Database['prisma'], organisationId: string): Promise<ChainLink[]> {
  const rows = await prisma.$queryRaw<Omit<ChainLink, 'subject'>[]>`
    SELECT organisation_id AS "organisationId", seq, completion_link_text(c) AS text, id,
      previous_hash AS "previousHash", hash, subject_digest AS "subjectDigest"
    FROM completions c WHERE organisation_id = ${organisationId}::uuid ORDER BY seq`;
  const subjects = await prisma.completionSubject.findMany({ where: { organisationId } });
  const byCompletion = new Map(subjects.map((subject) => [subject.completionId, subject]));
  return rows.map((row) => ({
    ...row,
    subject: byCompletion.get((row as unknown as { id: string }).id) ?? null,
  }));
}

/** A chain cut short at its end still links up; only its head tells. */
async function headFault(
  prisma: Database['prisma'],
  organisationId: string,
  links: ChainLink[],
): Promise<ChainFault | null> {
  const head = await prisma.chainHead.findUnique({
    where: { organisationId_chain: { organisationId, chain: 'completions' } },
  });
  const last = links.at(-1);
  const agrees =
    (head?.seq ?? 0n) === (last?.seq ?? 0n) &&
    (!head || !last || Buffer.compare(head.hash, last.hash) === 0);
  return agrees ? null : { organisationId, seq: head?.seq ?? last?.seq ?? 0n, what: 'gap' };
}
