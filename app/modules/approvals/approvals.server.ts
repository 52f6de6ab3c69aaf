import { dayIn, dayOf } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import type { TextIds, VersionPlace } from '../scenarios/shelf.server.ts';
import type { Services } from '../services.ts';
import { type ApprovalFact, approvalsOn, haveWordsChanged, type TextRevision } from './standing.ts';

/** Every approval of the acting person's organisation: of all there is, of a scenario, or of one version. */
export async function readApprovals(
  transaction: Transaction,
  organisationId: string,
  { scenarioId, versionId }: { scenarioId?: string; versionId?: string } = {},
): Promise<(ApprovalFact & { scenarioId: string })[]> {
  const rows = await transaction.approval.findMany({
    where: { organisationId, scenarioVersionId: versionId, version: { scenarioId } },
    include: { version: { select: { number: true, scenarioId: true } } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    versionId: row.scenarioVersionId,
    number: row.version.number,
    scenarioId: row.version.scenarioId,
    name: row.approverName,
    title: row.approverTitle,
    textIds: row.textIds,
    effectiveFrom: dayOf(row.effectiveFrom),
    effectiveTo: row.effectiveTo && dayOf(row.effectiveTo),
    recordedAt: row.recordedAt,
    supersedes: row.supersedes,
  }));
}

export type ReadRevision = TextRevision & {
  versionId: string;
  revision: number;
  publishedAt: Date;
};

/** Every revision of the words of some versions, whoever they belong to. */
export async function readRevisions(
  transaction: Transaction,
  organisationId: string,
  versionIds: readonly string[],
): Promise<ReadRevision[]> {
  const rows = await transaction.scenarioText.findMany({
    where: { organisationId, scenarioVersionId: { in: [...versionIds] } },
    select: {
      id: true,
      scenarioVersionId: true,
      locale: true,
      level: true,
      revision: true,
      wordsHash: true,
      publishedAt: true,
    },
    orderBy: [{ locale: 'asc' }, { level: 'desc' }, { revision: 'asc' }],
  });
  return rows.map(({ wordsHash, scenarioVersionId: versionId, ...row }) => ({
    ...row,
    versionId,
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
    await readRevisions(transaction, version.organisationId, [version.id]),
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
