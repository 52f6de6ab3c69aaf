import type { Context } from '#scenarios/kit/definition.ts';
import type { Guard } from '#scenarios/kit/guards.ts';
import { guardHolds } from '#scenarios/kit/machine.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import type { SceneWords } from '#scenarios/kit/words.ts';
import { openChoices } from './choose.ts';
import type { Scenario } from './scenario.ts';
import { type Snapshot, sceneAt } from './snapshot.ts';
import type { View, ViewChapter, ViewFace } from './view.ts';
import {
  nameOf,
  resolveBlock,
  resolveBlocks,
  resolvePart,
  type Wording,
  wordsAt,
} from './wording.ts';

/**
 * What a page shows at a snapshot. In: a snapshot and a wording. Out: the scene with its words, the
 * parts that this run's memory calls for, and the choices that are open. Pure. Throws when snapshot
 * or words belong to another scenario.
 */
export function project(scenario: Scenario, snapshot: Snapshot, wording: Wording): View {
  const scene = sceneAt(scenario, snapshot);
  const words = wordsAt(wording, snapshot.path);
  const open = openChoices(scenario, snapshot);
  const next = words.choices?.next?.label;
  return {
    kind: scene.kind,
    path: snapshot.path,
    chapter: chapterOf(scenario, wording, snapshot.path),
    title: words.title,
    setting: scene.setting ?? null,
    faces: facesOf(scene, snapshot.context, wording),
    parts: shown(scene.parts, snapshot.context).map((part) =>
      resolvePart(wording, part, words.parts[part.id]),
    ),
    messages: messagesOf(scene, snapshot.context).map((message) =>
      resolvePart(wording, message, words.messages?.[message.id]),
    ),
    items: itemsOf(scene).map((item) => resolvePart(wording, item, words.items?.[item.id]?.text)),
    sentence: sentenceOf(scene, wording, words),
    question: resolveBlocks(wording, words.question),
    asides: (scene.asides ?? []).flatMap((id) => {
      const aside = words.asides?.[id];
      return aside ? [{ id, term: aside.term, says: resolveBlocks(wording, aside.says) }] : [];
    }),
    sayAloud: resolveBlocks(wording, words.sayAloud),
    choices: (hasChoices(scene) ? open : []).map((id) => ({
      id,
      label: resolveBlock(wording, words.choices?.[id]?.label ?? { text: id }),
    })),
    nextLabel: next ? resolveBlock(wording, next) : null,
    rating: scene.kind === 'ending' ? scene.rating : null,
  };
}

/** The chapter a scene stands in: the state at the top around it, among those with a name. */
export function chapterOf(scenario: Scenario, wording: Wording, path: string): ViewChapter | null {
  const chapters = Object.keys(scenario.definition.machine.states).filter(
    (key) => wording.words.chapters[key],
  );
  const [key = ''] = path.split('.');
  const name = wording.words.chapters[key];
  return name ? { name, number: chapters.indexOf(key) + 1, of: chapters.length } : null;
}

const facesShown = 3;

function facesOf(scene: Scene, context: Context, wording: Wording): ViewFace[] {
  return shown(scene.faces ?? [], context)
    .flatMap(({ who, mood }) => {
      const look = wording.cast[who]?.look;
      return look ? [{ id: who, name: nameOf(wording, who), look, mood }] : [];
    })
    .slice(0, facesShown);
}

function shown<T extends { when?: Guard | undefined }>(list: T[], context: Context): T[] {
  return list.filter(({ when }) => !when || guardHolds(when, context));
}

/** Whether a person picks one of several choices, each with words of its own. */
export function hasChoices({ kind }: Scene): boolean {
  return kind === 'decision' || kind === 'rephrase';
}

function itemsOf(scene: Scene): { id: string; by?: string | undefined }[] {
  return scene.kind === 'spot' || scene.kind === 'order' ? scene.items : [];
}

/** What somebody says that blames, as a part of the scene. */
function sentenceOf(scene: Scene, wording: Wording, { sentence }: SceneWords) {
  if (scene.kind !== 'rephrase' || !sentence) return null;
  return resolvePart(wording, { id: 'sentence', by: scene.by }, [sentence.text]);
}

function messagesOf(scene: Scene, context: Context) {
  return scene.kind === 'thread' ? shown(scene.messages, context) : [];
}
