import type { Context, Part, Scene } from '#scenarios/kit/definition.ts';
import { guardHolds } from '#scenarios/kit/machine.ts';
import { openChoices } from './choose.ts';
import type { Scenario } from './scenario.ts';
import { type Snapshot, sceneAt } from './snapshot.ts';
import type { View } from './view.ts';
import { resolveBlock, resolvePart, type Wording, wordsAt } from './wording.ts';

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
    chapter: chapterOf(wording, snapshot.path),
    title: words.title,
    parts: shown(scene.parts, snapshot.context).map((part) =>
      resolvePart(wording, part, words.parts[part.id]),
    ),
    messages: messagesOf(scene, snapshot.context).map((message) =>
      resolvePart(wording, message, words.messages?.[message.id]),
    ),
    items: (scene.kind === 'spot' ? scene.items : []).map((item) =>
      resolvePart(wording, item, words.items?.[item.id]?.text),
    ),
    choices: (scene.kind === 'decision' ? open : []).map((id) => ({
      id,
      label: resolveBlock(wording, words.choices?.[id]?.label ?? { text: id }),
    })),
    nextLabel: next ? resolveBlock(wording, next) : null,
    rating: scene.kind === 'ending' ? scene.rating : null,
  };
}

/** The name of the chapter a scene stands in: that of the state around it. */
export function chapterOf(wording: Wording, path: string): string | null {
  const around = path.split('.').slice(0, -1).join('.');
  return wording.words.chapters[around] ?? null;
}

function shown(parts: Part[], context: Context): Part[] {
  return parts.filter((part) => !part.when || guardHolds(part.when, context));
}

function messagesOf(scene: Scene, context: Context): Part[] {
  return scene.kind === 'thread' ? shown(scene.messages, context) : [];
}
