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

/** What was sent and not taken, to be shown again with the page that comes back. */
export function sentBack(form: FormData) {
  return { values: choicesOf(form), move: null };
}

/**
 * The items of an `order` after a press on "Up" or "Down" where no script runs, and the button that was
 * pressed; `null` when nothing of the kind was. Nothing is recorded: the page comes back with the item
 * moved.
 */
export function readMove(form: FormData) {
  const move = form.get('move');
  if (typeof move !== 'string') return null;
  const [, way, id] = move.match(/^(up|down)\.(\w+)$/) ?? [];
  if (!way || !id) return null;
  const values = choicesOf(form);
  const from = values.indexOf(id);
  const to = way === 'up' ? from - 1 : from + 1;
  const neighbour = values[to];
  if (from < 0 || neighbour === undefined) return { values, move };
  return { values: values.with(from, neighbour).with(to, id), move };
}

function choicesOf(form: FormData): string[] {
  return form.getAll('choice').filter((value) => typeof value === 'string');
}
