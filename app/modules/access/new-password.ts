import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { passwordLength } from './better-auth.server.ts';

export type PasswordProblem = 'short' | 'long' | 'common' | 'guessable' | 'different';

/** From here on guessing is slow even for somebody who holds the hash; the scale ends at 4. */
const leastScore = 3;
/** So many guesses must be left where all that is known of the owner is taken away. */
const leastOfOnesOwn = 1e6;
let estimator: ZxcvbnFactory | undefined;

/**
 * What is wrong with a new password; `null` when nothing is. Length, a list of common passwords and
 * what is known of its owner decide, never which characters it has (NCSC, NIST SP 800-63B).
 */
export function passwordProblem(
  password: string,
  again: string,
  known: string[],
): PasswordProblem | null {
  if (password.length < passwordLength.least) return 'short';
  if (password.length > passwordLength.most) return 'long';
  if (password !== again) return 'different';
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  if (estimator.check(password).score < leastScore) return 'common';
  const words = wordsOf(known);
  const isGuessable = estimator.check(password, words).score < leastScore;
  const { guesses } = estimator.check(ownPartOf(password, words), words);
  return isGuessable || guesses < leastOfOnesOwn ? 'guessable' : null;
}

/** The words that somebody who knows its owner would try, the longest first. */
function wordsOf(known: string[]): string[] {
  return ['signpost', 'safeguarding', ...known.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))]
    .filter(({ length }) => length > 2)
    .map((word) => word.toLowerCase())
    .toSorted((a, b) => b.length - a.length);
}

/** What is left without those words. Signs, years and what is typed twice are nobody's own. */
function ownPartOf(password: string, words: string[]): string {
  const letters = password.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
  return words
    .reduce((rest, word) => rest.replaceAll(word, ''), letters)
    .replaceAll(/(?:19|20)\d\d/g, '')
    .replaceAll(/(.)\1+/gu, '$1');
}
