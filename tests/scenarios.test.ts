import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { checkScenario } from '#app/checker/check-scenario.ts';
import { randomShares } from '#app/checker/experience/random-play.ts';
import { leafOf } from '#app/checker/explore.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { choose, openChoices, resume } from '#app/simulation/choose.ts';
import { project } from '#app/simulation/project.ts';
import { prepareScenario, type Scenario } from '#app/simulation/scenario.ts';
import {
  fromXState,
  hasEnded,
  sceneAt,
  snapshotSchema,
  start,
  toXState,
} from '#app/simulation/snapshot.ts';
import type { View } from '#app/simulation/view.ts';
import { plainText, type Wording } from '#app/simulation/wording.ts';
import { asList, isCompound, listStates } from '#scenarios/kit/graph.ts';
import { decidingScenes } from '#scenarios/kit/guide.ts';
import { guardHolds } from '#scenarios/kit/machine.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import { ratings } from '#scenarios/kit/vocabulary.ts';
import { walkthroughsSchema } from '#scenarios/kit/walkthroughs.ts';
import { fewPaths, type Played } from '#tests/factories/few-paths.ts';
import { createWording } from '#tests/factories/scenario.ts';
import { exploreAll, standings } from '#tests/factories/standings.ts';
import { walk } from '#tests/factories/walks.ts';

// A busy machine may take its time over every path.
vi.setConfig({ testTimeout: 60_000 });

const root = path.join(import.meta.dirname, '../scenarios');
const library = await readLibrary(root);
const mostSteps = 60;

test('there are scenarios, and all of them are read without findings', () => {
  expect(library.folders.length).toBeGreaterThan(0);
  expect(library.findings).toEqual([]);
  expect(library.scenarios.map(({ definition }) => definition.id)).toEqual(library.folders);
});

const cases = library.scenarios.map((source) => {
  const scenario = prepareScenario(source.definition);
  return { id: source.definition.id, source, scenario, exploration: exploreAll(scenario) };
});
const whole = cases.filter(({ source }) => source.definition.homeVersionOf === undefined);

test.each(cases)('$id is proved sound and safe', ({ source }) => {
  const found = checkScenario(source).proofs.map(({ finding }) => finding);
  expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test.each(cases)('$id goes as its walkthroughs say', ({ id, scenario }) => {
  const text = readFileSync(path.join(root, id, 'walkthroughs.json'), 'utf8');
  for (const { name, choices, passes, ending, rating } of walkthroughsSchema.parse(
    JSON.parse(text),
  )) {
    const steps = choices.map((values) => ({ values }));
    const passed = choices.map((_, index) => resume(scenario, steps.slice(0, index)).path);
    expect(passed, name).toEqual(passes);
    const last = resume(scenario, steps);
    expect(last.path, name).toBe(ending);
    expect(sceneAt(scenario, last), name).toMatchObject({ kind: 'ending', rating });
  }
});

test.each(cases)('every ending of $id is shown by one of its walkthroughs', ({ id, source }) => {
  const text = readFileSync(path.join(root, id, 'walkthroughs.json'), 'utf8');
  const shown = new Set(walkthroughsSchema.parse(JSON.parse(text)).map(({ ending }) => ending));
  const endings = listStates(source.definition).filter(({ config }) => config.type === 'final');
  expect(endings.map(({ path }) => path).filter((ending) => !shown.has(ending))).toEqual([]);
});

test.each(cases)(
  'every transition of $id is taken, and played as a learner sees it',
  ({ source, scenario }) => {
    for (const file of source.words) {
      const wording = createWording({ ...source, words: [file] });
      for (const played of fewPaths(source.definition)) playAsSeen(scenario, played, wording);
    }
  },
);

test.each(cases)('resuming $id at any state changes nothing', ({ scenario, exploration }) => {
  const seen = new Set<string>();
  for (const { snapshot, sent } of standings(scenario, exploration)) {
    if (seen.has(snapshot.path)) continue;
    seen.add(snapshot.path);
    expect(
      resume(
        scenario,
        sent.map((values) => ({ values })),
      ),
    ).toEqual(snapshot);
    const stored = snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)));
    expect(stored).toEqual(snapshot);
    expect(fromXState(toXState(scenario, stored))).toEqual(snapshot);
    expect(openChoices(scenario, stored)).toEqual(openChoices(scenario, snapshot));
  }
});

test.each(cases)(
  'every scene, choice and part of $id is met on some path',
  ({ scenario, exploration }) => {
    const unmet = new Set(
      [...scenario.states.values()].flatMap(({ path: state, config: { meta, on } }) => {
        if (!meta) return [];
        const choices = Object.keys(on ?? {}).map((choice) => `${state} ${choice}`);
        return [state, ...choices, ...linesOf(meta).map(({ id }) => `${state} > ${id}`)];
      }),
    );
    for (const { from, step } of exploration.edges.flat())
      unmet.delete(`${leafOf(exploration, from).path} ${step.event}`);
    for (const { snapshot } of standings(scenario, exploration)) {
      if (unmet.size === 0) return;
      unmet.delete(snapshot.path);
      for (const { id, when } of linesOf(sceneAt(scenario, snapshot)))
        if (!when || guardHolds(when, snapshot.context)) unmet.delete(`${snapshot.path} > ${id}`);
    }
    expect([...unmet]).toEqual([]);
  },
);

