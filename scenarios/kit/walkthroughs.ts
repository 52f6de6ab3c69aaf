import { z } from 'zod';
import { ratings } from './vocabulary.ts';

/**
 * The contract of `walkthroughs.json`: named play-throughs, with the values chosen at each step (as
 * the form posts them: one choice, or the marked items of a spot), the scenes passed, the ending
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
