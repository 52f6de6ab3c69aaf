import { z } from 'zod';
import { dayOf } from '#app/platform/clock/dates.ts';
import type { Theme, Track } from '#scenarios/kit/vocabulary.ts';
import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';
import { codeOf } from './certificate-code.ts';
import { titlesOf } from './own-records.server.ts';

export type Certificate = {
  /** The completion's place in its organisation's chain. */
  number: string;
  code: string;
  name: string;
  organisation: string;
  isDemo: boolean;
  title: string;
  track: Track;
  theme: Theme;
  minutes: number;
  version: { number: number; substance: number; kit: number; machine: string };
  completedAt: string;
  /** The approval that stood when it was completed, whatever has become of it since. */
  approval: { name: string; date: string } | null;
};

export const completionIdSchema = z.uuid();

/** The certificate of one of the acting person's own completions; `null` for everybody else's. */
export async function openCertificate(
  { database, shelf }: Services,
  { organisation, person, scope }: Session,
  completionId: string,
  locale: string,
): Promise<Certificate | null> {
  const subject = await database.within(scope, ({ completionSubject }) =>
    completionSubject.findUnique({
      where: {
        organisationId_completionId: { organisationId: organisation.id, completionId },
        personId: person.id,
      },
      select: { completion: { include: { version: versionParts, approval: true } } },
    }),
  );
  if (!subject) return null;
  const { completion } = subject;
  const { version, approval } = completion;
  const { scenario } = await shelf.version({
    organisationId: completion.scenarioOrganisationId,
    id: completion.scenarioVersionId,
  });
  const { track, theme, minutes } = scenario.definition;
  const titles = await titlesOf(shelf, locale);
  return {
    number: completion.seq.toString(),
    code: codeOf(completion.hash),
    name: person.name,
    organisation: organisation.name,
    isDemo: organisation.isDemo,
    title: titles.get(version.scenarioId) ?? version.scenario.slug,
    track,
    theme,
    minutes,
    version: {
      number: version.number,
      substance: version.substance,
      kit: version.kit,
      machine: Buffer.from(version.machineHash).toString('hex').slice(0, 8),
    },
    completedAt: completion.completedAt.toISOString(),
    approval: approval && {
      name: approval.approverName,
      date: dayOf(approval.effectiveFrom),
    },
  };
}

const versionParts = {
  select: {
    number: true,
    substance: true,
    kit: true,
    machineHash: true,
    scenarioId: true,
    scenario: { select: { slug: true } },
  },
} as const;