test.each(cases)(
  'every ending of $id offers support, in every language and level',
  ({ source, scenario, exploration }) => {
    const wordings = source.words.map((file) => createWording({ ...source, words: [file] }));
    for (const { snapshot } of standings(scenario, exploration)) {
      const scene = sceneAt(scenario, snapshot);
      if (scene.kind !== 'ending') continue;
      expect(scenario.states.get(snapshot.path)?.config.tags, snapshot.path).toContain('support');
      for (const wording of wordings) {
        const view = project(scenario, snapshot, wording);
        expect(view.rating).toBe(scene.rating);
        expect(offersSupport(view), `${snapshot.path}: ${textOf(view)}`).toBe(true);
      }
    }
  },
);

test.each(cases)(
  'a walk of random choices through $id reaches an ending within 60 steps',
  ({ scenario }) => {
    const numbers = fc.array(fc.nat({ max: 1023 }), { minLength: mostSteps, maxLength: mostSteps });
    fc.assert(fc.property(numbers, (list) => walk(scenario, list).ended));
  },
);

test.each(cases)('in $id whatever blames says so, and is to be put right', ({ source }) => {
  const blaming = listStates(source.definition)
    .flatMap(({ config }) => Object.values(config.on ?? {}).flatMap(asList))
    .filter(({ meta }) => meta?.does.includes('blame'));
  expect(blaming.filter(({ meta }) => !meta?.breaks.includes('SEQ-19'))).toEqual([]);
});

test.each(cases)('in $id a good choice is open wherever a grave one is', ({ exploration }) => {
  const wrong = exploration.edges.flatMap((edges, config) => {
    const qualities = edges.map(({ step }) => step.effect?.quality);
    const isHard = qualities.includes('grave') && !qualities.includes('good');
    return isHard ? [leafOf(exploration, config).path] : [];
  });
  expect([...new Set(wrong)]).toEqual([]);
});

// What each scenario of the library is to be; where the player is harmed no rating is shown (SEQ-22).

test.each(whole)('$id is as large as a story needs', ({ source: { definition } }) => {
  const scenes = listStates(definition).flatMap(({ config }) => config.meta ?? []);
  const kinds = new Set(scenes.map(({ kind }) => kind));
  kinds.delete('ending');
  expect(scenes.length).toBeGreaterThanOrEqual(14);
  expect(decidingScenes(definition).length).toBeGreaterThanOrEqual(5);
  expect(scenes.filter(({ kind }) => kind === 'ending').length).toBeGreaterThanOrEqual(3);
  expect(kinds.size).toBeGreaterThanOrEqual(3);
  expect(listStates(definition).filter(isCompound).length).toBeGreaterThanOrEqual(2);
  expect(definition.readingLevels).toEqual(['standard', 'easy']);
});

test.each(cases)('$id shows every rating, but where the player is harmed', ({ source }) => {
  const { definition } = source;
  const shown = new Set(
    listStates(definition).flatMap(({ config: { meta } }) =>
      meta?.kind === 'ending' ? [meta.rating] : [],
    ),
  );
  if (!definition.playerIsHarmed) expect(shown).toEqual(new Set(ratings));
});

test.each(cases)('chance alone does not usually do well in $id', ({ source, exploration }) => {
  if (source.definition.playerIsHarmed) return;
  expect(randomShares(exploration).get('recommended') ?? 0).toBeLessThan(0.5);
});

test('each scenario for parents has a version for home', () => {
  const home = new Set(cases.map(({ source }) => source.definition.homeVersionOf));
  const parents = whole.filter(({ source }) => source.definition.track === 'parents');
  expect(parents.filter(({ id }) => !home.has(id)).map(({ id }) => id)).toEqual([]);
});

function linesOf(scene: Scene) {
  return scene.kind === 'thread' ? [...scene.parts, ...scene.messages] : scene.parts;
}

/** Names somebody to turn to, or speaks of help in so many words. */
function offersSupport(view: View): boolean {
  const hasContact = view.parts.some(({ blocks }) =>
    blocks.some(({ text }) => text.some((part) => typeof part !== 'string')),
  );
  return hasContact || /help|support|Childline/i.test(textOf(view));
}

function textOf({ parts }: View): string {
  return parts.flatMap(({ blocks }) => blocks.map(plainText)).join(' ');
}

/** Takes a path step by step; what a choice needs must be on the page before it is taken. */
function playAsSeen(scenario: Scenario, played: Played, wording: Wording) {
  let snapshot = start(scenario);
  for (const { path: at, values } of played) {
    const view = project(scenario, snapshot, wording);
    expect(view.path).toBe(at);
    expect(view.title, at).not.toBe('');
    if (view.choices.length > 0)
      expect(view.choices.map(({ id }) => id)).toEqual(expect.arrayContaining(values));
    else if (view.items.length > 0)
      expect(view.items.map(({ id }) => id)).toEqual(expect.arrayContaining(values));
    else expect(values).toEqual(['next']);
    const chosen = choose(scenario, snapshot, values);
    if (!chosen.ok) throw new Error(`${values} at "${at}": ${chosen.reason}`);
    snapshot = chosen.snapshot;
  }
  expect(hasEnded(scenario, snapshot)).toBe(true);
}
