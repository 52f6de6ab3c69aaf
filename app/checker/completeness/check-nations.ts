import type { Definition } from '#scenarios/kit/definition.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import { type WordsFile, wordsFileName } from '#scenarios/kit/read-scenario.ts';
import type { Nation } from '#scenarios/kit/vocabulary.ts';
import { flattenWords } from '#scenarios/kit/word-keys.ts';

const names: Record<Nation, string> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/**
 * Words for some nations only: none is left with nothing to read, and since all are shown where no
 * nation is known, each says for which it is. Returns findings.
 */
export function checkNations(definition: Definition, file: WordsFile): Finding[] {
  const { found, add } = findingsFor(definition.id, wordsFileName(file.locale, file.level));
  const isEnglish = /^en\b/.test(file.locale);
  for (const [key, blocks] of flattenWords(file.words)) {
    const at = { source: 'Reference, section 8', key };
    for (const nation of definition.nations)
      if (blocks.every((block) => block.nations && !block.nations.includes(nation)))
        add({
          ...at,
          rule: 'nation-missing',
          message: `Nothing is left to read in ${names[nation]}. Write words for it, or for everywhere.`,
        });
    for (const block of blocks)
      for (const nation of block.nations ?? []) {
        if (!definition.nations.includes(nation))
          add({
            ...at,
            rule: 'nation-unused',
            severity: 'warning',
            message: `The story does not happen in ${names[nation]} ("nations" in machine.json), so nobody reads this. Take it out.`,
          });
        if (isEnglish && !block.text.includes(names[nation]))
          add({
            ...at,
            rule: 'nation-unnamed',
            message: `These words are for ${names[nation]} and do not say so. Where nobody knows the nation, all are shown: name it.`,
          });
      }
  }
  return found;
}
