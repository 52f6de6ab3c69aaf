import { z } from 'zod';
import { hardTopics, nations, themes, tracks } from '../kit/vocabulary.ts';
import { routeGroups } from './groups.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const page = z.url({ protocol: /^https$/ });

/** After which stories an ending names it: any, or those of a theme or with a hard thing in them. */
const offered = z.union([
  z.literal('always'),
  z.array(z.enum([...new Set([...themes, ...hardTopics])])).min(1),
]);

const routeSchema = z
  .strictObject({
    id,
    name: z.string().min(1),
    /** How texts name it, other than by its number; Easy Read keeps it by any of these. */
    saidAs: z.array(z.string().regex(/^[A-Z][\w -]*$/)).default([]),
    group: z.enum(routeGroups),

    // What its operator's own page says, and a person confirms there.
    phone: z
      .string()
      .regex(/^\d[\d ]*\d$/)
      .nullable()
      .default(null),
    /** What to choose once somebody, or a machine, answers. */
    option: z.int().min(0).max(9).nullable().default(null),
    // Emergency text takes no keyword, so the word may be absent.
    text: z
      .strictObject({ number: z.string().regex(/^\d+$/), word: z.string().min(1).nullable() })
      .nullable()
      .default(null),
    web: page.nullable().default(null),
    email: z.email().nullable().default(null),
    /** The route by which one gets there, where it has no way of its own. */
    via: id.nullable().default(null),
    /** For people below this age. */
    under: z.int().min(1).max(120).nullable().default(null),
    hours: z.enum(['any', '9-to-5']).nullable().default(null),
    audience: z.array(z.enum(tracks)).min(1),
    nations: z.array(z.enum(nations)).min(1),

    offered: z.partialRecord(z.enum(tracks), offered),
    emergency: z.boolean(),
    /** In wide public use: shown before a person has confirmed it (reference, section 4). */
    wellKnown: z.boolean(),
    /** Shown whatever anybody says of it: GEN-1 and SEQ-20 promise it on every screen. */
    neverHidden: z.boolean().default(false),
    /** Where its operator writes about it, if that is not `web`. */
    page: page.nullable().default(null),
    source: z.string().min(1),
    status: z.enum(['unverified', 'verified']),
    last_verified: z.iso.date().nullable(),
  })
  .refine((route) => (route.status === 'verified') === (route.last_verified !== null), {
    error: 'A verified route has the date on which a person verified it, and no other has one',
    path: ['last_verified'],
  })
  .refine(({ phone, text, web, email, via }) => phone ?? text ?? web ?? email ?? via, {
    error: 'Say how it is reached',
  })
  .refine(({ phone, option }) => option === null || phone !== null, {
    error: 'An option is chosen on the phone',
    path: ['option'],
  })
  .refine(({ offered, audience }) => tracks.every((t) => !offered[t] || audience.includes(t)), {
    error: 'It is offered to those whom it is for',
    path: ['offered'],
  });

export type NationalRoute = z.infer<typeof routeSchema>;

export const nationalRoutesSchema = z
  .array(routeSchema)
  .refine((routes) => new Set(routes.map((route) => route.id)).size === routes.length, {
    error: 'Route ids must be unique',
  })
  .refine((routes) => routes.every(({ via }) => !via || routes.some((one) => one.id === via)), {
    error: 'There is no route of the name in "via"',
  });
