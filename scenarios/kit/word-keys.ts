import type { Definition, StateConfig } from './definition.ts';
import { asList, isCompound, listStates } from './graph.ts';
import type { Scene, SceneKind } from './scenes.ts';
import type { Block, SceneWords, Words } from './words.ts';

/**
 * Every text key that a definition needs in each locale and reading level: `title`, `cast.<id>`,
 * `chapters.<id>`, `scenes.<path>.parts.<id>` and so on.
 */
export function neededKeys(definition: Definition): string[] {
  const states = listStates(definition);
  return [
    'title',
    'summary',
    'contentNote',
    'objectives',
    ...Object.keys(definition.cast).map((id) => `cast.${id}`),
    ...states.filter(isCompound).map((node) => `chapters.${node.path}`),
    ...states.flatMap(({ path, config }) =>
      config.meta ? sceneKeys(config.meta, config).map((key) => `scenes.${path}.${key}`) : [],
    ),
  ];
}

function sceneKeys(scene: Scene, config: StateConfig): string[] {
  return [
    'title',
    ...scene.parts.map((part) => `parts.${part.id}`),
    ...(scene.asides ?? []).flatMap((id) => [`asides.${id}.term`, `asides.${id}.says`]),
    ...(scene.sayAloud ? ['sayAloud'] : []),
    ...ownKeys(scene),
    ...(repairsOnTheWayOn(scene, config) ? ['choices.next.label'] : []),
    ...Object.keys(config.on ?? {}).flatMap((choice) =>
      (choiceFields[scene.kind]?.needed ?? []).map((field) => `choices.${choice}.${field}`),
    ),
  ];
}

/** Nothing is put right in silence: the button says what the person says or does. */
function repairsOnTheWayOn({ kind }: Scene, { on = {} }: StateConfig): boolean {
  return choiceFields[kind] === wayOn && asList(on.next).some(({ meta }) => meta?.repairs.length);
}

/** What one kind of scene has to say, and no other. */
function ownKeys(scene: Scene): string[] {
  switch (scene.kind) {
    case 'thread':
      return scene.messages.map(({ id }) => `messages.${id}`);
    case 'spot':
      return scene.items.flatMap(({ id }) => [`items.${id}.text`, `items.${id}.feedback`]);
    case 'order':
      return [
        ...scene.items.map(({ id }) => `items.${id}.text`),
        ...scene.constraints.map(({ id }) => `constraints.${id}`),
      ];
    case 'rephrase':
      return ['sentence.text', 'sentence.lens'];
    case 'pause':
      return ['question'];
    default:
      return [];
  }
}

type ChoiceField = 'label' | 'result' | 'why' | 'hears' | 'lens';
type ChoiceFields = { needed: ChoiceField[]; optional?: ChoiceField[] };

const scored: ChoiceFields = { needed: ['result', 'why'] };
/** A scene with nothing to choose may name its button and explain what it did. */
const wayOn: ChoiceFields = { needed: [], optional: ['label', 'result', 'why'] };
const choiceFields: Partial<Record<SceneKind, ChoiceFields>> = {
  scene: wayOn,
  thread: wayOn,
  pause: wayOn,
  decision: { needed: ['label', 'result', 'why'] },
  spot: scored,
  order: scored,
  rephrase: { needed: ['label', 'hears', 'why'], optional: ['result', 'lens'] },
};

/** Text keys that may be there or not. */
export function optionalKeys(definition: Definition): string[] {
  return listStates(definition).flatMap(({ path, config: { meta, on } }) =>
    Object.keys(on ?? {}).flatMap((choice) =>
      (meta ? (choiceFields[meta.kind]?.optional ?? []) : []).map(
        (field) => `scenes.${path}.choices.${choice}.${field}`,
      ),
    ),
  );
}

/** Every text of a words file, by its key. */
export function flattenWords(words: Words): Map<string, Block[]> {
  const flat = new Map<string, Block[]>();
  const put = (key: string, value: string | Block | Block[] | undefined) => {
    if (value === undefined) return;
    if (typeof value === 'string') flat.set(key, [{ text: value }]);
    else flat.set(key, Array.isArray(value) ? value : [value]);
  };
  for (const key of ['title', 'summary', 'contentNote', 'objectives'] as const)
    put(key, words[key]);
  for (const [id, name] of Object.entries(words.cast)) put(`cast.${id}`, name);
  for (const [id, name] of Object.entries(words.chapters)) put(`chapters.${id}`, name);
  for (const [path, scene] of Object.entries(words.scenes))
    flattenScene(scene, (key, value) => put(`scenes.${path}.${key}`, value));
  return flat;
}

type Put = (key: string, value: string | Block | Block[] | undefined) => void;

function flattenScene(scene: SceneWords, put: Put) {
  put('title', scene.title);
  for (const field of ['parts', 'messages', 'constraints'] as const)
    for (const [id, blocks] of Object.entries(scene[field] ?? {})) put(`${field}.${id}`, blocks);
  for (const [id, item] of Object.entries(scene.items ?? {})) {
    put(`items.${id}.text`, item.text);
    put(`items.${id}.feedback`, item.feedback);
  }
  put('sentence.text', scene.sentence?.text);
  put(
    'sentence.lens',
    scene.sentence?.lens.flatMap(({ moves }) => moves),
  );
  put('question', scene.question);
  for (const [id, { term, says }] of Object.entries(scene.asides ?? {})) {
    put(`asides.${id}.term`, term);
    put(`asides.${id}.says`, says);
  }
  put('sayAloud', scene.sayAloud);
  for (const [id, choice] of Object.entries(scene.choices ?? {})) {
    for (const field of ['label', 'hears', 'result', 'why'] as const)
      put(`choices.${id}.${field}`, choice[field]);
    put(
      `choices.${id}.lens`,
      choice.lens?.flatMap(({ moves }) => moves),
    );
  }
}
