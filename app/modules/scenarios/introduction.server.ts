import type { Reader } from '#app/i18n/i18n.ts';
import { dayIn } from '#app/platform/clock/dates.ts';
import { project } from '#app/simulation/project.ts';
import { start } from '#app/simulation/snapshot.ts';
import type { Reading, View, ViewBlock } from '#app/simulation/view.ts';
import { resolveBlocks } from '#app/simulation/wording.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import type { Words } from '#scenarios/kit/words.ts';
import type { Session } from '../access/session.server.ts';
import { findStandingApproval, type StandingApproval } from '../approvals/approvals.server.ts';
import { standingContacts } from '../people/contacts.server.ts';
import type { Services } from '../services.ts';
import { findNewest } from './cards.server.ts';
import { findVersions, type OtherVersion } from './home-version.server.ts';
import type { VersionPlace } from './shelf.server.ts';
import { wordingFor } from './wording.server.ts';

export type Introduction = ReturnType<typeof aboutOf> & {
  title: string;
  /** With a place to stop after each. */
  chapters: number;
  reading: Reading;
  summary: ViewBlock[];
  /** Where it begins, and whom one meets there. */
  opening: Pick<View, 'setting' | 'faces'>;
  contentNote: ViewBlock[];
  objectives: ViewBlock[];
  sources: { title: string; published: string }[];
  /** The day by which it was to be reviewed is over. */
  isReviewOverdue: boolean;
  /** Its short version for home, and the whole story of which it is one. */
  home: OtherVersion | null;
  whole: OtherVersion | null;
  approval: StandingApproval | null;
  /** An attempt of this version that was started and not finished. */
  openAttemptId: string | null;
};

/** Where somebody is of whom nobody knows it. */
const usualTimeZone = 'Europe/London';

/** What somebody reads before they start a scenario; `null` when there is no such scenario. */
export async function introduce(
  services: Services,
  session: Session | null,
  id: string,
  reader: Reader,
): Promise<{ introduction: Introduction; place: VersionPlace } | null> {
  const newest = await findNewest(services, id);
  if (!newest) return null;
  const { version, textIds } = newest;
  const { definition } = version.scenario;
  const { words, reading } = await services.shelf.read(version, textIds, reader);
  const contacts = session ? await standingContacts(services, session) : {};
  const { nation = null, timeZone = usualTimeZone } = session?.organisation ?? {};
  const wording = wordingFor(words, definition, { contacts, nation }, reader.locale);
  const first = project(version.scenario, start(version.scenario), wording);
  return {
    place: version,
    introduction: {
      ...aboutOf(definition),
      title: words.title,
      chapters: chaptersOf(definition, words),
      reading,
      summary: resolveBlocks(wording, words.summary),
      opening: { setting: first.setting, faces: first.faces },
      contentNote: resolveBlocks(wording, words.contentNote),
      objectives: resolveBlocks(wording, words.objectives),
      sources: definition.sources.map(({ title, published }) => ({ title, published })),
      isReviewOverdue: definition.reviewBy < dayIn(timeZone, services.clock()),
      ...(await findVersions(services, definition, reader)),
      approval: session ? await findStandingApproval(services, session, version, textIds) : null,
      openAttemptId: session ? await findOpenAttempt(services, session, version) : null,
    },
  };
}

function aboutOf(definition: Definition) {
  const { id, track, theme, minutes, fourCs, strands, contains, nations, reviewBy } = definition;
  return { id, track, theme, minutes, fourCs, strands, contains, nations, reviewBy };
}

/** How many parts with a name the story has: between two of them one can stop. */
function chaptersOf({ machine }: Definition, { chapters }: Words): number {
  return Object.keys(machine.states).filter((key) => chapters[key]).length;
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
