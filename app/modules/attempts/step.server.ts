import { choose, type Refusal } from '#app/simulation/choose.ts';
import { isGrave } from '#app/simulation/explain.ts';
import { sceneAt } from '#app/simulation/snapshot.ts';
import type { Services } from '../services.ts';
import type { PostedStep } from './posted-step.ts';
import { loadAttempt, recordStep } from './store.server.ts';

/**
 * What came of a posted step. `taken`: recorded, now or by the same click before. `stale`: an older
 * page was sent; nothing is recorded and the current scene is shown. `refused`: not a choice here.
 */
export type StepResult =
  | { outcome: 'taken' | 'stale' | 'no-session' | 'nothing' }
  | { outcome: 'refused'; reason: Refusal | 'future-step' | 'unreadable' };

/** Takes one step of the acting person's attempt, in two round trips at most. */
export async function takeStep(
  services: Services,
  token: string,
  attemptId: string,
  posted: PostedStep | null,
): Promise<StepResult> {
  const opened = await loadAttempt(services.database, token, attemptId);
  if (opened.found !== 'attempt') return { outcome: opened.found };
  if (!posted) return { outcome: 'refused', reason: 'unreadable' };
  if (posted.step < opened.steps) return earlierStep(opened, posted);
  if (posted.step > opened.steps) return { outcome: 'refused', reason: 'future-step' };

  const version = await services.shelf.version({
    organisationId: opened.versionOrganisationId,
    id: opened.versionId,
  });
  const chosen = choose(version.scenario, opened.snapshot, posted.values);
  if (!chosen.ok) return { outcome: 'refused', reason: chosen.reason };

  const scene = sceneAt(version.scenario, chosen.snapshot);
  const recorded = await recordStep(services.database, token, {
    attemptId,
    step: posted.step,
    taken: chosen.taken,
    snapshot: chosen.snapshot,
    isGrave: isGrave(chosen.effect),
    isGood: chosen.effect?.quality === 'good',
    rating: scene.kind === 'ending' ? scene.rating : null,
  });
  if (recorded.outcome === 'moved') return earlierStep(recorded, posted);
  return { outcome: recorded.outcome === 'recorded' ? 'taken' : recorded.outcome };
}

/** A second click of the latest step is as good as the first; anything older is an old page. */
export function earlierStep(
  now: { steps: number; last: string[] | null },
  posted: PostedStep,
): { outcome: 'taken' | 'stale' } {
  const isRepeat = posted.step === now.steps - 1 && sameValues(now.last, posted.values);
  return { outcome: isRepeat ? 'taken' : 'stale' };
}

function sameValues(a: string[] | null, b: string[]): boolean {
  return a !== null && a.length === b.length && a.every((value, index) => value === b[index]);
}
