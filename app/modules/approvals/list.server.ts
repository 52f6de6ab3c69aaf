import { type Day, dayIn } from '#app/platform/clock/dates.ts';
import { type Track, tracks } from '#scenarios/kit/vocabulary.ts';
import type { Session } from '../access/session.server.ts';
import { libraryId } from '../scenarios/publish.server.ts';
import type { Services } from '../services.ts';
import { readApprovals, readRevisions } from './approvals.server.ts';
import { isApproved, type Standing, standingOf, withdrawersOf } from './how-it-stands.ts';
import { approvalsOn } from './standing.ts';
import { readWithdrawals } from './withdrawals.server.ts';

/** A scenario of the library, with how its newest version stands in an organisation. */
export type ApprovalLine = {
  id: string;
  title: string;
  track: Track;
  number: number;
  isForHome: boolean;
  standing: Standing;
  reviewBy: Day;
  isOverdue: boolean;
};

export type ApprovalCounts = { approved: number; of: number };

/** What waits for a lead comes first, and of that what somebody has taken back. */
const order = ['withdrawn', 'older', 'none', 'words', 'approved'] as const;

/** Every scenario, what waits for a lead first, in the order of the tracks and of their titles. */
export async function listApprovals(
  services: Services,
  session: Session,
  locale: string,
): Promise<ApprovalLine[]> {
  const { today, stood } = await readStandings(services, session);
  const lines = await Promise.all(
    stood.map(async ({ version, textIds, standing }) => {
      const { id, track, reviewBy, homeVersionOf } = version.scenario.definition;
      const { title } = await services.shelf.words(version, textIds, locale);
      return {
        ...{ id, title, track, standing, reviewBy },
        number: version.number,
        isForHome: homeVersionOf !== undefined,
        isOverdue: reviewBy < today,
      };
    }),
  );
  const rank = ({ standing }: ApprovalLine) => order.indexOf(standing.kind);
  return lines.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      tracks.indexOf(a.track) - tracks.indexOf(b.track) ||
      a.title.localeCompare(b.title, locale),
  );
}

/** How many scenarios are approved as they are now, of how many there are. */
export async function countApprovals(
  services: Services,
  session: Session,
): Promise<ApprovalCounts> {
  const { stood } = await readStandings(services, session);
  return countOf(stood);
}

export function countOf(lines: readonly { standing: Standing }[]): ApprovalCounts {
  return {
    approved: lines.filter(({ standing }) => isApproved(standing)).length,
    of: lines.length,
  };
}

/** The whole library at once: what is signed, which words there are and who withdrew, each asked once. */
async function readStandings(
  { database, clock, shelf }: Services,
  { organisation: { id: organisationId, timeZone }, scope }: Session,
) {
  const newest = await shelf.newest();
  const today = dayIn(timeZone, clock());
  const versions = newest.map(({ version }) => version.id);
  const [facts, revisions, withdrawals] = await database.within(scope, async (transaction) => [
    await readApprovals(transaction, organisationId),
    await readRevisions(transaction, libraryId, versions),
    await readWithdrawals(transaction, organisationId),
  ]);
  const all = approvalsOn(facts, today, timeZone);
  const stood = newest.map(({ version, textIds }) => {
    const approvals = all.filter(({ scenarioId }) => scenarioId === version.scenarioId);
    const withdrawers = withdrawersOf(approvals, version.scenario.definition.id, withdrawals);
    const shown = { versionId: version.id, textIds: Object.values(textIds) };
    return {
      ...{ version, textIds },
      standing: standingOf(approvals, shown, { revisions, withdrawers }),
    };
  });
  return { today, stood };
}
