import { findJsonFault } from './find-json-fault.ts';

/** Deeper than any scenario needs; without a limit a broken file could exhaust the stack. */
const deepest = 64;

export type JsonProblem = { rule: 'json' | 'duplicate'; at: PropertyKey[]; message: string };

/**
 * Reads JSON as an author writes it. Out: the value, or what is wrong in plain words. Besides broken
 * JSON it refuses two things of one name in the same place, of which `JSON.parse` would silently
 * keep the second. Never throws.
 */
export function readJson(text: string): { value: unknown; problems: JsonProblem[] } {
  try {
    const value: unknown = JSON.parse(text);
    return { value, problems: checkNames(text) };
  } catch {
    return { value: undefined, problems: [notJson(text)] };
  }
}

function notJson(text: string): JsonProblem {
  const fault = findJsonFault(text);
  const before = text.slice(0, fault?.offset).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  const message =
    text.trim() === ''
      ? 'This file is empty. Copy one that works, such as that of a starter, and change it.'
      : `This file is not valid JSON at line ${before.length}, column ${column}. ${fault?.hint ?? ''}`;
  return { rule: 'json', at: [], message: message.trim() };
}

/** `names` is null in a list; `at` is the name or the number of the entry being read. */
type Frame = { names: Set<string> | null; at: string | number };

/** One pass over the signs of text that is known to be JSON. */
function checkNames(text: string): JsonProblem[] {
  const problems: JsonProblem[] = [];
  const frames: Frame[] = [];
  let last = '';
  for (const sign of signsOf(text)) {
    const frame = frames.at(-1);
    if (sign === '{') frames.push({ names: new Set(), at: '' });
    else if (sign === '[') frames.push({ names: null, at: 0 });
    else if (sign === '}' || sign === ']') frames.pop();
    else if (sign === ',' && typeof frame?.at === 'number') frame.at += 1;
    else if (sign === ':' && frame?.names) {
      const name = JSON.parse(last) as string;
      frame.at = name;
      if (frame.names.has(name)) problems.push(repeated(frames, name));
      frame.names.add(name);
    } else last = sign;
    if (frames.length > deepest) return [...problems, tooDeep(frames)];
  }
  return problems;
}

function repeated(frames: Frame[], name: string): JsonProblem {
  const message = `"${name}" stands twice in the same place, and only the second would count. Rename one of them, or take one out.`;
  return { rule: 'duplicate', at: frames.map((frame) => frame.at), message };
}

function tooDeep(frames: Frame[]): JsonProblem {
  const message = `Things are nested more than ${deepest} deep here. Take some of the brackets away.`;
  return { rule: 'json', at: frames.slice(0, 8).map((frame) => frame.at), message };
}

/** Brackets, colons, commas and whole strings, in order. */
function* signsOf(text: string): Generator<string> {
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '"') {
      let end = index + 1;
      while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
      yield text.slice(index, end + 1);
      index = end;
    } else if ('{}[]:,'.includes(sign)) yield sign;
  }
}
