import { resume } from '#app/simulation/choose.ts';
import { start } from '#app/simulation/snapshot.ts';
import type { Session } from '../access/session.server.ts';
import type { VersionPlace } from '../scenarios/shelf.server.ts';
import type { Services } from '../services.ts';

/** Starts an attempt of a version for the acting person and returns its id. */
export async function startAttempt(
  { database, shelf }: Services,
  { organisation, person, scope }: Session,
  place: VersionPlace,
): Promise<string> {
  const { scenario } = await shelf.version(place);
  const { id } = await database.within(scope, ({ attempt }) =>
    attempt.create({
      data: {
        organisationId: organisation.id,
        personId: person.id,
        scenarioOrganisationId: place.organisationId,
        scenarioVersionId: place.id,
        snapshot: start(scenario),
      },
      select: { id: true },
    }),
  );
  return id;
}

/**
 * Starts a practice: the scene before a step of an ended attempt, to be tried another way. `null`
 * when the attempt is not the person's, has not ended, is itself a practice or has no such step.
 */
export async function startPractice(
  { database, shelf }: Services,
  { organisation, person, scope }: Session,
  attemptId: string,
  from: number,
): Promise<string | null> {
  const mine = { organisationId: organisation.id, personId: person.id };
  const root = await database.within(scope, ({ attempt }) =>
    attempt.findFirst({
      where: {
        ...mine,
        id: attemptId,
        practiceOf: null,
        endedAt: { not: null },
        steps: { gt: from },
      },
      include: { events: { where: { step: { lt: from } }, orderBy: { step: 'asc' } } },
    }),
  );
  if (!root) return null;
  const { scenarioOrganisationId, scenarioVersionId } = root;
  // Between the transactions: the shelf may need a connection of its own, and holding one while
  // waiting for another is how a full pool comes to a stop. An ended attempt no longer changes.
  const { scenario } = await shelf.version({
    organisationId: scenarioOrganisationId,
    id: scenarioVersionId,
  });
  const practice = await database.within(scope, ({ attempt }) =>
    attempt.create({
      data: {
        ...mine,
        scenarioOrganisationId,
        scenarioVersionId,
        practiceOf: root.id,
        practiceFrom: from,
        steps: from,
        snapshot: resume(scenario, root.events),
      },
      select: { id: true },
    }),
  );
  return practice.id;
}
