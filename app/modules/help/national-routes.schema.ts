import { z } from 'zod';
import { nations, tracks } from '#scenarios/kit/vocabulary.ts';

const nationalRouteSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().min(1),
    phone: z
      .string()
      .regex(/^\d[\d ]*\d$/)
      .nullable(),
    // Emergency text takes no keyword, so the word may be absent.
    text: z
      .strictObject({ number: z.string().regex(/^\d+$/), word: z.string().min(1).nullable() })
      .nullable(),
    web: z.url({ protocol: /^https$/ }).nullable(),
    email: z.email().nullable(),
    audience: z.array(z.enum(tracks)).min(1),
    nations: z.array(z.enum(nations)).min(1),
    emergency: z.boolean(),
    shown: z.boolean(),
    status: z.enum(['unverified', 'verified']),
    last_verified: z.iso.date().nullable(),
    source: z.string().min(1),
  })
  .refine((route) => route.status !== 'verified' || route.last_verified !== null, {
    error: 'A verified route needs the date on which a person verified it',
    path: ['last_verified'],
  });

export const nationalRoutesSchema = z
  .array(nationalRouteSchema)
  .refine((routes) => new Set(routes.map((route) => route.id)).size === routes.length, {
    error: 'Route ids must be unique',
  });

export type NationalRoute = z.infer<typeof nationalRouteSchema>;
