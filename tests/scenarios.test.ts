import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { answersOf } from '#app/checker/answers.ts';
import { checkScenario } from '#app/checker/check-scenario.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { choose, openChoices, resume } from '#app/simulation/choose.ts';
import { project } from '#app/simulation/project.ts';
import { prepareScenario, type Scenario } from '#app/simulation/scenario.ts';
import { fromXState, sceneAt, snapshotSchema, start, toXState } from '#app/simulation/snapshot.ts';
import type { View } from '#app/simulation/view.ts';
import type { Wording } from '#app/simulation/wording.ts';
import { guardHolds } from '#scenarios/kit/machine.ts';
import { walkthroughsSchema } from '#scenarios/kit/walkthroughs.ts';
import { coveringPaths, transitionsByChoice } from '#tests/factories/covering-paths.ts';
import { exploreSnapshots, exploreStandings, longestPath } from '#tests/factories/explore.ts';
import { createWording } from '#tests/factories/scenario.ts';
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
  const nodes = exploreSnapshots(scenario);
  return { id: source.definition.id, source, scenario, nodes, standings: exploreStandings(nodes) };
});
const staff = cases.filter(({ source }) => source.definition.track === 'staff');

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

test.each(cases)('every ending of $id is shown by one of its walkthroughs', ({ id, nodes }) => {
  const text = readFileSync(path.join(root, id, 'walkthroughs.json'), 'utf8');
  const shown = new Set(walkthroughsSchema.parse(JSON.parse(text)).map(({ ending }) => ending));
  const endings = new Set(
    nodes.filter(({ rating }) => rating).map(({ snapshot }) => snapshot.path),
  );
  expect([...endings].filter((ending) => !shown.has(ending))).toEqual([]);
});

test.each(cases)(
  'every transition of $id is taken by a path that XState generates, and played as a learner sees it',
  ({ source, scenario }) => {
    const paths = coveringPaths(scenario);
    expect(paths.map(({ covers }) => covers).sort()).toEqual(transitionsByChoice(scenario).sort());
    for (const file of source.words) {
      const wording = createWording({ ...source, words: [file] });
      for (const { events } of paths) playAsSeen(scenario, events, wording);
    }
  },
);

test.each(cases)('resuming $id at any state changes nothing', ({ scenario, nodes }) => {
  const perState = new Map(nodes.toReversed().map((node) => [node.snapshot.path, node]));
  for (const { snapshot, soonest } of perState.values()) {
    const steps = soonest.map((values) => ({ values }));
    expect(resume(scenario, steps)).toEqual(snapshot);
    const stored = snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)));
    expect(stored).toEqual(snapshot);
    expect(fromXState(toXState(scenario, stored))).toEqual(snapshot);
    expect(openChoices(scenario, stored)).toEqual(openChoices(scenario, snapshot));
  }
});

test.each(cases)(
  'every scene, choice and part of $id is met on some path',
  ({ scenario, nodes }) => {
    const met = new Set<string>();
    for (const { snapshot, edges } of nodes) {
      const scene = sceneAt(scenario, snapshot);
      const lines = scene.kind === 'thread' ? [...scene.parts, ...scene.messages] : scene.parts;
      met.add(snapshot.path);
      for (const { choice } of edges) met.add(`${snapshot.path} ${choice}`);
      for (const { id, when } of lines)
        if (!when || guardHolds(when, snapshot.context)) met.add(`${snapshot.path} > ${id}`);
    }
    const written = [...scenario.states.values()].flatMap(
      ({ path: state, config: { meta, on } }) => {
        if (!meta) return [];
        const lines = meta.kind === 'thread' ? [...meta.parts, ...meta.messages] : meta.parts;
        const choices = Object.keys(on ?? {}).map((choice) => `${state} ${choice}`);
        return [state, ...choices, ...lines.map(({ id }) => `${state} > ${id}`)];
      },
    );
    expect(written.filter((thing) => !met.has(thing))).toEqual([]);
  },
);

test.each(cases)(
  'nobody gets stuck in $id: before an ending something is always open',
  ({ nodes }) => {
    const stuck = nodes.filter(({ rating, edges }) => rating === null && edges.length === 0);
    expect(stuck.map(({ snapshot }) => snapshot)).toEqual([]);
  },
);

test.each(cases)(
  'every ending of $id offers support, in every language and level',
  ({ source, scenario, nodes }) => {
    for (const file of source.words) {
      const wording = createWording({ ...source, words: [file] });
      for (const { snapshot, rating } of nodes.filter((node) => node.rating !== null)) {
        const view = project(scenario, snapshot, wording);
        expect(view.rating).toBe(rating);
        expect(scenario.states.get(snapshot.path)?.config.tags, snapshot.path).toContain('support');
        expect(offersSupport(view), `${snapshot.path} in ${file.locale}`).toBe(true);
      }
    }
  },
);

