import type { Definition, Scene, StateConfig } from './definition.ts';
import type { Finder } from './findings.ts';
import { isCompound, listStates } from './graph.ts';
import { parsePlaceholder, placeholdersIn } from './placeholders.ts';
import type { Block, Words } from './words.ts';

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
  const choices =
    scene.kind === 'decision' || scene.kind === 'spot' ? Object.keys(config.on ?? {}) : [];
  const label = scene.kind === 'decision' ? ['label'] : [];
  return [
    'title',
    ...scene.parts.map((part) => `parts.${part.id}`),
    ...(scene.kind === 'thread' ? scene.messages.map((message) => `messages.${message.id}`) : []),
    ...(scene.kind === 'spot'
      ? scene.items.flatMap((item) => [`items.${item.id}.text`, `items.${item.id}.feedback`])
      : []),
    ...choices.flatMap((choice) =>
      [...label, 'result', 'why'].map((field) => `choices.${choice}.${field}`),
    ),
  ];
}

/** Optional keys: a scene with nothing to choose may name its button and explain what it did. */
function optionalKey(key: string): boolean {
  return /\.choices\.next\.(label|result|why)$/.test(key);
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
  for (const [path, scene] of Object.entries(words.scenes)) {
    const at = `scenes.${path}`;
    put(`${at}.title`, scene.title);
    for (const [id, blocks] of Object.entries(scene.parts)) put(`${at}.parts.${id}`, blocks);
    for (const [id, blocks] of Object.entries(scene.messages ?? {}))
      put(`${at}.messages.${id}`, blocks);
    for (const [id, item] of Object.entries(scene.items ?? {})) {
      put(`${at}.items.${id}.text`, item.text);
      put(`${at}.items.${id}.feedback`, item.feedback);
    }
    for (const [id, choice] of Object.entries(scene.choices ?? {}))
      for (const field of ['label', 'result', 'why'] as const)
        put(`${at}.choices.${id}.${field}`, choice[field]);
  }
  return flat;
}

/**
 * A words file against its definition: no key missing, none left over, every placeholder a contact
 * that exists, and the same placeholders as the first words file. Adds findings; returns nothing.
 */
export function checkWords(definition: Definition, words: Words, first: Words, finder: Finder) {
  const flat = flattenWords(words);
  const reference = flattenWords(first);
  const needed = neededKeys(definition);
  for (const key of needed)
    if (!flat.has(key))
      finder.add({ rule: 'text-missing', key, message: `The text for "${key}" is missing.` });
  const known = new Set(needed);
  for (const [key, blocks] of flat) {
    if (!known.has(key) && !optionalKey(key))
      finder.add({ rule: 'text-orphan', key, message: `Nothing in machine.json uses "${key}".` });
    checkBlocks(key, blocks, finder);
    if (words !== first && !samePlaceholders(blocks, reference.get(key)))
      finder.add({
        rule: 'placeholder',
        key,
        message: `"${key}" does not name the same contacts as the first language does.`,
      });
  }
}

function checkBlocks(key: string, blocks: Block[], finder: Finder) {
  for (const { text } of blocks) {
    for (const inside of placeholdersIn(text))
      if (!parsePlaceholder(inside))
        finder.add({
          rule: 'placeholder',
          key,
          message: `{{${inside}}} is no contact that exists.`,
        });
    if (/<\/?[a-z!]/i.test(text))
      finder.add({ rule: 'markup', key, message: `"${key}" holds markup; write plain words.` });
  }
}

function samePlaceholders(blocks: Block[], others: Block[] | undefined): boolean {
  const names = (list: Block[]) =>
    [...new Set(list.flatMap((block) => placeholdersIn(block.text)))].sort().join();
  return others === undefined || names(blocks) === names(others);
}
