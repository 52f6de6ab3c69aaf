import { z } from 'zod';
import type { Reader } from '#app/i18n/i18n.ts';
import type { WalledDatabase } from '#app/platform/database/walled.ts';
import { prepareScenario, type Scenario } from '#app/simulation/scenario.ts';
import { definitionSchema } from '#scenarios/kit/definition.ts';
import { type Guide, guideSchema } from '#scenarios/kit/guide.ts';
import type { Walkthrough } from '#scenarios/kit/walkthroughs.ts';
import { type Words, wordsSchema } from '#scenarios/kit/words.ts';
import { scopeOf } from '../access/scope.ts';
import { nearestText } from './nearest-text.ts';
import { libraryId } from './publish.server.ts';

export type VersionPlace = { organisationId: string; id: string };
export type ShelvedVersion = VersionPlace & {
  number: number;
  scenarioId: string;
  scenario: Scenario;
};
/** Ids of the newest words of a version: `{ "en-GB/standard": id, "en-GB/easy": id }`. */
export type TextIds = z.infer<typeof textIdsSchema>;

export const textIdsSchema = z.record(z.string(), z.string());
/** Ids of the newest guides of a version, by language. */
const guideIdsSchema = z.record(z.string(), z.string());
const newestSchema = z.array(z.object({ id: z.string(), texts: textIdsSchema }));

/** The play-throughs that were shipped with each scenario, for whoever reviews it. */
export type Walkthroughs = ReadonlyMap<string, readonly Walkthrough[]>;

/**
 * Versions and words, read once and kept: neither ever changes under its id. Running attempts pin a
 * version that may no longer be the newest, or no longer be listed, so the shelf fills by id.
 */
export function createShelf(
  database: WalledDatabase,
  listed: readonly string[],
  walkthroughs: Walkthroughs = new Map(),
) {
  const versions = keepById((id, organisationId) => readVersion(id, organisationId));
  const texts = keepById((id, organisationId) => readWords(id, organisationId));
  const guides = keepById((id, organisationId) => readGuide(id, organisationId));

  async function readVersion(id: string, organisationId: string): Promise<ShelvedVersion> {
    const row = await database.within(scopeOf(organisationId), ({ scenarioVersion }) =>
      scenarioVersion.findUniqueOrThrow({ where: { organisationId_id: { organisationId, id } } }),
    );
    const scenario = prepareScenario(definitionSchema.parse(row.definition));
    return { organisationId, id, number: row.number, scenarioId: row.scenarioId, scenario };
  }

  async function readWords(id: string, organisationId: string): Promise<Words> {
    const row = await database.within(scopeOf(organisationId), ({ scenarioText }) =>
      scenarioText.findUniqueOrThrow({ where: { organisationId_id: { organisationId, id } } }),
    );
    return wordsSchema.parse(row.words);
  }

  async function readGuide(id: string, organisationId: string): Promise<Guide> {
    const row = await database.within(scopeOf(organisationId), ({ scenarioGuide }) =>
      scenarioGuide.findUniqueOrThrow({ where: { organisationId_id: { organisationId, id } } }),
    );
    return guideSchema.parse(row.guide);
  }

  return {
    version: (place: VersionPlace) => versions(place.id, place.organisationId),
    /** The standard words of a version, in the locale asked for or the nearest there is. */
    words: (place: VersionPlace, ids: TextIds, locale: string) =>
      texts(nearestText(ids, { locale, level: 'standard' }).id, place.organisationId),
    /** The words of a version for a reader, and how they are shown. */
    async read(place: VersionPlace, ids: TextIds, reader: Reader) {
      const { id, reading } = nearestText(ids, reader);
      return { words: await texts(id, place.organisationId), reading };
    },
    /** One text of a version, whether or not it is still shown. */
    text: (place: VersionPlace, id: string) => texts(id, place.organisationId),
    /** The guide to a version, in the locale asked for or the nearest there is; `null` for none. */
    async guide({ organisationId, id }: VersionPlace, locale: string): Promise<Guide | null> {
      const ids = guideIdsSchema.parse(
        await database.call('standing_guides', [organisationId, id]),
      );
      const nearest = ids[locale] ?? ids['en-GB'] ?? Object.values(ids)[0];
      return nearest ? guides(nearest, organisationId) : null;
    },
    /** The play-throughs that came with this server's files. They may be of another version. */
    walkthroughs: (scenario: string) => walkthroughs.get(scenario) ?? [],
    /** The ids of the newest words of a version. */
    async textIds({ organisationId, id }: VersionPlace): Promise<TextIds> {
      return textIdsSchema.parse(await database.call('standing_texts', [organisationId, id]));
    },
    /** The newest version of every listed scenario of the shared library, with its newest words. */
    async newest(): Promise<{ version: ShelvedVersion; textIds: TextIds }[]> {
      const rows = newestSchema.parse(await database.call('newest_versions', [libraryId, listed]));
      return Promise.all(
        rows.map(async ({ id, texts: textIds }) => ({
          version: await versions(id, libraryId),
          textIds,
        })),
      );
    },
  };
}

export type Shelf = ReturnType<typeof createShelf>;

/** Keeps what was read; a failed read is forgotten, so that the next asker tries again. */
function keepById<T>(read: (id: string, organisationId: string) => Promise<T>) {
  const kept = new Map<string, Promise<T>>();
  return (id: string, organisationId: string): Promise<T> => {
    const known = kept.get(id);
    if (known) return known;
    const reading = read(id, organisationId);
    kept.set(id, reading);
    reading.catch(() => kept.delete(id));
    return reading;
  };
}
