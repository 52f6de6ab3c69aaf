import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkScenario } from '#app/checker/check-scenario.ts';
import type { Definition } from '#scenarios/kit/definition.ts';

/**
 * Sound machines of any length, made from stations: a decision with a good way, an indifferent way and
 * a slip that can be put right. Faults are planted at some of them, each of a kind whose finding is
 * known beforehand.
 */
type State = Record<string, unknown>;
type States = Record<string, State>;
type Expected = [rule: string, state: string];

const parts = [{ id: 'line' }];
const decision = (on: Record<string, unknown>, more: State = {}): State => ({
  meta: { kind: 'decision', parts },
  on,
  ...more,
});
const scene = (target: string, more: State = {}): State => ({
  meta: { kind: 'scene', parts },
  on: { next: { target } },
  ...more,
});
const ending = (rating: string): State => ({
  type: 'final',
  tags: ['support'],
  meta: { kind: 'ending', rating, parts },
});
const effect = (does: string[], more: Record<string, unknown> = {}) => ({
  does,
  quality: 'neutral',
  follows: [],
  breaks: [],
  repairs: [],
  ...more,
});
const erred = { type: 'setFlag', params: { flag: 'erred', value: true } };
const never = {
  type: 'all',
  params: {
    of: [true, false].map((value) => ({ type: 'flagIs', params: { flag: 'erred', value } })),
  },
};

function station(index: number, next: string): States {
  return {
    [`s${index}`]: decision({
      good: { target: next, meta: effect(['ask_open'], { quality: 'good', follows: ['GEN-5'] }) },
      neutral: { target: next, meta: effect(['listen']) },
      slip: {
        target: `mend${index}`,
        actions: [erred],
        meta: effect(['minimise'], { quality: 'slip', breaks: ['NUD-10'] }),
      },
    }),
    [`mend${index}`]: decision({
      mend: { target: next, meta: effect(['support'], { repairs: ['NUD-10'] }) },
      leave: { target: 'badly' },
    }),
  };
}

function soundStates(length: number): States {
  const stations = Array.from({ length }, (_, index) =>
    station(index, index + 1 < length ? `s${index + 1}` : 'weigh'),
  );
  return {
    ...Object.assign({}, ...stations),
    weigh: {
      always: [
        { target: 'fair', guard: { type: 'flagIs', params: { flag: 'erred', value: true } } },
        { target: 'well' },
      ],
    },
    well: ending('recommended'),
    fair: ending('workable'),
    badly: ending('harmful'),
  };
}

/** Adds a way to a station, under a name of its own. */
function addWay(states: States, at: string, event: string, way: Record<string, unknown>) {
  (states[at]?.on as Record<string, unknown>)[event] = way;
}

type Plant = (states: States, index: number, next: string) => Expected[];

const plants: Record<string, Plant> = {
  island: (states, index, next) => {
    states[`island${index}`] = scene(next);
    return [['reachable', `island${index}`]];
  },
  behindAGuard: (states, index, next) => {
    states[`vault${index}`] = scene(next);
    addWay(states, `s${index}`, 'open.vault', { target: `vault${index}`, guard: never });
    return [['reachable', `vault${index}`]];
  },
  trap: (states, index) => {
    const [one, two] = [`one${index}`, `two${index}`];
    addWay(states, `s${index}`, 'step.in', { target: one });
    states[one] = decision({ over: { target: two }, stay: { target: one } });
    states[two] = decision({ back: { target: one }, stay: { target: two } });
    return [
      ['dead-end', one],
      ['dead-end', two],
    ];
  },
  round: (states, index) => {
    addWay(states, `s${index}`, 'go.round', { target: `round${index}` });
    states[`round${index}`] = scene(`again${index}`);
    states[`again${index}`] = scene(`round${index}`);
    return [
      ['dead-end', `round${index}`],
      ['dead-end', `again${index}`],
      ['loop', `round${index}`],
    ];
  },
  oneChoice: (states, index, next) => {
    addWay(states, `s${index}`, 'narrow', { target: `narrow${index}` });
    states[`narrow${index}`] = decision({
      on: { target: next },
      off: { target: next, guard: never },
    });
    return [['choices', `narrow${index}`]];
  },
  secrecy: (states, index, next) => {
    addWay(states, `s${index}`, 'promise', { target: next, meta: effect(['promise_secrecy']) });
    return [['SEQ-4', `s${index}`]];
  },
  graveAndWell: (states, index, next) => {
    const breaks = ['SEQ-4'];
    addWay(states, `s${index}`, 'copy', {
      target: next,
      meta: effect(['copy_image'], { quality: 'grave', breaks }),
    });
    return [
      ['SEQ-4', `s${index}`],
      ['coming-back', `s${index}`],
    ];
  },
  lateTelling: (states, index, next) => {
    addWay(states, `s${index}`, 'wait', { target: `hears${index}` });
    states[`hears${index}`] = scene(`night${index}`, { tags: ['disclosure'] });
    states[`night${index}`] = decision(
      {
        tell: { target: next, meta: effect(['tell_dsl', 'record']) },
        call: { target: next, meta: effect(['tell_dsl', 'record']) },
      },
      { tags: ['time_passes'] },
    );
    return [['SEQ-2', `hears${index}`]];
  },
  recordFirst: (states, index, next) => {
    addWay(states, `s${index}`, 'look.up', { target: `danger${index}` });
    states[`danger${index}`] = decision(
      {
        write: { target: `told${index}`, meta: effect(['record']) },
        ring: { target: `told${index}`, meta: effect(['call_999']) },
      },
      { tags: ['danger'] },
    );
    states[`told${index}`] = {
      ...scene(next),
      on: { next: { target: next, meta: effect(['tell_dsl']) } },
    };
    return [['SEQ-1', `danger${index}`]];
  },
  bareEnding: (states, index) => {
    addWay(states, `s${index}`, 'give.up', { target: `bare${index}` });
    states[`bare${index}`] = { ...ending('harmful'), tags: [] };
    return [['SEQ-21', `s${index}`]];
  },
};

function definitionOf(states: States): Definition {
  return {
    id: 'staff/planted',
    track: 'staff',
    theme: 'grooming',
    role: 'frontline',
    nations: ['england'],
    playerIsHarmed: false,
    machine: {
      id: 'scenario',
      context: { meters: { trust: 5, safety: 5, evidence: 5 }, flags: { erred: false } },
      initial: 's0',
      states,
    },
  } as unknown as Definition;
}

function errorsIn(states: States): string[] {
  const { proofs } = checkScenario({ definition: definitionOf(states), words: [], guides: [] });
  return proofs
    .filter(({ finding }) => finding.severity === 'error')
    .map(({ finding }) => `${finding.rule} ${finding.state}`)
    .sort();
}

test('a sound machine of any length has no errors', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (length) => {
      expect(errorsIn(soundStates(length))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('every fault that was planted is found, and nothing else', () => {
  const faults = fc.dictionary(fc.nat(9).map(String), fc.constantFrom(...Object.keys(plants)), {
    minKeys: 1,
    maxKeys: 6,
  });
  fc.assert(
    fc.property(faults, (planted) => {
      const length = 10;
      const states = soundStates(length);
      const expected = Object.entries(planted).flatMap(([key, kind]) => {
        const index = Number(key);
        return (plants[kind] as Plant)(
          states,
          index,
          index + 1 < length ? `s${index + 1}` : 'weigh',
        );
      });
      expect(errorsIn(states)).toEqual(expected.map((fault) => fault.join(' ')).sort());
    }),
    { numRuns: 300 },
  );
});
