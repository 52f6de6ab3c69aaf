import { contactWords } from '#app/i18n/contact-words.ts';
import { wordsIn } from '#app/i18n/i18n.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import { indexStates } from '#scenarios/kit/graph.ts';
import { segmentsOf } from '#scenarios/kit/placeholders.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import { flattenWords } from '#scenarios/kit/word-keys.ts';
import type { Block, SceneWords, Words } from '#scenarios/kit/words.ts';
import { canonicalJson } from '../canonical-json.ts';
import { sayOutcome } from '../graph/conditions.ts';
import { termsIn } from '../graph/terms.ts';
import type { Line } from './line.ts';

/** Every text of an edition's words as lines to compare: where it stands, what it is, and what it says. */
export function wordLines(definition: Definition, words: Words, locale: string): Line[] {
  const states = indexStates(definition);
  const paths = [...states.keys()].sort((a, b) => b.length - a.length);
  return [...flattenWords(words)].map(([key, blocks]): Line => {
    const path = paths.find((one) => key.startsWith(`scenes.${one}.`)) ?? null;
    const scene = path === null ? undefined : words.scenes[path];
    const within = path === null ? key : key.slice(`scenes.${path}.`.length);
    const lens = scene && lensIn(scene, within);
    const meta = path === null ? undefined : states.get(path)?.config.meta;
    return {
      scene: path,
      key: within,
      value: canonicalJson(lens ?? blocks),
      label: () =>
        scene
          ? labelInScene(within, scene, { meta, words, locale })
          : labelOfWhole(within, words, locale),
      text: () =>
        lens
          ? lens.map(({ words, moves }) => `“${words}”: ${textOf(moves, locale)}`).join('\n')
          : textOf(blocks, locale),
    };
  });
}

/** Words as somebody compares them: a local name or number as what stands in for it, in brackets. */
export function textOf(blocks: readonly Block[], locale: string): string {
  const nation = wordsIn(locale, 'organisation');
  const say = wordsIn(locale, 'review');
  return blocks
    .map(({ text, symbol, nations }) => {
      const said = segmentsOf(text)
        .map((part) =>
          typeof part === 'string'
            ? part
            : `[${contactWords(locale, null, part.slot, part.field)}]`,
        )
        .join('');
      const only = nations?.map((one) => nation(`settings.nations.${one}`)).join(', ');
      return [
        only ? `${say('script.only', { nations: only })} ` : '',
        said,
        symbol ? ` (${say('changes.symbol', { symbol })})` : '',
      ].join('');
    })
    .join('\n');
}

/** As a text is written that is quoted itself. */
export function withinQuotes(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’');
}

const handleLength = 60;

/** The first words of a text, to tell it by. */
export function handleOf(blocks: readonly Block[] | undefined, locale: string): string {
  const text = withinQuotes(textOf(blocks ?? [], locale).replaceAll('\n', ' '));
  if (text.length <= handleLength) return text;
  return `${text.slice(0, handleLength).replace(/\s+\S*$/, '')}…`;
}

/** A choice by its words, or by the answer that counts as it. */
export function choiceHandle(
  meta: Scene | undefined,
  event: string,
  words: SceneWords | undefined,
  locale: string,
): string {
  const label = words?.choices?.[event]?.label;
  if (label) return handleOf([label], locale);
  const terms = termsIn(locale);
  const outcome = meta ? sayOutcome(meta, event, terms) : null;
  return outcome ?? (event === 'next' ? terms('next') : event);
}

function lensIn({ sentence, choices }: SceneWords, key: string) {
  if (key === 'sentence.lens') return sentence?.lens;
  const choice = key.match(/^choices\.(.+)\.lens$/)?.[1];
  return choice === undefined ? undefined : choices?.[choice]?.lens;
}

function labelOfWhole(key: string, words: Words, locale: string): string {
  const say = wordsIn(locale, 'review');
  const [what = '', id = ''] = key.split(/\.(.*)/s);
  switch (what) {
    case 'title':
    case 'summary':
    case 'contentNote':
    case 'objectives':
      return say(`changes.words.${what}`);
    case 'cast':
      return say('changes.words.cast', { name: words.cast[id] ?? id });
    case 'chapters':
      return say('changes.words.chapter');
    default:
      return key;
  }
}

type InScene = { meta: Scene | undefined; words: Words; locale: string };

function labelInScene(key: string, scene: SceneWords, { meta, words, locale }: InScene): string {
  const say = wordsIn(locale, 'review');
  const [what = '', rest = ''] = key.split(/\.(.*)/s);
  const field = rest.slice(rest.lastIndexOf('.') + 1);
  const id = rest.slice(0, Math.max(0, rest.lastIndexOf('.')));
  switch (what) {
    case 'title':
      return say('changes.words.sceneTitle');
    case 'parts':
    case 'messages':
      return saidBy(partOf(meta, what, rest)?.by, words, locale);
    case 'items':
      return field === 'feedback'
        ? say('changes.words.feedback', { item: handleOf(scene.items?.[id]?.text, locale) })
        : say('changes.words.item');
    case 'constraints':
      return say('changes.words.constraint');
    case 'sentence':
      return say(rest === 'lens' ? 'changes.words.sentenceLens' : 'changes.words.sentence');
    case 'question':
    case 'sayAloud':
      return say(`changes.words.${what}`);
    case 'asides':
      return say('changes.words.aside', { term: scene.asides?.[id]?.term ?? id });
    case 'choices':
      return labelOfChoice(id, field, choiceHandle(meta, id, scene, locale), locale);
    default:
      return key;
  }
}

function partOf(meta: Scene | undefined, list: 'parts' | 'messages', id: string) {
  const parts = list === 'parts' ? meta?.parts : meta?.kind === 'thread' ? meta.messages : [];
  return parts?.find((part) => part.id === id);
}

function saidBy(by: string | undefined, words: Words, locale: string): string {
  const say = wordsIn(locale, 'review');
  return by === undefined
    ? say('changes.words.told')
    : say('changes.words.said', { name: words.cast[by] ?? by });
}

function labelOfChoice(id: string, field: string, choice: string, locale: string): string {
  const say = wordsIn(locale, 'review');
  switch (field) {
    case 'label':
      return say('changes.words.choice');
    case 'result':
    case 'why':
    case 'hears':
    case 'lens':
      return say(`changes.words.${field}`, { choice });
    default:
      return `${id} ${field}`;
  }
}
