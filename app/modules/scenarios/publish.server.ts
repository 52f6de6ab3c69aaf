import type { Database, Transaction } from '#app/platform/database/client.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import type { GuideFile } from '#scenarios/kit/guide.ts';
import type { ScenarioSource, WordsFile } from '#scenarios/kit/read-scenario.ts';
import { hashOf } from './hashes.server.ts';

export const libraryId = '00000000-0000-4000-8000-000000000001';

/** A slow machine, or another process that publishes first, is no reason not to start. */
const patience = { timeout: 60_000, maxWait: 60_000 };

type Place = { organisationId: string; id: string };

/**
 * Puts scenarios that were read from files into the shared library. Whatever changed becomes a new
 * version or a new revision of its words or guide; what did not change is left alone. Returns how many
 * versions, texts and guides are new.
 */
export async function publishScenarios({ prisma }: Database, sources: ScenarioSource[]) {
  const counts = { versions: 0, texts: 0, guides: 0 };
  for (const source of sources) {
    const published = await prisma.$transaction(
      (transaction) => publishScenario(transaction, source),
      patience,
    );
    counts.versions += published.versions;
    counts.texts += published.texts;
    counts.guides += published.guides;
  }
  return counts;
}

async function publishScenario(
  transaction: Transaction,
  { definition, words, guides }: ScenarioSource,
) {
  // Two processes that start together publish one after the other.
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${definition.id}))`;
  const [track, slug] = definition.id.split('/') as [string, string];
  const key = { organisationId: libraryId, track, slug };
  const scenario = await transaction.scenario.upsert({
    where: { organisationId_track_slug: key },
    create: { ...key, theme: definition.theme },
    update: { theme: definition.theme },
  });
  const version = await publishVersion(transaction, scenario, definition);
  const counts = { versions: version.isNew ? 1 : 0, texts: 0, guides: 0 };
  for (const file of words) counts.texts += await publishWords(transaction, version.place, file);
  for (const file of guides) counts.guides += await publishGuide(transaction, version.place, file);
  return counts;
}

async function publishVersion(transaction: Transaction, scenario: Place, definition: Definition) {
  const { organisationId, id: scenarioId } = scenario;
  const definitionHash = hashOf(definition);
  const newest = await transaction.scenarioVersion.findFirst({
    where: { organisationId, scenarioId },
    orderBy: { number: 'desc' },
    select: { organisationId: true, id: true, number: true, definitionHash: true },
  });
  if (newest && Buffer.compare(newest.definitionHash, definitionHash) === 0)
    return { place: newest, isNew: false };
  const place = await transaction.scenarioVersion.create({
    data: {
      organisationId,
      scenarioId,
      number: (newest?.number ?? 0) + 1,
      kit: definition.kit,
      machineHash: hashOf(definition.machine),
      substance: definition.substance,
      definition,
      definitionHash,
    },
    select: { organisationId: true, id: true },
  });
  return { place, isNew: true };
}

async function publishWords(
  transaction: Transaction,
  version: Place,
  { locale, level, words }: WordsFile,
) {
  const wordsHash = hashOf(words);
  const key = {
    organisationId: version.organisationId,
    scenarioVersionId: version.id,
    locale,
    level,
  };
  const newest = await transaction.scenarioText.findFirst({
    where: key,
    orderBy: { revision: 'desc' },
    select: { revision: true, wordsHash: true },
  });
  if (newest && Buffer.compare(newest.wordsHash, wordsHash) === 0) return 0;
  const revision = (newest?.revision ?? 0) + 1;
  await transaction.scenarioText.create({ data: { ...key, revision, words, wordsHash } });
  return 1;
}

async function publishGuide(
  transaction: Transaction,
  version: Place,
  { locale, guide }: GuideFile,
) {
  const guideHash = hashOf(guide);
  const { organisationId, id: scenarioVersionId } = version;
  const key = { organisationId, scenarioVersionId, locale };
  const newest = await transaction.scenarioGuide.findFirst({
    where: key,
    orderBy: { revision: 'desc' },
    select: { revision: true, guideHash: true },
  });
  if (newest && Buffer.compare(newest.guideHash, guideHash) === 0) return 0;
  const revision = (newest?.revision ?? 0) + 1;
  await transaction.scenarioGuide.create({ data: { ...key, revision, guide, guideHash } });
  return 1;
}
