import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from './read-json.ts';

test('a missing comma is reported in plain words, with its line', () => {
  const [problem] = readJson('{\n  "a": 1\n  "b": 2\n}').problems;
  expect(problem).toMatchObject({ rule: 'json', at: [] });
  expect(problem?.message).toMatch(/^This file is not valid JSON at line 3\. Often a comma/);
});

test('a file that ends too early is reported at its last line', () => {
  expect(readJson('{\n"a": [\n').problems[0]?.message).toContain('at line 3');
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
      },
    ),
  );
});
