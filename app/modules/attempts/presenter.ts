import type { ExplainedStep, Explanation } from '#app/simulation/explain.ts';
import type { View, ViewBlock } from '#app/simulation/view.ts';
import type { Context } from '#scenarios/kit/definition.ts';
import type { Tag, Track } from '#scenarios/kit/vocabulary.ts';
import { type CitedRule, citeRule } from '#scenarios/rules/rules.ts';
import type { ContactValues } from '../scenarios/wording.server.ts';
import type { PresentableAttempt } from './page.server.ts';

/** What leaves the server for the page of an attempt. */
export type AttemptPage = {
  attemptId: string;
  scenario: { id: string; title: string; track: Track };
  step: number;
  isPractice: boolean;
  view: View;
  echo: Echo | null;
  debrief: Debrief | null;
  contacts: ContactValues;
};

/** What the last step brought about: it is felt first, and explained in the debrief. */
export type Echo = {
  result: ViewBlock[];
  /** A chapter begins with this scene, and nobody in it waits for help: a good place to stop. */
  isStoppingPlace: boolean;
};

export type DebriefStep = ExplainedStep & {
  /** What it broke, then what it followed, by name. */
  rules: Pick<CitedRule, 'id' | 'name'>[];
  /** A practice can start here: somebody chose, and it is their own attempt. */
  canTryFrom: boolean;
  /** A grave error here that a practice has cleared, or has yet to clear. */
  clearing: 'cleared' | 'open' | null;
};

export type Debrief = {
  steps: DebriefStep[];
  /** Every rule of the path, once, in the order in which the path meets them. */
  rules: CitedRule[];
  /** The attempt that counts: this one, or the one that this practice belongs to. */
  rootId: string;
  isCompleted: boolean;
  /** Where a harmful ending began: the first thing that was never put right. */
  turningPoint: number | null;
  /** How things stood before the first step. */
  startMeters: Context['meters'];
  /** Steps whose grave errors stand between a good ending and completion. */
  toClear: number[];
  /** In a practice: whether the moment it tried again is cleared now. */
  practiceCleared: boolean | null;
};

const pressing: readonly Tag[] = ['danger', 'disclosure', 'seen_accidentally'];

export function presentEcho(
  last: ExplainedStep | null,
  view: View,
  tags: readonly Tag[],
): Echo | null {
  if (!last) return null;
  const isNewChapter = view.chapter !== null && view.chapter.number !== last.chapter?.number;
  const isStoppingPlace = isNewChapter && !tags.some((tag) => pressing.includes(tag));
  return { result: last.result, isStoppingPlace };
}

export function presentDebrief(
  attempt: PresentableAttempt,
  { steps, rating }: Explanation,
  startMeters: Context['meters'],
): Debrief {
  const isPractice = attempt.practiceOf !== null;
  const { root, clearedSteps, completionId } = attempt;
  const open = root.graveSteps.filter((step) => !clearedSteps.includes(step));
  return {
    steps: steps.map((step) => presentStep(step, attempt, isPractice)),
    rules: [...new Set(steps.flatMap(rulesOf))].map(citeRule),
    rootId: root.id,
    isCompleted: completionId !== null,
    turningPoint: rating === 'harmful' ? turningPointOf(steps) : null,
    startMeters,
    toClear: root.rating === 'harmful' ? [] : open,
    practiceCleared:
      root.graveSteps.includes(attempt.practiceFrom) && isPractice
        ? clearedSteps.includes(attempt.practiceFrom)
        : null,
  };
}

const rulesOf = ({ breaks, follows }: ExplainedStep) => [...breaks, ...follows];

function turningPointOf(steps: ExplainedStep[]): number | null {
  const stands = steps.find(({ breaks, repairedAt }) => breaks.length > 0 && repairedAt === null);
  return stands?.step ?? null;
}

function presentStep(
  step: ExplainedStep,
  attempt: PresentableAttempt,
  isPractice: boolean,
): DebriefStep {
  const isGrave = !isPractice && attempt.graveSteps.includes(step.step);
  return {
    ...step,
    rules: rulesOf(step)
      .map(citeRule)
      .map(({ id, name }) => ({ id, name })),
    canTryFrom: !isPractice && (step.kind === 'decision' || step.kind === 'spot'),
    clearing: isGrave ? (attempt.clearedSteps.includes(step.step) ? 'cleared' : 'open') : null,
  };
}
