import { z } from 'zod';

/** A number of steps, as a form writes it. What is absent or empty is none, and not the first. */
export const stepSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number);

/**
 * What a scene's form posts. Unknown fields are ignored, and so are the values of an older page
 * (design section 11): whether a value is a choice here is for the simulation to say.
 */
const postedStepSchema = z.object({
  step: stepSchema,
  values: z.array(z.string()),
});

export type PostedStep = z.infer<typeof postedStepSchema>;

/** The step that a form carries, or `null` when it is not one that any scene could have sent. */
export function readPostedStep(form: FormData): PostedStep | null {
  const parsed = postedStepSchema.safeParse({
    step: form.get('step'),
    values: form.getAll('choice'),
  });
  return parsed.success ? parsed.data : null;
}

export const attemptIdSchema = z.uuid();
