import { addDays, type Clock, dateOf, dayOf } from '#app/platform/clock/dates.ts';
import type { Database, Transaction } from '#app/platform/database/client.ts';
import { sceneAt } from '#app/simulation/snapshot.ts';
import riverbank from '#prisma/seed/riverbank-academy.json' with { type: 'json' };
import type { Shelf, ShelvedVersion } from '../scenarios/shelf.server.ts';
import { playWell } from './play-well.ts';

type SeedPerson = (typeof riverbank.people)[number];
type Setting = {
  transaction: Transaction;
  organisationId: string;
  groupIds: Map<string, string>;
  version: ShelvedVersion | null;
  daysAgo: (days: number) => Date;
};

/**
 * Makes the demo organisation, once: the first start of a demonstration. All of it or nothing.
 * Returns whether it was made now. Days are counted back from today, so that it is always believable.
 */
export async function seedDemo({ prisma }: Database, shelf: Shelf, clock: Clock): Promise<boolean> {
  const newest = await shelf.newest();
  const version =
    newest.find(({ version }) => version.scenario.definition.id === riverbank.requirement.scenario)
      ?.version ?? null;
  const today = dayOf(clock());
  const daysAgo = (days: number) => dateOf(addDays(today, -days));
  return prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('seed demo'))`;
      const { slug } = riverbank.organisation;
      if (await transaction.organisation.findUnique({ where: { slug } })) return false;
      const organisation = await transaction.organisation.create({
        data: { ...riverbank.organisation, kind: 'school', isDemo: true },
      });
      const base = { transaction, organisationId: organisation.id, version, daysAgo };
      const setting = { ...base, groupIds: await seedGroups(base) };
      await seedContacts(setting);
      await seedRequirement(setting);
      for (const person of riverbank.people) await seedPerson(setting, person);
      await seedCompletions(setting);
      return true;
    },
    { timeout: 60_000 },
  );
}

async function seedGroups({ transaction, organisationId }: Omit<Setting, 'groupIds'>) {
  const rows = await transaction.staffGroup.createManyAndReturn({
    data: riverbank.groups.map((name) => ({ organisationId, name })),
  });
  return new Map(rows.map(({ name, id }) => [name, id]));
}

async function seedContacts({ transaction, organisationId, daysAgo }: Setting) {
  await transaction.contact.createMany({
    data: Object.entries(riverbank.contacts).map(([slot, contact]) => ({
      organisationId,
      slot,
      ...contact,
      lastVerified: daysAgo(60),
      effectiveFrom: daysAgo(500),
      recordedAt: daysAgo(500),
    })),
  });
}

async function seedRequirement({ transaction, organisationId, version, daysAgo }: Setting) {
  if (!version) return;
  const { heldDaysAgo, daysToComplete, renewMonths } = riverbank.requirement;
  await transaction.requirement.create({
    data: {
      organisationId,
      scenarioOrganisationId: version.organisationId,
      scenarioId: version.scenarioId,
      daysToComplete,
      renewMonths,
      effectiveFrom: daysAgo(heldDaysAgo),
      recordedAt: daysAgo(heldDaysAgo),
    },
  });
}

async function seedPerson(setting: Setting, person: SeedPerson) {
  const { transaction, organisationId, groupIds, daysAgo } = setting;
  const user = person.demo ? await transaction.user.create({ data: {} }) : null;
  const { id: personId } = await transaction.person.create({
    data: {
      organisationId,
      name: person.name,
      sortName: person.sortName,
      userId: user?.id ?? null,
    },
  });
  const started = daysAgo(person.startedDaysAgo);
  const fact = { organisationId, personId, effectiveFrom: started, recordedAt: started };
  const spell = await transaction.employmentSpell.create({ data: fact });
  if (person.leftDaysAgo)
    await transaction.employmentSpell.create({
      data: {
        ...fact,
        effectiveTo: daysAgo(person.leftDaysAgo),
        recordedAt: daysAgo(person.leftDaysAgo + 14),
        supersedes: spell.id,
      },
    });
  await transaction.roleMembership.createMany({
    data: ['learner', ...(person.roles ?? [])].map((role) => ({ ...fact, role })),
  });
  await transaction.staffGroupMembership.createMany({
    data: person.groups.flatMap((name) => {
      const staffGroupId = groupIds.get(name);
      return staffGroupId ? [{ ...fact, staffGroupId }] : [];
    }),
  });
}

/** Completions in the order they happened, so that the chain's numbers follow the calendar. */
async function seedCompletions(setting: Setting) {
  const { transaction, organisationId, version, daysAgo } = setting;
  if (!version) return;
  const people = await transaction.person.findMany({ where: { organisationId } });
  const idOf = new Map(people.map(({ name, id }) => [name, id]));
  const all = riverbank.people
    .flatMap((person) => (person.completedDaysAgo ?? []).map((days) => ({ ...person, days })))
    .sort((a, b) => b.days - a.days);
  for (const { name, days } of all) {
    const personId = idOf.get(name);
    if (personId) await seedCompletion(setting, version, personId, atWork(daysAgo(days)));
  }
}

async function seedCompletion(
  { transaction, organisationId }: Setting,
  version: ShelvedVersion,
  personId: string,
  at: Date,
) {
  const { taken, snapshot } = playWell(version.scenario);
  const ending = sceneAt(version.scenario, snapshot);
  if (ending.kind !== 'ending') return;
  const attempt = await transaction.attempt.create({
    data: {
      organisationId,
      personId,
      scenarioOrganisationId: version.organisationId,
      scenarioVersionId: version.id,
      startedAt: new Date(at.getTime() - 9 * 60_000),
      steps: taken.length,
      snapshot,
      endedAt: at,
      rating: ending.rating,
      events: {
        create: taken.map((event, step) => ({ ...event, step, recordedAt: at })),
      },
    },
  });
  await transaction.$queryRaw`SELECT record_completion(${organisationId}::uuid, ${personId}::uuid,
    ${attempt.id}::uuid, ${version.organisationId}::uuid, ${version.id}::uuid, ${at}, ${at})::text`;
}

/** Some minutes into a school day. */
function atWork(day: Date): Date {
  return new Date(day.getTime() + 10 * 3_600_000 + 40 * 60_000);
}
