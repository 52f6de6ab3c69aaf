import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Context, StateConfig } from '#scenarios/kit/definition.ts';
import { asList, landingOf, resolveTarget, type StateNode } from '#scenarios/kit/graph.ts';
import type { Action } from '#scenarios/kit/guards.ts';
import { applyAction, guardHolds } from '#scenarios/kit/machine.ts';
import { createKindsSource } from '#tests/factories/kinds.ts';
import {
  createScenarioSource,
  createWording,
  readRealScenario,
} from '#tests/factories/scenario.ts';
import { answerAt, decisions, deepFreeze, walk } from '#tests/factories/walks.ts';
import { choose, openChoices, resume } from './choose.ts';
import { explain } from './explain.ts';
import { project } from './project.ts';
import { prepareScenario, type Scenario } from './scenario.ts';
import { hasEnded, type Snapshot, snapshotSchema, start } from './snapshot.ts';

// A busy machine may take its time over thousands of steps.
vi.setConfig({ testTimeout: 60_000 });

const sources = {
  'the real scenario': readRealScenario(),
  'the tiny one': createScenarioSource(),
  'the one of further kinds': createKindsSource(),
};
const cases = Object.entries(sources).map(([name, source]) => ({
  name,
  source,
  scenario: prepareScenario(deepFreeze(source.definition)),
}));
const overJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test.each(cases)(
  'in $name, playing the recorded steps again leads to the same snapshot',
  ({ scenario }) => {
    fc.assert(
      fc.property(decisions, (numbers) => {
        const { steps, last } = walk(scenario, numbers);
        expect(resume(scenario, overJson(steps.map(({ taken }) => taken)))).toEqual(last);
      }),
    );
  },
);

test.each(cases)(
  'in $name, a snapshot that was stored and read goes on as if it had not been',
  ({ scenario }) => {
    fc.assert(
      fc.property(decisions, (numbers) => {
        const straight = walk(scenario, numbers);
        let stored = overJson(start(scenario));
        for (const { taken, effect, after } of straight.steps) {
          const chosen = choose(scenario, snapshotSchema.parse(stored), taken.values);
          expect(chosen).toEqual({ ok: true, snapshot: after, taken, effect });
          if (chosen.ok) stored = overJson(chosen.snapshot);
        }
        expect(stored).toEqual(straight.last);
      }),
    );
  },
);

test.each(cases)('in $name, a step changes nothing that went into it', ({ scenario }) => {
  fc.assert(
    fc.property(decisions, (numbers) => {
      let now = deepFreeze(start(scenario));
      for (const number of numbers) {
        if (hasEnded(scenario, now)) break;
        const chosen = choose(scenario, now, deepFreeze(answerAt(scenario, now, number)));
        if (!chosen.ok) throw new Error(chosen.reason);
        now = deepFreeze(chosen.snapshot);
      }
    }),
  );
});

test.each(cases)(
  'in $name, XState goes the way that the kit’s own guards and actions say',
  ({ scenario }) => {
    fc.assert(
      fc.property(decisions, (numbers) => {
        const { first, steps } = walk(scenario, numbers);
        expect(first).toEqual(
          arrive(scenario, null, scenario.definition.machine.initial, firstContext(scenario)),
        );
        for (const { before, taken, effect, after } of steps) {
          const node = nodeAt(scenario, before.path);
          expect(openChoices(scenario, before)).toEqual(openByHand(node.config, before.context));
          expect(after).toEqual(stepByHand(scenario, before, taken.choice));
          expect(effect).toEqual(
            transitionByHand(node.config, taken.choice, before.context)?.meta ?? null,
          );
        }
      }),
    );
  },
);

test.each(cases)(
  'in $name, whatever is posted is taken or refused, and never an exception',
  ({ scenario }) => {
    const posted = fc.array(fc.oneof(fc.string(), fc.constantFrom('next', '*', '', '__proto__')), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(decisions, posted, (numbers, values) => {
        const { last } = walk(scenario, numbers);
        expect(choose(scenario, last, values)).toHaveProperty('ok');
      }),
    );
  },
);

test.each(cases)(
  'in $name, every step of a walk can be shown and explained',
  ({ scenario, source }) => {
    const wording = createWording(source);
    fc.assert(
      fc.property(decisions, (numbers) => {
        const { first, steps, last } = walk(scenario, numbers);
        for (const at of [first, ...steps.map(({ after }) => after)]) {
          const view = project(scenario, at, wording);
          expect(view.parts.length + view.messages.length, at.path).toBeGreaterThan(0);
          if (view.kind === 'decision' || view.kind === 'rephrase')
            expect(view.choices.length, at.path).toBeGreaterThan(0);
        }
        const story = explain(
          scenario,
          steps.map(({ taken }) => taken),
          wording,
        );
        expect(story.ending).toEqual(last);
        expect(story.steps.map(({ meters }) => meters)).toEqual(
          steps.map(({ after }) => after.context.meters),
        );
      }),
      { numRuns: 60 },
    );
  },
);

// A second way to run a definition, without XState: slower to trust, easy to read.

function firstContext({ definition }: Scenario): Context {
  return definition.machine.context;
}

function nodeAt(scenario: Scenario, path: string): StateNode {
  const node = scenario.states.get(path);
  if (!node) throw new Error(`No state "${path}"`);
  return node;
}

function transitionByHand(config: StateConfig, event: string, context: Context) {
  return asList(config.on?.[event]).find(({ guard }) => !guard || guardHolds(guard, context));
}

function openByHand(config: StateConfig, context: Context): string[] {
  return Object.keys(config.on ?? {}).filter((event) => transitionByHand(config, event, context));
}

function stepByHand(scenario: Scenario, { path, context }: Snapshot, event: string): Snapshot {
  const node = nodeAt(scenario, path);
  const transition = transitionByHand(node.config, event, context);
  if (!transition) throw new Error(`"${event}" is not open at "${path}"`);
  return arrive(scenario, node, transition.target, act(transition.actions, context));
}

function arrive(
  scenario: Scenario,
  from: StateNode | null,
  target: string,
  context: Context,
): Snapshot {
  const path = from ? resolveTarget(scenario.states, from, target) : target;
  const landing = path && landingOf(scenario.states, path);
  if (!path || !landing) throw new Error(`No target "${target}"`);
  const node = nodeAt(scenario, landing);
  const entered = enteredOnTheWay(from, path, node);
  const there = entered.reduce((now, { config }) => act(config.entry, now), context);
  const passing = asList(node.config.always).find(
    ({ guard }) => !guard || guardHolds(guard, there),
  );
  return passing
    ? arrive(scenario, node, passing.target, act(passing.actions, there))
    : { path: landing, context: there };
}

/** All states around the landing, outermost first, but those around both the target and where one was. */
function enteredOnTheWay(from: StateNode | null, target: string, landing: StateNode): StateNode[] {
  if (from?.path === target) return [];
  const stayed = around(from?.parent ?? null).filter(({ path }) => target.startsWith(`${path}.`));
  return around(landing)
    .filter((node) => !stayed.includes(node))
    .reverse();
}

function around(node: StateNode | null): StateNode[] {
  return node ? [node, ...around(node.parent)] : [];
}

function act(actions: Action[] | undefined, context: Context): Context {
  return (actions ?? []).reduce((now, action) => applyAction(action, now), context);
}
