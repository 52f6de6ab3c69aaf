import { explain } from '#app/simulation/explain.ts';
import { plainText, resolveBlocks } from '#app/simulation/wording.ts';
import type { Shelf } from '../scenarios/shelf.server.ts';
import { wordingFor } from '../scenarios/wording.server.ts';
import type { Held } from './held.server.ts';

type Attempt = NonNullable<Held['attempts']>[number];
type Event = Attempt['events'][number] & { scene: string | null; said: string | null };
/** The events of each attempt, with the words that somebody read. */
export type Told = Map<string, Event[]>;

/** How somebody played, in the words of the scenario. A choice as it is stored says little to anybody. */
export async function tellPlay(
  shelf: Shelf,
  attempts: Attempt[] | null,
  locale: string,
): Promise<Told> {
  const told: Told = new Map();
  for (const attempt of attempts ?? []) {
    const root = attempts?.find(({ id }) => id === attempt.practiceOf);
    told.set(attempt.id, await tellAttempt(shelf, attempt, root, locale));
  }
  return told;
}

async function tellAttempt(
  shelf: Shelf,
  attempt: Attempt,
  root: Attempt | undefined,
  locale: string,
) {
  // Nothing is left of how somebody played who was erased.
  if (attempt.events.length === 0) return [];
  const version = await shelf.version({
    organisationId: attempt.scenarioOrganisationId,
    id: attempt.scenarioVersionId,
  });
  const words = await shelf.words(version, await shelf.textIds(version), locale);
  const wording = wordingFor(words, version.scenario.definition, {}, locale);
  const before = root?.events.slice(0, attempt.practiceFrom) ?? [];
  const { steps } = explain(version.scenario, [...before, ...attempt.events], wording);
  return attempt.events.map((event, index) => {
    const path = steps[before.length + index]?.path ?? '';
    const scene = words.scenes[path];
    const label = scene?.choices?.[event.choice]?.label;
    const items = event.values.map((value) => scene?.items?.[value]?.text);
    const said = label ? [[label]] : items;
    return {
      ...event,
      scene: scene?.title ?? null,
      said:
        label || scene?.items
          ? said
              .map((blocks) => resolveBlocks(wording, blocks).map(plainText).join(' '))
              .join(' · ')
          : null,
    };
  });
}
