import { z } from 'zod';
import { does, nations, roles, tags, themes, tracks, wordsOf } from '../kit/vocabulary.ts';

/**
 * How a sequencing rule is written down: one entry per SEQ rule of the reference, each with clauses
 * in a small temporal vocabulary. A path is read moment by moment: entering a scene, then what the
 * choice there does, word by word in the order in which `does` lists them.
 */
const words = z.array(z.enum(wordsOf(does))).min(1);
const tagList = z.array(z.enum(wordsOf(tags))).min(1);

/** What must have been the case for a moment to count, or for an exception to hold. */
const conditionSchema = z.strictObject({
  /** One of these tags was met on the path so far, or stands here. */
  seen: tagList.optional(),
  notSeen: tagList.optional(),
  /** One of these was done before, or earlier in the same choice. */
  done: words.optional(),
  /** The scene has one of these tags. */
  here: tagList.optional(),
});

/** A moment: an action (`does`, `repairs`), or entering a scene (all others). */
const momentSchema = conditionSchema.extend({
  does: words.optional(),
  /** A choice that says it puts a breach of this very rule right. */
  repairs: z.literal(true).optional(),
  tag: tagList.optional(),
  withoutTag: tagList.optional(),
  ends: z.literal(true).optional(),
  /** The scene shows words marked as an example of blaming. */
  shows: z.literal('blaming').optional(),
});
const momentsSchema = z.array(momentSchema).min(1);

/** To whom a clause applies; what is left out does not matter. */
const scope = {
  tracks: z.array(z.enum(tracks)).min(1).optional(),
  roles: z.array(z.enum(roles)).min(1).optional(),
  themes: z.array(z.enum(themes)).min(1).optional(),
  nations: z.array(z.enum(nations)).min(1).optional(),
  playerIsHarmed: z.literal(true).optional(),
};

const exceptions = z.array(conditionSchema).min(1).optional();

export const clauseSchema = z.union([
  /** `never` happens, between `after` and `until` where they are given. */
  z.strictObject({
    ...scope,
    never: momentsSchema,
    after: momentsSchema.optional(),
    until: momentsSchema.optional(),
    unless: exceptions,
  }),
  /** `first` comes before `before`; with `after`, counted anew from there. */
  z.strictObject({
    ...scope,
    before: momentsSchema,
    first: momentsSchema,
    after: momentsSchema.optional(),
    unless: exceptions,
  }),
  /** The next action after `after` is `next`; only `meanwhile` may intervene. */
  z.strictObject({
    ...scope,
    next: momentsSchema,
    after: momentsSchema,
    meanwhile: words.optional(),
  }),
  /** `eventually` comes: after `after` (or the start), before `by` and before any ending. */
  z.strictObject({
    ...scope,
    eventually: momentsSchema,
    after: momentsSchema.optional(),
    by: momentsSchema.optional(),
  }),
  /**
   * Wherever there is something to choose, `possible` can be done within so many choices (without
   * `within`: at some time); or, with `otherThan`, something else than those can be chosen there.
   */
  z.strictObject({
    ...scope,
    possible: z.union([
      z.strictObject({
        does: words,
        /** What must not be part of it. */
        without: words.optional(),
        within: z.int().min(1).max(5).optional(),
      }),
      z.strictObject({ otherThan: words }),
    ]),
    after: momentsSchema.optional(),
    until: momentsSchema.optional(),
  }),
]);

export const sequencesSchema = z.array(
  z.strictObject({
    /** A SEQ row; or a rule of the reference that says "never" of one action. */
    id: z.string().regex(/^[A-Z]{3}-[0-9]{1,2}$/),
    /** `well`: paths that end recommended or workable, as the reference defines it; `every`: all. */
    binds: z.enum(['well', 'every']).default('well'),
    tracks: z.array(z.enum(tracks)).min(1),
    nations: z.array(z.enum(nations)).min(1),
    clauses: z.array(clauseSchema).min(1),
  }),
);

export type Condition = z.infer<typeof conditionSchema>;
export type Moment = z.infer<typeof momentSchema>;
export type Clause = z.infer<typeof clauseSchema>;
export type Sequence = z.infer<typeof sequencesSchema>[number];
