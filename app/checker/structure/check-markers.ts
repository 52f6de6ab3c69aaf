import type { Tag } from '#scenarios/kit/vocabulary.ts';
import type { Prover } from '../prover.ts';

/**
 * A marker left out would silence a rule: what a scenario says of itself must be marked in its scenes,
 * and the other way round. Sources: SEQ-15 and SEQ-22.
 */
export function checkMarkers(prover: Prover) {
  const { theme, playerIsHarmed } = prover.definition;
  const has = (tag: Tag) => prover.exploration.machine.leaves.some(({ tags }) => tags.has(tag));
  const missing = (message: string) => prover.reportAt('marker', null, [], message);
  if (theme === 'online-blackmail' && !has('blackmail'))
    missing(
      'The theme is online blackmail, and no scene has the tag "blackmail". Tag the scene in which it begins, so that SEQ-15 can be checked.',
    );
  if (has('harm') && !playerIsHarmed)
    missing(
      'A scene has the tag "harm", which is for stories whose player is harmed. Write "playerIsHarmed": true, or take the tag out.',
    );
}
