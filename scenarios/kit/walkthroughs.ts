import { z } from 'zod';
import { type Finding, findingsFor } from './findings.ts';
import { readValue } from './read-value.ts';
import { textProblems } from './text-problems.ts';
import { ratings } from './vocabulary.ts';

/**
 * The contract of `walkthroughs.json`: named play-throughs, with the values chosen at each step (as
 * the form posts them: one choice, the marked items of a spot, or all items of an order), the scenes passed, the ending
 * reached and its rating. `choices` and `passes` have the same length.
 */
export const walkthroughsSchema = z
  .array(
    z
      .strictObject({
        name: z.string().min(1),
        choices: z.array(z.array(z.string())).min(1),
        passes: z.array(z.string()).min(1),
        ending: z.string().min(1),
        rating: z.enum(ratings),
      })
      .refine(({ choices, passes }) => choices.length === passes.length, {
        error: 'One scene is passed for each choice: "choices" and "passes" must be equally long.',
        path: ['passes'],
      }),
  )
  .min(1);

export type Walkthrough = z.infer<typeof walkthroughsSchema>[number];

/**
 * Reads `walkthroughs.json`. A scenario without one can be played, but nobody can review it; null is
 * one that could not be read, which was told already. Never throws: what is wrong is a finding.
 */
export function readWalkthroughs(
  folder: string,
  text: string | null | undefined,
): { walkthroughs: Walkthrough[]; findings: Finding[] } {
  const finder = findingsFor(folder, 'walkthroughs.json');
  if (text === undefined) {
    finder.add({
      rule: 'file-missing',
      severity: 'warning',
      message:
        'The file walkthroughs.json is missing. Write named play-throughs, so that a safeguarding reviewer can read how the story goes.',
    });
    return { walkthroughs: [], findings: finder.found };
  }
  if (text === null) return { walkthroughs: [], findings: [] };
  const walkthroughs = readValue(text, walkthroughsSchema, finder) ?? [];
  for (const [index, { name }] of walkthroughs.entries())
    for (const { rule, message } of textProblems(name))
      finder.add({ rule, key: `${index}.name`, message });
  return { walkthroughs, findings: finder.found };
}
