import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { type Rating, ratings } from '#scenarios/kit/vocabulary.ts';
import type { Leaf } from '../compile.ts';
import { type Edge, leafOf } from '../explore.ts';
import type { Prover } from '../prover.ts';
import { visits } from '../search.ts';
import { checkIdleChoices } from './idle-choices.ts';
import { playLengths } from './play-lengths.ts';
import { randomShares } from './random-play.ts';
import { checkTellingAnswers } from './telling-answers.ts';

/** How a scenario plays: information for its author, never a reason to refuse. */
export function checkExperience(prover: Prover, source: ScenarioSource) {
  if (!prover.exploration.whole) return;
  const [words] = source.words;
  const lengths = words ? playLengths(source, words) : null;
  if (lengths)
    prover.inform(
      'length',
      `A path to the best ending takes about ${range(lengths.good)} to read and play, any other up to ${minutes(lengths.longest)}${lengths.loops ? ', going round nowhere twice' : ''}; machine.json says ${prover.definition.minutes}.`,
    );
  prover.inform('random-play', sayShares(randomShares(prover.exploration)));
  checkIdleChoices(prover);
  checkTellingAnswers(prover, source);
  checkSensibleEndings(prover);
}

function range({ shortest, longest }: { shortest: number; longest: number }): string {
  const [least, most] = [minutes(shortest), minutes(longest)];
  return least === most ? most : `${least.split(' ')[0]} to ${most}`;
}

function minutes(count: number): string {
  const rounded = Math.max(1, Math.round(count));
  return rounded === 1 ? '1 minute' : `${rounded} minutes`;
}

function sayShares(shares: ReadonlyMap<Rating, number>): string {
  const parts = ratings.map((rating) => `${rating} ${percent(shares.get(rating) ?? 0)}`);
  return `Somebody who chooses at random ends: ${parts.join(', ')}.`;
}

function percent(share: number): string {
  return share > 0 && share < 0.005 ? 'under 1 %' : `${Math.round(share * 100)} %`;
}

/** Sensible play errs once at most. */
function checkSensibleEndings(prover: Prover) {
  const { exploration } = prover;
  const sensible = new Set<Leaf>();
  const follower = {
    start: 0,
    next: (errors: number, { step }: Edge) => {
      const after = errors + (step.effect?.breaks.length ? 1 : 0);
      return after > 1 ? null : after;
    },
  };
  for (const { config } of visits(exploration, follower)) sensible.add(leafOf(exploration, config));
  const endings = new Set(
    exploration.configs.map(({ leaf }) => leaf).filter(({ isFinal }) => isFinal),
  );
  for (const leaf of endings)
    if (!sensible.has(leaf))
      prover.inform(
        'senseless-ending',
        `Only somebody who errs at least twice comes to "${leaf.path}".`,
        leaf,
      );
}
