import type { Definition } from '#scenarios/kit/definition.ts';
import type { Guard } from '#scenarios/kit/guards.ts';
import type { WordsFile } from '#scenarios/kit/read-scenario.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import type { Block, SceneWords } from '#scenarios/kit/words.ts';
import { type Config, type Edge, type Exploration, leafOf } from '../explore.ts';
import { wordCount } from '../language/readable.ts';
import { memoryOf } from '../memory.ts';

/** A calm reader of plain English, and the time it takes to weigh one choice. Rough on purpose. */
const wordsPerMinute = 180;
const minutesPerChoice = 10 / 60;

/** In minutes: in a scene until one has chosen, and on what is said of the choice. */
export type ReadingTime = {
  atScene(config: Config, open: Edge[]): number;
  afterChoice(edge: Edge): number;
};

/** On what it depends which parts of a scene are shown. */
export function conditionsOf(scene: Scene | null): Guard[] {
  return partsOf(scene).flatMap(({ when }) => when ?? []);
}

/** How long each scene and each choice takes to read, in the first of the scenario's nations. */
export function readingTimeOf(
  definition: Definition,
  file: WordsFile,
  exploration: Exploration,
): ReadingTime {
  const { test } = memoryOf(definition.machine.context);
  const count = counterOf(file.locale, definition.nations[0]);
  const scenes = exploration.machine.leaves.map(({ path, scene }) => {
    const words = file.words.scenes[path];
    const parts = partsOf(scene).map(({ id, when }) => ({
      isShown: test(when ?? null),
      words: count(words?.parts[id]) + count(words?.messages?.[id]),
    }));
    return { always: wordsAlways(words, count), parts, choices: words?.choices ?? {} };
  });
  type Read = (typeof scenes)[number];
  return {
    atScene: ({ leaf, remembered }, open) => {
      const { always, parts, choices } = scenes[leaf.index] as Read;
      const shown = parts.filter(({ isShown }) => isShown(remembered));
      const labels = open.map(({ step }) => count(choices[step.event]?.label));
      const words = sum([always, ...shown.map((part) => part.words), ...labels]);
      return words / wordsPerMinute + (open.length > 1 ? minutesPerChoice : 0);
    },
    afterChoice: ({ from, step }) => {
      const { choices } = scenes[leafOf(exploration, from).index] as Read;
      const { result, hears, lens = [] } = choices[step.event] ?? {};
      const said = [result, hears, ...lens.map(({ moves }) => moves)];
      return sum(said.map(count)) / wordsPerMinute;
    },
  };
}

/** What a scene shows, some of it only where its guard holds. */
function partsOf(scene: Scene | null): Scene['parts'] {
  if (!scene) return [];
  return [...scene.parts, ...(scene.kind === 'thread' ? scene.messages : [])];
}

type Count = (words: Block[] | Block | undefined) => number;

/** Asides are not counted: few open them. Nor are reasons, which the debrief gives. */
function wordsAlways(words: SceneWords | undefined, count: Count): number {
  if (!words) return 0;
  const { title, sentence, question, sayAloud, items = {} } = words;
  const ofItems = Object.values(items).flatMap(({ text, feedback }) => [text, feedback]);
  const lens = sentence?.lens.map(({ moves }) => moves) ?? [];
  const shown = [{ text: title }, sentence?.text, question, sayAloud, ...ofItems, ...lens];
  return sum(shown.map(count));
}

function counterOf(locale: string, nation: Definition['nations'][number] | undefined): Count {
  const isSaid = ({ nations }: Block) => !nations || !nation || nations.includes(nation);
  return (words) =>
    sum(
      [words ?? []]
        .flat()
        .filter(isSaid)
        .map(({ text }) => wordCount(text, locale)),
    );
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
