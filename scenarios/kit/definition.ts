import { z } from 'zod';
import { type Action, actionSchema, guardSchema, meterValueSchema } from './guards.ts';
import { eventSchema, idSchema, ruleIdSchema } from './ids.ts';
import { isLocale } from './locales.ts';
import { lookSchema } from './looks.ts';
import { type Scene, sceneSchema } from './scenes.ts';
import {
  does as doesTable,
  fourCs,
  hardTopics,
  KIT_MAJOR,
  nations,
  qualities,
  readingLevels,
  roles,
  strands,
  tags,
  themes,
  tracks,
  wordsOf,
} from './vocabulary.ts';

/**
 * The contract of `machine.json`: metadata, and an XState v5 config in the allowed subset. Objects
 * are strict, so that `invoke`, `after`, history, parallel states and plain misspellings are found
 * when a scenario is loaded, never while somebody plays it. Source: design section 3.
 */
/** What a choice does, how good it is, and the rules it follows, breaks or repairs. */
export const effectSchema = z
  .strictObject({
    does: z.array(z.enum(wordsOf(doesTable))).default([]),
    quality: z.enum(qualities).default('neutral'),
    follows: z.array(ruleIdSchema).default([]),
    breaks: z.array(ruleIdSchema).default([]),
    repairs: z.array(ruleIdSchema).default([]),
  })
  .meta({ id: 'effect' });

export const transitionSchema = z
  .strictObject({
    target: z.string().min(1),
    guard: guardSchema.optional(),
    actions: z.array(actionSchema).optional(),
    meta: effectSchema.optional(),
  })
  .meta({ id: 'transition' });
const transitionsSchema = z.union([transitionSchema, z.array(transitionSchema).min(1)]);

export type StateConfig = {
  type?: 'final';
  tags?: (keyof typeof tags)[];
  meta?: Scene;
  entry?: Action[];
  on?: Record<string, Transition | Transition[]>;
  always?: Transition | Transition[];
  initial?: string;
  states?: Record<string, StateConfig>;
};

export const stateSchema: z.ZodType<StateConfig, unknown> = z
  .lazy(() =>
    z.strictObject({
      type: z.literal('final').optional(),
      tags: z.array(z.enum(wordsOf(tags))).optional(),
      meta: sceneSchema.optional(),
      entry: z.array(actionSchema).optional(),
      on: z.record(eventSchema, transitionsSchema).optional(),
      always: transitionsSchema.optional(),
      initial: idSchema.optional(),
      states: z.record(idSchema, stateSchema).optional(),
    }),
  )
  .meta({ id: 'state' });

const machineSchema = z.strictObject({
  id: z.literal('scenario'),
  context: z.strictObject({
    meters: z.strictObject({
      trust: meterValueSchema,
      safety: meterValueSchema,
      evidence: meterValueSchema,
    }),
    flags: z.record(idSchema, z.boolean()),
  }),
  initial: idSchema,
  states: z.record(idSchema, stateSchema),
});

/** Somebody in the story. Whoever is to be seen has a look; the player never has. */
const castSchema = z.strictObject({
  is: z.enum(['pupil', 'colleague', 'parent', 'other', 'you']),
  look: lookSchema.optional(),
});

const scenarioIdSchema = z
  .string()
  .regex(
    /^(staff|parents|young-people)\/[a-z0-9]+(-[a-z0-9]+)*$/,
    'Use track and folder, such as "staff/a-picture-is-going-round".',
  );

export const definitionSchema = z.strictObject({
  $schema: z.string().optional(),
  kit: z.literal(KIT_MAJOR),
  id: scenarioIdSchema,
  track: z.enum(tracks),
  theme: z.enum(themes),
  role: z.enum(roles).default('frontline'),
  /** Whose part is played in a later chapter. `role` says whose duties are proved. */
  alsoPlays: z.array(z.enum(roles)).default([]),
  /** Where the story may happen; rules and routes differ by nation. */
  nations: z
    .array(z.enum(nations))
    .min(1)
    .default([...nations]),
  /** The player is the young person harmed: no choice of theirs brings the harm about (SEQ-22). */
  playerIsHarmed: z.boolean().default(false),
  /** Raised by the author when what is taught changes; compliance counts it. */
  substance: z.int().min(1),
  minutes: z.int().min(1).max(60),
  /** The scenario of which this is the short version for home, linked from a newsletter. */
  homeVersionOf: scenarioIdSchema.optional(),
  // Versions published before these three were asked for have none; the checker wants them.
  fourCs: z.array(z.enum(fourCs)).default([]),
  strands: z.array(z.enum(strands)).default([]),
  /** Hard things that the story tells of, or an empty list. */
  contains: z.array(z.enum(hardTopics)).default([]),
  locales: z
    .array(
      z
        .string()
        .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, {
          error: 'Use a language code, such as "en-GB" or "cy".',
          abort: true,
        })
        .refine(isLocale, 'No language has this code. Use one such as "en-GB" or "cy".'),
    )
    .min(1),
  readingLevels: z.array(z.enum(readingLevels)).min(1),
  cast: z.record(idSchema, castSchema),
  sources: z
    .array(
      z.strictObject({ title: z.string(), published: z.string(), rules: z.array(ruleIdSchema) }),
    )
    .min(1),
  reviewBy: z.iso.date('Use a date, such as "2027-09-01".'),
  machine: machineSchema,
});

export type Effect = z.infer<typeof effectSchema>;
export type Transition = z.infer<typeof transitionSchema>;
export type Context = z.infer<typeof machineSchema>['context'];
export type Definition = z.infer<typeof definitionSchema>;
