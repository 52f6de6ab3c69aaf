import { z } from 'zod';

/** One line as somebody typed it: spaces are single, and what is neither seen nor storable is gone. */
export const oneLine = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim());

/** What is wrong with a form, in names of ours: the first thing about each field. */
export function problemsOf<P extends string>(error: z.ZodError, fields: Record<P, string>): P[] {
  const found = error.issues
    .map(({ message }) => message)
    .filter((message): message is P => Object.hasOwn(fields, message));
  const isFirst = (problem: P, index: number) =>
    found.findIndex((other) => fields[other] === fields[problem]) === index;
  return found.filter(isFirst);
}
