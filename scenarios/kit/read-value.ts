import type { z } from 'zod';
import type { Finder, Finding } from './findings.ts';
import { plainIssues } from './plain-issues.ts';
import { readJson } from './read-json.ts';

/**
 * What one JSON file says, by its contract. In: the text, a schema, and a finder that takes what is
 * wrong, with place and advice. Out: the value, or `null` where it is not what the contract asks for.
 */
export function readValue<T>(text: string, schema: z.ZodType<T>, finder: Finder): T | null {
  const value = parse(text, finder);
  const result = value === undefined ? undefined : schema.safeParse(value);
  for (const { path, message } of plainIssues(result?.error?.issues ?? [], value))
    finder.add({ rule: 'format', ...placeOf(path), message });
  return result?.success ? result.data : null;
}

function parse(text: string, finder: Finder): unknown {
  const { value, problems } = readJson(text);
  for (const { rule, at, message } of problems) finder.add({ rule, ...placeOf(at), message });
  return problems.length > 0 ? undefined : value;
}

function placeOf(path: PropertyKey[]): Pick<Finding, 'state' | 'key'> {
  return { state: stateOf(path), key: path.map(String).join('.') || null };
}

/** `['machine','states','a','states','b','on']` and `['scenes','a.b','title']` belong to `a.b`. */
function stateOf(path: PropertyKey[]): string | null {
  if (path[0] === 'scenes' && path.length > 1) return String(path[1]);
  const names: string[] = [];
  for (let index = 1; path[index] === 'states' && index + 1 < path.length; index += 2)
    names.push(String(path[index + 1]));
  return names.length > 0 ? names.join('.') : null;
}
