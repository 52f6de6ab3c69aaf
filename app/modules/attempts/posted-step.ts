import { z } from 'zod';

/** What a scene's form posts. Unknown fields are ignored (design section 11). */
const postedStepSchema = z.object({
  step: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number),
  values: z.array(z.string().regex(/^[A-Za-z0-9.]{1,64}$/)).max(20),
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
