import { dayIn, dayOf } from '#app/platform/clock/dates.ts';
import { project } from '#app/simulation/project.ts';
import { start } from '#app/simulation/snapshot.ts';
import type { View, ViewBlock } from '#app/simulation/view.ts';
import { resolveBlocks } from '#app/simulation/wording.ts';
import type { Theme, Track } from '#scenarios/kit/vocabulary.ts';
import type { Session } from '../access/session.server.ts';
import { holdsOn, knownOn } from '../compliance/facts.ts';
import { standingContacts } from '../people/contacts.server.ts';
import type { Services } from '../services.ts';
import { findNewest } from './cards.server.ts';
import type { VersionPlace } from './shelf.server.ts';
import { wordingFor } from './wording.server.ts';

export type Introduction = {
  id: string;
  track: Track;
  theme: Theme;
  minutes: number;
  title: string;
  summary: ViewBlock[];
  /** Where it begins, and whom one meets there. */
  opening: Pick<View, 'setting' | 'faces'>;
  contentNote: ViewBlock[];
  objectives: ViewBlock[];
  sources: { title: string; published: string }[];
  reviewBy: string;
  approval: { name: string; date: string } | null;
  /** An attempt of this version that was started and not finished. */
  openAttemptId: string | null;
};

/** What somebody reads before they start a scenario; `null` when there is no such scenario. */
export async function introduce(
  services: Services,
  session: Session | null,
  id: string,
  locale: string,
): Promise<{ introduction: Introduction; place: VersionPlace } | null> {
  const newest = await findNewest(services, id);
  if (!newest) return null;
  const { version, textIds } = newest;
  const { definition } = version.scenario;
  const words = await services.shelf.words(version, textIds, locale);
  const contacts = session ? await standingContacts(services, session) : {};
  const wording = wordingFor(words, definition, contacts, locale);
  const first = project(version.scenario, start(version.scenario), wording);
  return {
    place: version,
    introduction: {
      id,
      track: definition.track,
      theme: definition.theme,
      minutes: definition.minutes,
      title: words.title,
      summary: resolveBlocks(wording, words.summary),
      opening: { setting: first.setting, faces: first.faces },
      contentNote: resolveBlocks(wording, words.contentNote),
      objectives: resolveBlocks(wording, words.objectives),
      sources: definition.sources.map(({ title, published }) => ({ title, published })),
      reviewBy: definition.reviewBy,
      approval: session ? await standingApproval(services, session, version) : null,
      openAttemptId: session ? await findOpenAttempt(services, session, version) : null,
    },
  };
}

async function standingApproval(
  { database, clock }: Services,
  { organisation: { id: organisationId, timeZone }, scope }: Session,
  place: VersionPlace,
) {
  const approvals = await database.within(scope, ({ approval }) =>
    approval.findMany({
      where: {
        organisationId,
        scenarioOrganisationId: place.organisationId,
        scenarioVersionId: place.id,
      },
      orderBy: { recordedAt: 'desc' },
    }),
  );
  const today = dayIn(timeZone, clock());
  const facts = approvals.map((approval) => ({
    ...approval,
    effectiveFrom: dayOf(approval.effectiveFrom),
    effectiveTo: approval.effectiveTo && dayOf(approval.effectiveTo),
  }));
  const standing = knownOn(facts, today, timeZone).find((fact) => holdsOn(fact, today));
  return standing ? { name: standing.approverName, date: standing.effectiveFrom } : null;
}

async function findOpenAttempt({ database }: Services, session: Session, place: VersionPlace) {
  const open = await database.within(session.scope, ({ attempt }) =>
    attempt.findFirst({
      where: {
        organisationId: session.organisation.id,
        personId: session.person.id,
        scenarioOrganisationId: place.organisationId,
        scenarioVersionId: place.id,
        practiceOf: null,
        endedAt: null,
      },
      orderBy: { startedAt: 'desc' },
      select: { id: true },
    }),
  );
  return open?.id ?? null;
}