test.each(staff)(
  'a walk of random choices through $id reaches an ending within 60 steps',
  ({ scenario }) => {
    const numbers = fc.array(fc.nat({ max: 1023 }), { minLength: mostSteps, maxLength: mostSteps });
    fc.assert(fc.property(numbers, (list) => walk(scenario, list).ended));
  },
);

// Scope of the sequencing constraints: safeguarding reference, section 2.

test.each(cases)('in $id no path with a grave choice ends recommended', ({ standings }) => {
  const wrong = standings.filter(
    ({ node, hasErredGravely }) => node.rating === 'recommended' && hasErredGravely,
  );
  expect(wrong.map(({ node }) => node.soonest)).toEqual([]);
});

test.each(cases)(
  'in $id every rule broken on the way to a recommended or workable ending is repaired',
  ({ standings }) => {
    const wrong = standings.filter(
      ({ node, outstanding }) =>
        node.rating !== null && node.rating !== 'harmful' && outstanding.size > 0,
    );
    expect(wrong.map(({ node, outstanding }) => [node.snapshot.path, ...outstanding])).toEqual([]);
  },
);

test.each(cases)('in $id blame is repaired before any ending', ({ standings, nodes }) => {
  const blaming = nodes.flatMap(({ edges }) =>
    edges.filter(({ effect }) => effect?.does.includes('blame')),
  );
  expect(blaming.filter(({ effect }) => !effect?.breaks.includes('SEQ-19'))).toEqual([]);
  const wrong = standings.filter(
    ({ node, outstanding }) => node.rating !== null && outstanding.has('SEQ-19'),
  );
  expect(wrong.map(({ node }) => node.snapshot.path)).toEqual([]);
});

test.each(cases)('in $id a good choice is open wherever a grave one is', ({ nodes }) => {
  const wrong = nodes.filter(({ edges }) => {
    const qualities = edges.map(({ effect }) => effect?.quality);
    return qualities.includes('grave') && !qualities.includes('good');
  });
  expect(wrong.map(({ snapshot }) => snapshot.path)).toEqual([]);
});

test.each(cases)('choices matter in $id: it can end in more than one way', ({ standings }) => {
  const endings = standings.filter(({ node }) => node.rating !== null);
  expect(new Set(endings.map(({ node }) => node.rating)).size).toBeGreaterThanOrEqual(2);
});

test('the first scenario is as large as was asked for', () => {
  const first = cases.find(({ id }) => id === 'staff/a-picture-is-going-round');
  const scenes = [...(first?.scenario.states.values() ?? [])].flatMap(
    ({ config }) => config.meta ?? [],
  );
  const count = (kind: string) => scenes.filter((scene) => scene.kind === kind).length;
  expect(scenes.length).toBeGreaterThanOrEqual(16);
  expect(count('decision')).toBeGreaterThanOrEqual(5);
  expect(count('thread')).toBeGreaterThanOrEqual(1);
  expect(count('spot')).toBeGreaterThanOrEqual(1);
  expect(count('order')).toBeGreaterThanOrEqual(1);
  expect(count('rephrase')).toBeGreaterThanOrEqual(1);
  expect(count('ending')).toBeGreaterThanOrEqual(6);
  const ratings = scenes.flatMap((scene) => (scene.kind === 'ending' ? scene.rating : []));
  expect(new Set(ratings)).toEqual(new Set(['recommended', 'workable', 'harmful']));
});

test('nothing in the first scenario goes round in circles, and no path has more than 25 steps', () => {
  const first = cases.find(({ id }) => id === 'staff/a-picture-is-going-round');
  expect(longestPath(first?.nodes ?? [])).toBeLessThanOrEqual(25);
});

/** Names somebody to turn to, or speaks of help in so many words. */
function offersSupport({ parts }: View): boolean {
  const texts = parts.flatMap(({ blocks }) => blocks.flatMap(({ text }) => text));
  return texts.some((text) => typeof text !== 'string' || /help|support|Childline/i.test(text));
}

/** Takes a path step by step; what a choice needs must be on the page before it is taken. */
function playAsSeen(scenario: Scenario, events: string[], wording: Wording) {
  let snapshot = start(scenario);
  for (const event of events) {
    const view = project(scenario, snapshot, wording);
    const scene = sceneAt(scenario, snapshot);
    const values = answersOf(scene).get(event)?.values ?? [event];
    expect(view.title, view.path).not.toBe('');
    if (view.choices.length > 0) expect(view.choices.map(({ id }) => id)).toContain(event);
    else if (view.items.length > 0)
      expect(view.items.map(({ id }) => id)).toEqual(expect.arrayContaining(values));
    else expect(event).toBe('next');
    const chosen = choose(scenario, snapshot, values);
    if (!chosen.ok) throw new Error(`${event} at "${snapshot.path}": ${chosen.reason}`);
    expect(chosen.taken.choice).toBe(event);
    snapshot = chosen.snapshot;
  }
  project(scenario, snapshot, wording);
}
