import { type AnyStateMachine, assign, setup } from 'xstate';
import type { Context, Definition } from './definition.ts';
import type { Action, Guard } from './guards.ts';
import { type Meter, meterRange } from './vocabulary.ts';

/**
 * Whether a guard of the vocabulary holds in a context. Pure. A guard outside the vocabulary cannot
 * arrive here: definitions are checked when they are loaded.
 */
export function guardHolds(guard: Guard, context: Context): boolean {
  switch (guard.type) {
    case 'flagIs':
      return (context.flags[guard.params.flag] ?? false) === guard.params.value;
    case 'meterAtLeast':
      return context.meters[guard.params.meter] >= guard.params.value;
    case 'meterBelow':
      return context.meters[guard.params.meter] < guard.params.value;
    case 'all':
      return guard.params.of.every((inner) => guardHolds(inner, context));
    case 'any':
      return guard.params.of.some((inner) => guardHolds(inner, context));
    case 'not':
      return !guardHolds(guard.params.guard, context);
  }
}

/** The context after an action of the vocabulary; meters stop at the ends of their range. Pure. */
export function applyAction(action: Action, context: Context): Context {
  if (action.type === 'setFlag') {
    const { flag, value } = action.params;
    return { ...context, flags: { ...context.flags, [flag]: value } };
  }
  const { meter, by } = action.params;
  return { ...context, meters: { ...context.meters, [meter]: clamp(context.meters[meter] + by) } };
}

function clamp(value: number): number {
  return Math.min(meterRange.max, Math.max(meterRange.min, value));
}

type FlagParams = { flag: string; value: boolean };
type MeterParams = { meter: Meter; value: number };

const base = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: {
    flagIs: ({ context }, params: FlagParams) => guardHolds({ type: 'flagIs', params }, context),
    meterAtLeast: ({ context }, params: MeterParams) =>
      guardHolds({ type: 'meterAtLeast', params }, context),
    meterBelow: ({ context }, params: MeterParams) =>
      guardHolds({ type: 'meterBelow', params }, context),
    all: ({ context }, params: { of: Guard[] }) => guardHolds({ type: 'all', params }, context),
    any: ({ context }, params: { of: Guard[] }) => guardHolds({ type: 'any', params }, context),
    not: ({ context }, params: { guard: Guard }) => guardHolds({ type: 'not', params }, context),
  },
  actions: {
    setFlag: assign(({ context }, params: FlagParams) =>
      applyAction({ type: 'setFlag', params }, context),
    ),
    adjustMeter: assign(({ context }, params: { meter: Meter; by: number }) =>
      applyAction({ type: 'adjustMeter', params }, context),
    ),
  },
});

/**
 * The XState machine of a checked definition, with the kit's guards and actions. Throws when a
 * target does not exist, which a checked definition rules out.
 */
export function createScenarioMachine(definition: Definition): AnyStateMachine {
  // The config is data of the allowed subset; XState's types want literal state names, which data has not.
  return base.createMachine(definition.machine as never) as unknown as AnyStateMachine;
}
