import { dayIn, dayOf } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import type { TextIds, VersionPlace } from '../scenarios/shelf.server.ts';
import type { Services } from '../services.ts';
import { type ApprovalFact, approvalsOn, haveWordsChanged, type TextRevision } from './standing.ts';

/** Every approval of the acting person's organisation for a scenario of the library, or for one version. */
export async function readApprovals(
  transaction: Transaction,
  organisationId: string,
  { scenarioId, versionId }: { scenarioId: string; versionId?: string },
): Promise<ApprovalFact[]> {
  const rows = await transaction.approval.findMany({
    where: { organisationId, scenarioVersionId: versionId, version: { scenarioId } },
    include: { version: { select: { number: true } } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    versionId: row.scenarioVersionId,
    number: row.version.number,
    name: row.approverName,
    title: row.approverTitle,
    textIds: row.textIds,
    effectiveFrom: dayOf(row.effectiveFrom),
    effectiveTo: row.effectiveTo && dayOf(row.effectiveTo),
    recordedAt: row.recordedAt,
    supersedes: row.supersedes,
  }));
}

/** Every revision of the words of a version. */
export async function readRevisions(
  transaction: Transaction,
  { organisationId, id }: VersionPlace,
): Promise<(TextRevision & { revision: number; publishedAt: Date })[]> {
  const rows = await transaction.scenarioText.findMany({
    where: { organisationId, scenarioVersionId: id },
    select: {
      id: true,
      locale: true,
      level: true,
      revision: true,
      wordsHash: true,
      publishedAt: true,
    },
    orderBy: [{ locale: 'asc' }, { level: 'desc' }, { revision: 'asc' }],
  });
  return rows.map(({ wordsHash, ...row }) => ({
    ...row,
    hash: Buffer.from(wordsHash).toString('hex'),
  }));
}

export type StandingApproval = { name: string; date: string; haveWordsChanged: boolean };

/** The newest approval of a version that stands today where somebody is; `null` for none. */
export async function findStandingApproval(
  { database, clock }: Services,
  { organisation: { id: organisationId, timeZone }, scope }: Session,
  version: VersionPlace & { scenarioId: string },
  textIds: TextIds,
): Promise<StandingApproval | null> {
  const [facts, revisions] = await database.within(scope, async (transaction) => [
    await readApprovals(transaction, organisationId, {
      scenarioId: version.scenarioId,
      versionId: version.id,
    }),
    await readRevisions(transaction, version),
  ]);
  const newest = approvalsOn(facts, dayIn(timeZone, clock()), timeZone).find(
    ({ stands }) => stands,
  );
  return newest
    ? {
        name: newest.name,
        date: newest.effectiveFrom,
        haveWordsChanged: haveWordsChanged(newest, revisions, Object.values(textIds)),
      }
    : null;
}
