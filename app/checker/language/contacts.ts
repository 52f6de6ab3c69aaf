import { spelledNumbers } from './spelled-numbers.ts';

export type ContactProblem = { rule: string; words: string; message: string };

/** Emergency numbers in wide public use, which a text may name. */
const publicNumbers = new Set(['999', '101', '111', '112']);

const placeholder = /\{\{[^{}]*\}\}/g;
/** A day, which has the digits of a telephone number. */
const day = String.raw`\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}\b`;
/** What looks like a telephone number; `short` are few digits that only the verb before gives away. */
const phones = [
  /\+\d[\d ().-]{6,}\d/,
  /\(?\b0\d{2,4}\)?[ .-]?\d{3,4}(?:[ .-]?\d{3,4})?\b/,
  new RegExp(String.raw`(?<!\d[./])\b(?!${day})0(?:[ .,/-]?\d){8,}\b`),
  /\b0(?:[ .,/-]\d){6,}\b/,
  /\b116 ?\d{3}\b/,
  /\bnumber is \d{5,}\b/,
  /\b(?:extension|ext\.?) \d{2,}\b/,
  /\b(?:call|ring|phone|dial|text|telephone|tel\.?)(?: [A-Z]{3,})?(?: to| on|:)? (?<short>\d{3,}(?: \d{3,})*)\b(?! (?:people|parents|pupils|families|homes|adults|friends|times|followers|children))/,
];
const domains =
  'com|org|net|uk|gov|info|eu|ie|scot|wales|cymru|edu|sch|school|academy|college|education|app|io|ly|me|gg|tv|co|biz|xyz|dev|link|online|site|chat';
const shapes = {
  email:
    /[^\s@"'()]{1,64}@[^\s@"'()]+\.[a-z]{2,}|\b[\w.-]{1,64} [([]?at[)\]]? [\w-]+(?: [([]?dot[)\]]? \w+)+/giu,
  'web-address': new RegExp(
    String.raw`\b(?:https?:\/\/|www\.)\S+|\b(?:[a-z\d-]{1,63}\.){1,5}(?:${domains})\b(?:\/\S*)?|\b(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,24}\/\S+|\b[\w-]{1,63} dot (?:com|org|net|co|uk|gov|sch|school)\b`,
    'giu',
  ),
  handle: /(?<![\w.@])@[\w.]*\w/gu,
  phone: new RegExp(phones.map(({ source }) => source).join('|'), 'gi'),
};
const numbers = 'Write a placeholder such as {{socialCare.phone}}, or name the service in words:';
const advice: Record<keyof typeof shapes, string> = {
  email: 'Write a placeholder such as {{dsl.email}}; addresses change, and are local.',
  'web-address':
    'Name the service in words: its address stands in the player’s help, and is kept up to date there.',
  handle: 'It may be somebody’s own. Say in words whose account it is.',
  phone: `${numbers} its number stands in the player’s help.`,
};

/** Where ten digits of a script begin: Arabic, Persian and Urdu, Devanagari, Bengali, Punjabi, Gujarati. */
const noughts = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6];

/**
 * Telephone numbers and addresses typed into a text: only placeholders may name them. In: the text
 * as it is seen.
 */
export function contactProblems(seen: string): ContactProblem[] {
  let text = westernDigits(seen.replaceAll(placeholder, '·'));
  return Object.entries(shapes).flatMap(([rule, shape]) => {
    const found = [...text.matchAll(shape)]
      .filter(({ groups }) => !groups?.short || !publicNumbers.has(groups.short))
      .map(([words]) => words);
    // An e-mail address holds a web address: what was found once is not found twice.
    text = text.replaceAll(shape, '·');
    if (rule === 'phone') found.push(...spelledNumbers(text));
    return found.map((words) => ({
      rule,
      words,
      message: `“${words}” is typed into the text. ${advice[rule as keyof typeof shapes]}`,
    }));
  });
}

function westernDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const start = noughts.find((each) => code >= each && code < each + 10);
    return start === undefined ? sign : String(code - start);
  });
}
