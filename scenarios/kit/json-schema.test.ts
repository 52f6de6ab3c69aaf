import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createScenarioJson } from '#tests/factories/scenario.ts';
import { jsonSchemaFiles } from './json-schema.ts';
import { tracks } from './vocabulary.ts';

const kit = import.meta.dirname;
const files = jsonSchemaFiles();
const names = ['machine.schema.json', 'words.schema.json', 'guide.schema.json'] as const;

/** Every JSON file of every scenario that names its schema must. */
const scenarioFiles = tracks
  .flatMap((track) => [track, `starters/${track}`])
  .flatMap((track) => {
    const folder = path.join(kit, '..', track);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?:machine|guide\.[\w-]+)\.json$|text[\\/].*\.json$/.test(name))
      .map((name) => ({ name: path.join(track, name), place: path.join(folder, name) }));
  });

test.each(names)('%s is what the kit generates: run npm run scenarios:schema', (name) => {
  expect(readFileSync(path.join(kit, name), 'utf8')).toBe(files[name]);
});

test('there are scenario files to look at', () => {
  expect(scenarioFiles.length).toBeGreaterThanOrEqual(2);
});

test.each(scenarioFiles)('$name names its schema, and an editor finds it there', ({ place }) => {
  const { $schema } = z
    .object({ $schema: z.string() })
    .parse(JSON.parse(readFileSync(place, 'utf8')));
  const wanted = schemaOf(place);
  expect(path.resolve(path.dirname(place), $schema)).toBe(path.join(kit, wanted));
});

test.each(scenarioFiles)('$name is right by the schema that an editor uses', ({ place }) => {
  const result = editorSchema(schemaOf(place)).safeParse(JSON.parse(readFileSync(place, 'utf8')));
  expect(result.error?.issues).toBeUndefined();
});

test('an editor accepts the tiny scenario and marks what is not allowed, however deep', () => {
  const schema = editorSchema('machine.schema.json');
  const accepts = (definition = {}) =>
    schema.safeParse(createScenarioJson({ definition }).definition).success;
  const answer = 'machine/states/morning/states/answer';
  const unknown = { type: 'not', params: { guard: { type: 'or', params: {} } } };
  expect(accepts()).toBe(true);
  expect(accepts({ [`${answer}/invoke`]: {} })).toBe(false);
  expect(accepts({ [`${answer}/type`]: 'parallel' })).toBe(false);
  expect(accepts({ [`${answer}/tags`]: ['sad'] })).toBe(false);
  expect(accepts({ [`${answer}/on/listen/guard`]: unknown })).toBe(false);
  expect(accepts({ [`${answer}/on/listen/meta/does`]: ['listens'] })).toBe(false);
});

test('states and guards, which hold each other, are described once and referred to', () => {
  const { $defs } = JSON.parse(files['machine.schema.json']) as { $defs: object };
  expect(Object.keys($defs)).toEqual(
    expect.arrayContaining(['state', 'guard', 'action', 'scene', 'transition']),
  );
  expect(files['machine.schema.json']).not.toContain('__schema');
});

function schemaOf(place: string): (typeof names)[number] {
  const name = path.basename(place);
  if (name === 'machine.json') return 'machine.schema.json';
  return name.startsWith('guide.') ? 'guide.schema.json' : 'words.schema.json';
}

function editorSchema(name: (typeof names)[number]) {
  return z.fromJSONSchema(JSON.parse(files[name]));
}
