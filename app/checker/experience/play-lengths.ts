import type { SceneWords } from '#scenarios/kit/words.ts';
import type { Leaf } from '../compile.ts';
import { type Exploration, leafOf } from '../explore.ts';
import type { Prover } from '../prover.ts';

/** A calm reader of plain English, and the time it takes to weigh one choice. Rough on purpose. */
const wordsPerMinute = 180;
const minutesPerChoice = 10 / 60;

export type PlayLengths = { shortest: number; longest: number; loops: boolean };

/** Minutes of the shortest and the longest path from start to an ending; `null` without an ending. */
export function playLengths(prover: Prover): PlayLengths | null {
  const { exploration } = prover;
  const minutes = new Map(
    exploration.machine.leaves.map((leaf) => [leaf, minutesIn(leaf, prover.wordsAt(leaf.path))]),
  );
  const cost = (config: number) => minutes.get(leafOf(exploration, config)) ?? 0;
  const shortest = best(exploration, cost, Math.min);
  if (shortest === null) return null;
  const { order, loops } = onward(exploration);
  const longest = best({ ...exploration, edges: order }, cost, Math.max);
  return { shortest, longest: longest ?? shortest, loops };
}

/** The least or the most that is still to come, from each configuration to an ending. */
function best(
  { configs, edges }: Exploration,
  cost: (config: number) => number,
  better: (a: number, b: number) => number,
): number | null {
  const totals: (number | null)[] = configs.map(({ leaf }, config) =>
    leaf.isFinal ? cost(config) : null,
  );
  for (let changed = true; changed; ) {
    changed = false;
    for (let config = configs.length - 1; config >= 0; config -= 1)
      for (const { to } of edges[config] ?? []) {
        const rest = totals[to];
        if (rest === null || rest === undefined) continue;
        const total = rest + cost(config);
        const before = totals[config] ?? null;
        if (before !== null && better(before, total) === before) continue;
        totals[config] = total;
        changed = true;
      }
  }
  return totals[0] ?? null;
}

/** The edges without those that lead back to where a walk has been: a longest path needs an end. */
function onward({ configs, edges }: Exploration): { order: Exploration['edges']; loops: boolean } {
  const state = new Uint8Array(configs.length);
  const order: Exploration['edges'] = configs.map(() => []);
  const stack: [config: number, next: number][] = [[0, 0]];
  let loops = false;
  state[0] = 1;
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const [config] = top;
    const edge = edges[config]?.[top[1]];
    top[1] += 1;
    if (!edge) {
      state[config] = 2;
      stack.pop();
    } else if (state[edge.to] === 1) loops = true;
    else {
      order[config]?.push(edge);
      if (state[edge.to] === 0) {
        state[edge.to] = 1;
        stack.push([edge.to, 0]);
      }
    }
  }
  return { order, loops };
}

function minutesIn(leaf: Leaf, words: SceneWords | undefined): number {
  const choices = leaf.choices.length > 1 ? minutesPerChoice : 0;
  return countWords(words) / wordsPerMinute + choices;
}

/** What is on the screen of a scene, and about one of the results that follow it. */
function countWords(words: SceneWords | undefined): number {
  if (!words) return 0;
  const { choices = {}, ...shown } = words;
  const results = Object.values(choices).map(({ result }) => wordsIn(result));
  const labels = Object.values(choices).map(({ label }) => label);
  return wordsIn(shown) + wordsIn(labels) + Math.max(0, ...results);
}

function wordsIn(value: unknown): number {
  if (typeof value === 'string') return value.split(/\s+/).filter(Boolean).length;
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce((sum: number, inner) => sum + wordsIn(inner), 0);
}
