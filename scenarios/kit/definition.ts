import { z } from 'zod';
import { lookSchema, moodSchema, settingSchema } from './looks.ts';
import {
  type actions,
  does as doesTable,
  KIT_MAJOR,
  meterRange,
  meters,
  qualities,
  ratings,
  readingLevels,
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
const idSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'Use a camelCase id, such as "formTime".');
const eventSchema = z
  .string()
  .regex(
    /^(?!xstate\.)[a-z0-9]+(\.[a-z0-9]+)*$/,
    'Use a lower-case id with dots, such as "take.phone"; names that begin with "xstate." are XState\'s own.',
  );
const ruleIdSchema = z.string().regex(/^[A-Z]{3}-[0-9]{1,2}$/, 'Use a rule id, such as "NUD-3".');
const meterValue = z.int().min(meterRange.min).max(meterRange.max);

export type Guard =
  | { type: 'flagIs'; params: { flag: string; value: boolean } }
  | {
      type: 'meterAtLeast' | 'meterBelow';
      params: { meter: (typeof meters)[number]; value: number };
    }
  | { type: 'all' | 'any'; params: { of: Guard[] } }
  | { type: 'not'; params: { guard: Guard } };

export const guardSchema: z.ZodType<Guard> = z
  .lazy(() =>
    z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('flagIs'),
        params: z.strictObject({ flag: idSchema, value: z.boolean() }),
      }),
      z.strictObject({
        type: z.enum(['meterAtLeast', 'meterBelow']),
        params: z.strictObject({ meter: z.enum(meters), value: meterValue }),
      }),
      z.strictObject({
        type: z.enum(['all', 'any']),
        params: z.strictObject({ of: z.array(guardSchema).min(1).max(6) }),
      }),
      z.strictObject({
        type: z.literal('not'),
        params: z.strictObject({ guard: guardSchema }),
      }),
    ]),
  )
  .meta({ id: 'guard' });

export const actionSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('setFlag' satisfies keyof typeof actions),
      params: z.strictObject({ flag: idSchema, value: z.boolean() }),
    }),
    z.strictObject({
      type: z.literal('adjustMeter' satisfies keyof typeof actions),
      params: z.strictObject({ meter: z.enum(meters), by: z.int().min(-10).max(10) }),
    }),
  ])
  .meta({ id: 'action' });

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

const partSchema = z
  .strictObject({
    id: idSchema,
    by: idSchema.optional(),
    when: guardSchema.optional(),
  })
  .meta({ id: 'part' });
const partsSchema = z.array(partSchema).min(1);

/** Somebody to be seen in a scene, and how they feel; with `when`, only where a guard holds. */
const faceSchema = z
  .strictObject({ who: idSchema, mood: moodSchema, when: guardSchema.optional() })
  .meta({ id: 'face' });

/** What any kind of scene has: its words, where it is and who is there. At most three are shown. */
const common = {
  parts: partsSchema,
  setting: settingSchema.optional(),
  faces: z.array(faceSchema).min(1).optional(),
};

const spotItemSchema = z.strictObject({ id: idSchema, by: idSchema.optional(), sign: z.boolean() });

/** The first outcome whose bounds hold is the event; the last one has no bounds and always holds. */
const spotOutcomeSchema = z.strictObject({
  event: eventSchema,
  foundAtLeast: z.int().min(0).optional(),
  falseAlarmsAtMost: z.int().min(0).optional(),
});

export const sceneSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('scene'), ...common }),
    z.strictObject({
      kind: z.literal('thread'),
      ...common,
      messages: z.array(partSchema.required({ by: true })).min(1),
    }),
    z.strictObject({ kind: z.literal('decision'), ...common }),
    z.strictObject({
      kind: z.literal('spot'),
      ...common,
      items: z.array(spotItemSchema).min(2).max(10),
      outcomes: z.array(spotOutcomeSchema).min(2).max(4),
    }),
    z.strictObject({ kind: z.literal('ending'), rating: z.enum(ratings), ...common }),
  ])
  .meta({ id: 'scene' });

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
    meters: z.strictObject({ trust: meterValue, safety: meterValue, evidence: meterValue }),
    flags: z.record(idSchema, z.boolean()),
  }),
  initial: idSchema,
  states: z.record(idSchema, stateSchema),
});

/** Somebody in the story. Whoever is to be seen has a look; the player never has. */
const castSchema = z.strictObject({
  is: z.enum(['pupil', 'colleague', 'parent', 'you']),
  look: lookSchema.optional(),
});

export const definitionSchema = z.strictObject({
  $schema: z.string().optional(),
  kit: z.literal(KIT_MAJOR),
  id: z
    .string()
    .regex(
      /^(staff|parents|young-people)\/[a-z0-9]+(-[a-z0-9]+)*$/,
      'Use track and folder, such as "staff/a-picture-is-going-round".',
    ),
  track: z.enum(tracks),
  theme: z.enum(themes),
  role: z.enum(['frontline', 'dsl', 'head']).default('frontline'),
  /** Raised by the author when what is taught changes; compliance counts it. */
  substance: z.int().min(1),
  minutes: z.int().min(1).max(60),
  locales: z
    .array(
      z
        .string()
        .regex(
          /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/,
          'Use a language code, such as "en-GB" or "cy".',
        ),
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

export type Scene = z.infer<typeof sceneSchema>;
export type SceneKind = Scene['kind'];
export type SceneOf<K extends SceneKind> = Extract<Scene, { kind: K }>;
export type Action = z.infer<typeof actionSchema>;
export type Effect = z.infer<typeof effectSchema>;
export type Transition = z.infer<typeof transitionSchema>;
export type Context = z.infer<typeof machineSchema>['context'];
export type Definition = z.infer<typeof definitionSchema>;
