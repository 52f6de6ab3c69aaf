// cspell:ignore bfnrt
/** Where a text stops being JSON, and what is usually wrong there. */
export type JsonFault = { offset: number; hint: string };

type Expected = 'value' | 'firstValue' | 'name' | 'firstName' | 'colon' | 'comma' | 'end';

const blank = /[ \t\n\r]*/y;
const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

const early =
  'The file ends too early: a bracket or a quotation mark is opened and never closed. Compare it with a file that works.';
const lastComma = 'The comma before this bracket is one too many. Take it out.';

/**
 * Reads on until something cannot be JSON. Engines word this differently, and often do not say where.
 * Returns null when the text is JSON. Never throws, however deep things are nested.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  let expected: Expected = 'value';
  let index = 0;
  for (;;) {
    index = endOf(blank, text, index) ?? index;
    const sign = text.charAt(index);
    if (expected === 'end' && sign === '') return null;
    const closes = sign === '}' ? '{' : sign === ']' ? '[' : null;
    const end = readThing(text, index, expected);
    if (closes && closes === open.at(-1) && mayClose(expected)) {
      open.pop();
      expected = afterValue(open);
      index += 1;
    } else if (typeof end === 'object') return end;
    else if (expected === 'colon') [expected, index] = ['value', end];
    else if (expected === 'comma')
      [expected, index] = [open.at(-1) === '{' ? 'name' : 'value', end];
    else if (expected === 'name' || expected === 'firstName') [expected, index] = ['colon', end];
    else if (sign === '{' || sign === '[') {
      open.push(sign);
      [expected, index] = [sign === '{' ? 'firstName' : 'firstValue', end];
    } else [expected, index] = [afterValue(open), end];
  }
}

function afterValue(open: string[]): Expected {
  return open.length > 0 ? 'comma' : 'end';
}

function mayClose(expected: Expected): boolean {
  return ['comma', 'firstValue', 'firstName'].includes(expected);
}

/** Where the thing that is expected here ends, or why it is none. */
function readThing(text: string, offset: number, expected: Expected): number | JsonFault {
  const sign = text.charAt(offset);
  const isValue = expected === 'value' || expected === 'firstValue';
  if (sign === '"' && (isValue || expected === 'name' || expected === 'firstName'))
    return readString(text, offset);
  if (isValue && (sign === '{' || sign === '[')) return offset + 1;
  if (sign === { colon: ':', comma: ',' }[expected as string]) return offset + 1;
  const end = isValue ? endOf(plain, text, offset) : null;
  return end ?? { offset, hint: hintFor(sign, expected) };
}

function readString(text: string, start: number): number | JsonFault {
  let index = start + 1;
  for (;;) {
    const sign = text.charAt(index);
    if (sign === '') return { offset: index, hint: early };
    if (sign === '"') return index + 1;
    if (sign < ' ')
      return {
        offset: index,
        hint: 'A text must end on the line where it begins. Close it with ", and write several blocks for several thoughts.',
      };
    const end = sign === '\\' ? endOf(escaped, text, index) : index + 1;
    if (end === null)
      return { offset: index, hint: 'A backslash \\ cannot stand alone in a text. Take it out.' };
    index = end;
  }
}

function hintFor(sign: string, expected: Expected): string {
  if (sign === '') return early;
  if (expected === 'end')
    return 'The story is closed before this. Take out what follows, or a bracket before it that is one too many.';
  if ("“”„«»‘’'".includes(sign))
    return 'Names and texts stand in straight quotation marks, "…". Curly ones belong inside a text only.';
  if (sign === '/' || sign === '#')
    return 'A file of this kind cannot hold comments. Take this one out.';
  if (expected === 'colon')
    return 'After a name comes a colon, as in "title": "…". Often it is missing, or a " before it.';
  if (expected === 'comma' && sign === '"')
    return 'Often a comma is missing before this, at the end of the line above.';
  if (expected === 'comma')
    return 'Often a comma or a bracket is missing before this, or a quotation mark " stands inside a text, where curly ones “…” belong.';
  if (expected === 'name' || expected === 'value') {
    if (sign === ',') return 'There is one comma too many here. Take it out.';
    if (sign === '}' || sign === ']') return lastComma;
  }
  if (expected === 'value' || expected === 'firstValue')
    return 'A text in straight quotation marks, a number, true, false, { or [ must stand here.';
  return 'A name in straight quotation marks must stand here, such as "title".';
}

/** Where a pattern that fits exactly here ends. */
function endOf(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : null;
}
