import { z } from 'zod';
import { guardSchema } from './guards.ts';
import { eventSchema, idSchema, ruleIdSchema } from './ids.ts';
import { moodSchema, settingSchema } from './looks.ts';
import { ratings } from './vocabulary.ts';

/** The kinds of scene: what `meta` of a state may hold. Source: design section 3. */
const partSchema = z
  .strictObject({
    id: idSchema,
    by: idSchema.optional(),
    when: guardSchema.optional(),
  })
  .meta({ id: 'part' });

/** Somebody to be seen in a scene, and how they feel; with `when`, only where a guard holds. */
const faceSchema = z
  .strictObject({ who: idSchema, mood: moodSchema, when: guardSchema.optional() })
  .meta({ id: 'face' });

/**
 * What any kind of scene has: its words, where it is and who is there (at most three are shown), the
 * terms it explains in an aside, and whether adults get a line to practise aloud.
 */
const common = {
  parts: z.array(partSchema).min(1),
  setting: settingSchema.optional(),
  faces: z.array(faceSchema).min(1).optional(),
  asides: z.array(idSchema).min(1).max(3).optional(),
  sayAloud: z.literal(true).optional(),
};

const spotItemSchema = z.strictObject({ id: idSchema, by: idSchema.optional(), sign: z.boolean() });

/** The first outcome whose bounds hold is the event; the last one has no bounds and always holds. */
const spotOutcomeSchema = z.strictObject({
  event: eventSchema,
  foundAtLeast: z.int().min(0).optional(),
  falseAlarmsAtMost: z.int().min(0).optional(),
});

/** `earlier` must stand before `later`, for the reason that the rule gives. */
const orderConstraintSchema = z.strictObject({
  id: idSchema,
  earlier: idSchema,
  later: idSchema,
  rule: ruleIdSchema,
});

/** As in a `spot`; `holds` names constraints that must hold, `brokenAtMost` counts all of them. */
const orderOutcomeSchema = z.strictObject({
  event: eventSchema,
  holds: z.array(idSchema).min(1).optional(),
  brokenAtMost: z.int().min(0).optional(),
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
    z.strictObject({
      kind: z.literal('order'),
      ...common,
      /** In the order in which they are first shown. */
      items: z
        .array(z.strictObject({ id: idSchema }))
        .min(3)
        .max(7),
      constraints: z.array(orderConstraintSchema).min(1).max(21),
      outcomes: z.array(orderOutcomeSchema).min(2).max(4),
    }),
    /** `by` says the blaming sentence; the choices are ways to say it without blame, or not quite. */
    z.strictObject({ kind: z.literal('rephrase'), ...common, by: idSchema }),
    z.strictObject({ kind: z.literal('pause'), ...common }),
    z.strictObject({ kind: z.literal('ending'), rating: z.enum(ratings), ...common }),
  ])
  .meta({ id: 'scene' });

export type Scene = z.infer<typeof sceneSchema>;
export type SceneKind = Scene['kind'];
export type SceneOf<K extends SceneKind> = Extract<Scene, { kind: K }>;
