import { z } from 'zod';

export type PersonProblem =
  | 'name'
  | 'email'
  | 'emailTaken'
  | 'staffNumber'
  | 'staffNumberTaken'
  | 'group'
  | 'from'
  | 'until'
  | 'left'
  | 'role'
  | 'lastAdministrator'
  | 'changedMeanwhile';
const line = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .max(most)
        .regex(/^\P{Cc}*$/u),
    );
const optional = <S extends z.ZodType<string>>(schema: S) =>
  z.union([z.literal('').transform(() => null), schema]);

export const personSchema = z.object({
  name: line(120).pipe(z.string().min(1)),
  email: line(254).pipe(optional(z.email().transform((email) => email.toLowerCase()))),
  staffNumber: line(40).transform((text) => text || null),
  groups: z.array(line(80).pipe(z.string().min(1))).max(20),
});
export type PersonValues = z.infer<typeof personSchema>;

/** What was typed of a person, or the first field that is wrong. */
export function readPersonForm(form: FormData): PersonValues | { problem: PersonProblem } {
  const text = (name: string) => String(form.get(name) ?? '');
  const typed = personSchema.safeParse({
    name: text('name'),
    email: text('email'),
    staffNumber: text('staffNumber'),
    groups: text('groups')
      .split(/[;,]/)
      .map((group) => group.trim())
      .filter(Boolean),
  });
  if (typed.success) return typed.data;
  const field = typed.error.issues[0]?.path[0];
  return { problem: field === 'groups' ? 'group' : (field as PersonProblem) };
}
