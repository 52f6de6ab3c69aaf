import type { Definition } from './definition.ts';
import type { Finder } from './findings.ts';
import { listStates } from './graph.ts';
import { wordsNotIn } from './lens.ts';
import { placeholdersIn } from './placeholders.ts';
import { textProblems } from './text-problems.ts';
import { flattenWords, neededKeys, optionalKeys } from './word-keys.ts';
import type { Block, Words } from './words.ts';

/**
 * A words file against its definition: no key missing, none left over, every placeholder a contact
 * that exists, and the same placeholders as the first words file. Adds findings; returns nothing.
 */
export function checkWords(definition: Definition, words: Words, first: Words, finder: Finder) {
  const flat = flattenWords(words);
  const reference = flattenWords(first);
  const needed = neededKeys(definition);
  const scenes = new Set([
    ...Object.keys(words.scenes),
    ...listStates(definition).map(({ path }) => path),
  ]);
  const add = (rule: string, key: string, message: string) =>
    finder.add({ rule, key, state: sceneOf(key, scenes), message });
  for (const key of needed)
    if (!flat.has(key))
      add('text-missing', key, `The text for "${key}" is missing. Write it, or take its id out.`);
  const known = new Set([...needed, ...optionalKeys(definition)]);
  for (const [key, blocks] of flat) {
    if (!known.has(key))
      add('text-orphan', key, `Nothing in machine.json uses "${key}". Take it out.`);
    for (const { text } of blocks) {
      if (text.trim() === '')
        add('text-empty', key, `The text for "${key}" holds nothing but spaces. Write it.`);
      for (const { rule, message } of textProblems(text)) add(rule, key, message);
    }
    if (words !== first && !namesAllOf(blocks, reference.get(key)))
      add(
        'placeholder',
        key,
        `"${key}" must name the contacts that the first language names there.`,
      );
  }
  for (const { key, label } of labelsTwice(words))
    add(
      'label-twice',
      key,
      `Two choices of this scene say "${label}". Nobody could tell them apart: change one of them.`,
    );
  for (const { key, words: missed } of lensProblems(words))
    add(
      'lens',
      key,
      `"${missed}" does not stand in the sentence, or another lens lies there. Copy the words exactly as the sentence has them.`,
    );
}

/** Labels that look alike; spaces do not tell two choices apart. */
function labelsTwice({ scenes }: Words) {
  return Object.entries(scenes).flatMap(([path, { choices }]) => {
    const seen = new Set<string>();
    return Object.entries(choices ?? {}).flatMap(([id, { label }]) => {
      const looks = label?.text.normalize().trim().replaceAll(/\s+/g, ' ') ?? '';
      const isTwice = seen.has(looks);
      if (looks) seen.add(looks);
      return isTwice ? [{ key: `scenes.${path}.choices.${id}.label`, label: looks }] : [];
    });
  });
}

function lensProblems({ scenes }: Words) {
  return Object.entries(scenes).flatMap(([path, { sentence, choices }]) => [
    ...wordsMissed(`scenes.${path}.sentence.lens`, sentence?.text, sentence?.lens),
    ...Object.entries(choices ?? {}).flatMap(([id, { label, lens }]) =>
      wordsMissed(`scenes.${path}.choices.${id}.lens`, label, lens),
    ),
  ]);
}

function wordsMissed(key: string, block: Block | undefined, lens: { words: string }[] = []) {
  if (!block) return [];
  const words = lens.map((one) => one.words);
  return wordsNotIn(block.text, words).map((missed) => ({ key, words: missed }));
}

/** The scene a key belongs to; paths have dots as keys have, so the longest that fits is meant. */
export function sceneOf(key: string, scenes: ReadonlySet<string>): string | null {
  const [root, ...names] = key.split('.');
  if (root !== 'scenes') return null;
  for (let length = names.length - 1; length > 0; length -= 1) {
    const path = names.slice(0, length).join('.');
    if (scenes.has(path)) return path;
  }
  return null;
}

/** Easy Read may name a contact where the standard words say only what they are; never the other way. */
function namesAllOf(blocks: Block[], others: Block[] = []): boolean {
  const names = (list: Block[]) => list.flatMap((block) => placeholdersIn(block.text));
  const named = new Set(names(blocks));
  return names(others).every((name) => named.has(name));
}
