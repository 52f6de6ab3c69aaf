import type { AnyStateMachine } from 'xstate';
import type { Definition } from '#scenarios/kit/definition.ts';
import { indexStates, type StateNode } from '#scenarios/kit/graph.ts';
import { createScenarioMachine } from '#scenarios/kit/machine.ts';

/** A definition ready to run: its machine, and its states by dotted path. Make it once and keep it. */
export type Scenario = {
  definition: Definition;
  machine: AnyStateMachine;
  states: ReadonlyMap<string, StateNode>;
};

/**
 * Prepares a checked definition. Throws when the definition is broken, which `readScenario` of the
 * kit rules out.
 */
export function prepareScenario(definition: Definition): Scenario {
  return {
    definition,
    machine: createScenarioMachine(definition),
    states: indexStates(definition),
  };
}
