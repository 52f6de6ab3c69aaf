import type { ExplainedStep, Explanation } from '#app/simulation/explain.ts';
import type { ExplainedConstraint, ExplainedOrder } from '#app/simulation/explain-order.ts';
import type { ExplainedRephrase } from '#app/simulation/explain-rephrase.ts';
import type { Reading, View, ViewBlock, ViewPart } from '#app/simulation/view.ts';
import type { Context } from '#scenarios/kit/definition.ts';
import type { SceneKind } from '#scenarios/kit/scenes.ts';
import type { ReadingLevel, Tag, Track } from '#scenarios/kit/vocabulary.ts';
import { type CitedRule, citeRule } from '#scenarios/rules/rules.ts';
import type { PresentableAttempt } from './page.server.ts';
import type { Support } from './support.server.ts';

/** What leaves the server for the page of an attempt. */
export type AttemptPage = {
  attemptId: string;
  scenario: { id: string; title: string; track: Track };
  reading: Reading;
  step: number;
  isPractice: boolean;
  view: View;
  echo: Echo | null;
  debrief: Debrief | null;
  /** Whom to turn to, at an ending. */
  support: Support | null;
};

/** What the last step brought about: it is felt first, and explained in the debrief. */
export type Echo = {
  result: ViewBlock[];
  /** What other words do, and what came too soon in an order: told at once, while it is fresh. */
  rephrased: ExplainedRephrase | null;
  ordered: ExplainedOrder | null;
  /** A chapter begins with this scene, and nobody in it waits for help: a good place to stop. */
  isStoppingPlace: boolean;
};

type NamedRule = Pick<CitedRule, 'id' | 'name'>;

export type DebriefStep = Omit<ExplainedStep, 'ordered'> & {
  ordered: DebriefOrder | null;
  /** What it broke, then what it followed, by name. */
  rules: NamedRule[];
  /** A practice can start here: somebody chose, and it is their own attempt. */
  canTryFrom: boolean;
  /** A grave error here that a practice has cleared, or has yet to clear. */
  clearing: 'cleared' | 'open' | null;
};

type DebriefOrder = {
  items: ViewPart[];
  constraints: (Omit<ExplainedConstraint, 'rule'> & { rule: NamedRule })[];
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

/** Kinds in which somebody chose, and could choose otherwise. */
const chosenKinds: readonly SceneKind[] = ['decision', 'spot', 'order', 'rephrase'];
const pressing: readonly Tag[] = ['danger', 'disclosure', 'seen_accidentally'];

export function presentEcho(
  last: ExplainedStep | null,
  view: View,
  tags: readonly Tag[],
): Echo | null {
  if (!last) return null;
  const isNewChapter = view.chapter !== null && view.chapter.number !== last.chapter?.number;
  const isStoppingPlace = isNewChapter && !tags.some((tag) => pressing.includes(tag));
  const { result, rephrased, ordered } = last;
  return { result, rephrased, ordered, isStoppingPlace };
}

export function presentDebrief(
  attempt: PresentableAttempt,
  { steps, rating }: Explanation,
  startMeters: Context['meters'],
  level: ReadingLevel,
): Debrief {
  const isPractice = attempt.practiceOf !== null;
  const { root, clearedSteps, completionId } = attempt;
  const open = root.graveSteps.filter((step) => !clearedSteps.includes(step));
  return {
    steps: steps.map((step) => presentStep(step, attempt, { isPractice, level })),
    rules: [...new Set(steps.flatMap(rulesMetBy))].map((rule) => citeRule(rule, level)),
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
const rulesMetBy = (step: ExplainedStep) => [
  ...rulesOf(step),
  ...(step.ordered?.constraints.map(({ rule }) => rule) ?? []),
];

function nameRule(rule: string, level: ReadingLevel): NamedRule {
  const { id, name } = citeRule(rule, level);
  return { id, name };
}

function turningPointOf(steps: ExplainedStep[]): number | null {
  const stands = steps.find(({ breaks, repairedAt }) => breaks.length > 0 && repairedAt === null);
  return stands?.step ?? null;
}

function presentStep(
  step: ExplainedStep,
  attempt: PresentableAttempt,
  { isPractice, level }: { isPractice: boolean; level: ReadingLevel },
): DebriefStep {
  const isGrave = !isPractice && attempt.graveSteps.includes(step.step);
  return {
    ...step,
    ordered: step.ordered && {
      ...step.ordered,
      constraints: step.ordered.constraints.map((one) => ({
        ...one,
        rule: nameRule(one.rule, level),
      })),
    },
    rules: rulesOf(step).map((rule) => nameRule(rule, level)),
    canTryFrom: !isPractice && chosenKinds.includes(step.kind),
    clearing: isGrave ? (attempt.clearedSteps.includes(step.step) ? 'cleared' : 'open') : null,
  };
}
