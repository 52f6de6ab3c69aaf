import { dayIn } from '#app/platform/clock/dates.ts';
import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';
import type { Session } from '../../access/session.server.ts';
import { readApprovals, readRevisions } from '../../approvals/approvals.server.ts';
import { mayApprove, mayReview } from '../../approvals/policy.ts';
import { type ApprovalFact, approvalsOn, haveWordsChanged } from '../../approvals/standing.ts';
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
  const { approvals, revisions, today } = await readStanding(services, session, version);
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
    approvals: approvals.map((one) => presentApproval(one, revisions)),
    standing: standingOf(last, version.id, revisions, textIds),
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

type Approval = ApprovalFact & { stands: boolean };
type Revision = Awaited<ReturnType<typeof readRevisions>>[number] & { versionId: string };

const keyOf = ({ versionId, textIds }: Approval): EditionKey => ({ versionId, textIds });

/** What is approved of a scenario where somebody is, and every text of the versions that it is about. */
async function readStanding(
  { database, clock }: Services,
  { organisation: { id, timeZone }, scope }: Session,
  { id: newestId, organisationId, scenarioId }: ShelvedVersion,
) {
  const today = dayIn(timeZone, clock());
  return database.within(scope, async (transaction) => {
    const facts = await readApprovals(transaction, id, { scenarioId });
    const approvals = approvalsOn(facts, today, timeZone);
    const revisions: Revision[] = [];
    for (const versionId of new Set([newestId, ...approvals.map((one) => one.versionId)]))
      for (const row of await readRevisions(transaction, { organisationId, id: versionId }))
        revisions.push({ ...row, versionId });
    return { today, approvals, revisions };
  });
}

function presentTexts(ids: readonly string[], revisions: readonly Revision[]) {
  return revisions
    .filter(({ id }) => ids.includes(id))
    .map(({ id, locale, level, revision, publishedAt }) => ({
      ...{ id, locale, revision },
      level: level === 'easy' ? ('easy' as const) : ('standard' as const),
      publishedAt: publishedAt.toISOString(),
    }));
}

function presentApproval(approval: Approval, revisions: readonly Revision[]) {
  const { id, versionId, number, name, title, effectiveFrom, effectiveTo, stands } = approval;
  return {
    ...{ id, versionId, number, name, title, stands, date: effectiveFrom },
    withdrawnOn: effectiveTo,
    texts: presentTexts(approval.textIds, revisions),
  };
}

/** What is to be said of the newest version: how the last approval stands to it. */
function standingOf(
  last: Approval | null,
  versionId: string,
  revisions: readonly Revision[],
  textIds: readonly string[],
) {
  if (!last) return { kind: 'none' as const };
  const { name, number, effectiveFrom: date } = last;
  if (last.versionId !== versionId) return { kind: 'older' as const, name, date, number };
  const own = revisions.filter((row) => row.versionId === versionId);
  const kind = haveWordsChanged(last, own, textIds) ? ('words' as const) : ('approved' as const);
  return { kind, name, date, number };
}
