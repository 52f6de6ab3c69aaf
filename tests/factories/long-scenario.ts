import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { smallScenario } from './small-scenario.ts';

/**
 * A sound scenario with about so many states: decisions in a row, each with a slip that can be put
 * right, and flags that are remembered for a while. For measuring, not for reading.
 */
export function longScenario(states: number): ScenarioSource {
  const stations = Math.floor(states / 2);
  const story = Array.from({ length: stations }, (_, index) => station(index, stations));
  return smallScenario([...story, weigh].join('\n'), { opening: false });
}

const flags = ['early', 'calm', 'late'];

function station(index: number, stations: number): string {
  const next = index + 1 < stations ? `s${index + 1}` : 'weigh';
  const flag = flags[index % flags.length];
  return `
s${index}
  ask: ask_open, ${index % 7 === 0 ? `sets ${flag}` : `clears ${flag}`} -> ${next}
  hear: if ${flags[(index + 1) % flags.length]} -> ${next}
  stay: listen -> ${next}
  slip: minimise, breaks NUD-10, sets erred -> m${index}
m${index}
  mend: support, repairs NUD-10 -> ${next}
  leave -> badly`;
}

const weigh = `
weigh
  always: if erred -> fair
  always -> well`;
