import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './find-json-fault.ts';
import { readJson } from './read-json.ts';

test('a missing comma is reported in plain words, with its line', () => {
  const [problem] = readJson('{\n  "a": 1\n  "b": 2\n}').problems;
  expect(problem).toMatchObject({ rule: 'json', at: [] });
  expect(problem?.message).toMatch(
    /^This file is not valid JSON at line 3, column 3\. Often a comma is missing/,
  );
});

test('a file that ends too early is reported at its last line', () => {
  expect(readJson('{\n"a": [\n').problems[0]?.message).toContain('at line 3');
});

test.each([
  ['a comma too many', '{"a": [1,\n]}', 2, 1, 'one too many'],
  ['two commas', '{"a": 1,,}', 1, 9, 'one comma too many'],
  ['a name without marks', '{title: 1}', 1, 2, 'A name in straight quotation marks'],
  ['curly quotation marks around a name', '{\n  “a”: 1}', 2, 3, 'straight quotation marks'],
  ['a straight mark inside a text', '{"a": "He said "no" to it"}', 1, 17, 'inside a text'],
  ['a text over two lines', '{"a": "one\ntwo"}', 1, 11, 'end on the line where it begins'],
  ['a comment', '{ // mine\n}', 1, 3, 'comments'],
  ['a missing colon', '{"a" 1}', 1, 6, 'colon'],
  ['a word without marks', '{"a": yes}', 1, 7, 'must stand here'],
  ['a lone backslash', '{"a": "C:\\dir"}', 1, 10, 'backslash'],
  ['something after the end', '{}\n}', 2, 1, 'closed before this'],
])('%s is told with line, column and what is usually wrong', (_, text, line, column, hint) => {
  const [problem] = readJson(text).problems;
  expect(problem?.message).toContain(`not valid JSON at line ${line}, column ${column}.`);
  expect(problem?.message).toContain(hint);
  expect(problem?.message).not.toMatch(/Unexpected|Expected|SyntaxError|position \d/);
});

test('an empty file is called empty', () => {
  expect(readJson(' \n').problems[0]?.message).toContain('This file is empty.');
});

test('two things of one name are found wherever they stand', () => {
  const { problems } = readJson('{"a": [{}, {"b": {"c": 1, "d": [], "c": 2}}], "x\\"": 1}');
  expect(problems).toMatchObject([{ rule: 'duplicate', at: ['a', 1, 'b', 'c'] }]);
});

test('the same name in different places, and brackets inside text, are no problem', () => {
  expect(readJson('{"a": {"a": "}{[\\"a\\":,"}, "b": [{"a": 1}, {"a": 2}]}').problems).toEqual([]);
});

test('a file nested without end is refused, and does not exhaust the stack', () => {
  const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(readJson(text).problems).toMatchObject([{ rule: 'json' }]);
});

test('anything that JSON can write is read without problems', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const text = JSON.stringify(value, null, 1);
      expect(readJson(text)).toEqual({ value: JSON.parse(text), problems: [] });
    }),
  );
});

test('no text makes it throw', () => {
  const scrap = fc.array(fc.constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', 'a', '1', ' '));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        scrap.map((signs) => signs.join('')),
      ),
      (text) => {
        expect(readJson(text).problems).toBeInstanceOf(Array);
        // The fault is found wherever the engine says there is one, and nowhere else.
        expect(findJsonFault(text) === null).toBe(isJson(text));
      },
    ),
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
