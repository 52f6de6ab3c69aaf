import type { Reader } from '#app/i18n/i18n.ts';
import { explain, explainLast } from '#app/simulation/explain.ts';
import { project } from '#app/simulation/project.ts';
import { hasEnded } from '#app/simulation/snapshot.ts';
import { type ContactValues, wordingFor } from '../scenarios/wording.server.ts';
import type { Services } from '../services.ts';
import { type AttemptPage, presentDebrief, presentEcho } from './presenter.ts';
import { loadAttempt, type OpenedAttempt } from './store.server.ts';
import { presentSupport } from './support.server.ts';

export type PageResult =
  | { found: 'attempt'; page: AttemptPage }
  | { found: 'no-session' | 'nothing' };

/** The page of an attempt of the acting person: its scene, or its ending and debrief. One round trip. */
export async function openAttemptPage(
  services: Services,
  token: string,
  attemptId: string,
  reader: Reader,
): Promise<PageResult> {
  const opened = await loadAttempt(services.database, token, attemptId);
  if (opened.found !== 'attempt') return { found: opened.found };
  return { found: 'attempt', page: await presentAttempt(services, attemptId, opened, reader) };
}

/** What a page is made of, wherever the attempt is kept: in a row, or in a visitor's cookie. */
export type PresentableAttempt = Omit<
  OpenedAttempt,
  'found' | 'organisationId' | 'personId' | 'ended' | 'last' | 'contacts'
> & { contacts: ContactValues };

export async function presentAttempt(
  { shelf }: Services,
  attemptId: string,
  attempt: PresentableAttempt,
  reader: Reader,
): Promise<AttemptPage> {
  const version = await shelf.version({
    organisationId: attempt.versionOrganisationId,
    id: attempt.versionId,
  });
  const { scenario } = version;
  const { words, reading } = await shelf.read(version, attempt.texts, reader);
  const wording = wordingFor(words, scenario.definition, attempt, reader.locale);
  const view = project(scenario, attempt.snapshot, wording);
  const isOver = hasEnded(scenario, attempt.snapshot);
  const last = explainLast(scenario, attempt.events, wording);
  return {
    attemptId,
    scenario: { id: scenario.definition.id, title: words.title, track: scenario.definition.track },
    reading,
    step: attempt.steps,
    isPractice: attempt.practiceOf !== null,
    view,
    echo: presentEcho(last, view, scenario.states.get(view.path)?.config.tags ?? []),
    debrief: isOver
      ? presentDebrief(
          attempt,
          explain(scenario, attempt.events, wording),
          scenario.definition.machine.context.meters,
          reading.level,
        )
      : null,
    support: isOver
      ? presentSupport(scenario.definition, attempt, { ...reader, level: reading.level })
      : null,
  };
}
