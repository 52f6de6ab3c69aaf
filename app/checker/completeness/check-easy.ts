import { sceneOf } from '#scenarios/kit/check-words.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import { listStates } from '#scenarios/kit/graph.ts';
import { type WordsFile, wordsFileName } from '#scenarios/kit/read-scenario.ts';
import { asSeen } from '#scenarios/kit/signs.ts';
import symbolNames from '#scenarios/kit/symbol-names.json' with { type: 'json' };
import { flattenWords } from '#scenarios/kit/word-keys.ts';
import type { Block } from '#scenarios/kit/words.ts';
import { sentencesOf } from '../language/readable.ts';

const symbols: ReadonlySet<string> = new Set(symbolNames);
const source = 'ACC-1, ACC-2, ACC-4';
/** Full words (ACC-4): not "don't", and not "it's"; "Sam's" is whose it is. */
const shortened =
  /\b(?:\w+n't|\w+'(?:re|ve|ll|m)|(?:it|that|he|she|what|who|there|here|where|how|let)'s)\b/i;
/** Names, which have no picture of their own. */
const isName = (key: string) => /^title$|\.title$|^cast\.|^chapters\.|\.term$|\.lens$/.test(key);
/** A choice is one line to press. */
const isLine = (key: string) => key.endsWith('.label') || key.endsWith('.sentence.text');

/** Easy Read pairs each idea with a symbol of the set, and has one sentence for each (ACC-1, ACC-2). */
export function checkEasy(definition: Definition, file: WordsFile): Finding[] {
  if (file.level !== 'easy') return checkNoSymbols(definition, file);
  const { found, add } = findingsFor(definition.id, wordsFileName(file.locale, file.level));
  const paths = new Set(listStates(definition).map(({ path }) => path));
  for (const [key, blocks] of flattenWords(file.words)) {
    if (isName(key)) continue;
    const at = { source, key, state: sceneOf(key, paths) };
    for (const block of blocks) {
      const problem = symbolProblem(block);
      if (problem) add({ ...at, rule: 'ACC-2', message: problem });
      const short = /^en\b/.test(file.locale)
        ? asSeen(block.text).match(shortened)?.[0]
        : undefined;
      if (short)
        add({
          ...at,
          rule: 'ACC-4',
          severity: 'warning',
          message: `“${short}” is two words in one. Easy Read writes each in full.`,
        });
      const sentences = sentencesIn(block, file.locale);
      if (sentences > (isLine(key) ? 2 : 1))
        add({
          ...at,
          rule: 'ACC-1',
          severity: 'warning',
          message: `“${block.text.slice(0, 60)}” has ${sentences} sentences beside one symbol. Make a block of each.`,
        });
    }
  }
  return found;
}

/** What goes on in lower case goes on: “Who is it?” asks Sol. */
function sentencesIn({ text }: Block, locale: string): number {
  return sentencesOf(text, locale).filter((each) => !/^\p{Ll}/u.test(each)).length;
}

function symbolProblem({ text, symbol }: Block): string | null {
  if (symbol === undefined)
    return `“${text.slice(0, 60)}” has no symbol. Easy Read pairs each idea with one: add "symbol".`;
  if (!symbols.has(symbol))
    return `There is no symbol "${symbol}". The names are in scenarios/kit/symbol-names.json.`;
  return null;
}

/** Symbols in standard words would be shown to nobody. */
function checkNoSymbols(definition: Definition, file: WordsFile): Finding[] {
  const { found, add } = findingsFor(definition.id, wordsFileName(file.locale, file.level));
  const key = [...flattenWords(file.words)].find(([, blocks]) =>
    blocks.some(({ symbol }) => symbol !== undefined),
  )?.[0];
  if (key !== undefined)
    add({
      ...{ rule: 'symbol', key, severity: 'warning' },
      message: 'Symbols belong to Easy Read. Take them out here.',
    });
  return found;
}
