import type { Context, Effect } from '#scenarios/kit/definition.ts';
import type { SceneKind } from '#scenarios/kit/scenes.ts';
import { graveRules, type Quality, type Rating } from '#scenarios/kit/vocabulary.ts';
import { choose, openChoices, resume, type Taken } from './choose.ts';
import { type ExplainedItem, explainMarks } from './explain-marks.ts';
import { type ExplainedOrder, explainOrder } from './explain-order.ts';
import { type ExplainedRephrase, explainRephrase } from './explain-rephrase.ts';
import { chapterOf, hasChoices } from './project.ts';
import type { Scenario } from './scenario.ts';
import { type Snapshot, sceneAt, start } from './snapshot.ts';
import type { ViewBlock, ViewChapter } from './view.ts';
import { resolveBlock, resolveBlocks, type Wording, wordsAt } from './wording.ts';

/** One step of a path: the scene, what was chosen, what it did and why. */
export type ExplainedStep = {
  step: number;
  path: string;
  kind: SceneKind;
  chapter: ViewChapter | null;
  title: string;
  choice: string;
  label: ViewBlock | null;
  /** How many other choices of a `decision` or a `rephrase` were open. */
  others: number;
  marked: ExplainedItem[];
  ordered: ExplainedOrder | null;
  rephrased: ExplainedRephrase | null;
  result: ViewBlock[];
  why: ViewBlock[];
  quality: Quality;
  follows: string[];
  breaks: string[];
  /** The later step that put the last of it right; `null` where nothing was wrong or something stands. */
  repairedAt: number | null;
  meters: Context['meters'];
};
export type Explanation = {
  steps: ExplainedStep[];
  rating: Rating | null;
  ending: Snapshot;
};

/**
 * Tells the story of the steps taken. In: recorded steps from the start, in order, and a wording.
 * Out: each step with its words, effect, repair and the meters after it; the rating when the last
 * scene is an ending. Pure. Throws when a step cannot be taken again (see `resume`).
 */
export function explain(
  scenario: Scenario,
  taken: readonly Pick<Taken, 'values'>[],
  wording: Wording,
): Explanation {
  let snapshot = start(scenario);
  const steps: ExplainedStep[] = [];
  const outstanding: Set<string>[] = [];
  for (const [step, { values }] of taken.entries()) {
    const chosen = choose(scenario, snapshot, values);
    if (!chosen.ok) throw new Error(`Step ${step} cannot be taken again: ${chosen.reason}`);
    steps.push({
      ...explainStep(scenario, snapshot, chosen.taken, wording),
      ...gradeOf(chosen.effect),
      step,
      meters: chosen.snapshot.context.meters,
    });
    markRepairs(steps, outstanding, step, chosen.effect?.repairs ?? []);
    outstanding.push(new Set(chosen.effect?.breaks));
    snapshot = chosen.snapshot;
  }
  const last = sceneAt(scenario, snapshot);
  return { steps, rating: last.kind === 'ending' ? last.rating : null, ending: snapshot };
}

/**
 * Explains the last of the steps taken, with no word of later repairs; `null` before the first. In:
 * recorded steps from the start, in order, and a wording. Pure. Throws as `explain` does.
 */
export function explainLast(
  scenario: Scenario,
  taken: readonly Pick<Taken, 'values'>[],
  wording: Wording,
): ExplainedStep | null {
  const step = taken.length - 1;
  const last = taken[step];
  if (!last) return null;
  const before = resume(scenario, taken.slice(0, step));
  const chosen = choose(scenario, before, last.values);
  if (!chosen.ok) throw new Error(`Step ${step} cannot be taken again: ${chosen.reason}`);
  return {
    ...explainStep(scenario, before, chosen.taken, wording),
    ...gradeOf(chosen.effect),
    step,
    meters: chosen.snapshot.context.meters,
  };
}

/** Whether a choice is a grave error: it breaks one of the rules that the reference calls grave. */
export function isGrave(effect: Effect | null): boolean {
  return (effect?.breaks ?? []).some((rule) => (graveRules as readonly string[]).includes(rule));
}

function explainStep(
  scenario: Scenario,
  at: Snapshot,
  { choice, values }: Taken,
  wording: Wording,
) {
  const scene = sceneAt(scenario, at);
  const words = wordsAt(wording, at.path);
  const choiceWords = words.choices?.[choice];
  return {
    path: at.path,
    kind: scene.kind,
    chapter: chapterOf(scenario, wording, at.path),
    title: words.title,
    choice,
    label: choiceWords?.label ? resolveBlock(wording, choiceWords.label) : null,
    others: hasChoices(scene) ? openChoices(scenario, at).length - 1 : 0,
    marked: scene.kind === 'spot' ? explainMarks(scene, values, wording, words) : [],
    ordered: scene.kind === 'order' ? explainOrder(scene, values, wording, words) : null,
    rephrased: explainRephrase(scene, choice, wording, words),
    result: resolveBlocks(wording, choiceWords?.result),
    why: resolveBlocks(wording, choiceWords?.why),
  };
}

function gradeOf(effect: Effect | null) {
  return {
    quality: effect?.quality ?? ('neutral' as const),
    follows: effect?.follows ?? [],
    breaks: effect?.breaks ?? [],
    repairedAt: null,
  };
}

/** A step is put right once later steps have repaired every rule that it broke, not only one. */
function markRepairs(
  steps: ExplainedStep[],
  outstanding: Set<string>[],
  at: number,
  repairs: string[],
) {
  for (const [index, rules] of outstanding.entries()) {
    if (rules.size === 0) continue;
    for (const rule of repairs) rules.delete(rule);
    const step = steps[index];
    if (step && rules.size === 0) step.repairedAt = at;
  }
}
