import type { Text } from './texts.ts';

export type ContactProblem = { rule: string; words: string; message: string };

/** Emergency numbers in wide public use, which a text may name. */
const publicNumbers = new Set(['999', '101', '111', '112']);

const placeholder = /\{\{[^{}]*\}\}/g;
/** What looks like a telephone number; `short` are few digits that only the verb before gives away. */
const phones = [
  /\+\d[\d ().-]{6,}\d/,
  /\(?\b0\d{2,4}\)?[ .-]?\d{3,4}(?:[ .-]?\d{3,4})?\b/,
  /\b0(?:[ -]?\d){8,}\b/,
  /\b116 ?\d{3}\b/,
  /\bnumber is \d{5,}\b/,
  /\b(?:call|ring|phone|dial|text|telephone|tel\.?)(?: [A-Z]{3,})?(?: to| on|:)? (?<short>\d{3,}(?: \d{3,})*)\b(?! (?:people|parents|pupils|families|homes|adults|friends|times|followers|children))/,
];
const shapes = {
  email: /[^\s@“”"'()]+@[^\s@“”"'()]+\.[a-z]{2,}/giu,
  'web-address':
    /\b(?:https?:\/\/|www\.)\S+|\b(?:[a-z\d-]+\.)+(?:com|org|net|uk|gov|info|eu|ie|scot|wales|cymru)\b(?:\/\S*)?/giu,
  phone: new RegExp(phones.map(({ source }) => source).join('|'), 'gi'),
};
const advice: Record<keyof typeof shapes, string> = {
  email: 'Write a placeholder such as {{dsl.email}}; addresses change, and are local.',
  'web-address':
    'Name the service in words: its address stands in the player’s help, and is kept up to date there.',
  phone:
    'Write a placeholder such as {{socialCare.phone}}, or name the service in words: its number stands in the player’s help.',
};

/** Where ten digits of a script begin: Arabic, Persian and Urdu, Devanagari, Bengali, Punjabi, Gujarati. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6];

/** Telephone numbers and addresses typed into a text: only placeholders may name them. */
export function contactProblems({ blocks }: Text): ContactProblem[] {
  return blocks.flatMap((block) => {
    let text = westernDigits(
      block.text.replaceAll(placeholder, '·').replaceAll(/[\u00A0\u2009\u202F]/g, ' '),
    );
    return Object.entries(shapes).flatMap(([rule, shape]) => {
      const found = [...text.matchAll(shape)].filter(
        ({ groups }) => !groups?.short || !publicNumbers.has(groups.short),
      );
      // An e-mail address holds a web address: what was found once is not found twice.
      text = text.replaceAll(shape, '·');
      return found.map(({ 0: words }) => ({
        rule,
        words,
        message: `“${words}” is typed into the text. ${advice[rule as keyof typeof shapes]}`,
      }));
    });
  });
}

function westernDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

const titled =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Professor|PC|DC|Sergeant|Sgt)\.? (\p{Lu}[\p{L}’'-]*\p{L})/gu;
const inPost =
  /\b\p{Lu}[\p{L}’'-]*\p{L}(?:,| is) (?:the|our|your) (?:designated |deputy )*(?:safeguarding lead|DSL|head ?teacher|Prevent lead|LADO|chair of governors)/gu;

/**
 * People whom a text names though every school has others: somebody who holds a local post, and
 * somebody named by title whom the cast does not know. Whoever is invented belongs in the cast.
 */
export function nameProblems({ blocks }: Text, cast: readonly string[]): ContactProblem[] {
  const known = new Set(cast.flatMap((name) => name.split(/\s+/)));
  return blocks.flatMap(({ text }) => {
    const posts = [...text.matchAll(inPost)].map(([words]) => ({
      words,
      advice: 'Whoever holds the post has another name elsewhere: write {{dsl.name}} or its like.',
    }));
    const strangers = [...text.matchAll(titled)]
      .filter(([, name = '']) => !known.has(name.replace(/[’']s$/, '')))
      .map(([words]) => ({
        words,
        advice:
          'Nobody in the cast has this name. Add an invented person to "cast"; for somebody who holds a post in a real school, write a placeholder such as {{head.name}}.',
      }));
    return [...posts, ...strangers].map(({ words, advice: said }) => ({
      rule: 'local-name',
      words,
      message: `“${words}” names a person. ${said}`,
    }));
  });
}
