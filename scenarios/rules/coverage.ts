import { z } from 'zod';
import coverageJson from './coverage.json' with { type: 'json' };

export const audiences = ['staff', 'dsl', 'head', 'parents', 'young-people', 'author'] as const;
export type Audience = (typeof audiences)[number];

/** Why no scenario teaches a rule to one of those whom it binds. */
const reasonsSchema = z.array(
  z.strictObject({
    rule: z.string().min(1),
    audiences: z.array(z.enum(audiences)).min(1),
    reason: z.string().min(1),
  }),
);

export const untaughtReasons = reasonsSchema.parse(coverageJson);
