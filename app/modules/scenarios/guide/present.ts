import { chapterOf, hasChoices } from '#app/simulation/project.ts';
import type { Scenario } from '#app/simulation/scenario.ts';
import type { ViewBlock, ViewChapter } from '#app/simulation/view.ts';
import { resolveBlock, resolveBlocks, type Wording, wordsAt } from '#app/simulation/wording.ts';
import { decidingScenes, type Guide } from '#scenarios/kit/guide.ts';
import type { SceneKind } from '#scenarios/kit/scenes.ts';

/** What can be decided in a scene, and what a group talks about there. */
export type AskedScene = {
  path: string;
  kind: SceneKind;
  chapter: ViewChapter | null;
  title: string;
  /** What somebody says that is to be said otherwise; `null` in other scenes. */
  sentence: ViewBlock | null;
  choices: ViewBlock[][];
  questions: ViewBlock[];
};

export type PresentedGuide = ReturnType<typeof presentGuide>;

/** A guide with its contacts filled in, and its questions in the order of the story. Pure. */
export function presentGuide(guide: Guide, scenario: Scenario, wording: Wording) {
  const say = (blocks: Guide['aim'] | undefined) => resolveBlocks(wording, blocks);
  const { led, timing, questions, cards } = guide;
  return {
    led,
    aim: say(guide.aim),
    groundRules: say(guide.groundRules),
    before: say(guide.before),
    after: say(guide.after),
    stopWhen: say(guide.stopWhen),
    sitOut: say(guide.sitOut),
    disclosures: say(guide.disclosures),
    timing: timing.map(({ minutes, does }) => ({ minutes, does: say(does) })),
    minutes: timing.reduce((sum, { minutes }) => sum + minutes, 0),
    scenes: decidingScenes(scenario.definition)
      .filter((path) => questions[path])
      .map((path) => askedScene(scenario, wording, path, say(questions[path]))),
    cards: { adult: say(cards?.adult), digitalLeader: say(cards?.digitalLeader) },
  };
}

function askedScene(
  scenario: Scenario,
  wording: Wording,
  path: string,
  questions: ViewBlock[],
): AskedScene {
  const { title, sentence } = wordsAt(wording, path);
  return {
    path,
    kind: scenario.states.get(path)?.config.meta?.kind ?? 'decision',
    chapter: chapterOf(scenario, wording, path),
    title,
    sentence: sentence ? resolveBlock(wording, sentence.text) : null,
    choices: choicesAt(scenario, wording, path),
    questions,
  };
}

/** Everything that can be chosen, marked or put in order there, whatever memory holds. */
function choicesAt({ states }: Scenario, wording: Wording, path: string): ViewBlock[][] {
  const { meta: scene, on = {} } = states.get(path)?.config ?? {};
  const { choices = {}, items = {} } = wordsAt(wording, path);
  if (scene && hasChoices(scene))
    return Object.keys(on).flatMap((id) => {
      const label = choices[id]?.label;
      return label ? [[resolveBlock(wording, label)]] : [];
    });
  if (scene?.kind !== 'spot' && scene?.kind !== 'order') return [];
  return scene.items.map(({ id }) => resolveBlocks(wording, items[id]?.text));
}
