import { hasStrayBrackets, parsePlaceholder, placeholdersIn } from './placeholders.ts';
import { asSeen, mixedWords, unseenSigns } from './signs.ts';
import { contactFields, contactSlots } from './vocabulary.ts';

type TextProblem = { rule: 'placeholder' | 'markup' | 'text'; message: string };

const slots = Object.keys(contactSlots);
/** One bracket on each side of a contact, or three. */
const otherBrackets = new RegExp(
  `(?<!\\{)\\{ *(?:${slots.join('|')})\\.\\w+ *\\}(?!\\})|\\{{3}|\\}{3}`,
);

/** Tags, entities, and the marks of other languages for text: all would be shown as they are. */
const marks = [
  /<\/?[a-z!]|<\s*\/?\s*[a-z][^<>]*>|<%|\{%|\$\{|\$t\(|&(?:#x?[\da-f]+|[a-z]+);|javascript:/,
  /\*\*|__|~~|`|\]\([^)]*\)|^#{1,6} /,
  /(?<![\w*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*])|(?<![\w_])_[^\s_](?:[^_\n]*[^\s_])?_(?![\w_])/,
];
const markup = new RegExp(marks.map(({ source }) => source).join('|'), 'im');

/** What is wrong with one text as a piece of writing, whatever it says. */
export function textProblems(text: string): TextProblem[] {
  const problems: TextProblem[] = placeholdersIn(text)
    .filter((inside) => !parsePlaceholder(inside))
    .map((inside) => ({
      rule: 'placeholder',
      message: `{{${inside}}} is no contact that exists. There are ${slots.join(', ')}, each with ${contactFields.map((field) => `.${field}`).join(', ')}.`,
    }));
  if (hasStrayBrackets(text) || otherBrackets.test(text))
    problems.push({
      rule: 'placeholder',
      message: 'A contact is written with two brackets on each side: {{dsl.name}}.',
    });
  if (markup.test(asSeen(text)))
    problems.push({
      rule: 'markup',
      message: `"${text.slice(0, 60)}" holds markup, such as <b> or &amp;. Write plain words.`,
    });
  for (const { code, before } of unseenSigns(text))
    problems.push({
      rule: 'text',
      message: `There is a sign that nobody can see or read, ${code} ${before ? `after “${before}”` : 'at the beginning'}. Type these words again instead of copying them.`,
    });
  for (const word of mixedWords(text))
    problems.push({
      rule: 'text',
      message: `“${word}” has letters of two alphabets, of which some only look right. Type the word again.`,
    });
  return problems;
}
