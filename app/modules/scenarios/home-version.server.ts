import type { Reader } from '#app/i18n/i18n.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import type { Services } from '../services.ts';

/** Another scenario that tells the same story, shorter or in full. */
export type OtherVersion = { id: string; title: string; minutes: number };

/** The short version for home that a scenario has, and the whole one that it is short for. */
export async function findVersions(
  { shelf }: Services,
  { id, homeVersionOf }: Definition,
  reader: Reader,
): Promise<{ home: OtherVersion | null; whole: OtherVersion | null }> {
  const newest = await shelf.newest();
  const find = async (isIt: (definition: Definition) => boolean) => {
    const found = newest.find(({ version }) => isIt(version.scenario.definition));
    if (!found) return null;
    const { id, minutes } = found.version.scenario.definition;
    const { words } = await shelf.read(found.version, found.textIds, reader);
    return { id, title: words.title, minutes };
  };
  return {
    home: await find((other) => other.homeVersionOf === id),
    whole: homeVersionOf ? await find((other) => other.id === homeVersionOf) : null,
  };
}
