import { wordsIn } from '#app/i18n/i18n.ts';
import type { ScriptBlock, ScriptNote, ScriptRule } from '#app/simulation/script-view.ts';
import { resolveBlock, type Wording } from '#app/simulation/wording.ts';
import type { Action, Guard } from '#scenarios/kit/guards.ts';
import { type Tag, tags } from '#scenarios/kit/vocabulary.ts';
import type { Block } from '#scenarios/kit/words.ts';
import { citeRule } from '#scenarios/rules/rules.ts';
import { sayGuard } from '../graph/conditions.ts';
import { termsIn } from '../graph/terms.ts';

/** How a script says what stands in a definition and its words, in the reader's language. */
export type Teller = ReturnType<typeof tellerIn>;

export function tellerIn(locale: string, wording: Wording) {
  const terms = termsIn(locale);
  const say = wordsIn(locale, 'review');
  const play = wordsIn(locale, 'play');
  const nation = wordsIn(locale, 'organisation');
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });

  const when = (guard: Guard | undefined) =>
    guard ? terms('if', { when: sayGuard(guard, terms) }) : null;

  const block = (written: Block): ScriptBlock => {
    const names = written.nations?.map((one) => nation(`settings.nations.${one}`));
    return {
      ...resolveBlock(wording, written),
      only: names ? say('script.only', { nations: list.format(names) }) : null,
    };
  };
  const blocks = (written: readonly Block[] | undefined) => (written ?? []).map(block);

  const remembers = (actions: readonly Action[] | undefined) =>
    (actions ?? []).map((action) => {
      if (action.type === 'setFlag')
        return say(`script.remembers.${action.params.value ? 'set' : 'unset'}`, action.params);
      const { meter, by } = action.params;
      return say(`script.remembers.${by < 0 ? 'down' : 'up'}`, { meter, by: Math.abs(by) });
    });

  const notes = (lens: readonly { words: string; moves: Block[] }[] | undefined): ScriptNote[] =>
    (lens ?? []).map(({ words, moves }) => ({ words, blocks: blocks(moves) }));

  return { wording, terms, say, play, when, block, blocks, remembers, notes, rules, state };
}

function rules(ids: readonly string[]): ScriptRule[] {
  return ids.map((id) => ({ id, name: citeRule(id).name }));
}

/** What is true where a state has a tag. */
function state(tag: Tag): string {
  return tags[tag].meaning;
}
