import type { Definition } from '#scenarios/kit/definition.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import {
  decidingScenes,
  flattenGuide,
  type GuideFile,
  guideFileName,
} from '#scenarios/kit/guide.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { asSeen } from '#scenarios/kit/signs.ts';

const source = 'Design, section 6';
/** Nobody in the room is asked about themselves. */
const secondPerson = /\b(?:you|your|yours|yourself|yourselves|we|us|our|ours|ourselves)\b/i;
const fewestDecisions = 3;

/**
 * What a guide must not ask: its questions are about the people of the story, never about whoever is in
 * the room, who may be living it. Findings, empty when all is well.
 */
export function checkGuides({ definition, guides }: ScenarioSource): Finding[] {
  return guides.flatMap((file) => checkGuide(definition, file));
}

function checkGuide(definition: Definition, { locale, guide }: GuideFile): Finding[] {
  const { found, add } = findingsFor(definition.id, guideFileName(locale));
  if (!/^en\b/.test(locale)) return found;
  const asked = Object.keys(guide.questions).length;
  const wanted = Math.min(fewestDecisions, decidingScenes(definition).length);
  if (asked < wanted)
    add({
      ...{ rule: 'guide-questions', source, key: 'questions', severity: 'warning' },
      message: `There are questions on ${asked} decisions. Write three each for ${wanted} decisions at least.`,
    });
  for (const [key, blocks] of flattenGuide(guide)) {
    if (!key.startsWith('questions.')) continue;
    for (const { text } of blocks) {
      const seen = asSeen(text);
      if (!seen.trimEnd().endsWith('?'))
        add({
          ...{ rule: 'guide-questions', source, key },
          message: `“${text.slice(0, 60)}” is no question. End it with a question mark.`,
        });
      if (secondPerson.test(seen.replaceAll(/"[^"]*"/g, '')))
        add({
          ...{ rule: 'guide-questions', source, key },
          message: `“${text.slice(0, 60)}” asks whoever is in the room. Ask about the people of the story: somebody here may be living it.`,
        });
    }
  }
  return found;
}
