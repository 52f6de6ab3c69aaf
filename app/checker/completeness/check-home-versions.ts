import type { Definition } from '#scenarios/kit/definition.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';

/** A newsletter promises no more. */
const mostMinutes = 3;

/** Whether each short version for home belongs to a parents' scenario that is there. */
export function checkHomeVersions(definitions: readonly Definition[]): Finding[] {
  const whole = new Set(
    definitions.flatMap(({ id, homeVersionOf }) => (homeVersionOf === undefined ? [id] : [])),
  );
  return definitions.flatMap(({ id, homeVersionOf, track, minutes }) => {
    const { found, add } = findingsFor(id, 'machine.json');
    const at = { rule: 'home-version', key: 'homeVersionOf' };
    if (homeVersionOf === undefined) return found;
    if (track !== 'parents' || !homeVersionOf.startsWith('parents/'))
      add({ ...at, message: 'Only parents’ scenarios have a version for home. Take this out.' });
    else if (!whole.has(homeVersionOf))
      add({
        ...at,
        message: `There is no scenario "${homeVersionOf}" here of which this could be the version for home.`,
      });
    if (minutes > mostMinutes)
      add({
        ...{ ...at, key: 'minutes', severity: 'warning' },
        message: `A version for home takes ${mostMinutes} minutes at most, since that is what its link promises.`,
      });
    return found;
  });
}
