import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import { guideFileName } from '#scenarios/kit/guide.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { completeness } from '#scenarios/rules/completeness.ts';
import { topicsTold } from './content-note.ts';

/**
 * What people choose a scenario by, and what whoever leads a group needs: the 4Cs, the strands, the hard
 * topics that its words tell of, a guide. Findings are warnings: it can be played without.
 */
export function checkCatalogue({ definition, words, guides }: ScenarioSource): Finding[] {
  const { found, add } = findingsFor(definition.id, 'machine.json');
  for (const [key, named] of [
    ['fourCs', 'of the 4Cs'],
    ['strands', 'of the strands of Education for a Connected World'],
  ] as const)
    if (definition[key].length === 0)
      add({
        ...{ rule: 'catalogue', key, severity: 'warning' },
        message: `"${key}" names none ${named} that this scenario practises. Name one at least, so that it can be found.`,
      });
  const told = new Set(words.flatMap((file) => topicsTold(definition, file)));
  for (const { id, topic } of completeness.notes)
    if (told.has(id) && !definition.contains.includes(id))
      add({
        ...{ rule: 'catalogue', key: 'contains', severity: 'warning' },
        message: `The words tell of ${topic}, and "contains" does not name "${id}". Add it, so that whoever wants to leave such stories out can.`,
      });
  if (definition.homeVersionOf === undefined)
    for (const locale of definition.locales)
      if (!guides.some((guide) => guide.locale === locale) && /^en\b/.test(locale))
        add({
          ...{ rule: 'guide', key: null, severity: 'warning' },
          message: `There is no ${guideFileName(locale)} for whoever leads a group. Write one.`,
        });
  return found;
}
