import type { Reader } from '#app/i18n/i18n.ts';
import { project } from '#app/simulation/project.ts';
import { start } from '#app/simulation/snapshot.ts';
import type { Reading, View, ViewBlock } from '#app/simulation/view.ts';
import { resolveBlocks } from '#app/simulation/wording.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import type { Services } from '../services.ts';
import type { ShelvedVersion, TextIds } from './shelf.server.ts';
import { wordingFor } from './wording.server.ts';

export type ScenarioCard = Pick<
  Definition,
  'id' | 'track' | 'theme' | 'minutes' | 'fourCs' | 'contains' | 'nations'
> & {
  title: string;
  reading: Reading;
  summary: ViewBlock[];
  /** Where it begins, and whom one meets there. */
  opening: Pick<View, 'setting' | 'faces'>;
};

/**
 * The library: one card for each scenario, in the reader's language and as they read. Short versions
 * for home are found on the page of the whole one, or by their link in a newsletter.
 */
export async function listCards({ shelf }: Services, reader: Reader): Promise<ScenarioCard[]> {
  const newest = (await shelf.newest()).filter(
    ({ version }) => !version.scenario.definition.homeVersionOf,
  );
  const cards = await Promise.all(
    newest.map(async ({ version, textIds }) => {
      const { words, reading } = await shelf.read(version, textIds, reader);
      const { definition } = version.scenario;
      const wording = wordingFor(words, definition, {}, reader.locale);
      const { setting, faces } = project(version.scenario, start(version.scenario), wording);
      const { id, track, theme, minutes, fourCs, contains, nations } = definition;
      return {
        ...{ id, track, theme, minutes, fourCs, contains, nations },
        title: words.title,
        reading,
        summary: resolveBlocks(wording, words.summary),
        opening: { setting, faces },
      };
    }),
  );
  return cards.sort((a, b) => a.title.localeCompare(b.title, reader.locale));
}

/** The newest version of one scenario of the library; `null` when there is none of that name. */
export async function findNewest(
  { shelf }: Services,
  id: string,
): Promise<{ version: ShelvedVersion; textIds: TextIds } | null> {
  const newest = await shelf.newest();
  return newest.find(({ version }) => version.scenario.definition.id === id) ?? null;
}
