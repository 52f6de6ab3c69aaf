import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proverOf } from '#app/checker/prover.ts';
import { checkSequences } from '#app/checker/sequences/check-sequences.ts';
import type { Definition, StateConfig } from '#scenarios/kit/definition.ts';
import type { Clause, Condition, Moment, Sequence } from '#scenarios/rules/sequences.schema.ts';
import { endsTooWell, everyPath, stuckStates } from './paths.ts';

/** Few words and tags, so that rules and paths meet often. The rule's own name does not matter. */
const rule = 'SEQ-4';
const words = ['record', 'refer', 'support'] as const;
const tags = ['danger', 'disclosure'] as const;

const some = <T>(list: readonly T[]) => fc.subarray([...list], { minLength: 1, maxLength: 2 });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.record({ seen: some(tags) }),
  fc.record({ notSeen: some(tags) }),
  fc.record({ done: some(words) }),
  fc.record({ here: some(tags) }),
);
const moment: fc.Arbitrary<Moment> = fc
  .tuple(
    condition,
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ does: some(words) }) },
      { weight: 3, arbitrary: fc.record({ tag: some(tags) }) },
      fc.constant({ repairs: true as const }),
      fc.record({ ends: fc.constant(true as const), withoutTag: some(tags) }),
    ),
  )
  .map(([when, what]) => ({ ...when, ...what }));
const moments = fc.array(moment, { minLength: 1, maxLength: 2 });
const exceptions = fc.array(condition, { minLength: 1, maxLength: 2 });
const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.record(
    { never: moments, after: moments, until: moments, unless: exceptions },
    { requiredKeys: ['never'] },
  ),
  fc.record(
    { before: moments, first: moments, after: moments, unless: exceptions },
    { requiredKeys: ['before', 'first'] },
  ),
  fc.record(
    { next: moments, after: moments, meanwhile: some(words) },
    { requiredKeys: ['next', 'after'] },
  ),
  fc.record({ eventually: moments, after: moments, by: moments }, { requiredKeys: ['eventually'] }),
);

const effect = fc.record({
  does: fc.uniqueArray(fc.constantFrom(...words), { maxLength: 2 }),
  breaks: fc.constantFrom([], [], [rule]),
  repairs: fc.constantFrom([], [], [rule]),
  quality: fc.constant('neutral' as const),
  follows: fc.constant([]),
});

/** Scenes in a row, each with up to three ways on to later ones; the last two are endings. */
const definition: fc.Arbitrary<Definition> = fc.integer({ min: 2, max: 5 }).chain((scenes) => {
  const names = [...Array.from({ length: scenes }, (_, index) => `s${index}`), 'end0', 'end1'];
  const tagged = fc.subarray([...tags]);
  const scene = (index: number) =>
    fc.record({
      tags: tagged,
      meta: fc.constant({ kind: 'decision' as const, parts: [{ id: 'line' }] }),
      on: fc.dictionary(
        fc.constantFrom('one', 'two', 'three'),
        fc.record({ target: fc.constantFrom(...names.slice(index + 1)), meta: effect }),
        { minKeys: 1, maxKeys: 3 },
      ),
    });
  const ending = fc.record({
    type: fc.constant('final' as const),
    tags: tagged,
    meta: fc.record({
      kind: fc.constant('ending' as const),
      rating: fc.constantFrom('recommended' as const, 'workable' as const, 'harmful' as const),
      parts: fc.constant([{ id: 'line' }]),
    }),
  });
  return fc
    .tuple(...names.map((_, index) => (index < scenes ? scene(index) : ending)))
    .map((states) =>
      definitionOf(
        Object.fromEntries(
          names.map((name, index) => [name, states[index] as unknown as StateConfig]),
        ),
      ),
    );
});

function definitionOf(states: Record<string, StateConfig>): Definition {
  return {
    id: 'staff/random',
    track: 'staff',
    theme: 'grooming',
    role: 'frontline',
    nations: ['england'],
    playerIsHarmed: false,
    machine: {
      id: 'scenario',
      context: { meters: { trust: 5, safety: 5, evidence: 5 }, flags: {} },
      initial: 's0',
      states,
    },
  } as unknown as Definition;
}

/** What the monitors find of one clause, without the breaches that choices declare themselves. */
function found(subject: Definition, only: Clause, binds: Sequence['binds'], grave: boolean) {
  const prover = proverOf({ definition: subject, words: [], guides: [] });
  const sequence: Sequence = {
    id: rule,
    binds,
    tracks: ['staff'],
    nations: ['england'],
    clauses: [only],
  };
  checkSequences(prover, new Set(grave ? [rule] : []), [sequence]);
  return prover.proofs.filter(
    ({ finding }) =>
      finding.severity === 'error' && !finding.message.startsWith('This choice breaks'),
  );
}

test('monitors find a breach where writing out every path finds one, and by as short a path', () => {
  let broken = 0;
  fc.assert(
    fc.property(
      definition,
      clause,
      fc.constantFrom('well' as const, 'every' as const),
      fc.boolean(),
      (subject, only, binds, grave) => {
        const bad = everyPath(subject).filter((path) =>
          endsTooWell(subject, path, only, { rule, binds, grave }),
        );
        const proofs = found(subject, only, binds, grave);
        if (bad.length > 0) broken += 1;
        expect(proofs.length > 0).toBe(bad.length > 0);
        if (bad.length > 0)
          expect(Math.min(...proofs.map(({ moves }) => moves.length))).toBe(
            Math.min(...bad.map((path) => path.length)),
          );
      },
    ),
    { numRuns: 3000 },
  );
  expect(broken).toBeGreaterThan(300);
});

const possibility = fc.record(
  {
    possible: fc.oneof(
      fc.record(
        { does: some(words), within: fc.integer({ min: 1, max: 3 }) },
        { requiredKeys: ['does'] },
      ),
      fc.record({ otherThan: some(words) }),
    ),
    after: moments,
    until: moments,
  },
  { requiredKeys: ['possible'] },
);

test('what is not possible is found in the very states in which trying out every way finds it', () => {
  let stuck = 0;
  fc.assert(
    fc.property(definition, possibility, (subject, only) => {
      const expected = stuckStates(subject, only, rule);
      if (expected.size > 0) stuck += 1;
      const states = found(subject, only, 'every', false).map(({ finding }) => finding.state);
      expect(new Set(states)).toEqual(expected);
    }),
    { numRuns: 1500 },
  );
  expect(stuck).toBeGreaterThan(150);
});
