import type { Definition, Scene, StateConfig } from './definition.ts';
import type { Finder } from './findings.ts';
import { isCompound, listStates } from './graph.ts';
import { hasStrayBrackets, parsePlaceholder, placeholdersIn } from './placeholders.ts';
import { contactFields, contactSlots } from './vocabulary.ts';
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
  const scenes = [...Object.keys(words.scenes), ...listStates(definition).map(({ path }) => path)];
  const add = (rule: string, key: string, message: string) =>
    finder.add({ rule, key, state: sceneOf(key, scenes), message });
  for (const key of needed)
    if (!flat.has(key))
      add('text-missing', key, `The text for "${key}" is missing. Write it, or take its id out.`);
  const known = new Set(needed);
  for (const [key, blocks] of flat) {
    if (!known.has(key) && !optionalKey(key))
      add('text-orphan', key, `Nothing in machine.json uses "${key}". Take it out.`);
    for (const { text } of blocks)
      for (const { rule, message } of textProblems(text)) add(rule, key, message);
    if (words !== first && !samePlaceholders(blocks, reference.get(key)))
      add('placeholder', key, `"${key}" must name the same contacts as in the first language.`);
  }
}

/** The scene a key belongs to; paths have dots as keys have, so the longest that fits is meant. */
function sceneOf(key: string, scenes: string[]): string | null {
  const around = scenes.filter((path) => key.startsWith(`scenes.${path}.`));
  return around.sort((a, b) => b.length - a.length)[0] ?? null;
}

function textProblems(text: string) {
  const problems = placeholdersIn(text)
    .filter((inside) => !parsePlaceholder(inside))
    .map((inside) => ({
      rule: 'placeholder',
      message: `{{${inside}}} is no contact that exists. There are ${Object.keys(contactSlots).join(', ')}, each with ${contactFields.map((field) => `.${field}`).join(', ')}.`,
    }));
  if (hasStrayBrackets(text))
    problems.push({
      rule: 'placeholder',
      message: 'A contact is written with two brackets on each side: {{dsl.name}}.',
    });
  if (/<\/?[a-z!]|&(#\d+|[a-z]+);/i.test(text))
    problems.push({
      rule: 'markup',
      message: `"${text.slice(0, 60)}" holds markup, such as <b> or &amp;. Write plain words.`,
    });
  return problems;
}

function samePlaceholders(blocks: Block[], others: Block[] | undefined): boolean {
  const names = (list: Block[]) =>
    [...new Set(list.flatMap((block) => placeholdersIn(block.text)))].sort().join();
  return others === undefined || names(blocks) === names(others);
}
