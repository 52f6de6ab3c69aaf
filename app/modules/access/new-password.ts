import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { passwordLength } from './better-auth.server.ts';

export type PasswordProblem = 'short' | 'long' | 'common' | 'guessable' | 'different';

/** From here on guessing is slow even for somebody who holds the hash; the scale ends at 4. */
const leastScore = 3;
const leastOfOnesOwn = 6;
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
  return restOf(password, known).length < leastOfOnesOwn ? 'guessable' : null;
}

/** What is left of a password without the words that somebody who knows its owner would try. */
function restOf(password: string, known: string[]): string {
  const words = [
    'signpost',
    'safeguarding',
    ...known.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)),
  ]
    .filter(({ length }) => length > 2)
    .map((word) => word.toLowerCase())
    .toSorted((a, b) => b.length - a.length);
  return words.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase());
}
