import { hasStrayBrackets, parsePlaceholder, placeholdersIn } from './placeholders.ts';
import { contactFields, contactSlots } from './vocabulary.ts';

type TextProblem = { rule: 'placeholder' | 'markup'; message: string };

const slots = Object.keys(contactSlots);
/** One bracket on each side of a contact, or three. */
const otherBrackets = new RegExp(
  `(?<!\\{)\\{ *(?:${slots.join('|')})\\.\\w+ *\\}(?!\\})|\\{{3}|\\}{3}`,
);

/** Tags, entities, and the marks of other template languages: all would be shown as they are. */
const markup =
  /<\/?[a-z!]|<%|\{%|\$\{|\$t\(|&(?:#x?[\da-f]+|[a-z]+);|\*\*|__|`|\]\([^)]*\)|javascript:/i;

/** Signs that nobody sees: control characters, and those that turn the direction of writing. */
const unseen = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF\u00AD]/u;

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
  if (markup.test(text))
    problems.push({
      rule: 'markup',
      message: `"${text.slice(0, 60)}" holds markup, such as <b> or &amp;. Write plain words.`,
    });
  if (unseen.test(text))
    problems.push({
      rule: 'markup',
      message: `"${text.slice(0, 60)}" holds a sign that nobody can see. Type the words again instead of copying them.`,
    });
  return problems;
}
