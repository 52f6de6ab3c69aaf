import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';

export type OwnRecord = {
  id: string;
  number: string;
  scenarioId: string;
  title: string;
  versionNumber: number;
  completedAt: string;
  approvedBy: string | null;
};
export type OpenAttempt = { id: string; title: string; startedAt: string };

/** The acting person's own completions, newest first, and what they have started and not finished. */
export async function listOwnRecords(
  { database, shelf }: Services,
  { organisation, person, scope }: Session,
  locale: string,
): Promise<{ records: OwnRecord[]; open: OpenAttempt[] }> {
  const mine = { organisationId: organisation.id, personId: person.id };
  const titles = await titlesOf(shelf, locale);
  const version = { select: { number: true, scenarioId: true, scenario: true } } as const;
  const [subjects, attempts] = await database.within(scope, async (transaction) => [
    await transaction.completionSubject.findMany({
      where: mine,
      select: {
        completion: { select: { id: true, seq: true, completedAt: true, version, approval: true } },
      },
      orderBy: { completion: { completedAt: 'desc' } },
    }),
    await transaction.attempt.findMany({
      where: { ...mine, practiceOf: null, endedAt: null },
      select: { id: true, startedAt: true, version },
      orderBy: { startedAt: 'desc' },
      // The newest of each: older ones of the same version are not worth going on with.
      distinct: ['scenarioOrganisationId', 'scenarioVersionId'],
    }),
  ]);
  const titleOf = (scenario: { id: string; slug: string }) =>
    titles.get(scenario.id) ?? scenario.slug;
  return {
    records: subjects.map(({ completion }) => ({
      id: completion.id,
      number: completion.seq.toString(),
      scenarioId: `${completion.version.scenario.track}/${completion.version.scenario.slug}`,
      title: titleOf(completion.version.scenario),
      versionNumber: completion.version.number,
      completedAt: completion.completedAt.toISOString(),
      approvedBy: completion.approval?.approverName ?? null,
    })),
    open: attempts.map(({ id, startedAt, version: { scenario } }) => ({
      id,
      title: titleOf(scenario),
      startedAt: startedAt.toISOString(),
    })),
  };
}

/** Titles of the library by the scenario's own id. */
export async function titlesOf(
  shelf: Services['shelf'],
  locale: string,
): Promise<Map<string, string>> {
  const newest = await shelf.newest();
  return new Map(
    await Promise.all(
      newest.map(async ({ version, textIds }) => {
        const words = await shelf.words(version, textIds, locale);
        return [version.scenarioId, words.title] as const;
      }),
    ),
  );
}
