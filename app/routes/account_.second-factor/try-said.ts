import type { TryProblem } from '#app/modules/access/account.server.ts';

type Wrong = 'second.wrongPassword' | 'second.wrongCode' | 'second.notMade';

/** What is said of a try that failed: what to look at again, or that it was one too many. */
export function trySaid<W extends Wrong>(problem: TryProblem, wrong: W) {
  return problem === 'too-many' ? 'second.tooMany' : wrong;
}
