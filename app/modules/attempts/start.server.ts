import { resume } from '#app/simulation/choose.ts';
import { start } from '#app/simulation/snapshot.ts';
import type { Session } from '../access/session.server.ts';
import type { VersionPlace } from '../scenarios/shelf.server.ts';
import type { Services } from '../services.ts';

/** Starts an attempt of a version for the acting person and returns its id. */
export async function startAttempt(
  { database, shelf }: Services,
  { organisation, person }: Session,
  place: VersionPlace,
): Promise<string> {
  const { scenario } = await shelf.version(place);
  const attempt = await database.prisma.attempt.create({
    data: {
      organisationId: organisation.id,
      personId: person.id,
      scenarioOrganisationId: place.organisationId,
      scenarioVersionId: place.id,
      snapshot: start(scenario),
    },
    select: { id: true },
  });
  return attempt.id;
}

/**
 * Starts a practice: the scene before a step of an ended attempt, to be tried another way. `null`
 * when the attempt is not the person's, has not ended, is itself a practice or has no such step.
 */
export async function startPractice(
  { database, shelf }: Services,
  { organisation, person }: Session,
  attemptId: string,
  from: number,
): Promise<string | null> {
  const { prisma } = database;
  const root = await prisma.attempt.findFirst({
    where: {
      organisationId: organisation.id,
      personId: person.id,
      id: attemptId,
      practiceOf: null,
      endedAt: { not: null },
      steps: { gt: from },
    },
    include: { events: { where: { step: { lt: from } }, orderBy: { step: 'asc' } } },
  });
  if (!root) return null;
  const { scenario } = await shelf.version({
    organisationId: root.scenarioOrganisationId,
    id: root.scenarioVersionId,
  });
  const practice = await prisma.attempt.create({
    data: {
      organisationId: organisation.id,
      personId: person.id,
      scenarioOrganisationId: root.scenarioOrganisationId,
      scenarioVersionId: root.scenarioVersionId,
      practiceOf: root.id,
      practiceFrom: from,
      steps: from,
      snapshot: resume(scenario, root.events),
    },
    select: { id: true },
  });
  return practice.id;
}
