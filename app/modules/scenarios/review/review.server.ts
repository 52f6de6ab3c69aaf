import { dayIn } from '#app/platform/clock/dates.ts';
import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';
import type { Session } from '../../access/session.server.ts';
import {
  type ReadRevision,
  readApprovals,
  readRevisions,
} from '../../approvals/approvals.server.ts';
import {
  type Known,
  standingOf,
  type Withdrawers,
  withdrawersOf,
} from '../../approvals/how-it-stands.ts';
import { mayApprove, mayReview } from '../../approvals/policy.ts';
import { approvalsOn } from '../../approvals/standing.ts';
import { readWithdrawals } from '../../approvals/withdrawals.server.ts';
import type { Services } from '../../services.ts';
import { findNewest } from '../cards.server.ts';
import { mayOpenPicture, mayOpenTrack } from '../policy.ts';
import type { ShelvedVersion } from '../shelf.server.ts';
import { textIn } from './edition.ts';
import { compareWith, type EditionKey, openEdition } from './editions.server.ts';
import { tellStory } from './tell.server.ts';

/** The reader's language, that and the level of the script where they ask for one, and which play. */
export type AskedReview = {
  locale: string;
  language: string | null;
  level: ReadingLevel;
  play: number;
};

export type Review = NonNullable<Awaited<ReturnType<typeof openReview>>>;

/**
 * The newest version of a scenario to be reviewed by somebody: its script, what changed since it was
 * last approved where they are, and what is approved. `null` where there is none, or it is not theirs.
 */
export async function openReview(
  services: Services,
  session: Session,
  id: string,
  { locale, language, level, play }: AskedReview,
) {
  const newest = await findEdition(services, session, id);
  if (!newest) return null;
  const { version, textIds, edition } = newest;
  const { definition } = version.scenario;
  const text = textIn(edition, language ?? locale, level);
  if (!text) return null;
  const { approvals, revisions, withdrawers, today } = await readStanding(
    services,
    session,
    version,
  );
  const shown = { versionId: version.id, textIds };
  const last = approvals.find(({ stands }) => stands) ?? null;
  const { plays, ...story } = await tellStory(services, session, version, {
    text,
    edition,
    locale,
  });
  const { track, theme, minutes, substance, reviewBy } = definition;
  return {
    ...{ id, track, theme, minutes, substance, reviewBy, today },
    number: version.number,
    isOverdue: reviewBy < today,
    sources: definition.sources.map(({ title, published }) => ({ title, published })),
    texts: presentTexts(textIds, revisions),
    story,
    plays: plays.map(({ name, ending }) => ({ name, rating: ending.rating })),
    // There may be many, and each is as long as the story.
    play: plays[play] ?? plays[0] ?? null,
    approvals: approvals.map((one) => presentApproval(one, revisions, withdrawers)),
    standing: standingOf(approvals, shown, { revisions, withdrawers }),
    last: last && { name: last.name, date: last.effectiveFrom, number: last.number },
    since:
      last && (await compareWith(services, session, { version, edition }, keyOf(last), locale)),
    shown: { version: version.id, texts: textIds.join() },
    may: {
      approve: mayApprove(session),
      draw: mayOpenPicture(session),
      play: mayOpenTrack(track, session),
    },
  };
}

/** What came between the edition that a page showed and the newest; `null` where nothing is known of it. */
export async function compareSinceShown(
  services: Services,
  session: Session,
  id: string,
  { shown, locale }: { shown: EditionKey; locale: string },
) {
  const newest = await findEdition(services, session, id);
  return newest && compareWith(services, session, newest, shown, locale);
}

async function findEdition(services: Services, session: Session, id: string) {
  const newest = mayReview(session) ? await findNewest(services, id) : null;
  if (!newest) return null;
  const { version } = newest;
  const textIds = Object.values(newest.textIds).sort();
  const edition = await openEdition(services, session, version, {
    versionId: version.id,
    textIds,
  });
  return edition && { version, textIds, edition };
}

const keyOf = ({ versionId, textIds }: Known): EditionKey => ({ versionId, textIds });

/** What is approved of a scenario where somebody is, and every text of the versions that it is about. */
async function readStanding(
  { database, clock }: Services,
  { organisation: { id, timeZone }, scope }: Session,
  { id: newestId, organisationId, scenarioId, scenario }: ShelvedVersion,
) {
  const today = dayIn(timeZone, clock());
  return database.within(scope, async (transaction) => {
    const facts = await readApprovals(transaction, id, { scenarioId });
    const approvals = approvalsOn(facts, today, timeZone);
    const versions = new Set([newestId, ...approvals.map(({ versionId }) => versionId)]);
    const revisions = await readRevisions(transaction, organisationId, [...versions]);
    const withdrawals = await readWithdrawals(transaction, id);
    const withdrawers = withdrawersOf(approvals, scenario.definition.id, withdrawals);
    return { today, approvals, revisions, withdrawers };
  });
}

function presentTexts(ids: readonly string[], revisions: readonly ReadRevision[]) {
  return revisions
    .filter(({ id }) => ids.includes(id))
    .map(({ id, locale, level, revision, publishedAt }) => ({
      ...{ id, locale, revision },
      level: level === 'easy' ? ('easy' as const) : ('standard' as const),
      publishedAt: publishedAt.toISOString(),
    }));
}

function presentApproval(
  approval: Known,
  revisions: readonly ReadRevision[],
  withdrawers: Withdrawers,
) {
  const { id, versionId, number, name, title, effectiveFrom, effectiveTo, stands } = approval;
  return {
    ...{ id, versionId, number, name, title, stands, date: effectiveFrom },
    withdrawnOn: effectiveTo,
    withdrawnBy: withdrawers.get(id) ?? null,
    texts: presentTexts(approval.textIds, revisions),
  };
}
