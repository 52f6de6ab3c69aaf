import type { Rating } from '#scenarios/kit/vocabulary.ts';
import { answersOf } from '../answers.ts';
import type { Leaf } from '../compile.ts';
import { type Exploration, leafOf } from '../explore.ts';

/** After so many rounds nearly nobody is still on the way; what is left is shared out as the rest. */
const rounds = 2_000;
const nobody = 1e-9;

/**
 * The share of endings by rating when every choice is made at random: each open choice alike, and in
 * scored scenes each raw answer alike. Shares add up to 1.
 */
export function randomShares(exploration: Exploration): Map<Rating, number> {
  const { edges } = exploration;
  const weights = edges.map((list, config) => weightsOf(leafOf(exploration, config), list));
  const shares = new Map<Rating, number>();
  let present = new Map([[0, 1]]);
  for (let round = 0; round < rounds && present.size > 0; round += 1) {
    const after = new Map<number, number>();
    for (const [config, share] of present) {
      const scene = leafOf(exploration, config).scene;
      if (scene?.kind === 'ending')
        shares.set(scene.rating, (shares.get(scene.rating) ?? 0) + share);
      for (const [index, { to }] of (edges[config] ?? []).entries()) {
        const part = share * (weights[config]?.[index] ?? 0);
        if (part > nobody) after.set(to, (after.get(to) ?? 0) + part);
      }
    }
    present = after;
  }
  const arrived = [...shares.values()].reduce((sum, share) => sum + share, 0);
  return new Map([...shares].map(([rating, share]) => [rating, share / arrived]));
}

function weightsOf(leaf: Leaf, list: { step: { event: string } }[]): number[] {
  const answers = answersOf(leaf.scene);
  const raw = list.map(({ step }) => answers.get(step.event)?.share ?? 1);
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => weight / sum);
}
