import { z } from 'zod';
import { oneLine } from '../organisation/forms.ts';

/** What can be wrong with a form that signs, and in which field it is mended. */
export const approvalProblems = {
  nameMissing: 'name',
  nameLong: 'name',
  titleMissing: 'title',
  titleLong: 'title',
  languagesMissing: 'languages',
  notRead: 'read',
} as const;
export type ApprovalProblem = keyof typeof approvalProblems;

const problem = (name: ApprovalProblem) => name;

const ids = z.array(z.uuid());

/** A form as it came. `version` and `texts` are what its page showed; `null` where that is unreadable. */
export const typedApprovalSchema = z.object({
  name: oneLine,
  title: oneLine,
  languages: z.array(z.string().max(40)).catch([]),
  read: z.literal('on').nullable().catch(null),
  version: z.uuid().nullable().catch(null),
  texts: z
    .string()
    .catch('')
    .transform((text) => ids.safeParse(text.split(',')).data ?? null),
});
export type TypedApproval = z.infer<typeof typedApprovalSchema>;

export function readApprovalForm(form: FormData): TypedApproval {
  return typedApprovalSchema.parse({
    ...Object.fromEntries(form),
    languages: form.getAll('languages'),
  });
}

/** As it must be to be signed. `languages` are some of those that there are. */
export const approvalSchema = z.object({
  name: z.string().min(1, problem('nameMissing')).max(120, problem('nameLong')),
  title: z.string().min(1, problem('titleMissing')).max(120, problem('titleLong')),
  languages: z.array(z.string()).min(1, problem('languagesMissing')),
  read: z.literal('on', problem('notRead')),
});
