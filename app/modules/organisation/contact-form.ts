import { z } from 'zod';
import { oneLine } from './forms.ts';

/** What can be wrong with a contact, and in which field it is mended. */
export const contactProblems = {
  nameMissing: 'name',
  nameLong: 'name',
  reachMissing: 'phone',
  phoneShape: 'phone',
  phoneLong: 'phone',
  emailShape: 'email',
  emailLong: 'email',
} as const;
export type ContactProblem = keyof typeof contactProblems;

const problem = (name: ContactProblem) => name;

const phone = oneLine
  // Hyphens are how many people write a number, and mean nothing in it.
  .transform((text) => text.replaceAll(/\s*[-‐‑–]\s*/g, ' '))
  .pipe(
    z
      .string()
      .max(40, problem('phoneLong'))
      .regex(/^([+()\s]*\d[+()\s\d]*(ext\.?\s*\d+)?)?$/i, problem('phoneShape')),
  );

const isAddress = (text: string) => z.email().safeParse(text).success;
const email = oneLine.pipe(
  z
    .string()
    .max(254, problem('emailLong'))
    .refine((text) => text === '' || isAddress(text), problem('emailShape')),
);

/** A contact as it is typed; what is left empty is not there. */
export const contactSchema = z
  .object({
    name: oneLine.pipe(z.string().min(1, problem('nameMissing')).max(120, problem('nameLong'))),
    phone,
    email,
  })
  .refine(({ phone, email }) => phone !== '' || email !== '', problem('reachMissing'))
  .transform(({ name, phone, email }) => ({ name, phone: phone || null, email: email || null }));

/** What stands in the fields of a form that comes back. */
export const typedContactSchema = z.object({ name: oneLine, phone: oneLine, email: oneLine });
export type TypedContact = z.infer<typeof typedContactSchema>;
