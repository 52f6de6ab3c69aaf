import type { z } from 'zod';

export type PlainIssue = { path: PropertyKey[]; message: string };
type Issue = z.core.$ZodIssue;

/** XState knows these; scenarios do without them (design section 3). What to do instead. */
const leftOut: Record<string, string> = {
  invoke: 'a scenario calls nothing from outside. Tell what happens in a scene of its own',
  after: 'time passes by scenes, not by a clock. Add a scene that says how much time has gone by',
  history: 'a scenario does not go back to where it was. Name the state it leads to in "target"',
  exit: 'write the action on the choice that leaves, or in the "entry" of the state it leads to',
  onDone: 'an ending is the end. Name the state that follows in the "target" of a choice',
  onError: 'a scenario calls nothing that could fail. Take it out',
  cond: 'a condition is called "guard" here',
  reenter: 'a choice cannot enter its own state anew. Give it another state as its "target"',
};
const stateTypes: Record<string, string> = {
  history: leftOut.history ?? '',
  parallel: 'there is one scene at a time. Put the states one after the other',
};
const names: Record<string, string> = {
  object: 'a group in { }',
  record: 'a group in { }',
  array: 'a list in [ ]',
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};
const hints: Record<string, string> = {
  params:
    'It says what the guard or action is about, such as { "flag": "noticed", "value": true }.',
  target: 'It names the state that follows.',
  kind: 'It says what kind of scene this is.',
};

/**
 * What Zod found in a file, in words for somebody who writes scenarios and not programs: each says
 * what is wrong and what to do. In: Zod's issues and the value they are about.
 */
export function plainIssues(issues: readonly Issue[], value: unknown): PlainIssue[] {
  return issues.flatMap((issue) => plain(issue, value, []));
}

function plain(issue: Issue, value: unknown, around: PropertyKey[]): PlainIssue[] {
  const path = [...around, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key) }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return nearest(issue.errors).flatMap((inner) => plain(inner, value, path));
  return [{ path, message: sentence(issue, path, valueAt(value, path)) }];
}

/** One transition or a list of them: the form that the author began to write. */
function nearest(options: Issue[][]): Issue[] {
  const isOtherForm = ([first]: Issue[]) => first?.code === 'invalid_type' && !first.path.length;
  return options.find((issues) => !isOtherForm(issues)) ?? options[0] ?? [];
}

function unknownKey(key: string): string {
  const why = Object.hasOwn(leftOut, key) ? leftOut[key] : null;
  return why
    ? `"${key}" is not allowed in a scenario: ${why}.`
    : `"${key}" means nothing here. Correct its spelling, or take it out.`;
}

function sentence(issue: Issue, path: PropertyKey[], found: unknown): string {
  const name = nameOf(path);
  const hint = hints[String(path.at(-1))];
  const missing = found === undefined;
  switch (issue.code) {
    case 'invalid_type':
      if (missing) return [`${name} is missing.`, hint].filter(Boolean).join(' ');
      return `${name} must be ${names[issue.expected] ?? issue.expected}, not ${show(found)}.`;
    case 'too_small':
      return `${name} is ${sizeOf(found)}; the least allowed is ${issue.minimum}.`;
    case 'too_big':
      return `${name} is ${sizeOf(found)}; the most allowed is ${issue.maximum}.`;
    case 'invalid_format':
      return `${show(found)} cannot stand here. ${issue.message}`;
    case 'invalid_key':
      return `${show(path.at(-1))} cannot be a name here. ${issue.issues[0]?.message ?? ''}`;
    case 'invalid_value':
      return notOneOf(path, name, found, issue.values);
    case 'invalid_union':
      return notOneOf(path, name, found, 'options' in issue ? (issue.options as unknown[]) : []);
    default:
      return `${name} is not right: ${issue.message}`;
  }
}

function notOneOf(path: PropertyKey[], name: string, found: unknown, known: readonly unknown[]) {
  const isStateType = path.at(-1) === 'type' && path.at(-3) === 'states';
  const why = isStateType && typeof found === 'string' ? stateTypes[found] : undefined;
  if (why) return `A state of type "${found}" is not allowed in a scenario: ${why}.`;
  const choice = known.length > 12 ? guess(found, known) : `Write ${either(known)}.`;
  if (found === undefined) return `${name} is missing. ${choice}`;
  return `${show(found)} is not known here as ${name}. ${choice}`;
}

function either(words: readonly unknown[]): string {
  return words
    .map(show)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');
}

/** From a long list only the words that look alike, as nobody reads seventy. */
function guess(found: unknown, known: readonly unknown[]): string {
  const alike = known.map(String).filter((word) => distance(String(found), word) <= 2);
  const meant = alike.length > 0 ? `Did you mean ${either(alike)}? ` : '';
  return `${meant}The words there are stand in scenarios/kit/vocabulary.ts.`;
}

/** How many letters must be added, taken away or changed to turn one word into the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const letter of a.slice(0, 40)) {
    const above = row;
    row = [(above[0] ?? 0) + 1];
    for (let index = 1; index <= b.length; index += 1) {
      const changed = (above[index - 1] ?? 0) + (letter === b[index - 1] ? 0 : 1);
      row.push(Math.min(changed, (above[index] ?? 0) + 1, (row[index - 1] ?? 0) + 1));
    }
  }
  return row.at(-1) ?? 0;
}

function nameOf(path: PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'What the file holds';
  if (typeof last !== 'number') return `"${String(last)}"`;
  const list = path.at(-2);
  return `entry ${last + 1}${list === undefined ? '' : ` of "${String(list)}"`}`;
}

function sizeOf(found: unknown): string {
  if (Array.isArray(found)) return `a list of ${found.length}`;
  return typeof found === 'string' ? `${found.length} letters long` : show(found);
}

function show(found: unknown): string {
  if (Array.isArray(found)) return 'a list in [ ]';
  if (found === null) return 'null';
  return typeof found === 'object' ? 'a group in { }' : JSON.stringify(found);
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}
