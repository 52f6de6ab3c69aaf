import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readScenario, type ScenarioFiles } from '#scenarios/kit/read-scenario.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';
import {
  createScenarioJson,
  type Json,
  realScenarioFiles,
  scenarioFiles,
} from '#tests/factories/scenario.ts';
import { choose, openChoices } from './choose.ts';
import { prepareScenario } from './scenario.ts';
import { sceneAt, start } from './snapshot.ts';

// A busy machine may take its time over hundreds of whole files.
vi.setConfig({ testTimeout: 60_000 });

type Place = { holder: Json[] | { [key: string]: Json }; key: string | number };

const cases = [
  { name: 'the real scenario', files: realScenarioFiles(), runs: 60 },
  { name: 'the tiny one', files: scenarioFiles(createScenarioJson()), runs: 800 },
];
const oddValues: Json[] = [
  null,
  true,
  0,
  -1,
  1e9,
  '',
  'next',
  'constructor',
  '#scenario.',
  '#scenario.morning',
  'weighing',
  'x'.repeat(2000),
  [],
  [[]],
  {},
  { type: 'final' },
  { target: 'weighing' },
  { kind: 'scene', parts: [{ id: 'a' }] },
];
const change = fc.record({
  place: fc.nat(),
  other: fc.nat(),
  how: fc.constantFrom('delete', 'replace', 'copy', 'rename'),
  value: fc.oneof(
    fc.constantFrom(...oddValues),
    fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
  ),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

test.each(cases)(
  '$name, broken anywhere, is findings or can be started, never an exception',
  ({ files, runs }) => {
    const counts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...files.files.keys()),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (name, changes) => {
          const result = readScenario(changed(files, name, changes), ruleIds);
          counts[result.ok ? 'accepted' : 'refused'] += 1;
          if (!result.ok) return expectClear(result.findings);
          const scenario = prepareScenario(result.source.definition);
          const first = start(scenario);
          const scene = sceneAt(scenario, first);
          for (const choice of openChoices(scenario, first)) {
            const chosen = choose(scenario, first, scene.kind === 'spot' ? [] : [choice]);
            if (chosen.ok) sceneAt(scenario, chosen.snapshot);
          }
        },
      ),
      { numRuns: runs },
    );
    // Otherwise the changes are too wild, or too tame, to show anything.
    expect(counts.accepted).toBeGreaterThan(runs / 100);
    expect(counts.refused).toBeGreaterThan(runs / 10);
  },
);

test.each(cases)('$name, cut short or scrambled as text, is findings', ({ files }) => {
  const [text = ''] = files.files.values();
  fc.assert(
    fc.property(fc.nat({ max: text.length - 2 }), fc.string({ maxLength: 3 }), (at, scrap) => {
      const cut = new Map(files.files).set('machine.json', text.slice(0, at) + scrap);
      const result = readScenario({ ...files, files: cut }, ruleIds);
      expect(result.ok).toBe(false);
      expectClear(result.findings);
    }),
    { numRuns: 60 },
  );
});

function expectClear(findings: { message: string; file: string }[]) {
  expect(findings.length).toBeGreaterThan(0);
  for (const { message, file } of findings) {
    expect(file).toMatch(/\.json$/);
    expect(message).not.toMatch(/^Invalid|Unrecognized|\[object|undefined/);
  }
}

function changed(files: ScenarioFiles, name: string, changes: Change[]): ScenarioFiles {
  const root: Json[] = [JSON.parse(files.files.get(name) ?? 'null') as Json];
  for (const { place, other, how, value } of changes) {
    const places = placesOf(root);
    const at = places[place % places.length];
    const from = places[other % places.length];
    if (!at || !from) continue;
    if (how === 'delete') remove(at);
    else if (how === 'replace') set(at, value);
    else if (how === 'copy') set(at, structuredClone(get(from)));
    else if (!Array.isArray(at.holder)) {
      at.holder[String(from.key)] = get(at);
      remove(at);
    }
  }
  return { ...files, files: new Map(files.files).set(name, JSON.stringify(root[0] ?? null)) };
}

function placesOf(value: Json): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { holder: value, key: Array.isArray(value) ? Number(key) : key },
    ...placesOf(inner),
  ]);
}

function get({ holder, key }: Place): Json {
  return (holder as { [key: string]: Json })[key] ?? null;
}

function set({ holder, key }: Place, value: Json) {
  (holder as { [key: string]: Json })[key] = value;
}

function remove({ holder, key }: Place) {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}
