import { z } from 'zod';

/** How ids are written. Content ids are permanent: words change, ids do not. */
export const idSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'Use a camelCase id, such as "formTime".');
export const eventSchema = z
  .string()
  .regex(
    /^(?!xstate\.)[a-z0-9]+(\.[a-z0-9]+)*$/,
    'Use a lower-case id with dots, such as "take.phone"; names that begin with "xstate." are XState\'s own.',
  );
export const ruleIdSchema = z
  .string()
  .regex(/^[A-Z]{3}-[0-9]{1,2}$/, 'Use a rule id, such as "NUD-3".');
