import { listStates } from '#scenarios/kit/graph.ts';
import type { Guard } from '#scenarios/kit/guards.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import type { Block, SceneWords } from '#scenarios/kit/words.ts';
import type { Leaf } from './compile.ts';
import { memoryOf, type Remembered, type Test } from './memory.ts';

/** Where a scenario shows words that blame, as an example to be answered. */
export type Examples = {
  /** Guards on which it depends whether a scene shows them. */
  guards(path: string): Guard[];
  shows(leaf: Leaf, remembered: Remembered): boolean;
};

/** Finds blocks marked `exemplar` in what a scene shows before anything is chosen there. */
export function examplesIn({ definition, words }: ScenarioSource): Examples {
  const memory = memoryOf(definition.machine.context);
  const guards = new Map<string, (Guard | null)[]>();
  const tests = new Map<string, Test[]>();
  for (const { path, config } of listStates(definition)) {
    const shown = words.flatMap((file) =>
      config.meta ? guardsOfExamples(config.meta, file.words.scenes[path]) : [],
    );
    guards.set(path, shown);
    tests.set(path, shown.map(memory.test));
  }
  return {
    guards: (path) => (guards.get(path) ?? []).flatMap((guard) => guard ?? []),
    shows: ({ path }, remembered) => tests.get(path)?.some((test) => test(remembered)) ?? false,
  };
}

function guardsOfExamples(scene: Scene, words: SceneWords | undefined): (Guard | null)[] {
  if (!words) return [];
  const guarded = [
    ...scene.parts.map(({ id, when }) => ({ when, blocks: words.parts[id] })),
    ...(scene.kind === 'thread' ? scene.messages : []).map(({ id, when }) => ({
      when,
      blocks: words.messages?.[id],
    })),
    ...Object.values(words.items ?? {}).map(({ text }) => ({ when: undefined, blocks: text })),
    { when: undefined, blocks: words.sentence ? [words.sentence.text] : [] },
  ];
  return guarded.filter(({ blocks }) => isExample(blocks)).map(({ when }) => when ?? null);
}

function isExample(blocks: Block[] | undefined): boolean {
  return blocks?.some(({ exemplar }) => exemplar !== undefined) ?? false;
}
