import fc from 'fast-check';
import type { Definition, StateConfig, Transition } from '#scenarios/kit/definition.ts';
import type { Action, Guard } from '#scenarios/kit/guards.ts';
import { meters } from '#scenarios/kit/vocabulary.ts';

/**
 * Random machines of the allowed subset, for tests that compare two ways to run them: chapters, states
 * that are only passed through, guards in guards, entry actions, ways back and to oneself.
 */
const flags = ['rain', 'told', 'late'];

const flagIs = fc.record({
  type: fc.constant('flagIs' as const),
  params: fc.record({ flag: fc.constantFrom(...flags), value: fc.boolean() }),
});
const meterIs = fc.record({
  type: fc.constantFrom('meterAtLeast' as const, 'meterBelow' as const),
  params: fc.record({ meter: fc.constantFrom(...meters), value: fc.integer({ min: 0, max: 10 }) }),
});
const simple: fc.Arbitrary<Guard> = fc.oneof(flagIs, meterIs);
export const guardArbitrary: fc.Arbitrary<Guard> = fc.oneof(
  { weight: 3, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('all' as const, 'any' as const),
      params: fc.record({ of: fc.array(simple, { minLength: 1, maxLength: 3 }) }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('not' as const),
      params: fc.record({ guard: simple }),
    }),
  },
);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    type: fc.constant('setFlag' as const),
    params: fc.record({ flag: fc.constantFrom(...flags), value: fc.boolean() }),
  }),
  fc.record({
    type: fc.constant('adjustMeter' as const),
    params: fc.record({
      meter: fc.constantFrom(...meters),
      by: fc.integer({ min: -10, max: 10 }),
    }),
  }),
);
const actions = fc.array(action, { maxLength: 3 });

type Shape = { chapters: number[]; top: number };
type Place = { path: string; chapter: string | null };

const shape: fc.Arbitrary<Shape> = fc.record({
  chapters: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
  top: fc.integer({ min: 1, max: 4 }),
});

function placesOf({ chapters, top }: Shape): Place[] {
  const inChapters = chapters.flatMap((size, chapter) =>
    Array.from({ length: size }, (_, index) => ({
      path: `c${chapter}.s${index}`,
      chapter: `c${chapter}`,
    })),
  );
  return [
    ...inChapters,
    ...Array.from({ length: top }, (_, index) => ({ path: `t${index}`, chapter: null })),
  ];
}

export const machineArbitrary: fc.Arbitrary<Definition['machine']> = shape.chain((sizes) => {
  const places = placesOf(sizes);
  const targets = [
    ...places.map(({ path }) => path),
    ...sizes.chapters.map((_, index) => `c${index}`),
  ];
  const transition = (allowed: string[]): fc.Arbitrary<Transition> =>
    fc.record(
      {
        target: fc.constantFrom(...allowed).map((path) => `#scenario.${path}`),
        guard: guardArbitrary,
        actions,
      },
      { requiredKeys: ['target'] },
    );
  const sceneState: fc.Arbitrary<StateConfig> = fc.record(
    {
      meta: fc.constant({ kind: 'decision' as const, parts: [{ id: 'line' }] }),
      on: fc.dictionary(
        fc.constantFrom('one', 'two', 'three'),
        fc.array(transition(targets), { minLength: 1, maxLength: 3 }),
        { minKeys: 1 },
      ),
      entry: actions,
    },
    { requiredKeys: ['meta', 'on'] },
  );
  // Only to states at the top that come later: never in a circle.
  const passedThrough = (index: number): fc.Arbitrary<StateConfig> => {
    const later = places.slice(index + 1).filter(({ chapter }) => chapter === null);
    if (later.length === 0) return sceneState;
    return fc
      .record(
        {
          always: fc.array(transition(later.map(({ path }) => path)), {
            minLength: 1,
            maxLength: 2,
          }),
          entry: actions,
        },
        { requiredKeys: ['always'] },
      )
      .map((state) => ({
        ...state,
        always: [...(state.always as Transition[]), { target: `#scenario.${later[0]?.path}` }],
      }));
  };
  return fc
    .tuple(
      fc.tuple(
        ...places.map((_, index) =>
          fc.oneof(
            { weight: 4, arbitrary: sceneState },
            { weight: 1, arbitrary: passedThrough(index) },
          ),
        ),
      ),
      fc.array(actions, { minLength: sizes.chapters.length, maxLength: sizes.chapters.length }),
      fc.record({ trust: fc.integer({ min: 0, max: 10 }), told: fc.boolean() }),
    )
    .map(([states, chapterEntries, first]) => assemble(places, states, chapterEntries, first));
});

function assemble(
  places: Place[],
  states: StateConfig[],
  chapterEntries: Action[][],
  first: { trust: number; told: boolean },
): Definition['machine'] {
  const top: Record<string, StateConfig> = {};
  for (const [index, { path, chapter }] of places.entries()) {
    const state = states[index] as StateConfig;
    if (!chapter) top[path] = state;
    else {
      const entry = chapterEntries[Number(chapter.slice(1))] ?? [];
      const before = top[chapter]?.states ?? {};
      top[chapter] = {
        initial: 's0',
        entry,
        states: { ...before, [path.slice(chapter.length + 1)]: state },
      };
    }
  }
  return {
    id: 'scenario',
    context: {
      meters: { trust: first.trust, safety: 5, evidence: 5 },
      flags: { rain: false, told: first.told, late: false },
    },
    initial: Object.keys(top)[0] as string,
    states: top,
  };
}
