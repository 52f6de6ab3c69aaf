import { project } from '#app/simulation/project.ts';
import { start } from '#app/simulation/snapshot.ts';
import type { View } from '#app/simulation/view.ts';
import { plainText, resolveBlocks } from '#app/simulation/wording.ts';
import type { Theme, Track } from '#scenarios/kit/vocabulary.ts';
import type { Services } from '../services.ts';
import type { ShelvedVersion, TextIds } from './shelf.server.ts';
import { wordingFor } from './wording.server.ts';

export type ScenarioCard = {
  id: string;
  track: Track;
  theme: Theme;
  minutes: number;
  title: string;
  summary: string;
  /** Where it begins, and whom one meets there. */
  opening: Pick<View, 'setting' | 'faces'>;
};

/** The library: one card for each scenario, in the reader's language. */
export async function listCards({ shelf }: Services, locale: string): Promise<ScenarioCard[]> {
  const newest = await shelf.newest();
  const cards = await Promise.all(
    newest.map(async ({ version, textIds }) => {
      const words = await shelf.words(version, textIds, locale);
      const { definition } = version.scenario;
      const wording = wordingFor(words, definition, {}, locale);
      const { setting, faces } = project(version.scenario, start(version.scenario), wording);
      return {
        id: definition.id,
        track: definition.track,
        theme: definition.theme,
        minutes: definition.minutes,
        title: words.title,
        summary: resolveBlocks(wording, words.summary).map(plainText).join(' '),
        opening: { setting, faces },
      };
    }),
  );
  return cards.sort((a, b) => a.title.localeCompare(b.title, locale));
}

/** The newest version of one scenario of the library; `null` when there is none of that name. */
export async function findNewest(
  { shelf }: Services,
  id: string,
): Promise<{ version: ShelvedVersion; textIds: TextIds } | null> {
  const newest = await shelf.newest();
  return newest.find(({ version }) => version.scenario.definition.id === id) ?? null;
}
